import type { CycleClock } from '../../domain/cycle-clock.ts';

/** Input of every workflow of the record. `id` is the workflow's own id; all else the record gives. */
export interface WorkflowInput {
  readonly id: string;
  readonly clock: CycleClock;
}

/** A shard opens what the units of one shard owe to `parent`: a cycle's plans or a quarter's reports. */
export interface ShardInput {
  readonly parent: string;
  readonly shard: number;
  readonly clock: CycleClock;
}
