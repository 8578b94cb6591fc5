import { existsSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { MigrationRefused, pendingMigrations } from './migrate.ts';

/**
 * The one connection that writes. It does not wait for another process's lock itself (that would stop the event loop):
 * the writer tries again (prisma/writer.ts). An acknowledged commit is on the disk: WAL with synchronous = FULL.
 */
export function openWriting(file: string): Database {
  if (!existsSync(file)) throw new MigrationRefused(`There is no database at ${file}: run the migrations first.`);
  const database = new Sqlite(file, { fileMustExist: true, timeout: 0 });
  database.pragma('busy_timeout = 5000');
  const pending = pendingMigrations(database);
  if (pending.length > 0) throw new MigrationRefused(`The database at ${file} lacks ${pending.length} migrations (${pending.join(', ')}): run the migrations first.`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('journal_size_limit = 67108864');
  database.pragma('busy_timeout = 0');
  return database;
}

/** Reads what is committed and cannot write. */
export function openReading(file: string): Database {
  return new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
}
