import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRecord } from '../../prisma/client.ts';
import { migrate, migrateDatabase, MigrationRefused, migrationsFolder } from '../../prisma/migrate.ts';
import { diagnoseMigrations, schemaDiff } from '../../prisma/schema-engine.ts';

describe('migrations', () => {
  let folder: string;
  let file: string;
  let migrations: string;
  const inDatabase = <Result>(act: (database: Sqlite.Database) => Result): Result => {
    const database = new Sqlite(file);
    try {
      return act(database);
    } finally {
      database.close();
    }
  };
  const add = (name: string, sql: string): void => {
    mkdirSync(join(migrations, name));
    writeFileSync(join(migrations, name, 'migration.sql'), sql);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chutrinh-migrate-'));
    file = join(folder, 'data', 'record.db');
    migrations = join(folder, 'migrations');
    cpSync(migrationsFolder, migrations, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('lead to what schema.prisma says', async () => {
    const database = new Sqlite(':memory:');
    migrateDatabase(database);
    expect(await schemaDiff(database)).toBe('');
    database.exec('ALTER TABLE "Duty" DROP COLUMN "late"');
    expect(await schemaDiff(database)).toContain('"late"');
  });

  it('are what Prisma itself finds applied, with nothing left to do', async () => {
    const database = new Sqlite(':memory:');
    const names = migrateDatabase(database);
    expect(names.length).toBeGreaterThan(0);
    expect(await diagnoseMigrations(database)).toEqual({ hasMigrationsTable: true, history: null, editedMigrationNames: [], failedMigrationNames: [] });
    database.exec(`UPDATE _prisma_migrations SET checksum = 'x'`);
    expect(await diagnoseMigrations(database)).toMatchObject({ editedMigrationNames: names });
  });

  it('are applied once', () => {
    expect(migrate(file).length).toBeGreaterThan(0);
    expect(migrate(file)).toEqual([]);
    expect(inDatabase((database) => database.pragma('journal_mode', { simple: true }))).toBe('wal');
  });

  it('are applied from where the database stands', () => {
    migrate(file, migrations);
    add('29990101000000_more', 'CREATE TABLE "More" ("id" TEXT NOT NULL PRIMARY KEY);');
    expect(migrate(file, migrations)).toEqual(['29990101000000_more']);
  });

  it('that fail leave nothing of themselves', () => {
    migrate(file, migrations);
    add('29990101000000_bad', 'CREATE TABLE "More" ("id" TEXT); INSERT INTO "Nowhere" VALUES (1);');
    expect(() => migrate(file, migrations)).toThrow(/no such table: Nowhere/);
    expect(inDatabase((database) => database.prepare(`SELECT count(*) AS n FROM sqlite_master WHERE name = 'More'`).get())).toEqual({ n: 0 });
    rmSync(join(migrations, '29990101000000_bad'), { recursive: true });
    expect(migrate(file, migrations)).toEqual([]);
  });

  it('that were edited after they were applied are refused', () => {
    const [name = ''] = migrate(file, migrations);
    writeFileSync(join(migrations, name, 'migration.sql'), '-- edited');
    expect(() => migrate(file, migrations)).toThrow(MigrationRefused);
    expect(() => migrate(file, migrations)).toThrow(/changed after it was applied/);
  });

  it('refuse a database of a newer version, and so does opening it', async () => {
    add('29990101000000_newer', 'CREATE TABLE "More" ("id" TEXT);');
    migrate(file, migrations);
    expect(() => migrate(file)).toThrow(/29990101000000_newer.*newer version/);
    await expect(openRecord({ file })).rejects.toThrow(/newer version/);
  });

  it('leave a file that is no database as it is, and name it', () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(file, 'Biên bản họp '.repeat(100));
    expect(() => migrate(file)).toThrow(MigrationRefused);
    expect(() => migrate(file)).toThrow(`${file} is no database, or a damaged one`);
    expect(readFileSync(file, 'utf8')).toBe('Biên bản họp '.repeat(100));
  });

  it('are asked for when a database lacks them or is not there', async () => {
    await expect(openRecord({ file })).rejects.toThrow(/no database/);
    mkdirSync(join(folder, 'data'));
    writeFileSync(file, '');
    await expect(openRecord({ file })).rejects.toThrow(/lacks \d+ migrations/);
  });
});
