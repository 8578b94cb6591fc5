import type { PlainDate } from '../domain/date.ts';
import type { Bilingual, Language } from '../domain/text.ts';
import type { RuleInput, RuleOutcome, RuleResult, Severity } from '../domain/verdict.ts';
import { comparisonsOf, isFactOperand } from './conditions.ts';
import { difference } from './exact.ts';
import { getFact } from './facts/registry.ts';
import type { FactTable } from './facts/table.ts';
import { plainValue, showFact } from './show.ts';
import { isInForce, type Rule } from './rule.ts';
import type { Judged } from './three-valued.ts';

/** A rule's severity on a day: until its beta ends, a blocking rule only warns. */
function severityOn({ severity, betaUntil }: Pick<Rule, 'severity' | 'betaUntil'>, today: PlainDate): Severity {
  return severity === 'blocking' && betaUntil !== undefined && today <= betaUntil ? 'warning' : severity;
}

/**
 * The results of one rule: one for each item that violates it or that it cannot judge; else a single one that says
 * that it ran, with the title for its message.
 */
export function explain(judged: Judged, today: PlainDate): readonly RuleResult[] {
  const { rule, table, outcomes } = judged;
  const findings = outcomes.flatMap((outcome, row) => (outcome === 'violated' || outcome === 'unknown' ? [finding(rule, table, row, outcome, today)] : []));
  if (findings.length > 0) return findings;
  return [quiet(rule, outcomes.includes('satisfied') ? 'satisfied' : 'not-applicable', today)];
}

/** A result without a finding. */
function quiet(rule: Rule, outcome: RuleOutcome, today: PlainDate): RuleResult {
  return { rule: rule.id, ruleVersion: rule.version, outcome, severity: severityOn(rule, today), inputs: [], message: titleOf(rule), pointers: [], ...groundOf(rule, today) };
}

function titleOf({ words }: Rule): Bilingual {
  return { vi: words.vi.title, en: words.en.title };
}

function groundOf({ grounds }: Rule, today: PlainDate): { ground?: string } {
  const inForce = grounds.find((ground) => isInForce(ground, today)) ?? grounds[0];
  return inForce ? { ground: inForce.name } : {};
}

function finding(rule: Rule, table: FactTable, row: number, outcome: 'violated' | 'unknown', today: PlainDate): RuleResult {
  const target = table.target(row);
  const { vi, en } = rule.words;
  const at: At = { table, row };
  return {
    rule: rule.id,
    ruleVersion: rule.version,
    outcome,
    severity: severityOn(rule, today),
    ...(target === undefined ? {} : { target }),
    inputs: rule.inputs.map((name) => inputOf(table, name, row)),
    formula: rule.formula,
    ...distance(rule, table, row),
    message: outcome === 'unknown' ? unknownMessage(rule, table, row) : { vi: vi.message.render(shown, at, 'vi'), en: en.message.render(shown, at, 'en') },
    ...(outcome === 'violated' ? { fix: { vi: vi.fix.render(shown, at, 'vi'), en: en.fix.render(shown, at, 'en') } } : {}),
    pointers: pointersOf(rule, table, row),
    ...groundOf(rule, today),
  };
}

interface At {
  readonly table: FactTable;
  readonly row: number;
}

function shown(name: string, { table, row }: At, language: Language): string {
  return showFact(getFact(name).type, table.value(name, row), language);
}

function inputOf(table: FactTable, name: string, row: number): RuleInput {
  return { name, value: plainValue(table.value(name, row)), source: table.sources(name, row)[0] ?? '' };
}

/** Threshold and gap of a rule that compares one figure with another. */
function distance({ require }: Rule, table: FactTable, row: number): { threshold?: number; gap?: number } {
  const [only, ...more] = comparisonsOf(require);
  if (!only || more.length > 0) return {};
  const figure = plainValue(table.value(only.fact, row));
  const threshold = isFactOperand(only.value) ? plainValue(table.value(only.value.fact, row)) : only.value;
  if (typeof threshold !== 'number') return {};
  return typeof figure === 'number' ? { threshold, gap: difference(figure, threshold) } : { threshold };
}

function unknownMessage(rule: Rule, table: FactTable, row: number): Bilingual {
  const missing = rule.neededFacts.filter((name) => table.value(name, row) === null).map((name) => getFact(name).about);
  return {
    vi: `Chưa kiểm tra được “${rule.words.vi.title}” vì thiếu ${missing.map(({ vi }) => vi).join(', ')}.`,
    en: `“${rule.words.en.title}” could not be checked: missing ${missing.map(({ en }) => en).join(', ')}.`,
  };
}

function pointersOf(rule: Rule, table: FactTable, row: number): readonly string[] {
  const sources = (rule.points ?? rule.requiredFacts).flatMap((name) => table.sources(name, row));
  return [...new Set(sources.filter((source) => source.startsWith('/')))];
}
