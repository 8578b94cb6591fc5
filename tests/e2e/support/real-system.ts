import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { RecordStore } from '../../../domain/ports/record.ts';
import { files } from '../../../main/supervise/data-folder.ts';
import { startSystem } from '../../../main/supervise/system.ts';
import { openRecord } from '../../../prisma/client.ts';
import { openBrowser } from '../../../scripts/browser.ts';
import { temporalAddress } from '../../support/temporal.ts';
import { createPeople, type People } from './people.ts';

/** Server and worker as real processes on a fresh data folder, with the workflow server of this run, and a browser. */
export interface RealSystem extends People {
  readonly record: RecordStore;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function openRealSystem(settings: Readonly<Record<string, string>> = {}): Promise<RealSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'chutrinh-e2e-'));
  const system = await startSystem({
    env: { LOG_LEVEL: 'warn', ...process.env, CHUTRINH_DATA: folder, PORT: '0', HOST: '127.0.0.1', TEMPORAL_ADDRESS: await temporalAddress(), TEMPORAL_TASK_QUEUE: `e2e-${process.pid}`, ...settings },
  });
  const record = await openRecord({ file: files(folder).record });
  const browser = await openBrowser();
  return {
    ...createPeople({ record, now: () => Date.now(), address: system.address, browser }), record, browser,
    async close() {
      await browser.close();
      await record.close();
      await system.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
