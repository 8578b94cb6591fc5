import type { Database } from 'better-sqlite3';
import type { RecordStore } from '../domain/ports/record.ts';
import { sqliteAdapter } from './adapter/adapter.ts';
import { openReading, openWriting } from './connection.ts';
import { PrismaClient } from './generated/client.ts';
import { readingRepositories } from './reader.ts';
import { createRepositories } from './repositories/all.ts';
import { Writer } from './writer.ts';

export interface RecordOptions {
  /** Path of the SQLite file; `migrate(file)` comes first. */
  readonly file: string;
  /** Real time in epoch ms, for what is dated by it (`writtenAt`). */
  readonly now?: () => number;
  /** How the writing connection is made. Tests make the disk full with it. */
  readonly connect?: (file: string) => Database;
}

/** Opens the record. Throws `MigrationRefused` when the file is missing or not of this version. */
export async function openRecord({ file, now = Date.now, connect = openWriting }: RecordOptions): Promise<RecordStore> {
  const writing = connect(file);
  const writingClient = new PrismaClient({ adapter: sqliteAdapter(writing), errorFormat: 'minimal' });
  const readingClient = new PrismaClient({ adapter: sqliteAdapter(openReading(file)), errorFormat: 'minimal' });
  await Promise.all([writingClient.$connect(), readingClient.$connect()]);
  const writer = new Writer(writing, createRepositories({ db: writingClient, now }));
  return {
    read: readingRepositories(createRepositories({ db: readingClient, now })),
    write: (work) => writer.write(work),
    isFailing: () => writer.isFailing,
    async close() {
      await writer.close();
      await Promise.all([writingClient.$disconnect(), readingClient.$disconnect()]);
    },
  };
}
