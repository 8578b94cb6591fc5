import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RecordStore } from '../domain/ports/record.ts';
import { files } from '../main/supervise/data-folder.ts';
import { openRecord } from '../prisma/client.ts';
import { CommandFailed, exitStatus } from './exit.ts';

/** The data folder that was asked for, or the environment's, or `data/`. */
export function dataFolder(asked: string | undefined): string {
  return resolve(asked ?? (process.env['CHUTRINH_DATA'] || 'data'));
}

/** Opens the record of a data folder for one piece of work, beside whatever runs on it. */
export async function withRecord<Result>(asked: string | undefined, work: (record: RecordStore) => Promise<Result>): Promise<Result> {
  const { record: file } = files(dataFolder(asked));
  if (!existsSync(file)) throw new CommandFailed(`No record at ${file}: start the system once (npm start), or name its folder with --data`, exitStatus.badInput);
  const record = await openRecord({ file });
  try {
    return await work(record);
  } finally {
    await record.close();
  }
}
