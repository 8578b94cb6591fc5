import type { RecordStore } from '../../domain/ports/record.ts';

/**
 * Keeps what took long to work out, by all that it was worked out from: the same key always means the same value, so that nothing kept is ever out of date.
 * One keeper for each record; the value used longest ago goes first.
 */
export function createKept<Value>(most: number): (record: RecordStore, key: string, make: () => Promise<Value>) => Promise<Value> {
  const kept = new WeakMap<RecordStore, Map<string, Promise<Value>>>();
  return (record, key, make) => {
    const values = kept.get(record) ?? new Map<string, Promise<Value>>();
    kept.set(record, values);
    const known = values.get(key);
    const value = known ?? make();
    values.delete(key);
    values.set(key, value);
    if (!known) value.catch(() => values.delete(key));
    for (const oldest of values.keys()) {
      if (values.size <= most) break;
      values.delete(oldest);
    }
    return value;
  };
}
