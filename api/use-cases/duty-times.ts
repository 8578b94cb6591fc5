import type { Instant } from '../../domain/date.ts';
import type { Duty } from '../../domain/duty.ts';
import { appraisalStartsAt } from '../../domain/view/plan-dates.ts';
import { dutyClosesAt } from '../../domain/view/duty-view.ts';
import type { Desk } from './desk.ts';

/** What happens to a duty without anybody doing anything, and when. Null: not in this state. */
export interface DutyTimes {
  /** A submitted plan: its appraisal starts, and it can no longer be withdrawn. */
  readonly appraisalAt: Instant | null;
  /** An open plan lapses; an open report counts as missing, or as unreviewed. */
  readonly closesAt: Instant | null;
}

export async function dutyTimes({ registers }: Desk, duty: Duty): Promise<DutyTimes> {
  const [cycle, calendar] = await Promise.all([registers.cycle(duty.cycle), registers.calendar()]);
  return {
    appraisalAt: duty.kind === 'plan' && duty.state === 'submitted' && duty.submittedAt !== null ? appraisalStartsAt(duty.submittedAt, calendar) : null,
    closesAt: dutyClosesAt(duty, cycle, calendar),
  };
}
