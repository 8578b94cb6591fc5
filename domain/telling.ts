import type { Cycle } from './cycle.ts';
import type { Instant } from './date.ts';
import type { Matter } from './delivery.ts';
import type { Duty } from './duty.ts';
import type { MovedDue } from './moved-due.ts';
import { noticeOfMove } from './notice.ts';
import type { Repositories } from './ports/record.ts';
import { awaitedOf } from './view/awaited.ts';

interface Moved extends MovedDue {
  /** As it stands after the move. */
  readonly duty: Duty;
  readonly cycle: Pick<Cycle, 'settings'>;
  readonly at: Instant;
}

/** Who is told that a due date moved: the duty's own unit, and whoever else is waited for by then. The version of the duty makes each move one of a kind. */
export async function mattersOfMove({ opinions }: Pick<Repositories, 'opinions'>, { duty, cycle, cause, before, at }: Moved): Promise<readonly Matter[]> {
  const awaited = awaitedOf(duty, cycle, duty.state === 'appraisal' ? await opinions.listOf(duty.id, duty.round) : []);
  const others = new Map(awaited.filter(({ ladder }) => ladder === 'appraisal' || ladder === 'conclusion' || ladder === 'approval').map((each) => [each.unit, each]));
  const own = { ladder: duty.kind, unit: duty.unit } as const;
  return [own, ...others.values()].map(({ ladder, unit }) => ({ notice: noticeOfMove(duty, { cause, before }, { ladder, unit, at }), unit, rung: `moved/v${duty.version}` }));
}
