import { freezeRound } from '../../activities/freezing.ts';
import { fillReport } from '../../cli/rehearse/content/report-content.ts';
import { calendarAt } from '../../domain/cycle-clock.ts';
import { periodId, quarterWorkflowId, reportDutyId } from '../../domain/ids.ts';
import { addDays, atTime } from '../../domain/plain-date.ts';
import { quarters, type Quarter } from '../../domain/plan.ts';
import { prefillReport } from '../../domain/prefill.ts';
import type { ReportContent } from '../../domain/submission.ts';
import { loadUnits } from '../../plans/load.ts';
import { plan, type TestApi, type Year } from './api.ts';

/** What became of the reports: the unit that never sends one, the one that is late, and those that reported. */
export interface ReportedYear extends Year {
  readonly missing: string;
  readonly late: string;
  readonly reporting: readonly string[];
}

/** A department, a district and the department that reports for all; the others of the plan are left out unless asked for. */
const few = ['so-nv', 'so-yt', 'so-tttt', 'so-tc', 'ubnd-pleiku', 'ubnd-duc-co'];

/** A report as a unit of this ability would send it: the weaker, the more targets it misses. */
export function reportOf(unit: string, quarter: Quarter, ability: number): ReportContent {
  const period = plan.calendar.periods.find((each) => each.quarter === quarter);
  const registered = loadUnits('gia-lai').get(unit);
  if (!period || !registered) throw new Error(`No ${quarter} of ${unit}`);
  const form = prefillReport({ plan, unit: registered, period: { ...period, id: periodId(plan.year, quarter) } });
  return fillReport(form, { plan, character: { unit, ability }, quarter, seed: 11 });
}

/** Abilities spread over the units, the same each time. */
const abilityOf = (index: number): number => 0.35 + ((index * 37) % 60) / 100;

/**
 * Brings a year through its first quarters: reports of different quality, one missing, one late, the rounds before the last one closed and frozen.
 * `everyone`: all units of the plan report, for pictures and measurements.
 */
export async function aReportedYear(api: TestApi, year: Year, { upTo = 'Q2', everyone = false }: { upTo?: Quarter; everyone?: boolean } = {}): Promise<ReportedYear> {
  const units = everyone ? plan.units : plan.units.filter((unit) => few.includes(unit));
  const [missing = '', late = '', ...onTime] = units.toReversed().filter((unit) => unit !== 'so-tttt' && unit !== 'so-nv');
  const reporting = [...units.filter((unit) => unit === 'so-tttt' || unit === 'so-nv'), ...onTime];
  const submit = async (unit: string, quarter: Quarter, index: number): Promise<void> => {
    const agency = await api.as('agency', unit);
    for (const ability of [abilityOf(index + quarters.indexOf(quarter) * 5), 0.97]) {
      const answer = await agency.post(`${year.report(quarter, unit)}/submissions`, { content: reportOf(unit, quarter, ability) });
      if (answer.status === 201) return;
      if (ability === 0.97) throw new Error(`${unit} ${quarter}: ${answer.text.slice(0, 1000)}`);
    }
  };
  for (const quarter of quarters.slice(0, quarters.indexOf(upTo) + 1)) {
    const { due = '' } = plan.calendar.periods.find((each) => each.quarter === quarter) ?? {};
    api.clock.now = atTime(addDays(due, -3), '09:30');
    await year.openReports(quarter);
    for (const [index, unit] of reporting.entries()) await submit(unit, quarter, index);
    api.clock.now = atTime(addDays(due, 3), '16:10');
    await submit(late, quarter, 3);
    if (quarter !== upTo) await closeRound(api, year, quarter);
  }
  return { ...year, missing, late, reporting: [...reporting, late] };
}

/** Closes the round as its workflows would, and freezes its report for the committee. */
export async function closeRound({ record, clock }: TestApi, year: Year, quarter: Quarter): Promise<void> {
  for (const unit of plan.units) {
    const duty = await record.read.duties.find(reportDutyId(year.cycle, quarter, unit));
    if (duty) await year.system(duty.id, duty.state === 'submitted' ? 'closeUnreviewed' : 'closeMissing');
  }
  await freezeRound({ record, now: (ofCycle) => calendarAt(ofCycle, clock.now) }, quarterWorkflowId(year.cycle, quarter));
  const round = await record.read.quarterRounds.find(year.cycle, quarter);
  if (round?.state !== 'frozen') throw new Error(`${quarter} was not frozen`);
}
