import { isCycleOver } from '../../domain/cycle-over.ts';
import type { Cycle } from '../../domain/cycle.ts';
import { isAllowed } from '../../domain/permissions.ts';
import { finds } from '../../domain/search-key.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';

type CycleName = Pick<Cycle, 'id' | 'title' | 'rehearsal'>;

export interface UnitHit {
  readonly unit: string;
  readonly name: string;
  /** Open cycles in which the caller may read the unit's story. */
  readonly cycles: readonly CycleName[];
}

export interface TargetHit {
  readonly target: string;
  readonly code: string;
  readonly name: string;
  readonly plan: string;
  readonly cycle: CycleName;
}

/** What a search found, the best first; `total` counts what is not listed too. */
export interface Hits<Hit> {
  readonly items: readonly Hit[];
  readonly total: number;
}

export interface SearchResult {
  readonly units: Hits<UnitHit>;
  readonly targets: Hits<TargetHit>;
  readonly cycles: Hits<CycleName>;
  readonly plans: Hits<{ readonly id: string; readonly title: string; readonly year: number }>;
}

/** Hits of one kind that are listed. */
export const mostHits = 20;

export const hits = <Hit>(found: readonly Hit[]): Hits<Hit> => ({ items: found.slice(0, mostHits), total: found.length });

/** Looks for the words of a query, with or without marks, in what the caller may read. An empty query finds nothing. */
export async function search(desk: Desk, caller: Caller, query: string): Promise<SearchResult> {
  const isHit = finds(query);
  const may = (action: Parameters<typeof isAllowed>[1], unit?: string): boolean => isAllowed(caller.actor, action, unit === undefined ? {} : { unit });
  const cycles = may('cycle.list') ? await desk.record.read.cycles.list() : [];
  const open = cycles.filter((cycle) => !isCycleOver(cycle));
  const [units, targets, plans] = await Promise.all([
    may('unit.list') ? unitsIn(desk, open, isHit, (unit) => may('unit.story', unit)) : [],
    may('plandoc.read') ? targetsIn(desk, open, isHit) : [],
    may('plandoc.list') ? desk.record.read.planDocuments.list() : [],
  ]);
  return {
    units: hits(units), targets: hits(targets), cycles: hits(cycles.filter(({ id, title, year }) => isHit(`${id} ${title} ${year}`)).map(nameOf)),
    plans: hits(plans.filter(({ id, title, year }) => isHit(`${id} ${title} ${year}`)).map(({ id, title, year }) => ({ id, title, year }))),
  };
}

const nameOf = ({ id, title, rehearsal }: Cycle): CycleName => ({ id, title, rehearsal });

async function unitsIn(desk: Desk, open: readonly Cycle[], isHit: (text: string) => boolean, mayRead: (unit: string) => boolean): Promise<readonly UnitHit[]> {
  const found = [...(await desk.registers.units()).values()].filter(({ code, name }) => isHit(`${code} ${name}`));
  const members = await Promise.all(open.map(async (cycle) => ({ cycle: nameOf(cycle), units: await desk.registers.members(cycle.id) })));
  return found.map(({ code, name }) => ({ unit: code, name, cycles: mayRead(code) ? members.filter(({ units }) => units.has(code)).map(({ cycle }) => cycle) : [] }));
}

async function targetsIn(desk: Desk, open: readonly Cycle[], isHit: (text: string) => boolean): Promise<readonly TargetHit[]> {
  const found = await Promise.all(open.map(async (cycle) => {
    const plan = await desk.registers.plan(cycle.planHash);
    return plan.targets.map(({ id, code, name, nameEn = '', quote }) => ({ hit: { target: id, code, name, plan: plan.id, cycle: nameOf(cycle) }, inName: isHit(`${code} ${name} ${nameEn}`), inQuote: isHit(quote) }));
  }));
  const any = found.flat();
  return [...any.filter(({ inName }) => inName), ...any.filter(({ inName, inQuote }) => inQuote && !inName)].map(({ hit }) => hit);
}
