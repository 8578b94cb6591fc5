import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite, { type Database } from 'better-sqlite3';

export const migrationsFolder = fileURLToPath(new URL('migrations', import.meta.url));

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: number | string | null;
}

/** The database was not made by these migrations: nothing was changed. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/** As Prisma makes it, so that `prisma migrate deploy` finds nothing to do. */
const ownTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

export function committedMigrations(folder: string = migrationsFolder): readonly Migration[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return names.map((name) => {
    const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/** Those not applied yet; throws when what was applied is not what these migrations say. */
function pending(migrations: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  for (const row of applied) {
    const known = migrations.find(({ name }) => name === row.migration_name);
    if (!known) throw new MigrationRefused(`The database has the migration ${row.migration_name}, which this version does not know: it was written by a newer version. Start that version, or restore a backup from before.`);
    if (known.checksum !== row.checksum) throw new MigrationRefused(`The migration ${row.migration_name} was changed after it was applied to this database (checksum differs). Restore the file as it was committed.`);
    if (row.finished_at === null) throw new MigrationRefused(`The migration ${row.migration_name} was begun by another tool and never finished on this database. Restore a backup from before it.`);
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

function appliedTo(database: Database): readonly Applied[] {
  const known = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'`).get();
  return known ? (database.prepare('SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL').all() as Applied[]) : [];
}

/** Names of the migrations that the database lacks; throws `MigrationRefused` when it has others. */
export function pendingMigrations(database: Database, folder: string = migrationsFolder): readonly string[] {
  return pending(committedMigrations(folder), appliedTo(database)).map(({ name }) => name);
}

function apply(database: Database, { name, sql, checksum }: Migration): void {
  const started = Date.now();
  database.exec(sql);
  const broken = database.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new MigrationRefused(`The migration ${name} would leave ${broken.length} rows without the row they refer to.`);
  database
    .prepare('INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)')
    .run(randomUUID(), checksum, Date.now(), name, started);
}

/** Applies what is pending, in order, each in a transaction of its own; answers the names. Safe when two processes start at once. */
export function migrateDatabase(database: Database, folder: string = migrationsFolder): readonly string[] {
  const migrations = committedMigrations(folder);
  const names: string[] = [];
  database.pragma('foreign_keys = OFF');
  const step = database.transaction(() => {
    database.exec(ownTable);
    const [next] = pending(migrations, appliedTo(database));
    if (next) apply(database, next);
    return next?.name;
  });
  for (let name = step.immediate(); name !== undefined; name = step.immediate()) names.push(name);
  database.pragma('foreign_keys = ON');
  return names;
}

/** Brings `file` (made if absent, with its folder) to this version's schema; throws `MigrationRefused`. */
export function migrate(file: string, folder: string = migrationsFolder): readonly string[] {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new Sqlite(file, { timeout: 10_000 });
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    return migrateDatabase(database, folder);
  } catch (error) {
    throw isDamage(error) ? new MigrationRefused(`${file} is no database, or a damaged one (${error.message}). Nothing was changed. Put a backup in its place: chutrinh backup makes them.`, { cause: error }) : error;
  } finally {
    database.close();
  }
}

const isDamage = (error: unknown): error is Error => error instanceof Sqlite.SqliteError && (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT'));
