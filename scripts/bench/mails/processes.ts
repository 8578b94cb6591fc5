import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fewArenas } from '../../../main/supervise/memory.ts';
import { claimPort } from '../../../main/supervise/ports.ts';
import { cpuMs } from '../system/processor.ts';

const root = join(import.meta.dirname, '../../..');
const started = (program: string, env: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', program], { cwd: root, stdio: ['ignore', 2, 2, 'ipc'], env: { ...process.env, LOG_LEVEL: 'error', ...fewArenas, ...env } });

async function stopped(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  if (child.exitCode === null && child.kill('SIGTERM')) await ended;
}

export interface BenchSink {
  readonly port: number;
  readonly arrived: () => number;
  readonly different: () => number;
  readonly stop: () => Promise<void>;
}

export async function startSink(): Promise<BenchSink> {
  const child = started('scripts/bench/mails/sink.ts', {});
  const told = { port: 0, arrived: 0, different: 0 };
  const [first] = (await once(child, 'message')) as [Partial<typeof told>];
  Object.assign(told, first);
  child.on('message', (message) => void Object.assign(told, message));
  return { port: told.port, arrived: () => told.arrived, different: () => told.different, stop: () => stopped(child) };
}

export interface BenchWorker {
  readonly cpuMs: () => number;
  readonly stop: () => Promise<void>;
}

/** The ordinary worker; its mails do not wait for the workflow server, which is away. */
export async function startWorker(data: string, smtpPort: number): Promise<BenchWorker> {
  const port = await claimPort({ host: '127.0.0.1', port: 0, variable: 'TEMPORAL_PORT', what: 'bench' });
  const child = started('main/worker.ts', { CHUTRINH_DATA: data, TEMPORAL_ADDRESS: `127.0.0.1:${port}`, SMTP_URL: `smtp://127.0.0.1:${smtpPort}`, MAIL_FROM: 'chutrinh@tinh.example', MAIL_REST_SECONDS: '0' });
  return { cpuMs: () => cpuMs(child.pid), stop: () => stopped(child) };
}
