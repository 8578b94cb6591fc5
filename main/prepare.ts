import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadEnv, type Env } from '../config/env.ts';
import type { RecordStore } from '../domain/ports/record.ts';
import { openRecord } from '../prisma/client.ts';
import { migrate } from '../prisma/migrate.ts';
import { createDemonstrationAccounts } from './prepare/accounts.ts';
import { loadFirstData } from './prepare/data.ts';
import { describePrepared } from './prepare/describe.ts';
import { isLoopback } from './prepare/loopback.ts';
import type { Prepared } from './prepare/prepared.ts';
import { shippedFiles } from './prepare/shipped.ts';
import { files } from './supervise/data-folder.ts';

/** Brings the data folder to what this version needs: schema, plans, registers and, for trying out on this machine only, accounts. Doing it again changes nothing. */
export async function prepare({ env }: { env: Pick<Env, 'CHUTRINH_DATA' | 'NODE_ENV' | 'HOST'> }): Promise<Prepared> {
  const data = resolve(env.CHUTRINH_DATA);
  mkdirSync(data, { recursive: true });
  const { record: file } = files(data);
  const migrations = migrate(file);
  const record = await openRecord({ file });
  try {
    const shipped = shippedFiles(file);
    const isNew = (await record.read.units.count()) === 0;
    const withDemonstration = env.NODE_ENV !== 'production' && isLoopback(env.HOST);
    const prepared = await prepareRecord(record, { withDemonstration, ...(shipped.areLoaded && !isNew ? { plans: [] } : {}) });
    shipped.remember();
    return { file, migrations, ...prepared };
  } finally {
    await record.close();
  }
}

/** The same on a record that is open; `plans` names those to load instead of all (none: nothing has changed). */
export async function prepareRecord(record: RecordStore, { withDemonstration, plans }: { withDemonstration: boolean; plans?: readonly string[] }): Promise<Omit<Prepared, 'file' | 'migrations'>> {
  const loaded = await loadFirstData(record, plans);
  const isEmpty = (await record.read.accounts.count()) === 0;
  const accounts = isEmpty && withDemonstration ? await createDemonstrationAccounts(record, Date.now()) : [];
  return { loaded, accounts, isWithoutAccounts: isEmpty && accounts.length === 0 };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.stdout.write(describePrepared(await prepare({ env: loadEnv(process.env) })));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
