import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { engage, partKey, type Part } from '../../../cli/rehearse/run/people.ts';
import type { Cycle } from '../../../domain/cycle.ts';
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
  /** Launches a year on a clock of its own: what the pages leave to the rehearsal. */
  launch(secretariat: Part, request: Readonly<Record<string, unknown>>): Promise<Cycle>;
  close(): Promise<void>;
}

export async function openRealSystem(): Promise<RealSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'chutrinh-e2e-'));
  const system = await startSystem({
    env: { LOG_LEVEL: 'warn', ...process.env, CHUTRINH_DATA: folder, PORT: '0', HOST: '127.0.0.1', TEMPORAL_ADDRESS: await temporalAddress(), TEMPORAL_TASK_QUEUE: `e2e-${process.pid}` },
  });
  const record = await openRecord({ file: files(folder).record });
  const browser = await openBrowser();
  return {
    ...createPeople({ record, now: () => Date.now(), address: system.address, browser }), record, browser,
    async launch(secretariat, request) {
      const { tokens } = await engage(record, 'e2e', [secretariat], Date.now());
      const answer = await fetch(`${system.address}/api/v1/cycles`, {
        method: 'POST', headers: { authorization: `Bearer ${tokens.get(partKey(secretariat))}`, 'content-type': 'application/json', 'idempotency-key': 'e2e-launch' }, body: JSON.stringify(request),
      });
      if (answer.status !== 201) throw new Error(`launch: ${answer.status} ${await answer.text()}`);
      return await answer.json() as Cycle;
    },
    async close() {
      await browser.close();
      await record.close();
      await system.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
