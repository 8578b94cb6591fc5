type Container = Record<string, unknown>;

const partsOf = (pointer: string): readonly string[] =>
  pointer.split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

/** The value at a JSON pointer; undefined when there is none. */
export function valueAt(document: unknown, pointer: string): unknown {
  return partsOf(pointer).reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? (at as Container)[part] : undefined), document);
}

/** A copy in which the place of the pointer holds `value`; `undefined` leaves the place out. */
export function withValueAt<Content>(document: Content, pointer: string, value: unknown): Content {
  if (pointer === '') return value as Content;
  const copy = structuredClone(document);
  const parts = partsOf(pointer);
  const last = parts.at(-1) ?? '';
  const parent = valueAt(copy, pointer.slice(0, pointer.lastIndexOf('/')));
  if (typeof parent !== 'object' || parent === null) throw new RangeError(`No such place: ${pointer}`);
  if (value === undefined) delete (parent as Container)[last];
  else (parent as Container)[last] = structuredClone(value);
  return copy;
}
