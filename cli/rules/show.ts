import { languages, type Bilingual } from '../../domain/text.ts';
import { getFact } from '../../rules/facts/registry.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Template } from '../../rules/templates.ts';
import { printResult } from '../output.ts';
import { wrapped } from '../plan/paint.ts';
import { findRule, noSuchRule } from './find.ts';
import type { GeneratedRule } from './generated.ts';
import { ofGenerated, ruleSummary, severityNames, stageNames } from './list.ts';

/** `chutrinh rules show ID`: everything that a rule says, in both languages. */
export function showCommand(id: string, json: boolean): void {
  const found = findRule(id) ?? noSuchRule(id);
  const shown = found.kind === 'file' ? ofFile(found.rule) : ofTargets(found.rule);
  printResult(json, shown, linesOf(shown));
}

/** The contract of `rules show --json`. */
function ofFile(rule: Rule) {
  const { words: { vi, en }, grounds, forEach, appliesWhen, skipWithout, require, reads, inputs } = rule;
  return {
    ...ruleSummary(rule),
    formula: reads, condition: require, forEach: forEach ?? null, appliesWhen: appliesWhen ?? null, skipWithout: skipWithout ?? null,
    message: { vi: asWritten(vi.message), en: asWritten(en.message) },
    fix: { vi: asWritten(vi.fix), en: asWritten(en.fix) },
    facts: inputs.map((name) => ({ name, type: getFact(name).type, about: getFact(name).about })),
    grounds: grounds.map(({ symbol, name, inForceFrom, inForceTo }) => ({ symbol, name, inForceFrom: inForceFrom ?? null, inForceTo: inForceTo ?? null })),
  };
}

type Shown = Omit<ReturnType<typeof ofFile>, 'stage' | 'effectiveFrom' | 'condition' | 'message' | 'fix'>
  & { readonly stage: Rule['stage']; readonly effectiveFrom: string | null; readonly condition: unknown; readonly message: Bilingual | null; readonly fix: Bilingual | null };

function ofTargets(rule: GeneratedRule): Shown {
  return { ...ofGenerated(rule), formula: rule.formula, condition: null, forEach: null, appliesWhen: null, skipWithout: null, message: null, fix: null, facts: [], grounds: [] };
}

/** A sentence with its places as in the file: `{figure.name}`. */
function asWritten(words: Template): string {
  return words.render((place) => `{${place}}`, undefined, 'vi');
}

function linesOf(shown: Shown): readonly string[] {
  const about = (names: Readonly<Record<string, unknown>> | readonly string[] | null): string | undefined =>
    (names === null ? undefined : (Array.isArray(names) ? names as readonly string[] : Object.entries(names).map(([name, values]) => `${name} ∈ {${String(values)}}`)).join('; '));
  const rows: readonly (readonly [label: string, words: string | undefined])[] = [
    ['mức', `${severityNames[shown.severity]}${shown.betaUntil === null ? '' : `; thử nghiệm, chỉ cảnh báo đến hết ${shown.betaUntil}`}`],
    ['áp dụng cho', shown.stage.map((each) => stageNames[each]).join(', ')],
    ['hiệu lực', shown.effectiveFrom === null ? 'theo từng kế hoạch' : `từ ${shown.effectiveFrom}${shown.effectiveTo === null ? '' : ` đến ${shown.effectiveTo}`}`],
    ['xét từng', shown.forEach ?? undefined],
    ['chỉ khi', about(shown.appliesWhen)],
    ['bỏ qua khi thiếu', about(shown.skipWithout)],
    ...languages.flatMap((language): [string, string | undefined][] => [
      [`[${language}] điều phải đúng`, shown.title[language]], [`[${language}] công thức`, shown.formula[language]],
      [`[${language}] khi sai`, shown.message?.[language]], [`[${language}] cách sửa`, shown.fix?.[language]],
    ]),
    ...shown.facts.map(({ name, about: { vi } }): [string, string] => ['dữ kiện', `${name}: ${vi}`]),
    ...shown.grounds.map(({ name, inForceFrom, inForceTo }): [string, string] => ['căn cứ', `${name}${inForceFrom === null ? '' : `, từ ${inForceFrom}`}${inForceTo === null ? '' : `, đến hết ${inForceTo}`}`]),
    ['căn cứ', shown.grounds.length === 0 ? 'điều khoản của từng chỉ tiêu' : undefined],
  ];
  return [`${shown.id} · bản ${shown.version}`, ...rows.flatMap(([label, words]) => (words === undefined ? [] : labelled(label, words)))];
}

function labelled(label: string, words: string): readonly string[] {
  return wrapped(words, 74).map((line, index) => `  ${(index === 0 ? label : '').padEnd(22)}${line}`);
}
