import { shippedCatalogue } from '../../rules/check.ts';
import type { Rule } from '../../rules/rule.ts';
import { CommandFailed, exitStatus } from '../exit.ts';
import { meant } from '../form/nearest.ts';
import { usable } from '../plan/input.ts';
import { generatedRules, type GeneratedRule } from './generated.ts';

export type FoundRule = { readonly kind: 'file'; readonly rule: Rule } | { readonly kind: 'generated'; readonly rule: GeneratedRule };

/** The rule of an id; undefined when there is none. */
export function findRule(id: string): FoundRule | undefined {
  const rule = usable(shippedCatalogue).rules.find((each) => each.id === id);
  if (rule) return { kind: 'file', rule };
  const generated = generatedRules.find((each) => each.id === id);
  return generated && { kind: 'generated', rule: generated };
}

/** Ends the command with status 2 and the nearest known rule. */
export function noSuchRule(id: string, more: readonly string[] = []): never {
  const ids = [...generatedRules, ...usable(shippedCatalogue).rules].map((rule) => rule.id);
  throw new CommandFailed(`không có quy tắc “${id}”${meant(id, [...ids, ...more])} (chutrinh rules list liệt kê ${ids.length} quy tắc)`, exitStatus.usage);
}
