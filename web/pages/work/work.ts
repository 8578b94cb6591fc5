import { listQuarters } from '../../../api/use-cases/compliance.ts';
import { listDirectives } from '../../../api/use-cases/directives.ts';
import { listWork, type WorkItem } from '../../../api/use-cases/work.ts';
import type { Cycle } from '../../../domain/cycle.ts';
import { calendarAt } from '../../../domain/cycle-clock.ts';
import type { PlainDate } from '../../../domain/date.ts';
import { isAllowed, listScope } from '../../../domain/permissions.ts';
import { dateOf } from '../../../domain/plain-date.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { quarters } from '../../../domain/plan.ts';
import { dueView } from '../../view/due.ts';
import { formats } from '../../view/formats.ts';

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
  /** Words of its state, where it is no state of a plan or report. */
  readonly stateName?: string;
  readonly due: PlainDate;
  readonly overdue: boolean;
}

function rowOf(item: WorkItem, t: Visit['t']): Row {
  const figures = { quarter: item.quarter ? t(`quarters.${item.quarter}`) : '', aspect: item.aspect ? t(`aspects.${item.aspect}`) : '' };
  return { ...item, text: t(`work.kinds.${item.what}`, figures), href: places[item.what](item) };
}

/** What the committee has told the person's unit to do. */
async function directiveRows({ desk, caller, t }: Visit, cycles: readonly Cycle[]): Promise<readonly Row[]> {
  if (listScope(caller.actor, 'directive.read') === undefined) return [];
  const directives = (await Promise.all(cycles.map(({ id }) => listDirectives(desk, caller, { cycle: id, show: 'open' })))).flat();
  return directives.filter(({ unit }) => unit === caller.actor.unit).map((each) => ({ ...each, text: t('work.kinds.directive', { title: each.text.slice(0, 120) }), stateName: t(`committee.directives.states.${each.overdue ? 'overdue' : each.state}`), href: paths.directive(each.cycle, each.id) }));
}

/** For those who steer the years: each that runs, with its figures of today, its last report and its directives. */
async function followed({ desk, caller, t, language }: Visit, open: readonly Cycle[]) {
  if (!isAllowed(caller.actor, 'directive.write')) return [];
  const { date } = formats(language);
  return Promise.all(open.map(async ({ id, title, rehearsal }) => {
    const [rounds, directives] = await Promise.all([listQuarters(desk, id), listDirectives(desk, caller, { cycle: id, show: 'open' })]);
    const [latest, frozen] = [rounds, rounds.filter(({ state }) => state === 'frozen')].map((some) => some.toSorted((a, b) => quarters.indexOf(a.quarter) - quarters.indexOf(b.quarter)).at(-1));
    return {
      title, rehearsal, href: paths.cycle(id), directivesHref: paths.directives(id), directives: t('work.followed.directives', { open: directives.length, overdue: directives.filter(({ overdue }) => overdue).length }),
      figures: latest && { href: paths.compliance(id, { quarter: latest.quarter }), text: t(`work.followed.${latest.state === 'frozen' ? 'frozen' : 'open'}`, { quarter: t(`committee.quarter.${latest.quarter}`) }) },
      report: frozen && { href: paths.quarter(id, frozen.quarter), text: t('work.followed.report', { quarter: t(`quarters.${frozen.quarter}`), date: date(frozen.frozenAt === null ? null : dateOf(frozen.frozenAt)) }) },
    };
  }));
}

/** The most urgent are shown; who has more to do than that reads the lists of the year. */
const most = 50;

async function show(visit: Visit): Promise<View> {
  const { desk, caller, t } = visit;
  const open = await desk.record.read.cycles.listOpen();
  const [items, directives, units, calendar] = await Promise.all([listWork(desk, caller), directiveRows(visit, open), desk.registers.units(), desk.registers.calendar()]);
  const cycles = new Map(open.map((cycle) => [cycle.id, cycle]));
  const all = [...items, ...directives].toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
  const rows = all.slice(0, most).map((each) => {
    const row = 'what' in each ? rowOf(each, t) : each;
    const cycle = cycles.get(row.cycle);
    const today = dateOf(cycle ? calendarAt(cycle.clock, desk.now()) : desk.now());
    return { ...row, unitName: units.get(row.unit)?.name ?? row.unit, cycleTitle: cycle?.title ?? row.cycle, cycleHref: caller.actor.roles.includes('agency') ? paths.checklist(row.cycle) : paths.cycle(row.cycle), rehearsal: cycle?.rehearsal ?? false, due: dueView(row.due, today, calendar, t) };
  });
  const over = all.filter(({ overdue }) => overdue).length;
  const lead = all.length === 0 ? t('work.none') : over === 0 ? t('work.some', { count: all.length }) : t('work.someOver', { count: all.length, over });
  return { template: 'work/work.njk', title: t('work.title'), lead, help: 'work.help', wide: true, model: { rows, followed: await followed(visit, open), further: all.length - rows.length } };
}

export const workPage = page({ name: 'work', path: '/work', action: 'self.read', show });

/** The start page of everybody. */
export const homePage = page({ name: 'home', path: '/', action: 'self.read', show });
