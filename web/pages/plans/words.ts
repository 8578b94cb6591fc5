import type { Target } from '../../../domain/plan.ts';
import type { Unit } from '../../../domain/unit.ts';
import type { Language } from '../../../domain/text.ts';
import { formats } from '../../view/formats.ts';
import { groupWords } from '../../view/fields.ts';
import type { Translate } from '../../view/translate.ts';

/** What a target asks, in words: `từ 97%`. */
export function asked(target: Pick<Target, 'measure' | 'comparator' | 'threshold' | 'unit'>, t: Translate, language: Language): string {
  if (target.measure === 'yes-no' && target.threshold === 1) return t('plans.mustBe');
  return `${t(`comparators.${target.comparator}`)} ${formats(language).measured(target.threshold, target.unit)}`;
}

/** Whom a target binds, in words. */
export function boundBy({ appliesTo: { levels = [], groups = [], units = [] } }: Pick<Target, 'appliesTo'>, register: ReadonlyMap<string, Unit>, t: Translate): string {
  return [...levels.map((level) => t(`units.level.${level}`)), ...groups.map((group) => groupWords(t, group)), ...units.map((code) => nameOf(register, code))].join(', ');
}

export const nameOf = (register: ReadonlyMap<string, Unit>, code: string): string => register.get(code)?.name ?? code;
