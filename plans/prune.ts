import type { Fault } from './issues.ts';
import type { DataPath } from './yaml.ts';

/** A file's value without what the schema refused, and the way back to where the rest stood. */
export interface Pruned {
  readonly value: unknown;
  readonly originalPath: (path: DataPath) => DataPath;
}

/**
 * Leaves out the refused items of the file's top-level lists and the unknown fields, so that the remaining items can
 * still be checked against each other and an author sees all problems at once. Undefined when something else is wrong.
 */
export function prune(whole: unknown, faults: readonly Fault[]): Pruned | undefined {
  if (!isBlock(whole)) return undefined;
  const refused = new Map<string, Set<number>>();
  const unknownFields: Fault[] = [];
  for (const fault of faults) {
    const [list, index] = fault.path;
    if (typeof list === 'string' && typeof index === 'number') refused.set(list, (refused.get(list) ?? new Set()).add(index));
    else if (fault.key !== undefined) unknownFields.push(fault);
    else return undefined;
  }
  const value = structuredClone(whole);
  for (const { path, key } of unknownFields) {
    const block = path.reduce<unknown>((node, step) => (isBlock(node) ? node[step] : undefined), value);
    if (isBlock(block) && key !== undefined) delete block[key];
  }
  const kept = new Map<string, readonly number[]>();
  for (const [list, indexes] of refused) {
    const items = value[list];
    if (!Array.isArray(items)) return undefined;
    kept.set(list, items.flatMap((_, index) => (indexes.has(index) ? [] : [index])));
    value[list] = items.filter((_, index) => !indexes.has(index));
  }
  return { value, originalPath: (path) => originalPath(path, kept) };
}

function originalPath(path: DataPath, kept: ReadonlyMap<string, readonly number[]>): DataPath {
  const [list, index, ...rest] = path;
  if (typeof list !== 'string' || typeof index !== 'number') return path;
  return [list, kept.get(list)?.[index] ?? index, ...rest];
}

function isBlock(node: unknown): node is Record<string | number, unknown> {
  return typeof node === 'object' && node !== null;
}
