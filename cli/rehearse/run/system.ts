import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRunningSystem } from '../../../main/supervise/run-file.ts';
import { startSystem } from '../../../main/supervise/system.ts';
import { dataFolder } from '../../record.ts';

/** The services that a rehearsal runs on. */
export interface Services {
  readonly address: string;
  readonly data: string;
  /** Started for this rehearsal alone. */
  readonly isOwn: boolean;
  stop(): Promise<void>;
}

export interface ServicesRequest {
  readonly keep: boolean;
  readonly onLine: (part: string, line: string) => void;
  readonly signal: AbortSignal;
}

/** The system that runs on the data folder, else one of its own. */
export async function findOrStartServices(request: ServicesRequest & { readonly data: string | undefined }): Promise<Services> {
  const data = dataFolder(request.data);
  const running = findRunningSystem(data);
  return running ? { address: running.address, data, isOwn: false, stop: async () => undefined } : startServices(request);
}

/** A system on a temporary folder, gone at the end unless it is kept. */
export async function startServices({ keep, onLine, signal }: ServicesRequest): Promise<Services> {
  const folder = mkdtempSync(join(tmpdir(), 'chutrinh-rehearsal-'));
  const remove = (): void => { if (!keep) rmSync(folder, { recursive: true, force: true }); };
  const env = { LOG_LEVEL: 'warn', ...process.env, CHUTRINH_DATA: folder, PORT: '0', TEMPORAL_PORT: '0', HOST: '127.0.0.1' };
  try {
    const system = await startSystem({ env, onLine, signal });
    return { address: system.address, data: folder, isOwn: true, stop: async () => { await system.stop(); remove(); } };
  } catch (error) {
    remove();
    throw error;
  }
}
