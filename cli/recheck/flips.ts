import type { Submission } from '../../domain/duty.ts';
import type { Bilingual } from '../../domain/text.ts';
import type { RuleResult, Verdict } from '../../domain/verdict.ts';
import { differing, nothing, partsOfKey, sayingKey, sayingsOf, type Saying } from './sayings.ts';

/** One rule that would say something else about one stored submission. */
export interface Flip {
  readonly unit: string;
  readonly submission: string;
  readonly rule: string;
  readonly target: string | null;
  /** What the stored verdict says, and what the rules say now. */
  readonly from: Saying;
  readonly to: Saying;
  /** The whole verdict, stored and now. */
  readonly verdict: { readonly from: Verdict['outcome']; readonly to: Verdict['outcome'] };
  /** The reason that the rules give now; where they find nothing any more, the one that no longer holds. */
  readonly why: Bilingual;
}

/** Where the bulk path and the engine say different things of one submission: a defect of ours. Rule and target ids. */
export interface Difference {
  readonly submission: string;
  readonly rules: readonly string[];
}

/** What differs between the stored verdict of a submission and one made now, in the words of the one made now. */
export function flipsOf({ id, unit, verdict: stored }: Pick<Submission, 'id' | 'unit' | 'verdict'>, now: Verdict): readonly Flip[] {
  const [before, after] = [sayingsOf(stored.results), sayingsOf(now.results)];
  return differing(before, after).map((key): Flip => {
    const to = after.get(key) ?? nothing;
    const reason = to.says === 'nothing' ? gone(messageOf(stored.results, key)) : messageOf(now.results, key);
    return { unit, submission: id, ...partsOfKey(key), from: before.get(key) ?? nothing, to, verdict: { from: stored.outcome, to: now.outcome }, why: reason };
  });
}

/** The message of the worst result under a key. */
function messageOf(results: readonly RuleResult[], key: string): Bilingual {
  const under = results.filter(({ rule, target }) => sayingKey(rule, target) === key);
  return (under.find(({ outcome }) => outcome === 'violated') ?? under.find(({ outcome }) => outcome === 'unknown') ?? under[0])?.message ?? { vi: '', en: '' };
}

function gone({ vi, en }: Bilingual): Bilingual {
  return { vi: `Không còn: ${vi}`, en: `No longer: ${en}` };
}
