import type { CheckInput, CheckSubmission } from '../../domain/check.ts';
import type { Cycle } from '../../domain/cycle.ts';
import type { Submission } from '../../domain/duty.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import { createBulkChecker, type BulkCheck } from '../../rules/bulk/check.ts';
import type { Catalogue } from '../../rules/catalogue.ts';
import { createChecker } from '../../rules/check.ts';
import { targetRules } from '../../rules/targets/words.ts';
import { openPast, type Past } from './as-of.ts';
import { flipsOf, type Difference, type Flip } from './flips.ts';
import { sampled, type Sample } from './sample.ts';
import { differing, sayingsInBulk, sayingsOf, type Sayings } from './sayings.ts';
import type { Checkpoint, RunState } from './state.ts';

export interface RecheckOptions {
  readonly cycle: Cycle;
  readonly catalogue: Catalogue;
  /** How many submissions are run through the engine as well. */
  readonly verify: number;
  readonly state: RunState;
  /** Duties read at once. */
  readonly pageSize?: number;
  readonly onProgress?: (progress: { readonly duties: number; readonly of: number; readonly submissions: number; readonly flips: number }) => void;
}

export interface Recheck {
  readonly duties: number;
  readonly submissions: number;
  readonly flips: readonly Flip[];
  /** How many of a sample were run through the engine as well. */
  readonly verified: number;
  /** Where the two paths do not agree, in the sample and wherever the engine was asked for words. */
  readonly differences: readonly Difference[];
}

interface Paths {
  readonly past: Past;
  readonly bulk: BulkCheck;
  readonly engine: CheckSubmission;
}

const none: Checkpoint = { next: null, duties: 0, submissions: 0, flips: [], differences: [], sample: [] };

/**
 * Runs the rules over every submission of a cycle that the record holds, page by page, in order of units, and writes nothing to the record. The bulk path
 * decides whether anything differs from the stored verdict; where it does, the engine gives the words.
 */
export async function recheck(read: Repositories, { cycle, catalogue, verify, state, pageSize = 50, onProgress }: RecheckOptions): Promise<Recheck> {
  const paths: Paths = { past: await openPast(read, cycle), bulk: createBulkChecker(catalogue), engine: createChecker({ catalogue }) };
  const done = state.done ?? none;
  const [flips, differences] = [[...done.flips], [...done.differences]];
  let { duties, submissions, sample, next } = done;
  for (let isFirst = state.done === undefined; isFirst || next !== null; isFirst = false) {
    const page = await read.duties.list({ cycle: cycle.id }, { limit: pageSize, ...(next === null ? {} : { cursor: next }) });
    const [newFlips, newDifferences]: [Flip[], Difference[]] = [[], []];
    for (const { id } of page.items) {
      for (const submission of await read.submissions.listOf(id)) {
        const found = await flipsIn(paths, submission);
        newFlips.push(...found.flips);
        newDifferences.push(...found.differences);
        sample = sampled(sample, submission.id, verify);
        submissions += 1;
      }
      duties += 1;
    }
    next = page.next ?? null;
    flips.push(...newFlips);
    differences.push(...newDifferences);
    state.save({ next, duties, submissions, flips: newFlips, differences: newDifferences, sample });
    onProgress?.({ duties, of: page.total, submissions, flips: flips.length });
  }
  differences.push(...(await differencesIn(read, paths, sample)));
  state.remove();
  return { duties, submissions, flips, verified: sample.length, differences };
}

/** The engine is asked only where the bulk path says something else than the stored verdict; it must then say the same. */
async function flipsIn({ past, bulk, engine }: Paths, submission: Submission): Promise<{ readonly flips: readonly Flip[]; readonly differences: readonly Difference[] }> {
  const input = await past.inputOf(submission);
  const fast = saidInBulk(bulk, input);
  if (differing(sayingsOf(submission.verdict.results), fast).length === 0) return { flips: [], differences: [] };
  const verdict = await engine(input);
  return { flips: flipsOf(submission, verdict), differences: differenceOf(submission.id, fast, sayingsOf(verdict.results)) };
}

function saidInBulk(bulk: BulkCheck, input: CheckInput): Sayings {
  return sayingsInBulk(bulk(input), targetRules[input.content.kind].rule, dateOf(input.at));
}

async function differencesIn(read: Repositories, { past, bulk, engine }: Paths, sample: Sample): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  for (const { submission: id } of sample) {
    const submission = await read.submissions.find(id);
    if (!submission) throw new Error(`No submission ${id}`);
    const input = await past.inputOf(submission);
    differences.push(...differenceOf(id, saidInBulk(bulk, input), sayingsOf((await engine(input)).results)));
  }
  return differences;
}

function differenceOf(submission: string, fast: Sayings, slow: Sayings): readonly Difference[] {
  const rules = differing(slow, fast);
  return rules.length > 0 ? [{ submission, rules }] : [];
}
