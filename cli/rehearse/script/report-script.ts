import type { Instant } from '../../../domain/date.ts';
import { atTime } from '../../../domain/plain-date.ts';
import type { Quarter } from '../../../domain/plan.ts';
import type { DutyState } from '../../../domain/stages.ts';
import type { Character, ReportManner } from '../cast.ts';
import { pick, randomFor } from '../random.ts';
import type { ScriptDates } from './plan-script.ts';
import type { Step, StepAct } from './step.ts';

/** Working days around the report's due date, clear of the rungs of the ladder (-3, -1, 0, 1, 3, 5) and of the end of the round. */
const days = { early: -4, punctual: -2, late: 2, earlyReview: -3, lateReview: 4, correction: 15 } as const;

/** Everything that happens to one unit's report of one quarter. */
export function reportScript(character: Character, quarter: Quarter, dates: ScriptDates): readonly Step[] {
  const period = dates.settings.calendar.periods.find((each) => each.quarter === quarter);
  if (!period) return [];
  const { calendar } = dates;
  const due = calendar.dueOn(period.due);
  const at = (day: number, time: string): Instant => atTime(calendar.addWorkingDays(due, day), time);
  const step = (when: Instant, awaits: readonly DutyState[], act: StepAct, round = 1): Step => ({ at: when, unit: character.unit, quarter, round, awaits, act });
  const acceptFrom = (submitted: Instant): Step =>
    step(submitted < at(days.earlyReview, '00:00') ? at(days.earlyReview, '09:30') : at(days.lateReview, '09:30'), ['submitted'], { kind: 'accept' });
  const onTime = at(pick(randomFor(dates.seed, 'report', quarter, character.unit), [days.early, days.punctual]), '09:30');
  const correction = character.corrects === quarter ? [step(at(days.correction, '09:30'), ['accepted', 'unreviewed'], { kind: 'correct' })] : [];

  const scripts: Readonly<Record<ReportManner, () => readonly Step[]>> = {
    missing: () => [],
    diligent: () => [step(onTime, ['open'], { kind: 'submit', writing: 'true' }), acceptFrom(onTime)],
    sloppy: () => [step(onTime, ['open'], { kind: 'submit', writing: 'sloppy' }), acceptFrom(onTime)],
    warned: () => [step(onTime, ['open'], { kind: 'submit', writing: 'bare' }), acceptFrom(onTime)],
    late: () => [step(at(days.late, '09:30'), ['open'], { kind: 'submit', writing: 'true' }), step(at(days.lateReview, '09:30'), ['submitted'], { kind: 'accept' })],
    withdrawing: () => [
      step(at(days.early, '09:30'), ['open'], { kind: 'submit', writing: 'true' }),
      step(at(days.early, '10:30'), ['submitted'], { kind: 'withdraw' }),
      step(at(days.punctual, '09:30'), ['open'], { kind: 'submit', writing: 'true' }),
      acceptFrom(at(days.punctual, '09:30')),
    ],
    returned: () => [
      step(at(days.early, '09:30'), ['open'], { kind: 'submit', writing: 'bare' }),
      step(at(days.earlyReview, '09:30'), ['submitted'], { kind: 'return' }),
      step(at(days.punctual, '09:30'), ['returned'], { kind: 'submit', writing: 'true' }, 2),
      step(at(days.lateReview, '09:30'), ['submitted'], { kind: 'accept' }, 2),
    ],
  };
  return [...scripts[character.reports[quarter]](), ...correction];
}
