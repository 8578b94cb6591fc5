import type { PlainDate } from '../domain/date.ts';
import { addDays, formatDate } from '../domain/plain-date.ts';
import type { Bilingual, Language } from '../domain/text.ts';
import type { RuleInput, RuleOutcome, RuleResult, Severity } from '../domain/verdict.ts';
import { comparisonsOf, isFactOperand } from './conditions.ts';
import { difference } from './exact.ts';
import { getFact } from './facts/registry.ts';
import type { FactTable } from './facts/table.ts';
import { say, type ResultSentence } from './result-words.ts';
import { plainValue, showNamed } from './show.ts';
import { isInForce, type Rule } from './rule.ts';
import type { Judged } from './three-valued.ts';

/** A rule's severity on a day: until its beta ends, a blocking rule only warns, and says from when it will block. */
export function severityOn({ severity, betaUntil }: Pick<Rule, 'severity' | 'betaUntil'>, today: PlainDate): { severity: Severity; blocksFrom?: PlainDate } {
  return severity === 'blocking' && betaUntil !== undefined && today <= betaUntil ? { severity: 'warning', blocksFrom: addDays(betaUntil, 1) } : { severity };
}

/**
 * The results of one rule: one for each item that violates it or that it cannot judge; else a single one that says
 * that it ran, with the title for its message.
 */
export function explain(judged: Judged, today: PlainDate): readonly RuleResult[] {
  const { rule, table, outcomes } = judged;
  const findings = outcomes.flatMap((outcome, row) => (outcome === 'violated' || outcome === 'unknown' ? [finding(rule, table, row, outcome, today)] : []));
  if (findings.length > 0) return findings;
  return [quiet(judged, outcomes.includes('satisfied') ? 'satisfied' : 'not-applicable', today)];
}

/** A result without a finding: what was looked at, where that is one thing. */
function quiet({ rule, table }: Judged, outcome: RuleOutcome, today: PlainDate): RuleResult {
  const inputs = rule.scope === 'document' && outcome === 'satisfied' ? rule.requiredFacts.map((name) => inputOf(table, name, 0)) : [];
  return { rule: rule.id, ruleVersion: rule.version, outcome, ...severityOn(rule, today), inputs, formula: rule.reads, message: titleOf(rule), pointers: [], ...groundOf(rule, today) };
}

function titleOf({ words }: Rule): Bilingual {
  return { vi: words.vi.title, en: words.en.title };
}

export function groundOf({ grounds }: Rule, today: PlainDate): { ground?: string } {
  const inForce = grounds.find((ground) => isInForce(ground, today)) ?? grounds[0];
  return inForce ? { ground: inForce.name } : {};
}

function finding(rule: Rule, table: FactTable, row: number, outcome: Finding, today: PlainDate): RuleResult {
  const target = table.target(row);
  const at: At = { table, row };
  const weight = severityOn(rule, today);
  return {
    rule: rule.id,
    ruleVersion: rule.version,
    outcome,
    ...weight,
    ...(target === undefined ? {} : { target }),
    inputs: rule.inputs.map((name) => inputOf(table, name, row)),
    formula: rule.reads,
    ...distance(rule, table, row),
    ...inBoth((language) => ({ message: messageOf(rule, outcome, at, language) + warningOf(rule, weight, language), fix: fixOf(rule, outcome, at, language) })),
    pointers: pointersOf(rule, table, row),
    ...groundOf(rule, today),
  };
}

type Finding = 'violated' | 'unknown';

interface At {
  readonly table: FactTable;
  readonly row: number;
}

function shown(name: string, { table, row }: At, language: Language): string {
  return showNamed(getFact(name), table.value(name, row), language);
}

/** A fact of an item as an input, with where it was read from. */
export function inputOf(table: FactTable, name: string, row: number): RuleInput {
  return { name, label: getFact(name).about, value: plainValue(table.value(name, row)), source: table.sources(name, row)[0] ?? '' };
}

/** Threshold and gap of a rule that compares one figure with another. */
export function distance({ require }: Rule, table: FactTable, row: number): { threshold?: number; gap?: number } {
  const [only, ...more] = comparisonsOf(require);
  if (!only || more.length > 0) return {};
  const figure = plainValue(table.value(only.fact, row));
  const threshold = isFactOperand(only.value) ? plainValue(table.value(only.value.fact, row)) : only.value;
  if (typeof threshold !== 'number') return {};
  return typeof figure === 'number' ? { threshold, gap: difference(figure, threshold) } : { threshold };
}

function inBoth(told: (language: Language) => { message: string; fix: string }): { message: Bilingual; fix: Bilingual } {
  const [vi, en] = [told('vi'), told('en')];
  return { message: { vi: vi.message, en: en.message }, fix: { vi: vi.fix, en: en.fix } };
}

function messageOf(rule: Rule, outcome: Finding, at: At, language: Language): string {
  return outcome === 'violated' ? rule.words[language].message.render(shown, at, language) : unknownSentence('unknown', rule, at, language);
}

function fixOf(rule: Rule, outcome: Finding, at: At, language: Language): string {
  return outcome === 'violated' ? rule.words[language].fix.render(shown, at, language) : unknownSentence('fix-unknown', rule, at, language);
}

function unknownSentence(sentence: ResultSentence, rule: Rule, { table, row }: At, language: Language): string {
  const missing = rule.neededFacts.filter((name) => table.value(name, row) === null).map((name) => getFact(name).about[language]);
  return say(rule.says, language, sentence, { title: rule.words[language].title, missing: missing.join(', ') });
}

function warningOf(rule: Rule, { blocksFrom }: { blocksFrom?: PlainDate }, language: Language): string {
  return blocksFrom === undefined ? '' : ` ${say(rule.says, language, 'blocks-from', { day: formatDate(blocksFrom, language) })}`;
}

/** The fields of an item that a finding points at. */
export function pointersOf(rule: Rule, table: FactTable, row: number): readonly string[] {
  const sources = (rule.points ?? rule.requiredFacts).flatMap((name) => table.sources(name, row));
  return [...new Set(sources.filter((source) => source.startsWith('/')))];
}
