import type { CheckInput } from '../../domain/check.ts';
import { formatDate } from '../../domain/plain-date.ts';
import type { PlainDate } from '../../domain/date.ts';
import { languages, type Bilingual, type Language } from '../../domain/text.ts';
import { getFact } from '../../rules/facts/registry.ts';
import type { FactTable } from '../../rules/facts/table.ts';
import type { Rule } from '../../rules/rule.ts';
import { showNamed } from '../../rules/show.ts';
import { stageNames } from './list.ts';

/** Why a rule is not about this form at all, on this day; undefined when it is. */
export function whyNotThisForm({ stage, effectiveFrom, effectiveTo }: Rule, { content }: CheckInput, today: PlainDate): Bilingual | undefined {
  if (!stage.includes(content.kind)) {
    return { vi: `Quy tắc về ${stage.map((each) => stageNames[each]).join(', ')}; bản này là ${stageNames[content.kind]}.`, en: `The rule is about a ${stage.join(' or ')}; this form is a ${content.kind}.` };
  }
  const day = (language: Language, date: PlainDate): string => formatDate(date, language);
  if (today < effectiveFrom) return { vi: `Quy tắc có hiệu lực từ ${day('vi', effectiveFrom)}, bản này xét theo ngày ${day('vi', today)}.`, en: `The rule is in force from ${day('en', effectiveFrom)}; the form is judged on ${day('en', today)}.` };
  if (effectiveTo !== undefined && effectiveTo < today) return { vi: `Quy tắc hết hiệu lực sau ${day('vi', effectiveTo)}, bản này xét theo ngày ${day('vi', today)}.`, en: `The rule was in force until ${day('en', effectiveTo)}; the form is judged on ${day('en', today)}.` };
  return undefined;
}

/** Why a rule has nothing to say about one item: it is about others, or what it would look at is not given. */
export function whyNotThisItem({ appliesWhen, skipWithout }: Rule, table: FactTable, row: number): Bilingual {
  const others = Object.entries(appliesWhen ?? {}).filter(([fact, values]) => !new Set<unknown>(values).has(table.value(fact, row)));
  const missing = (skipWithout ?? []).filter((fact) => table.value(fact, row) === null);
  const told = (language: Language): string => {
    const shown = (fact: string, value: Parameters<typeof showNamed>[1]): string => showNamed(getFact(fact), value, language);
    const words = {
      vi: { is: 'là', wanted: 'quy tắc chỉ xét', missing: 'chưa có' },
      en: { is: 'is', wanted: 'the rule is only about', missing: 'not given:' },
    }[language];
    return [
      ...others.map(([fact, values]) => `${getFact(fact).about[language]} ${words.is} ${shown(fact, table.value(fact, row))}, ${words.wanted} ${values.map((value) => shown(fact, value)).join(', ')}`),
      ...missing.map((fact) => `${words.missing} ${getFact(fact).about[language]}`),
    ].join('; ');
  };
  const [vi, en] = languages.map(told);
  return { vi: vi ?? '', en: en ?? '' };
}
