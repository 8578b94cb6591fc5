import type { z } from 'zod';
import { calendarAt } from '../../../domain/cycle-clock.ts';
import { formulaText } from '../../../domain/compliance/formula.ts';
import { dateOf, dateParts, timeOf } from '../../../domain/plain-date.ts';
import { standings } from '../../../domain/verdict.ts';
import { page, type View, type Visit } from '../../http/page.ts';
import { paths } from '../../paths.ts';
import { formats } from '../../view/formats.ts';
import { frozenReport } from './frozen-report.ts';
import { paperHead } from './paper-head.ts';
import { ofQuarter, settingOf } from './place.ts';
import { notYetFrozen } from './quarter.ts';

/** The frozen report as a paper to be numbered, signed and sent: its figures are those of the frozen report, its layout Nghị định 30/2020/NĐ-CP's. */
async function show(visit: Visit<z.output<typeof ofQuarter>>): Promise<View> {
  const { desk, t, language, params: { quarter } } = visit;
  const setting = await settingOf(visit, visit.params.cycle);
  const { cycle, plan } = setting;
  const frame = notYetFrozen(visit, setting);
  const frozen = await frozenReport(visit, setting, quarter);
  if (!frozen) return frame;
  const { date, number } = formats(language);
  const { totals, movement } = frozen.report;
  const bound = standings.reduce((sum, name) => sum + totals.counts[name], 0);
  const frozenOn = dateOf(frozen.frozenAt);
  const period = plan.calendar.periods.find((each) => each.quarter === quarter);
  const screen = paths.quarter(cycle.id, quarter);
  const figures = Object.fromEntries(Object.entries({ bound, units: totals.units, reported: totals.units - totals.missing, onTime: totals.onTime, late: totals.late, missing: totals.missing, restated: frozen.restatements.length }).map(([name, value]) => [name, number(value)]));
  return {
    ...frame, template: 'committee/paper.njk', title: t('paper.page', { quarter: t(`quarters.${quarter}`), year: cycle.year }), lead: t('paper.lead'), help: 'paper.help',
    crumbs: [...frame.crumbs, { text: frame.title, href: screen }],
    model: {
      ...frozen, ...paperHead(plan, await desk.registers.units()), screen, totals, standings, figures, symbol: plan.symbol, planTitle: language === 'en' ? plan.titleEn : plan.title, formula: formulaText[language],
      year: dateParts(frozenOn).year, span: t(`paper.span.${quarter}`, { year: cycle.year }), from: date(period?.from), to: date(period?.to), frozen: { time: timeOf(frozen.frozenAt), date: date(frozenOn) },
      today: date(dateOf(calendarAt(cycle.clock, desk.now()))), moves: movement && { since: t(`quarters.${movement.since}`), improved: number(movement.improved), worsened: number(movement.worsened) },
    },
  };
}

export const paperPage = page({ name: 'quarterPaper', path: '/cycles/:cycle/quarters/:quarter/paper', action: 'compliance.read', params: ofQuarter, show });
