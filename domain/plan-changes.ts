import { canonicalJson } from './canonical.ts';
import type { Plan, Target } from './plan.ts';

export const targetChangeKinds = ['new', 'changed', 'same', 'dropped'] as const;
export type TargetChangeKind = (typeof targetChangeKinds)[number];

/** One stable code in two plans. */
export interface TargetChange {
  readonly code: string;
  readonly kind: TargetChangeKind;
  readonly before?: Target;
  readonly after?: Target;
}

/**
 * Targets of `after` against those of `before`, by code, in the order of `after` and then what was dropped. Of a plan that states a code
 * for several years, the entry counts whose year is nearest to the other plan's and not beyond it.
 */
export function targetChanges(before: Pick<Plan, 'targets' | 'year'>, after: Pick<Plan, 'targets' | 'year'>): readonly TargetChange[] {
  const [old, now] = [byCode(before.targets, before.year), byCode(after.targets, after.year)];
  const kept = [...now].map(([code, target]): TargetChange => {
    const was = old.get(code);
    if (!was) return { code, kind: 'new', after: target };
    return { code, kind: asksTheSame(was, target) ? 'same' : 'changed', before: was, after: target };
  });
  return [...kept, ...[...old].filter(([code]) => !now.has(code)).map(([code, target]): TargetChange => ({ code, kind: 'dropped', before: target }))];
}

function byCode(targets: readonly Target[], year: number): ReadonlyMap<string, Target> {
  const found = new Map<string, Target>();
  const distance = ({ dueYear }: Target): number => (dueYear <= year ? year - dueYear : 1000 + dueYear - year);
  for (const target of targets) {
    const known = found.get(target.code);
    if (!known || distance(target) < distance(known)) found.set(target.code, target);
  }
  return found;
}

/** Whether two years ask the same: comparator, threshold and unit of measure. */
function asksTheSame(a: Target, b: Target): boolean {
  return a.comparator === b.comparator && a.threshold === b.threshold && a.unit === b.unit;
}

/** The lists of a plan whose entries have ids. */
export const planLists = ['targets', 'tasks', 'results', 'tables', 'legalGrounds'] as const;
export type PlanList = (typeof planLists)[number];

export interface ListChange {
  readonly part: PlanList | 'responsibilities' | 'calendar' | 'roles' | 'units';
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** How much of each part of a plan another version changes; parts without a change are left out. */
export function partChanges(before: Plan, after: Plan): readonly ListChange[] {
  const lists = planLists.map((part): ListChange => ({ part, ...counted(entriesOf(before[part]), entriesOf(after[part])) }));
  const whole = (['calendar', 'roles'] as const).map((part): ListChange => ({ part, added: 0, removed: 0, changed: canonicalJson(before[part]) === canonicalJson(after[part]) ? 0 : 1 }));
  const said = (plan: Plan): ReadonlyMap<string, string> => new Map(plan.responsibilities.map((each) => [canonicalJson(each), '']));
  const members = (plan: Plan): ReadonlyMap<string, string> => new Map(plan.units.map((code) => [code, '']));
  const others: readonly ListChange[] = [{ part: 'responsibilities', ...counted(said(before), said(after)) }, { part: 'units', ...counted(members(before), members(after)) }];
  return [...lists, ...others, ...whole].filter(({ added, changed, removed }) => added + changed + removed > 0);
}

const entriesOf = (entries: readonly { readonly id: string }[]): ReadonlyMap<string, string> => new Map(entries.map((entry) => [entry.id, canonicalJson(entry)]));

function counted(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Omit<ListChange, 'part'> {
  return {
    added: [...after.keys()].filter((key) => !before.has(key)).length,
    changed: [...after].filter(([key, value]) => before.has(key) && before.get(key) !== value).length,
    removed: [...before.keys()].filter((key) => !after.has(key)).length,
  };
}
