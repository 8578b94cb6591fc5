import { searchKey } from '../../../../domain/search-key.ts';
import type { Desk } from '../../../../api/use-cases/desk.ts';
import type { FieldOption } from '../../../view/fields.ts';
import type { Translate } from '../../../view/translate.ts';

/** Units in a form are names, in the plan codes; `each` in the plan stands for every unit. What the register does not know stays as it is, for the check to name. */
export interface UnitWords {
  readonly nameOf: (code: string) => string;
  readonly codeOf: (text: string) => string;
  /** Names to choose from while typing: units that last. */
  readonly names: readonly FieldOption[];
}

const each = 'each';

export async function unitWords({ registers }: Pick<Desk, 'registers'>, t: Translate): Promise<UnitWords> {
  const register = await registers.units();
  const units = [...register.values()];
  // Of several with one name the one that lasts is meant; the others are written as codes.
  const codes = new Map(units.toSorted((a, b) => Number(a.validTo === undefined) - Number(b.validTo === undefined)).map(({ name, code }) => [searchKey(name), code]));
  const every = t('plans.editor.each');
  return {
    nameOf: (code) => {
      const name = register.get(code)?.name;
      return code === each ? every : name !== undefined && codes.get(searchKey(name)) === code ? name : code;
    },
    codeOf: (text) => (searchKey(text) === searchKey(every) ? each : register.has(text) ? text : codes.get(searchKey(text)) ?? text),
    names: [{ value: every, text: '' }, ...units.filter(({ validTo }) => validTo === undefined).map(({ name, code }) => ({ value: name, text: code }))],
  };
}

/** A line each by name or code; codes on one line with commas or blanks between too. */
export function unitsIn(text: string, { codeOf }: Pick<UnitWords, 'codeOf'>): readonly string[] {
  return text.split(/[\n;]/).map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '').flatMap((line) => {
    const code = codeOf(line);
    return code === line && /^[a-z0-9-]+([ ,]+[a-z0-9-]+)+$/.test(line) ? line.split(/[ ,]+/) : [code];
  });
}
