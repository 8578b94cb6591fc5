import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordStore } from '../../domain/ports/record.ts';
import { openRecord, type RecordOptions } from '../../prisma/client.ts';
import { migrate } from '../../prisma/migrate.ts';

export interface TestRecord extends RecordStore {
  readonly file: string;
}

/** A migrated record on a file of its own, as in service; `close` also removes the file. */
export async function openTestRecord(options: Partial<Omit<RecordOptions, 'file'>> = {}): Promise<TestRecord> {
  const folder = mkdtempSync(join(tmpdir(), 'chutrinh-record-'));
  const file = join(folder, 'record.db');
  migrate(file);
  const record = await openRecord({ ...options, file });
  return {
    ...record,
    file,
    async close() {
      await record.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
