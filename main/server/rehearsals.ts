import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { RehearsalOptions, Rehearsals, RehearsalState } from '../../domain/ports/rehearsals.ts';
import { nodeCommand } from '../supervise/parts.ts';
import { findRunningSystem } from '../supervise/run-file.ts';

export interface RehearsalsOptions {
  /** Data folder of the system that the server belongs to. */
  readonly data: string;
  readonly now?: () => number;
  /** Program that rehearses, relative to the project. */
  readonly program?: string;
  readonly isWhole?: (data: string) => boolean;
}

/** Rehearsals that are remembered. */
const most = 20;

const launched = z.object({ event: z.literal('launched'), cycle: z.string() });
const finished = z.object({ seconds: z.number(), refusedSubmissions: z.number(), warnings: z.array(z.string()) });

interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
}

/** Each rehearsal is a process of its own, `chutrinh rehearse`, on the system that this server belongs to; what it prints is followed. It ends with this process, however that ends. */
export function createRehearsals({ data, now = Date.now, program = 'cli/bin.ts', isWhole = (folder) => findRunningSystem(folder) !== undefined }: RehearsalsOptions): Rehearsals {
  const states = new Map<string, RehearsalState>();
  const running = new Map<string, Running>();
  const change = (id: string, changes: Partial<RehearsalState>): void => {
    const before = states.get(id);
    if (before) states.set(id, { ...before, ...changes });
  };

  function run(id: string, options: RehearsalOptions): Running {
    const { command, args } = nodeCommand(program);
    const child = spawn(command, [...args, 'rehearse', ...argumentsOf(options), '--events', '--data', data], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    let said = '';
    if (child.stdout) createInterface({ input: child.stdout }).on('line', (line) => change(id, changesOf(line)));
    if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => { said = line; });
    const ended = closeOf(child).then((how) => {
      running.delete(id);
      const { status, result } = states.get(id) ?? {};
      change(id, { endedAt: now(), ...(status === 'stopped' ? {} : result ? { status: 'done' } : { status: 'failed', error: said || how }) });
    });
    return { child, ended };
  }

  const stop = (id: string): boolean => {
    const found = running.get(id);
    if (!found) return false;
    change(id, { status: 'stopped' });
    return found.child.kill('SIGTERM');
  };

  return {
    start(options) {
      if (!isWhole(data)) return undefined;
      const id = randomUUID();
      states.set(id, { id, options, status: 'starting', cycle: null, startedAt: now(), endedAt: null, result: null, error: null });
      for (const old of [...states.keys()].slice(0, -most)) if (!running.has(old)) states.delete(old);
      running.set(id, run(id, options));
      return id;
    },
    state: (id) => states.get(id),
    list: () => [...states.values()].toReversed(),
    stop,
    async close() {
      const open = [...running];
      for (const [id] of open) stop(id);
      await Promise.all(open.map(([, { ended }]) => ended));
    },
  };
}

/** Resolves when it has ended and everything that it said is read. */
const closeOf = (child: ChildProcess): Promise<string> => new Promise((resolve) => {
  child.once('close', (code, signal) => resolve(signal ?? `exit ${code}`));
  child.once('error', (error) => resolve(error.message));
});

function argumentsOf({ plan, units, minutes, seed }: RehearsalOptions): readonly string[] {
  return ['--plan', plan, '--seed', String(seed), ...(units === undefined ? [] : ['--units', String(units)]), ...(minutes === undefined ? [] : ['--minutes', String(minutes)])];
}

/** What a line of the program tells: the cycle it has launched, or at the end how the year went. */
function changesOf(line: string): Partial<RehearsalState> {
  const told = readJson(line);
  const start = launched.safeParse(told);
  if (start.success) return { status: 'running', cycle: start.data.cycle };
  const end = finished.safeParse(told);
  return end.success ? { result: { seconds: end.data.seconds, refused: end.data.refusedSubmissions, warnings: end.data.warnings.length } } : {};
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
