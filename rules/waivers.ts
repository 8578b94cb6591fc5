import type { CheckInput, Waiver } from '../domain/check.ts';
import type { PlainDate } from '../domain/date.ts';
import type { RuleResult } from '../domain/verdict.ts';

/** The unit's waivers that have not expired: a waiver counts up to the day on which it expires, inclusive. */
export function waiversOn({ waivers, unit }: Pick<CheckInput, 'waivers' | 'unit'>, today: PlainDate): readonly Waiver[] {
  return waivers.filter((waiver) => waiver.unit === unit.code && today <= waiver.expires.slice(0, 10));
}

/** The result as it is under the waivers: a finding of a waived rule (of a target, where the waiver names one) is not applicable. */
export function underWaivers(result: RuleResult, waivers: readonly Waiver[]): RuleResult {
  if (result.outcome !== 'violated' && result.outcome !== 'unknown') return result;
  const waiver = waivers.find(({ rule, target }) => rule === result.rule && (target === undefined || target === result.target));
  if (!waiver) return result;
  const { fix: _, ...rest } = result;
  return { ...rest, outcome: 'not-applicable', severity: 'note', message: { vi: `Được miễn: ${waiver.reason}`, en: `Waived: ${waiver.reason}` } };
}
