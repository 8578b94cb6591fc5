import { z } from 'zod';
import { contentHash } from '../../domain/content-hash.ts';
import type { PlanBody } from '../../domain/plan-draft.ts';
import { Refused, type FieldError } from '../../domain/refusals.ts';
import { faultsOf, type Fault } from '../../plans/issues.ts';
import { planSchema } from '../../plans/schema.ts';
import { calendarSchema, rolesSchema } from '../../plans/schema/running.ts';
import { tableSchema } from '../../plans/schema/table.ts';
import { targetSchema } from '../../plans/schema/target.ts';
import { legalGroundSchema, responsibilitySchema, resultSchema, taskSchema } from '../../plans/schema/work.ts';

/** Parts that are lists: an entry is named by its id, a responsibility by its number. */
export const listParts = ['targets', 'tasks', 'tables', 'results', 'responsibilities', 'legalGrounds'] as const;
export const draftParts = ['head', 'targets', 'tasks', 'tables', 'results', 'responsibilities', 'legalGrounds', 'calendar', 'roles'] as const;
export type DraftPart = (typeof draftParts)[number];
export type ListPart = (typeof listParts)[number];

const rowSchema = tableSchema.shape.rows.element;
const headSchema = planSchema.pick({ title: true, titleEn: true, year: true, issuer: true, issuerName: true, symbol: true, issuedOn: true, level: true });

const schemas = {
  head: headSchema, calendar: calendarSchema, roles: z.strictObject({ roles: rolesSchema, units: planSchema.shape.units }),
  targets: targetSchema, tasks: taskSchema, tables: tableSchema, results: resultSchema, responsibilities: responsibilitySchema, legalGrounds: legalGroundSchema,
} as const satisfies Readonly<Record<DraftPart, z.ZodType>>;

/** A place in a draft: a part, an entry of it, a row of a table. */
export interface DraftPlace {
  readonly part: DraftPart;
  readonly entry?: string;
  readonly row?: string;
}

type Entry = Readonly<Record<string, unknown>>;

export const isListPart = (part: DraftPart): part is ListPart => (listParts as readonly string[]).includes(part);

/** Names of the entries of a list, in order. */
export const entryNames = (body: PlanBody, part: ListPart): readonly string[] => (part === 'responsibilities' ? body.responsibilities.map((_, index) => String(index + 1)) : body[part].map(({ id }) => id));

/** What stands at a place; undefined when there is nothing. */
export function entryAt(body: PlanBody, { part, entry, row }: DraftPlace): Entry | undefined {
  if (part === 'head') return Object.fromEntries(Object.keys(headSchema.shape).flatMap((name) => (Object.hasOwn(body, name) ? [[name, body[name as keyof PlanBody]]] : [])));
  if (part === 'roles') return { roles: body.roles, units: body.units };
  if (part === 'calendar') return { ...body.calendar };
  const found = body[part][entryNames(body, part).indexOf(entry ?? '')] as Entry | undefined;
  return row === undefined ? found : (found?.['rows'] as readonly Entry[] | undefined)?.find(({ id }) => id === row);
}

/** The name of what stands at a place, by which a second editor's change is seen; of nothing: empty. */
export function entryMark(entry: Entry | undefined): string {
  return entry === undefined ? '' : contentHash(entry);
}

/** The draft with something else at a place: an entry without a name is added, `null` takes away. Throws `invalid-input` for what the plan's format refuses. */
export function withEntry(body: PlanBody, place: DraftPlace, value: unknown): PlanBody {
  const { part, entry, row } = place;
  if (value !== null) assertFits(place, value);
  if (part === 'head') return { ...withoutHead(body), ...(value as Partial<PlanBody>) } as PlanBody;
  if (part === 'roles') return { ...body, ...(value as Pick<PlanBody, 'roles' | 'units'>) };
  if (part === 'calendar') return { ...body, calendar: value as PlanBody['calendar'] };
  const names = entryNames(body, part);
  if (row === undefined) return { ...body, [part]: replaced(body[part], names, entry, value as Entry | null, part !== 'responsibilities') };
  const tables = body.tables.map((table) => (table.id === entry ? { ...table, rows: replaced(table.rows, table.rows.map(({ id }) => id), row === '' ? undefined : row, value as Entry | null, true) } : table));
  return { ...body, tables: tables as PlanBody['tables'] };
}

const withoutHead = (body: PlanBody): object => Object.fromEntries(Object.entries(body).filter(([name]) => !Object.hasOwn(headSchema.shape, name)));

function replaced(list: readonly unknown[], names: readonly string[], name: string | undefined, value: Entry | null, isNamed: boolean): readonly unknown[] {
  const at = name === undefined ? -1 : names.indexOf(name);
  if (value !== null && isNamed && names.some((each, index) => index !== at && each === value['id'])) throw new Refused('invalid-input', { errors: [{ pointer: '/id', code: 'twice', value: value['id'] }] });
  if (at === -1) return value === null ? list : [...list, value];
  return value === null ? list.filter((_, index) => index !== at) : list.map((each, index) => (index === at ? value : each));
}

function assertFits({ part, row }: DraftPlace, value: unknown): void {
  const schema = row === undefined ? schemas[part] : rowSchema;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Refused('invalid-input', { errors: faultsOf(parsed.error, schema, value).map((fault) => fieldErrorOf(fault)) });
}

/** A fault of a plan's format as a field error, in both languages. */
export function fieldErrorOf({ path, key, code, value, message, accepted }: Fault): FieldError {
  const cut = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
  return { pointer: ['', ...path, ...(key === undefined ? [] : [key])].join('/'), code, value, message: { vi: `${capital(message.vi)}.`, en: `${capital(message.en)}.` }, fix: { vi: `Chấp nhận: ${cut(accepted.vi)}.`, en: `Accepted: ${cut(accepted.en)}.` } };
}

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
