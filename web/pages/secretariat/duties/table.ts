import { inCycle } from '../../../../api/contracts/common.ts';
import { dutyNeeds, dutySorts, listDutyTable, type DutyTable } from '../../../../api/use-cases/duty-table.ts';
import { isAllowed, listScope } from '../../../../domain/permissions.ts';
import { quarters } from '../../../../domain/plan.ts';
import { planStates, reportStates } from '../../../../domain/stages.ts';
import { unitLevels } from '../../../../domain/unit.ts';
import { page, type View, type Visit } from '../../../http/page.ts';
import { paths } from '../../../paths.ts';
import { pageOf } from '../../../view/pager.ts';
import type { Translate } from '../../../view/translate.ts';
import { dutiesQuery, filterFields, filterOf, wantedOf, type DutiesQuery } from './query.ts';
import { canBeSteered, rowView } from './rows.ts';

/** Rows of one page: a browser on an old computer lays them out within a second (docs/performance.md). */
const perPage = 100;

/** Units with what they owe, the plan before the reports. */
async function show(visit: Visit<{ cycle: string }, DutiesQuery>): Promise<View> {
  const { desk, caller, params, query, t } = visit;
  const [table, calendar] = await Promise.all([listDutyTable(desk, caller, params.cycle, filterOf(query)), desk.registers.calendar()]);
  const { cycle, rows } = table;
  const link = (changes: Parameters<typeof wantedOf>[1]): string => paths.duties(cycle.id, wantedOf(query, changes));
  const shown = pageOf(rows, { asked: query.page, perPage, href: (number) => link({ page: number }) });
  return {
    template: 'secretariat/duties.njk', title: t('secretariat.duties.title'), cycle, wide: true, help: 'secretariat.duties.help', lead: leadOf(table, t),
    crumbs: [{ text: t('navigation.cycles'), href: paths.cycles() }, { text: cycle.title, href: paths.cycle(cycle.id) }, { text: t('secretariat.duties.title') }],
    model: {
      cycle, query, shown, rows: shown.rows.map((row) => rowView(row, table, calendar, t)), filter: filterFields(query), steerable: rows.filter(canBeSteered).length,
      sort: query.sort ?? 'unit', sortLinks: Object.fromEntries(dutySorts.map((name) => [name, link({ sort: (query.sort ?? 'unit') === name ? `-${name}` : name })])),
      choices: choicesOf(query, table, t), isWhole: listScope(caller.actor, 'duty.list') === 'any', canSteer: isAllowed(caller.actor, 'duty.extend'),
      csvLink: paths.dutiesCsv(cycle.id, wantedOf(query)), allLink: paths.duties(cycle.id),
    },
  };
}

function leadOf({ rows }: DutyTable, t: Translate): string {
  const over = rows.filter(({ overdue }) => overdue).length;
  return over === 0 ? t('secretariat.duties.lead', { count: rows.length }) : t('secretariat.duties.leadOver', { count: rows.length, over });
}

/** What the filters offer, with what is chosen. */
function choicesOf(query: DutiesQuery, { groups }: DutyTable, t: Translate) {
  const of = (name: 'kind' | 'quarter' | 'state' | 'need' | 'level' | 'group', values: readonly string[], words: (value: string) => string) => ({
    name, label: t(`secretariat.duties.${name}`), options: [{ value: '', text: t('secretariat.duties.any') }, ...values.map((value) => ({ value, text: words(value), selected: query[name] === value }))],
  });
  const states = query.kind === 'plan' ? planStates : query.kind === 'report' ? reportStates : [...new Set([...planStates, ...reportStates])];
  return [
    of('kind', ['plan', 'report'], (value) => t(`secretariat.duties.kinds.${value}`)), of('quarter', quarters, (value) => t(`quarters.${value}`)), of('state', states, (value) => t(`states.${value}`)),
    of('need', dutyNeeds, (value) => t(`secretariat.needs.${value}`)), of('level', unitLevels, (value) => t(`units.level.${value}`)), of('group', groups, (value) => (t.has(`units.group.${value}`) ? t(`units.group.${value}`) : value)),
  ];
}

export const dutiesPage = page({ name: 'duties', path: '/cycles/:cycle/duties', action: 'duty.list', scope: 'list', params: inCycle, query: dutiesQuery, show });
