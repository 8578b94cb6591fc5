import { listDirectives } from '../../../api/use-cases/directives.ts';
import { listWork, type WorkItem } from '../../../api/use-cases/work.ts';
import type { Cycle } from '../../../domain/cycle.ts';
import { calendarAt } from '../../../domain/cycle-clock.ts';
import type { PlainDate } from '../../../domain/date.ts';
import { listScope } from '../../../domain/permissions.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { Refused } from '../../../domain/refusals.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { dueView } from '../../view/due.ts';
import { followed } from './followed.ts';
import { gathered, type Gathered } from './gathered.ts';

/** Where each kind of work is done. */
const places = {
  'write-plan': paths.draft, 'write-report': paths.draft, 'review-report': paths.duty, 'conclude': paths.conclusion, 'decide': paths.decision,
  'give-opinion': (item) => (item.aspect === null ? paths.duty(item) : paths.opinion(item, item.aspect)),
} as const satisfies Readonly<Record<WorkItem['what'], (item: WorkItem) => string>>;

interface Row {
  readonly text: string;
  readonly href: string;
  readonly cycle: string;
  readonly unit: string;
  readonly state: string;
  /** Of many units: how many; its place is then the list of them. */
  readonly units?: number;
  /** Words of its state, where it is no state of a plan or report. */
  readonly stateName?: string;
  readonly due: PlainDate;
  readonly overdue: boolean;
}

function rowOf({ item, count, list }: Gathered, t: Visit['t']): Row {
  const figures = { quarter: item.quarter ? t(`quarters.${item.quarter}`) : '', aspect: item.aspect ? t(`aspects.${item.aspect}`) : '' };
  // what came back is mended from the page that says why
  const isReturned = item.state === 'returned' && (item.what === 'write-plan' || item.what === 'write-report');
  return { ...item, text: t(`work.kinds.${isReturned ? `${item.what}-again` : item.what}`, figures), href: list ?? (isReturned ? paths.duty : places[item.what])(item), ...(list === undefined ? {} : { units: count }) };
}

/** What the committee has told the person's unit to do. */
async function directiveRows({ desk, caller, t }: Visit, cycles: readonly Cycle[]): Promise<readonly Row[]> {
  if (listScope(caller.actor, 'directive.read') === undefined) return [];
  const directives = (await Promise.all(cycles.map(({ id }) => listDirectives(desk, caller, { cycle: id, show: 'open' })))).flat();
  return directives.filter(({ unit }) => unit === caller.actor.unit).map((each) => ({ ...each, text: t('work.kinds.directive', { title: each.text.slice(0, 120) }), stateName: t(`committee.directives.states.${each.overdue ? 'overdue' : each.state}`), href: paths.directive(each.cycle, each.id) }));
}

/** The most urgent are shown; who has more to do than that reads the lists of the year. */
const most = 50;

async function show(visit: Visit): Promise<View> {
  const { desk, caller, t } = visit;
  // before it has a password of its own, an account has no work: the refusal leads to that page
  if (caller.mustChangePassword) throw new Refused('forbidden', { figures: { mustChangePassword: true } });
  const open = await desk.record.read.cycles.listOpen();
  const [items, directives, units, calendar] = await Promise.all([listWork(desk, caller), directiveRows(visit, open), desk.registers.units(), desk.registers.calendar()]);
  const cycles = new Map(open.map((cycle) => [cycle.id, cycle]));
  const all = [...items, ...directives];
  const lines = [...gathered(items).map((each) => rowOf(each, t)), ...directives].toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const rows = lines.slice(0, most).map((row) => {
    const cycle = cycles.get(row.cycle);
    const today = dateOf(cycle ? calendarAt(cycle.clock, desk.now()) : desk.now());
    return { ...row, unitName: row.units === undefined ? units.get(row.unit)?.name ?? row.unit : t('work.units', { count: row.units }), cycleTitle: cycle?.title ?? row.cycle, cycleHref: caller.actor.roles.includes('agency') ? paths.checklist(row.cycle) : paths.cycle(row.cycle), rehearsal: cycle?.rehearsal ?? false, due: dueView(row.due, today, calendar, t) };
  });
  const over = all.filter(({ overdue }) => overdue).length;
  const years = await followed(visit, open);
  const looksAfter = listScope(caller.actor, 'account.list') !== undefined;
  const lead = all.length === 0 ? t(years.length === 0 ? 'work.none' : open.length === 0 ? 'work.followed.leadEnded' : 'work.followed.lead', { count: years.length }) : over === 0 ? t('work.some', { count: all.length }) : t('work.someOver', { count: all.length, over });
  return { template: 'work/work.njk', title: t('work.title'), lead, ...(looksAfter && all.length === 0 ? {} : { help: all.length === 0 && years.length > 0 ? 'work.followed.help' : 'work.help' }), wide: true, model: { rows, hasUnits: rows.some(({ unit, units: many }) => unit !== caller.actor.unit || many !== undefined), followed: years, followedTitle: t(open.length === 0 ? 'work.followed.ended' : 'work.followed.title'), looksAfter, further: lines.length - rows.length } };
}

export const workPage = page({ name: 'work', path: '/work', action: 'self.read', show });

/** The start page of everybody. */
export const homePage = page({ name: 'home', path: '/', action: 'self.read', show });
