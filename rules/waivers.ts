import type { CheckInput } from '../domain/check.ts';
import type { PlainDate } from '../domain/date.ts';
import { formatDate, isPlainDate } from '../domain/plain-date.ts';
import type { Language } from '../domain/text.ts';
import type { RuleResult } from '../domain/verdict.ts';
import type { Waiver } from '../domain/waiver.ts';
import { say } from './result-words.ts';
import type { Rule } from './rule.ts';

/** The unit's waivers that have not expired: a waiver counts up to the day on which it expires, inclusive. */
export function waiversOn({ waivers, unit }: Pick<CheckInput, 'waivers' | 'unit'>, today: PlainDate): readonly Waiver[] {
  return waivers.filter((waiver) => waiver.unit === unit.code && today <= waiver.expires.slice(0, 10));
}

/** Whether a waiver of the rule can count at all. */
export function isWaivable({ waivable }: Pick<Rule, 'waivable'>): boolean {
  return waivable !== false;
}

/**
 * A rule's result as it is under the waivers: a finding of a waived rule (of a target, where the waiver names one) is not
 * applicable, and still says what was found, who let it pass, why and until when.
 */
export function underWaivers(result: RuleResult, rule: Pick<Rule, 'waivable' | 'says'>, waivers: readonly Waiver[]): RuleResult {
  if ((result.outcome !== 'violated' && result.outcome !== 'unknown') || !isWaivable(rule)) return result;
  const waiver = waivers.find((each) => each.rule === result.rule && (each.target === undefined || each.target === result.target));
  if (!waiver) return result;
  const { fix: _, blocksFrom: __, ...rest } = result;
  const { reason, approver, expires } = waiver;
  const told = (language: Language): string => say(rule.says, language, 'waived', { finding: result.message[language], reason, approver, expires: dayShown(expires, language) });
  return { ...rest, outcome: 'not-applicable', severity: 'note', message: { vi: told('vi'), en: told('en') }, waiver: { reason, approver, expires } };
}

function dayShown(day: string, language: Language): string {
  return isPlainDate(day) ? formatDate(day, language) : day;
}
