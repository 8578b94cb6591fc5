import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { DiagnoseMigrationHistoryOutput, SchemaEngine } from '@prisma/schema-engine-wasm';
import type { Database } from 'better-sqlite3';
import { sqliteAdapter } from './adapter/adapter.ts';
import { committedMigrations, migrationsFolder } from './migrate.ts';

/** The part of Node's global that we use: its types come with the DOM's, which we do not load. */
declare const WebAssembly: { instantiate(bytes: Uint8Array, imports: Readonly<Record<string, object>>): Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }> };

const engineModule = '@prisma/schema-engine-wasm/schema_engine_bg';

let loaded: ReturnType<typeof loadEngine> | undefined;

/** The engine, loaded by hand and once (its bindings are tied to one instance): Node imports no .wasm files without a flag. */
async function loadEngine(): Promise<typeof import('@prisma/schema-engine-wasm')> {
  const bindings = (await import(engineModule)) as Record<string, unknown> & { __wbg_set_wasm(exports: unknown): void };
  const bytes = await readFile(fileURLToPath(import.meta.resolve(engineModule).replace(/\.js$/, '.wasm')));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return bindings as unknown as typeof import('@prisma/schema-engine-wasm');
}

export const schemaFile = fileURLToPath(new URL('schema.prisma', import.meta.url));

async function start(database: Database): Promise<{ readonly engine: SchemaEngine; readonly files: { readonly path: string; readonly content: string }[] }> {
  const { SchemaEngine } = await (loaded ??= loadEngine());
  const content = await readFile(schemaFile, 'utf8');
  const engine = await SchemaEngine.new({ datamodels: [['schema.prisma', content]] }, () => undefined, bindMigrationAwareSqlAdapterFactory(sqliteAdapter(database)));
  return { engine, files: [{ path: 'schema.prisma', content }] };
}

const everything = { externalTables: [], externalEnums: [] };

/**
 * SQL that turns the schema that `database` has into the one that `schema.prisma` describes; empty when they do not differ.
 * For development and tests: a running system applies committed migrations only (prisma/migrate.ts).
 */
export async function schemaDiff(database: Database): Promise<string> {
  const { engine, files } = await start(database);
  const { stdout } = await engine.diff({ from: { tag: 'schemaDatasource', files, configDir: '.' }, to: { tag: 'schemaDatamodel', files }, script: true, exitCode: null, filters: everything });
  return (stdout ?? '').replace('-- This is an empty migration.', '').trim();
}

/** What Prisma itself thinks of the migrations applied to `database`; `history` is null when there is nothing to do. */
export async function diagnoseMigrations(database: Database): Promise<DiagnoseMigrationHistoryOutput> {
  const { engine } = await start(database);
  const migrationDirectories = committedMigrations().map(({ name, sql }) => ({ path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } } }));
  const lockfile = { path: 'migration_lock.toml', content: await readFile(join(migrationsFolder, 'migration_lock.toml'), 'utf8') };
  return engine.diagnoseMigrationHistory({ migrationsList: { baseDir: migrationsFolder, lockfile, shadowDbInitScript: '', migrationDirectories }, optInToShadowDatabase: false, filters: everything });
}
