import type { SqlQuery, SqlQueryable, SqlResultSet } from '@prisma/driver-adapter-utils';
import type { Database, Statement } from 'better-sqlite3';
import { boundValue, columnTypes, columnValue } from './convert.ts';
import { driverError } from './errors.ts';

interface Prepared {
  readonly statement: Statement;
  readonly names: string[];
  readonly types: readonly (string | null)[];
}

/** Statements kept per connection; the oldest is dropped when a caller makes up too many. */
const keep = 500;

/** Runs Prisma's queries on one better-sqlite3 connection, each statement prepared once. */
export class SqliteQueryable implements SqlQueryable {
  readonly provider = 'sqlite';
  readonly adapterName = 'chutrinh-sqlite';
  protected readonly database: Database;
  readonly #prepared = new Map<string, Prepared>();

  constructor(database: Database) {
    this.database = database;
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.#run(query, ({ statement, names, types }, args) => {
      if (!statement.reader) {
        statement.run(args);
        return { columnNames: [], columnTypes: [], rows: [] };
      }
      const rows = statement.all(args) as unknown[][];
      const columns = columnTypes(types, rows);
      return { columnNames: names, columnTypes: columns, rows: rows.map((row) => row.map((value, index) => columnValue(value, columns[index] ?? 0))) };
    });
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    return this.#run(query, ({ statement }, args) => (statement.reader ? statement.all(args).length : statement.run(args).changes));
  }

  #run<Result>(query: SqlQuery, act: (prepared: Prepared, args: unknown[]) => Result): Result {
    try {
      return act(this.#prepare(query.sql), query.args.map((value, index) => boundValue(value, query.argTypes[index])));
    } catch (error) {
      throw driverError(error);
    }
  }

  #prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sql);
    const columns = statement.reader ? statement.raw().columns() : [];
    const prepared = { statement, names: columns.map((column) => column.name), types: columns.map((column) => column.type) };
    if (this.#prepared.size >= keep) this.#prepared.delete(this.#prepared.keys().next().value ?? '');
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}
