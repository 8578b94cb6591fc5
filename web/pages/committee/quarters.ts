import type { z } from 'zod';
import { quarters } from '../../../domain/plan.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { inCycle, settingOf } from './place.ts';

async function show(visit: Visit<z.output<typeof inCycle>>): Promise<View> {
  const { desk, t, language, params } = visit;
  const { cycle, plan, rounds, crumbs } = await settingOf(visit, params.cycle);
  const format = formats(language);
  const calendar = await desk.registers.calendar();
  const rows = quarters.flatMap((quarter) => {
    const period = plan.calendar.periods.find((each) => each.quarter === quarter);
    const round = rounds.find((each) => each.quarter === quarter);
    if (!period) return [];
    const live = round && paths.compliance(cycle.id, { quarter });
    return [{ name: t(`committee.quarter.${quarter}`), period, due: calendar.dueOn(period.due), round, state: round?.state ?? 'ahead', href: round?.state === 'frozen' ? paths.quarter(cycle.id, quarter) : live, live }];
  });
  const frozen = rows.filter(({ round }) => round?.state === 'frozen').length;
  const next = rows.find(({ round }) => round === undefined);
  return {
    template: 'committee/quarters.njk', title: t('committee.quarters.title'), help: 'committee.quarters.help', cycle, crumbs, wide: true,
    lead: `${t('committee.quarters.lead', { count: frozen })}${next ? ` ${t('committee.quarters.next', { quarter: next.name, date: format.date(next.due) })}` : ''}`, model: { rows },
  };
}

export const quartersPage = page({ name: 'quarters', path: '/cycles/:cycle/quarters', action: 'compliance.read', params: inCycle, show });
