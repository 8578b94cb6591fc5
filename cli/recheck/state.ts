import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Difference, Flip } from './flips.ts';
import type { Sample } from './sample.ts';

/** What an interrupted run has to be the same in for its findings to count. */
export interface RunKey {
  readonly cycle: string;
  readonly ruleset: string;
  readonly verify: number;
}

/** Where a run stands after a page of duties. `next` is the cursor of the page that follows. */
export interface Checkpoint {
  readonly next: string | null;
  readonly duties: number;
  readonly submissions: number;
  /** Flips and differences of this page. */
  readonly flips: readonly Flip[];
  readonly differences: readonly Difference[];
  readonly sample: Sample;
}

/** What a run that was interrupted had done, its pages together. */
export type Done = Checkpoint;

export interface RunState {
  /** Absent without an earlier run of the same key. */
  readonly done: Done | undefined;
  save(checkpoint: Checkpoint): void;
  remove(): void;
}

const fileOf = (folder: string, { cycle }: RunKey): string => join(folder, `recheck-${cycle}.jsonl`);

/**
 * A line for the key and one for each page, only ever appended: whatever stops a run, the whole lines before hold. With `resume`, a run of the same key
 * goes on; otherwise, and for another key, it begins anew.
 */
export function openState(folder: string, key: RunKey, resume: boolean): RunState {
  const file = fileOf(folder, key);
  const done = resume ? readDone(file, key) : undefined;
  if (!done) writeFileSync(file, `${JSON.stringify(key)}\n`);
  return {
    done,
    save: (checkpoint) => appendFileSync(file, `${JSON.stringify(checkpoint)}\n`),
    remove: () => rmSync(file, { force: true }),
  };
}

/** Whether an earlier run of the cycle was interrupted. */
export function isInterrupted(folder: string, key: RunKey): boolean {
  return existsSync(fileOf(folder, key)) && readDone(fileOf(folder, key), key) !== undefined;
}

function readDone(file: string, key: RunKey): Done | undefined {
  if (!existsSync(file)) return undefined;
  // the last part is empty, or a line that was cut off
  const [head, ...pages] = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  if (head !== JSON.stringify(key)) return undefined;
  const checkpoints = pages.map((line) => JSON.parse(line) as Checkpoint);
  const last = checkpoints.at(-1);
  return last && { ...last, flips: checkpoints.flatMap(({ flips }) => flips), differences: checkpoints.flatMap(({ differences }) => differences) };
}
