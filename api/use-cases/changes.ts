/** Members by which the entries of a list are told apart, in the order in which they are tried. */
const keys = ['id', 'target', 'task', 'line'] as const;

/**
 * JSON pointers of what differs in `after` from `before`, leaf by leaf. Entries of a list are matched by their key, so that
 * one inserted line is one change; a list that lost entries or changed its order is named itself.
 */
export function changedPointers(before: unknown, after: unknown, at = ''): readonly string[] {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return changedEntries(before, after, at);
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => changedPointers(before[name], after[name], `${at}/${escape(name)}`));
  }
  return [at === '' ? '/' : at];
}

function changedEntries(before: readonly unknown[], after: readonly unknown[], at: string): readonly string[] {
  const [old, now] = [before.map(keyOf), after.map(keyOf)];
  if ([...old, ...now].some((key) => key === undefined)) return same(before, after) ? [] : [at];
  const known = new Map(old.map((key, index) => [key, before[index]]));
  const isMoved = !same(old.filter((key) => now.includes(key)), now.filter((key) => known.has(key))) || old.some((key) => !now.includes(key));
  const inside = after.flatMap((entry, index) => changedPointers(known.get(now[index]), entry, `${at}/${index}`));
  return isMoved ? [at, ...inside] : inside;
}

function keyOf(entry: unknown): string | undefined {
  if (!isRecord(entry)) return undefined;
  const name = keys.find((key) => typeof entry[key] === 'string');
  return name && String(entry[name]);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const escape = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
