import { createHash } from 'node:crypto';

/** The submissions that a seeded sample has so far: those of the smallest hashes, so that it does not matter how many there are, nor where a run was interrupted. */
export type Sample = readonly { readonly submission: string; readonly rank: string }[];

const seed = 'recheck';

/** The sample with one more submission to choose from; at most `size` are kept. */
export function sampled(sample: Sample, submission: string, size: number): Sample {
  if (size === 0) return sample;
  const rank = createHash('sha256').update(`${seed} ${submission}`).digest('hex').slice(0, 16);
  if (sample.length >= size && rank >= (sample.at(-1)?.rank ?? '')) return sample;
  return [...sample, { submission, rank }].sort((a, b) => (a.rank < b.rank ? -1 : 1)).slice(0, size);
}
