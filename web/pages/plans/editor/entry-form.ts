import type { PlanTableColumn } from '../../../../domain/plan.ts';
import { unitLevels } from '../../../../domain/unit.ts';
import { formatNumber, parseNumber } from '../../../../domain/numbers.ts';
import { many, one, type Fields } from '../../../http/form.ts';
import type { FormField } from '../../../view/fields.ts';
import type { Translate } from '../../../view/translate.ts';
import { columnKinds, type Member } from './describe.ts';
import { unitsIn, type UnitWords } from './unit-words.ts';

type Entry = Readonly<Record<string, unknown>>;

const at = (entry: unknown, path: string): unknown => path.split('.').reduce<unknown>((node, step) => (typeof node === 'object' && node !== null ? (node as Entry)[step] : undefined), entry);
const isNumber = (value: unknown): value is number => typeof value === 'number';

/** What stands in the entry, as the form shows it: numbers in Vietnamese form, lists a line each. */
export function written(value: unknown, as: Member['as'], { nameOf = (code: string) => code }: Partial<Pick<UnitWords, 'nameOf'>> = {}): string {
  if (value === undefined || value === null) return '';
  if (as === 'number' && isNumber(value)) return formatNumber(value, 'vi').replaceAll('.', '');
  if (as === 'unit' && typeof value === 'string') return nameOf(value);
  if (as === 'units' && Array.isArray(value)) return (value as readonly string[]).map((code) => nameOf(code)).join('\n');
  if (as === 'codes' && Array.isArray(value)) return value.join('\n');
  if (as === 'thresholds') return Object.entries(value as Entry).map(([unit, threshold]) => `${nameOf(unit)} = ${isNumber(threshold) ? formatNumber(threshold, 'vi').replaceAll('.', '') : String(threshold)}`).join('\n');
  if (as === 'columns' && Array.isArray(value)) return (value as readonly PlanTableColumn[]).map(({ key, label, kind, unit }) => [key, label, kind, ...(unit === undefined ? [] : [unit])].join(' | ')).join('\n');
  return typeof value === 'string' || isNumber(value) ? String(value) : JSON.stringify(value);
}

const hinted: readonly Member['as'][] = ['codes', 'unit', 'units', 'thresholds', 'columns', 'number'];

/** The fields of an entry's form. `heads`: labels of a table's own columns. */
export function entryFields(members: readonly Member[], entry: Entry | undefined, t: Translate, units: UnitWords, heads: Readonly<Record<string, string>> = {}): readonly FormField[] {
  return members.map(({ path, as, values = [], words = '', texts, optional }): FormField => {
    const value = at(entry, path);
    const name = heads[path] ?? t(`plans.members.${path.replace(/^periods\.\d\./, 'periods.').replace(/^milestones\..*/, 'milestones')}`, { number: Number(/\d/.exec(path)?.[0] ?? 0) + 1, quarter: path.startsWith('milestones.') ? t(`quarters.${path.slice(-2)}`) : '' });
    const label = optional ? `${name} (${t('plans.editor.optional')})` : name;
    const hint = path === 'code' || path === 'reportedBy' || path === 'quote' ? { hint: t(`plans.hints.${path}`) } : hinted.includes(as) ? { hint: t(`plans.hints.${as}`) } : {};
    if (as === 'levels') return { kind: 'ticks', name: path, label, options: unitLevels.map((level) => ({ value: level, text: t(`units.level.${level}`) })), ticked: Array.isArray(value) ? (value as readonly string[]) : [] };
    if (as === 'choice') return { kind: 'select', name: path, label, options: [...(optional ? [{ value: '', text: t('registers.none') }] : []), ...values.map((each) => ({ value: each, text: texts?.[each] ?? t(`${words}.${each}`) }))], value: written(value, as) };
    const kind = as === 'date' ? 'date' : as === 'number' || as === 'year' ? 'figure' : as === 'line' || as === 'unit' ? 'line' : 'long';
    return { kind, name: path, label, value: written(value, as, units), ...hint, ...(as === 'unit' ? { from: 'units' } : {}), ...(as === 'codes' || as === 'columns' ? { rows: 4 } : as === 'units' ? { rows: Math.max(3, Math.min(12, Array.isArray(value) ? value.length : 0)) } : {}) };
  });
}

/** One field's text as the plan's format wants it. What cannot be read stays as typed, for the format to refuse in words. */
function read(fields: Fields, { path, as }: Member, units: UnitWords): unknown {
  const text = one(fields, path).replace(/\s+/g, ' ');
  if (as === 'levels') return many(fields, path);
  if (as === 'unit') return units.codeOf(text);
  if (as === 'units') return unitsIn(one(fields, path), units);
  if (as === 'codes') return one(fields, path).split(/[\s,;]+/).filter((each) => each !== '');
  if (as === 'thresholds') return Object.fromEntries(one(fields, path).split('\n').filter((each) => each.trim() !== '').map((each) => { const [unit = '', value = ''] = each.split('='); return [units.codeOf(unit.trim()), numberOf(value)]; }));
  if (as === 'columns') return one(fields, path).split('\n').filter((each) => each.trim() !== '').map((each) => { const [key = '', label = '', kind = 'text', unit] = each.split('|').map((part) => part.trim()); return { key, label, kind: columnKinds.find((known) => known === kind) ?? kind, ...(unit ? { unit } : {}) }; });
  return as === 'number' || as === 'year' ? numberOf(text) : text;
}

/** A figure typed in Vietnamese form: `1.234,5`. */
function numberOf(text: string): unknown {
  const entry = parseNumber(text, { writtenIn: 'vi', suffix: '%' });
  return 'value' in entry ? entry.value : text.trim();
}

const isEmpty = (value: unknown): boolean => value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** The entry that a form says, over what stood there: members that the form does not ask for stay. */
export function entryOf(members: readonly Member[], fields: Fields, units: UnitWords, before: Entry = {}): Entry {
  const entry = structuredClone(before) as Record<string, unknown>;
  for (const member of members) {
    const value = read(fields, member, units);
    put(entry, member.path.split('.'), member.optional && isEmpty(value) ? undefined : value);
  }
  // Windows that were left empty are not there; the form has room for four.
  if (Array.isArray(entry['periods'])) entry['periods'] = (entry['periods'] as readonly Entry[]).filter((period) => Object.keys(period).some((name) => name !== 'quarter'));
  return Object.fromEntries(Object.entries(entry).filter(([name, value]) => !(name === 'milestones' && isEmpty(value))));
}

function put(node: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    if (value === undefined) Reflect.deleteProperty(node, step);
    else node[step] = value;
    return;
  }
  node[step] ??= /^\d+$/.test(rest[0] ?? '') ? [] : {};
  put(node[step] as Record<string, unknown>, rest, value);
}

/** The field whose path begins the pointer; a missing member points at its own field. */
export const fieldOf = (members: readonly Member[]) => (pointer: string): string => {
  const path = pointer.slice(1).replaceAll('/', '.');
  return members.filter((member) => path === member.path || path.startsWith(`${member.path}.`) || member.path.startsWith(`${path}.`)).toSorted((a, b) => b.path.length - a.path.length)[0]?.path ?? '';
};
