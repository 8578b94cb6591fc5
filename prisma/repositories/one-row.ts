import { Prisma, type PrismaClient } from '../generated/client.ts';
import { columnsOf, type Cell } from './insert.ts';

/** Columns that must be equal; at least one, and none that may be null. */
type Key<Row> = { readonly [Column in keyof Row]?: string | number };

/** Texts of statements by table and columns: one text each, so that SQLite prepares it once. */
const texts = new Map<string, readonly string[]>();

function textsOf(table: Prisma.ModelName, asked: readonly string[], name: string, make: () => readonly string[]): readonly string[] {
  const known = texts.get(name);
  if (known) return known;
  const unknown = asked.find((column) => !columnsOf(table).includes(column));
  if (unknown !== undefined) throw new RangeError(`${table} has no column ${unknown}`);
  const made = make();
  texts.set(name, made);
  return made;
}

const quoted = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');
/** What stands before each value of a list of conditions or changes. */
const equals = (first: string, between: string, columns: readonly string[]): readonly string[] => columns.map((column, index) => `${index === 0 ? first : between}"${column}" = `);

/**
 * The row with this key, as `findFirst` would give it. Prisma plans and checks each query of its own anew, which takes it four times as long as plain SQL; this is
 * for what every act reads.
 */
export async function findRow<Row extends object>(db: PrismaClient, table: Prisma.ModelName, key: Key<Row>): Promise<Row | undefined> {
  const columns = Object.keys(key);
  const strings = textsOf(table, columns, `find ${table} ${columns.join()}`, () => [...equals(`SELECT ${quoted(columnsOf(table))} FROM "${table}" WHERE `, ' AND ', columns), ' LIMIT 1']);
  const [row] = await db.$queryRaw<Row[]>(new Prisma.Sql(strings, Object.values(key)));
  return row;
}

/** Changes the row with this key and gives it as it is then; undefined when there is none. Changes that are `undefined` are none. */
export async function changeRow<Row extends object>(db: PrismaClient, table: Prisma.ModelName, key: Key<Row>, changes: Readonly<{ [Column in keyof Row]?: Row[Column] & Cell }>): Promise<Row | undefined> {
  const given = Object.entries<Cell | undefined>(changes).filter((change): change is [string, Cell] => change[1] !== undefined);
  const [changed, columns] = [given.map(([column]) => column), Object.keys(key)];
  const strings = textsOf(table, [...changed, ...columns], `change ${table} ${changed.join()} ${columns.join()}`, () => [
    ...equals(`UPDATE "${table}" SET `, ', ', changed), ...equals(' WHERE ', ' AND ', columns), ` RETURNING ${quoted(columnsOf(table))}`,
  ]);
  const [row] = await db.$queryRaw<Row[]>(new Prisma.Sql(strings, [...given.map(([, value]) => value), ...Object.values(key)]));
  return row;
}
