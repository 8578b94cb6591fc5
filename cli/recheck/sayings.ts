import type { PlainDate } from '../../domain/date.ts';
import type { RuleResult, Severity, Standing } from '../../domain/verdict.ts';
import type { BulkOutcomes, BulkVerdict } from '../../rules/bulk/check.ts';
import { outcomeCode, standingOfCode } from '../../rules/bulk/codes.ts';
import { severityOn } from '../../rules/explain.ts';

/** What a check says under one rule (about one target): the standing of a target; else the worst that was found, and how often. */
export interface Saying {
  readonly says: Standing | 'violated' | 'unknown' | 'nothing';
  /** Of a catalogue rule's findings. */
  readonly severity: Severity | null;
  /** How many items it was found on. */
  readonly count: number;
}

/** By rule and target. Rules without a finding are left out: what was satisfied and what had nothing to judge say the same, nothing. */
export type Sayings = ReadonlyMap<string, Saying>;

export const nothing: Saying = { says: 'nothing', severity: null, count: 0 };

export const sayingKey = (rule: string, target: string | undefined): string => `${rule} ${target ?? ''}`;

/** Rule and target of a key; neither has a space in its id. */
export function partsOfKey(key: string): { readonly rule: string; readonly target: string | null } {
  const [rule = '', target = ''] = key.split(' ');
  return { rule, target: target === '' ? null : target };
}

export function isSame(a: Saying, b: Saying): boolean {
  return a.says === b.says && a.severity === b.severity && a.count === b.count;
}

/** What a verdict with words says, stored or made now. */
export function sayingsOf(results: readonly RuleResult[]): Sayings {
  const said = new Map<string, Saying>();
  for (const { rule, target, standing, outcome, severity } of results) {
    const key = sayingKey(rule, target);
    if (standing !== undefined) said.set(key, { says: standing, severity: null, count: 1 });
    else if (outcome === 'violated' || outcome === 'unknown') add(said, key, outcome, severity);
  }
  return said;
}

/** The same of a verdict without words. `rule` of the targets: what target rules are called at this stage. */
export function sayingsInBulk({ targets, standings, rules }: BulkVerdict, targetRule: string, today: PlainDate): Sayings {
  const said = new Map<string, Saying>();
  targets.forEach(({ id }, slot) => said.set(sayingKey(targetRule, id), { says: standingOfCode(standings[slot] ?? Number.NaN), severity: null, count: 1 }));
  for (const each of rules) addFindings(said, each, today);
  return said;
}

function addFindings(said: Map<string, Saying>, { rule, table, outcomes }: BulkOutcomes, today: PlainDate): void {
  outcomes.forEach((code, row) => {
    if (code !== outcomeCode.violated && code !== outcomeCode.unknown) return;
    add(said, sayingKey(rule.id, table.target(row)), code === outcomeCode.violated ? 'violated' : 'unknown', severityOn(rule, today).severity);
  });
}

function add(said: Map<string, Saying>, key: string, says: 'violated' | 'unknown', severity: Severity): void {
  const before = said.get(key);
  said.set(key, { says: before?.says === 'violated' ? 'violated' : says, severity, count: (before?.count ?? 0) + 1 });
}

/** Keys that the two differ in, in the order in which they came. */
export function differing(a: Sayings, b: Sayings): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => !isSame(a.get(key) ?? nothing, b.get(key) ?? nothing));
}
