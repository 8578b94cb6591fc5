import { Prisma, type PrismaClient } from '../generated/client.ts';

export type Cell = string | number | bigint | boolean | null;

/** SQLite binds at most 32,766 values to a statement; small slices keep each statement short. */
const mostValues = 8_000;

/** What happens to a row whose key exists: an error, nothing, or it takes the place of the old one (`replace` names the key). */
type OnConflict<Column> = 'fail' | 'ignore' | { readonly replace: Column };

/** Columns of a table, in the order of the schema. */
export const columnsOf = (table: Prisma.ModelName): readonly string[] => Object.keys(Prisma[`${table}ScalarFieldEnum`]);

function conflictClause(columns: readonly string[], onConflict: OnConflict<PropertyKey>): string {
  if (onConflict === 'fail') return '';
  if (onConflict === 'ignore') return ' ON CONFLICT DO NOTHING';
  const key = String(onConflict.replace);
  const changes = columns.filter((column) => column !== key).map((column) => `"${column}" = excluded."${column}"`);
  return ` ON CONFLICT ("${key}") DO UPDATE SET ${changes.join(', ')}`;
}

function statement(table: string, columns: readonly string[], rows: readonly Readonly<Record<string, Cell>>[], onConflict: OnConflict<PropertyKey>): Prisma.Sql {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const values = Prisma.join(rows.map((row) => Prisma.sql`(${Prisma.join(columns.map((column) => row[column] ?? null))})`));
  return Prisma.sql`INSERT INTO ${Prisma.raw(`"${table}" (${names})`)} VALUES ${values}${Prisma.raw(conflictClause(columns, onConflict))}`;
}

/**
 * Inserts rows that all have the same columns (others than the table's are left out); answers how many were new or replaced. Prisma's `skipDuplicates` does not know
 * SQLite, its `createMany` takes three times as long for one row, and its `upsert` takes one row; this is portable SQL.
 */
export async function insertRows<Row extends Readonly<Record<keyof Row, Cell>>>(db: PrismaClient, table: Prisma.ModelName, rows: readonly Row[], onConflict: OnConflict<keyof Row> = 'fail'): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const columns = columnsOf(table).filter((column) => column in first);
  const slice = Math.max(1, Math.floor(mostValues / columns.length));
  let written = 0;
  for (let from = 0; from < rows.length; from += slice) written += await db.$executeRaw(statement(table, columns, rows.slice(from, from + slice), onConflict));
  return written;
}
