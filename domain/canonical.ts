/**
 * JSON in one form only, so that equal content has equal text and therefore one hash: keys sorted by UTF-16 code unit,
 * text in NFC, no white space, numbers as JavaScript prints them (-0 as 0). Properties that are `undefined` are left
 * out, as JSON does, so the hash outlives a trip through the record.
 * Throws TypeError, naming the JSON pointer, for what JSON cannot say: NaN, infinities, `undefined` itself or in a list,
 * BigInt, functions, symbols, dates, maps, sets, cycles, and two keys that are one in NFC.
 */
export function canonicalJson(value: unknown): string {
  return write(value, undefined);
}

/** The way down to a value; its pointer is made only when it is refused. */
interface Place {
  readonly name: string | number;
  readonly within: object;
  readonly above: Place | undefined;
}

function write(value: unknown, place: Place | undefined): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'object') return refuse(place, typeof value === 'number' ? String(value) : typeof value);
  for (let each = place; each !== undefined; each = each.above) if (each.within === value) return refuse(place, 'cycle');
  if (Array.isArray(value)) return `[${Array.from(value, (item, name) => write(item, { name, within: value, above: place })).join(',')}]`;
  const tag = Object.prototype.toString.call(value);
  return tag === '[object Object]' ? writeObject(value, place) : refuse(place, tag);
}

function writeObject(value: object, above: Place | undefined): string {
  const members = new Map<string, string>();
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const name = key.normalize('NFC');
    const place = { name, within: value, above };
    if (members.has(name)) refuse(place, 'key given twice');
    members.set(name, `${JSON.stringify(name)}:${write(member, place)}`);
  }
  return `{${[...members.keys()].sort().map((name) => members.get(name)).join(',')}}`;
}

function pointerTo(place: Place | undefined): string {
  return place ? `${pointerTo(place.above)}/${String(place.name).replaceAll('~', '~0').replaceAll('/', '~1')}` : '';
}

function refuse(place: Place | undefined, what: string): never {
  throw new TypeError(`No canonical JSON for ${what} at ${place ? pointerTo(place) : 'the top'}`);
}
