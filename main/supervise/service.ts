import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { endOf, signalGroup, signalLeader } from './process.ts';

/** All in ms. A life longer than `stable` counts as a success and resets the wait before the next start. */
export interface Backoff {
  readonly first: number;
  readonly most: number;
  readonly stable: number;
}

export interface ServiceOptions {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly onLine: (name: string, line: string) => void;
  /** Resolves when the process of this start serves; `over` says that nobody waits any more. */
  readonly isReady: (child: ChildProcess, over: AbortSignal) => Promise<void>;
  /** How often a start is tried when it ends before it serves; once, unless something else than the settings may be the reason. */
  readonly attempts?: number;
  /** How long a start may take. */
  readonly readyMs?: number;
  /** How long it may take to end by itself after SIGTERM. */
  readonly graceMs?: number;
  readonly backoff?: Backoff;
}

class EndedEarly extends Error {}

const usual: Backoff = { first: 250, most: 15_000, stable: 30_000 };

/**
 * One real process kept running: restarted with growing waits when it dies, stopped with SIGTERM and, after its grace,
 * SIGKILL. It leads a process group of its own, so that whatever it started ends with it, and Ctrl-C reaches it through us only.
 */
export class Service {
  readonly #options: ServiceOptions;
  #child: ChildProcess | undefined;
  #ended: Promise<string> = Promise.resolve('not started');
  #life: Promise<void> = Promise.resolve();
  #stopping = new AbortController();

  constructor(options: ServiceOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.name;
  }

  /** Process of the present start. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts it, waits until it serves, and keeps it running from then on. Rejects when it ends before that or takes too long; it is then stopped. */
  async start(): Promise<void> {
    const { attempts = 1 } = this.#options;
    this.#stopping = new AbortController();
    for (let left = attempts - 1; ; left -= 1) {
      try {
        return await this.#tryStart();
      } catch (error) {
        if (left === 0 || this.#stopping.signal.aborted || !(error instanceof EndedEarly)) {
          await this.stop();
          throw error;
        }
      }
    }
  }

  async #tryStart(): Promise<void> {
    const { name, isReady, readyMs = 60_000 } = this.#options;
    const child = this.#spawn();
    const over = new AbortController();
    const ended = this.#ended.then((how) => { throw new EndedEarly(`${name} ended before it was ready (${how})`); });
    const late = sleep(readyMs, undefined, { signal: over.signal, ref: false }).then(() => { throw new Error(`${name} was not ready within ${readyMs / 1_000} s`); });
    const ready = isReady(child, over.signal);
    for (const one of [ended, late, ready]) one.catch(() => undefined);
    try {
      await Promise.race([ready, ended, late]);
      this.#life = this.#keepAlive();
    } finally {
      over.abort();
    }
  }

  /** Resolves when the process and all that it started are gone. It may be started again. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const child = this.#child;
    if (child) signalLeader(child, 'SIGTERM');
    const timer = setTimeout(() => this.kill(), this.#options.graceMs ?? 10_000);
    await this.#ended;
    clearTimeout(timer);
    await this.#life;
  }

  /** Ends it as a crash would, with all that it started. */
  kill(): void {
    if (this.#child?.pid !== undefined) signalGroup(this.#child.pid, 'SIGKILL');
  }

  #spawn(): ChildProcess {
    const { command, args, env, name, onLine } = this.#options;
    const child = spawn(command, args, { env, detached: true, stdio: ['pipe', 'pipe', 'pipe', 'ipc'] });
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => onLine(name, line));
    }
    this.#child = child;
    this.#ended = endOf(child).then((how) => {
      if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
      if (this.#child === child) this.#child = undefined;
      return how;
    });
    return child;
  }

  async #keepAlive(): Promise<void> {
    const { name, onLine, backoff = usual } = this.#options;
    const { signal } = this.#stopping;
    let wait = backoff.first;
    for (let began = Date.now(); ; began = Date.now()) {
      const how = await this.#ended;
      if (signal.aborted) return;
      if (Date.now() - began > backoff.stable) wait = backoff.first;
      onLine(name, `ended (${how}); starting it again in ${wait} ms`);
      await sleep(wait, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      wait = Math.min(wait * 2, backoff.most);
      this.#spawn();
    }
  }
}
