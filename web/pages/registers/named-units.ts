import { Refused } from '../../../domain/refusals.ts';
import { searchKey } from '../../../domain/search-key.ts';
import type { Unit } from '../../../domain/unit.ts';
import type { Desk } from '../../../api/use-cases/desk.ts';
import type { FieldOption } from '../../view/fields.ts';

type Register = ReadonlyMap<string, Unit>;

/** Of several units with one name the one that lasts. */
const byNames = (register: Register): ReadonlyMap<string, string> => new Map([...register.values()].toSorted((a, b) => Number(a.validTo === undefined) - Number(b.validTo === undefined)).map(({ name, code }) => [searchKey(name), code]));

/** Units as people write them, a line each: by name, with or without marks, or by code; codes with commas or blanks between too. Throws `unknown-unit` at the field for what the register does not have. */
export async function unitsNamed({ registers }: Pick<Desk, 'registers'>, texts: readonly string[], field: string): Promise<readonly string[]> {
  const register = await registers.units();
  const names = byNames(register);
  const codeOf = (text: string): string | undefined => (register.has(text) ? text : names.get(searchKey(text)));
  const codes = texts.flatMap((text) => text.split(/[\n;]/)).map((line) => line.trim()).filter((line) => line !== '').flatMap((line) => {
    const whole = codeOf(line);
    if (whole !== undefined) return [whole];
    return line.split(/[\s,]+/).map((each) => {
      if (!register.has(each)) throw new Refused('invalid-input', { errors: [{ pointer: `/${field}`, code: 'unknown-unit', value: line, accepted: '' }] });
      return each;
    });
  });
  return [...new Set(codes)];
}

/** Names to choose from while typing; units that have ended are left out. */
export async function unitNames({ registers }: Pick<Desk, 'registers'>): Promise<readonly FieldOption[]> {
  return [...(await registers.units()).values()].filter(({ validTo }) => validTo === undefined).map(({ name, code }) => ({ value: name, text: code }));
}
