import type { Instant } from '../domain/date.ts';
import type { Duty } from '../domain/duty.ts';
import type { DutyFilter } from '../domain/ports/duties.ts';
import type { RecordStore } from '../domain/ports/record.ts';
import { isOpen, nextState, type Act } from '../domain/stages.ts';
import { actOnDuty } from '../domain/transition.ts';
import { slice } from './deps.ts';

export interface Ending {
  readonly record: RecordStore;
  readonly which: DutyFilter & { readonly cycle: string };
  /** The workflow that ends them. */
  readonly by: string;
  readonly at: Instant;
  /** The act that ends a duty; undefined leaves it open. */
  readonly actFor: (duty: Duty) => Act | undefined;
}

/** Ends open duties, slice by slice; those that have ended meanwhile are passed over. Each one's workflow is told. */
export async function endDuties({ record, which, by, at, actFor }: Ending): Promise<void> {
  const open = (await record.read.duties.all(which)).filter((duty) => isOpen(duty.kind, duty.state));
  for (let from = 0; from < open.length; from += slice) {
    await record.write(async (tx) => {
      for (const { id } of open.slice(from, from + slice)) {
        const duty = await tx.duties.find(id);
        const act = duty && isOpen(duty.kind, duty.state) ? actFor(duty) : undefined;
        if (!duty || !act || nextState(duty.kind, duty.state, act) === undefined) continue;
        await actOnDuty(tx, { duty: id, act, actor: { kind: 'workflow', id: by }, at, expectedVersion: duty.version, details: { because: by } });
      }
    });
  }
}

/** How a duty ends that is still open when its time is over. */
export function closingAct({ kind, state }: Pick<Duty, 'kind' | 'state'>): Act {
  if (kind === 'plan') return 'lapse';
  return state === 'submitted' ? 'closeUnreviewed' : 'closeMissing';
}
