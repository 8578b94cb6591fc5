import type { SubmissionKind } from '../../domain/submission.ts';
import type { FactFamily, FactReader, Scope, ScopeItems } from './family.ts';
import { families, scopeLists } from './families.ts';

/** A fact as rule files may name it. */
export interface RegisteredFact extends FactReader<unknown> {
  readonly name: string;
  readonly scope: Scope;
  readonly stages: readonly SubmissionKind[];
}

const registered = new Map(families.flatMap((family: FactFamily<unknown>) =>
  Object.entries(family.facts).map(([name, reader]): [string, RegisteredFact] => [name, { ...reader, name, scope: family.scope, stages: family.stages }])));

const lists = new Map(scopeLists.map((list) => [list.scope, list]));

/** Every fact by name, for validation of rule files and for listing. */
export const factRegistry: ReadonlyMap<string, RegisteredFact> = registered;

export function findFact(name: string): RegisteredFact | undefined {
  return registered.get(name);
}

/** Throws RangeError for a name that is not registered: rule files are validated before they run. */
export function getFact(name: string): RegisteredFact {
  const fact = registered.get(name);
  if (!fact) throw new RangeError(`Unknown fact: ${name}`);
  return fact;
}

export function scopeItems(scope: Scope): ScopeItems<unknown> {
  const list = lists.get(scope);
  if (!list) throw new RangeError(`Unknown scope: ${scope}`);
  return list;
}
