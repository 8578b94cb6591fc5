import { thresholdFor } from '../../../domain/applies.ts';
import { quarters, type Quarter, type Target } from '../../../domain/plan.ts';
import type { TargetFigure } from '../../../domain/submission.ts';
import type { Character } from '../cast.ts';
import { between, pick, randomFor } from '../random.ts';

/** Sizes that denominators have: bodies, services, systems, devices, files. */
const sizes = [18, 40, 120, 450, 1600] as const;

/** A target that the unit's work never touches: it says so in its plan and in every report. */
export function isForeign(target: Target, unit: string, seed: number): boolean {
  return target.reportedBy === 'each' && target.measure === 'ratio' && randomFor(seed, 'foreign', target.id, unit)() < 0.02;
}

export const foreignReason = 'Đơn vị không phát sinh nội dung này trong năm.';

/** What the unit truly reached of a target by the end of the quarter; cumulative, so it never falls. */
export function figureOf(target: Target, character: Pick<Character, 'unit' | 'ability'>, quarter: Quarter, seed: number): TargetFigure {
  const random = randomFor(seed, 'figure', target.id, character.unit);
  const threshold = thresholdFor(target, character.unit);
  const passed = (quarters.indexOf(quarter) + 1) / quarters.length;
  const reached = reachedShare(character.ability, random());
  const size = pick(randomFor(seed, 'size', target.code), sizes);
  const denominator = Math.max(4, Math.round(size * (0.6 + 0.8 * random())));
  const begins = between(random, 1, 3);
  const slowness = 0.55 + 0.9 * (1 - character.ability) + 0.4 * random();
  switch (target.measure) {
    case 'ratio': {
      const share = Math.min(1, (threshold / 100) * reached) * passed ** slowness;
      return { target: target.id, numerator: Math.min(denominator, Math.ceil(denominator * share)), denominator };
    }
    case 'yes-no':
      return { target: target.id, answer: reached >= 1 && passed * quarters.length >= begins };
    case 'rank':
      return { target: target.id, value: Math.max(1, Math.round(threshold + (1 - passed) * 8 + (1 - reached) * 20)) };
    case 'count':
    case 'amount':
      return { target: target.id, value: Math.ceil(threshold * reached * passed) };
  }
}

/** Of the threshold: strong units pass most of theirs, weak ones stay below about half of them. */
function reachedShare(ability: number, luck: number): number {
  const share = 0.7 + 0.24 * ability + 0.34 * luck;
  return share > 0.98 ? Math.max(1, share) : share;
}
