import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { httpIsUp, portIsUp, saysReady } from './readiness.ts';
import { fewArenas, serverFlags } from './memory.ts';
import { Service } from './service.ts';
import { temporalCommand, type EmbeddedTemporal } from './temporal.ts';

/** In the order in which they stop backwards: server, worker, Temporal. */
export const partNames = ['temporal', 'worker', 'server'] as const;
export type Part = (typeof partNames)[number];

export type OnLine = (part: string, line: string) => void;

/** Programs of the parts that are ours, relative to the project. */
export const ourPrograms = { prepare: 'main/prepare.ts', worker: 'main/worker.ts', server: 'main/server.mjs' } as const;
export type Programs = Readonly<Record<keyof typeof ourPrograms, string>>;

const root = join(import.meta.dirname, '..', '..');

/** Loaded before a program that is not plain JavaScript, from whatever folder we were started. */
const typescript = createRequire(import.meta.url).resolve('tsx');
/** Loaded before every program: it lets no part outlive us. */
const guard = join(import.meta.dirname, 'guard.mjs');

/** Command that runs one of our programs directly: a wrapper such as npx would survive it. */
export function nodeCommand(program: string, flags: readonly string[] = []): { command: string; args: readonly string[] } {
  const preloads = program.endsWith('.mjs') ? [guard] : [typescript, guard];
  return { command: process.execPath, args: [...flags, ...preloads.flatMap((file) => ['--import', pathToFileURL(file).href]), resolve(root, program)] };
}

export interface PartsOptions {
  /** Environment that worker and server get. */
  readonly env: NodeJS.ProcessEnv;
  /** Where the server will answer. */
  readonly address: string;
  /** Absent when the workflow server is not ours. */
  readonly temporal: EmbeddedTemporal | undefined;
  readonly programs: Programs;
  readonly onLine: OnLine;
}

export function createParts({ env, address, temporal, programs, onLine }: PartsOptions): ReadonlyMap<Part, Service> {
  const parts = new Map<Part, Service>();
  if (temporal) {
    const isReady = (_: unknown, over: AbortSignal): Promise<void> => portIsUp('127.0.0.1', temporal.port, over);
    // It takes ports for its own services besides those that we give it, and somebody else may have had one of them first.
    parts.set('temporal', new Service({ name: 'temporal', ...temporalCommand(temporal), env: process.env, onLine, isReady, attempts: 3 }));
  }
  const serverIsReady = (_: unknown, over: AbortSignal): Promise<void> => httpIsUp(`${address}/healthz`, over);
  parts.set('worker', new Service({ name: 'worker', ...nodeCommand(programs.worker), env: { ...fewArenas, ...env }, onLine, isReady: saysReady }));
  parts.set('server', new Service({ name: 'server', ...nodeCommand(programs.server, serverFlags), env: { ...fewArenas, ...env }, onLine, isReady: serverIsReady }));
  return parts;
}
