import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fewArenas, serverFlags } from '../../../main/supervise/memory.ts';
import { claimPort } from '../../../main/supervise/ports.ts';
import { httpIsUp } from '../../../main/supervise/readiness.ts';
import { residentMb } from '../system/memory.ts';
import { cpuMs } from '../system/processor.ts';

export interface BenchServer {
  readonly port: number;
  /** Resident memory of the server's process. */
  readonly residentMb: () => Promise<number>;
  /** Processor time of the server's process so far, in ms (clock ticks of 10 ms). */
  readonly cpuMs: () => number;
  readonly stop: () => Promise<void>;
}

/** The ordinary server as a process of its own on `data`; the workflow server is away, as the record does not wait for it. `BENCH_NODE_ARGS` goes to Node, for profiles. */
export async function startServer(data: string): Promise<BenchServer> {
  const port = await claimPort({ host: '127.0.0.1', port: 0, variable: 'PORT', what: 'bench' });
  const root = join(import.meta.dirname, '../../..');
  const profiling = (process.env['BENCH_NODE_ARGS'] ?? '').split(' ').filter((each) => each !== '');
  const child = spawn(process.execPath, [...serverFlags, ...profiling, 'main/server.mjs'], { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), CHUTRINH_DATA: data, LOG_LEVEL: 'warn', ...fewArenas } });
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const hasFailed = ended.then(() => Promise.reject(new Error('The server ended before it was up')));
  hasFailed.catch(() => undefined);
  await Promise.race([httpIsUp(`http://127.0.0.1:${port}/healthz`, AbortSignal.timeout(30_000)), hasFailed]);
  return {
    port,
    residentMb: async () => residentMb(child.pid),
    cpuMs: () => cpuMs(child.pid),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
