import { resolve } from 'node:path';
import { loadEnv } from '../../config/env.ts';
import { layOut } from './layout.ts';
import { lockDataFolder } from './lock.ts';
import { createParts, ourPrograms, partNames, type OnLine, type Part, type Programs } from './parts.ts';
import { prepare } from './prepare.ts';
import { announce, withdraw } from './run-file.ts';
import type { Service } from './service.ts';
import { keepHistories } from './temporal.ts';

export interface System {
  readonly address: string;
  readonly temporalAddress: string;
  /** Absolute path of the data folder. */
  readonly data: string;
  /** What preparing the data folder said: what was loaded, the demonstration accounts. */
  readonly prepared: string;
  /** Process of a part (of Temporal: its guard, which leads its group); undefined for a part that is not ours or does not run. */
  pid(part: Part): number | undefined;
  /** Ends a part as a crash would; it is started again after a moment. */
  kill(part: Part): void;
  /** Starts a part that was stopped or left out, and waits until it serves. */
  start(part: Part): Promise<void>;
  /** Stops one part, which then stays away; without a name all of them (server, worker, Temporal) and the system with them. */
  stop(part?: Part): Promise<void>;
}

export interface SystemOptions {
  /** As of a process's environment; validated here. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onLine?: OnLine;
  /** Parts to leave out at first. */
  readonly without?: readonly Part[];
  /** Stops the system, also while it starts. */
  readonly signal?: AbortSignal;
  /** Programs to run in place of ours, relative to the project. */
  readonly programs?: Partial<Programs>;
}

/**
 * Starts all parts as real processes on one data folder and waits until they serve. Throws `EnvError`, `PortRefused`, or an error that says
 * which part did not come up and why; then nothing is left running.
 */
export async function startSystem(options: SystemOptions): Promise<System> {
  const { env: source, onLine = () => undefined, without = [], signal } = options;
  const programs = { ...ourPrograms, ...options.programs };
  const given = loadEnv(source);
  const data = resolve(given.CHUTRINH_DATA);
  const lock = lockDataFolder(data);
  const over = new AbortController();
  let parts: ReadonlyMap<Part, Service> = new Map();
  let stopped: Promise<void> | undefined;

  const onAbort = (): void => void stop();
  const stopAll = async (): Promise<void> => {
    over.abort();
    signal?.removeEventListener('abort', onAbort);
    withdraw(data);
    for (const part of partNames.toReversed()) await parts.get(part)?.stop();
    lock.release();
  };
  const stop = (): Promise<void> => (stopped ??= stopAll());

  try {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', onAbort, { once: true });
    const { address, temporalAddress, temporal, variables } = await layOut({ ...given, CHUTRINH_DATA: data }, source, lock.wasLeft ? 10_000 : 0);
    const env = { ...source, ...variables };
    parts = createParts({ env, address, temporal, programs, onLine });

    const start = async (part: Part): Promise<void> => {
      over.signal.throwIfAborted();
      await parts.get(part)?.start();
      if (part === 'temporal' && temporal) void keepHistories(temporal, over.signal).catch((error: unknown) => onLine('temporal', String(error)));
    };
    const startFirst = async (part: Part): Promise<void> => {
      if (!without.includes(part)) await start(part);
    };
    const [prepared] = await Promise.all([prepare(programs.prepare, env, onLine, over.signal), startFirst('temporal')]);
    await Promise.all([startFirst('worker'), startFirst('server')]);
    over.signal.throwIfAborted();
    announce(data, { pid: process.pid, address, temporalAddress, startedAt: new Date().toISOString() });
    return {
      address, temporalAddress, data, prepared, start,
      pid: (part) => parts.get(part)?.pid,
      kill: (part) => parts.get(part)?.kill(),
      stop: async (part) => (part ? parts.get(part)?.stop() : stop()),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
