import type { ConnectionInfo, SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory, Transaction } from '@prisma/driver-adapter-utils';
import Sqlite, { type Database } from 'better-sqlite3';
import { driverError } from './errors.ts';
import { SqliteQueryable } from './queryable.ts';

/**
 * Prisma's driver over a connection that somebody else owns and brackets (prisma/writer.ts does: BEGIN IMMEDIATE …
 * COMMIT, one at a time). What Prisma itself wants to be atomic becomes a savepoint inside that bracket, so nothing here can
 * commit or roll back a transaction of another caller.
 */
class SqliteAdapter extends SqliteQueryable implements SqlDriverAdapter {
  #savepoints = 0;

  async executeScript(script: string): Promise<void> {
    try {
      this.database.exec(script);
    } catch (error) {
      throw driverError(error);
    }
  }

  async startTransaction(): Promise<Transaction> {
    const name = `prisma_${(this.#savepoints += 1)}`;
    const run = async (sql: string): Promise<void> => this.executeScript(sql);
    await run(`SAVEPOINT ${name}`);
    return {
      provider: this.provider,
      adapterName: this.adapterName,
      options: { usePhantomQuery: true },
      queryRaw: (query) => this.queryRaw(query),
      executeRaw: (query) => this.executeRaw(query),
      commit: () => run(`RELEASE ${name}`),
      rollback: () => run(`ROLLBACK TO ${name}; RELEASE ${name}`),
    };
  }

  getConnectionInfo(): ConnectionInfo {
    return { maxBindValues: 32_766, supportsRelationJoins: false };
  }

  async dispose(): Promise<void> {
    this.database.close();
  }
}

/** A factory for `new PrismaClient({ adapter })` (and for Prisma's schema engine) over `database`. */
export function sqliteAdapter(database: Database): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'sqlite',
    adapterName: 'chutrinh-sqlite',
    connect: async () => new SqliteAdapter(database),
    connectToShadowDb: async () => new SqliteAdapter(new Sqlite(':memory:')),
  };
}
