import { between, pick, randomFor, type Random } from '../../cli/rehearse/random.ts';
import type { Moment } from '../../cli/rehearse/script/moments.ts';
import type { Instant } from '../../domain/date.ts';
import { atTime } from '../../domain/plain-date.ts';
import type { PlanCalendar } from '../../domain/plan.ts';
import { morningOf } from '../../domain/view/office-hours.ts';
import type { WorkingCalendar } from '../../domain/working-calendar.ts';
import type { Fault, Part } from './faults.ts';

/** `all` is one year with some of each, at moments that leave everybody the time to be on time. */
export const tortures = ['kills', 'temporal-away', 'store-lost', 'all'] as const;
export type Torture = (typeof tortures)[number];

export interface Dates {
  readonly year: PlanCalendar;
  readonly calendar: WorkingCalendar;
}

/** Working days around a due date, at an hour at which the actors or the workflows act. */
function moments({ year, calendar }: Dates) {
  const drafts = (day: number): Instant => atTime(calendar.addWorkingDays(year.draftsDue, day), '09:30');
  const reportDue = calendar.dueOn(year.periods[0]?.due ?? year.approvalDue);
  const report = (day: number, time: string): Instant => atTime(calendar.addWorkingDays(reportDue, day), time);
  return { fanOut: morningOf(year.guidance), drafts, report, reportsOpen: report(-5, '08:00') };
}

/** What a part takes to come back and to catch up, in real milliseconds, at least and at most. */
const recovery = { least: 8_000, most: 14_000 };

/** The time that each fault costs, given where it comes, so that the year counts as if there had been none: half of what the machine took to start all parts just before. */
export function recoveriesOf(faults: readonly Fault[], year: PlanCalendar, startMs: number): readonly Moment[] {
  if (faults.length === 0) return [];
  const recoveryMs = Math.round(Math.min(recovery.most, Math.max(recovery.least, startMs / 2)));
  const faulty = faults.map((fault): Moment => ({ at: fault.kind === 'away' ? fault.to : fault.at, needMs: recoveryMs }));
  return [...faulty, { at: atTime(year.approvalDue, '09:30'), needMs: recoveryMs }];
}

/** What a round does to the machines. Kills come a little after the moment, in the middle of what happens then. */
export function faultsOf(torture: Torture, dates: Dates, seed: number): readonly Fault[] {
  const { fanOut, drafts, report, reportsOpen } = moments(dates);
  const random: Random = randomFor(seed, torture);
  const kill = (at: Instant, ...parts: readonly Part[]): Fault => ({ kind: 'kill', parts, at, afterMs: between(random, 20, 700) });
  switch (torture) {
    case 'kills':
      return [
        kill(fanOut, pick(random, ['worker', 'temporal', 'server'])),
        kill(drafts(-8), 'server'),
        kill(drafts(-3), 'worker'),
        kill(drafts(0), 'temporal'),
        kill(reportsOpen, pick(random, ['worker', 'temporal'])),
        kill(report(-2, '09:30'), 'worker', 'server', 'temporal'),
      ];
    case 'temporal-away':
      return [
        { kind: 'away', part: 'temporal', from: drafts(-4), to: drafts(3) },
        { kind: 'away', part: 'temporal', from: report(-4, '08:30'), to: report(2, '12:00') },
      ];
    case 'store-lost':
      return [{ kind: 'lose-store', at: drafts(-2) }, { kind: 'lose-store', at: report(-3, '12:00') }];
    case 'all':
      return [
        kill(fanOut, 'worker'),
        kill(drafts(-8), 'server'),
        { kind: 'away', part: 'temporal', from: drafts(-4), to: drafts(3) },
        kill(drafts(7), 'worker', 'server', 'temporal'),
        kill(reportsOpen, 'worker'),
        { kind: 'lose-store', at: report(-3, '12:00') },
      ];
  }
}

