/**
 * JSON in one form only, so that equal content has equal text and therefore one hash: keys sorted by UTF-16 code unit,
 * text in NFC, no white space, numbers as JavaScript prints them (-0 as 0). Properties that are `undefined` are left
 * out, as JSON does, so the hash outlives a trip through the record.
 * Throws TypeError, naming the JSON pointer, for what JSON cannot say: NaN, infinities, `undefined` itself or in a list,
 * BigInt, functions, symbols, dates, maps, sets, cycles, and two keys that are one in NFC.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '', []);
}

function write(value: unknown, pointer: string, ancestors: readonly object[]): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'object') return refuse(pointer, typeof value === 'number' ? String(value) : typeof value);
  if (ancestors.includes(value)) return refuse(pointer, 'cycle');
  const within = [...ancestors, value];
  if (Array.isArray(value)) return `[${Array.from(value, (item, index) => write(item, `${pointer}/${index}`, within)).join(',')}]`;
  const tag = Object.prototype.toString.call(value);
  return tag === '[object Object]' ? writeObject(value, pointer, within) : refuse(pointer, tag);
}

function writeObject(value: object, pointer: string, ancestors: readonly object[]): string {
  const members = new Map<string, string>();
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const name = key.normalize('NFC');
    const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (members.has(name)) refuse(at, 'key given twice');
    members.set(name, `${JSON.stringify(name)}:${write(member, at, ancestors)}`);
  }
  return `{${[...members.keys()].sort().map((name) => members.get(name)).join(',')}}`;
}

function refuse(pointer: string, what: string): never {
  throw new TypeError(`No canonical JSON for ${what} at ${pointer === '' ? 'the top' : pointer}`);
}
