import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { Repositories } from '../domain/ports/record.ts';
import { Refused } from '../domain/refusals.ts';
import { Scope } from './scope.ts';
import { asRefusal, isStorageFailure } from './storage.ts';

interface Job {
  readonly work: (tx: Repositories) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

type Settle = () => void;

/** All in ms. */
const limits = {
  /** How long works that are waiting are taken into one commit. */
  batch: 10,
  /** How long another process's lock is waited for. */
  patience: 5_000,
  /** After so long with hardly a pause, a pause is made for the other process. */
  turn: 25,
  pause: 1,
  /** A work that takes longer awaits something that it should not. */
  work: 30_000,
};

/**
 * Runs works one after another on the writing connection. Works that wait together share one transaction and so one
 * fsync, each inside a savepoint of its own:
 *  1. no caller hears anything, good or bad, before the COMMIT that its answer rests on;
 *  2. a work that throws undoes its own statements only;
 *  3. when the storage fails, nothing of the whole transaction is stored and all its callers hear `storage-unavailable`.
 */
export class Writer {
  readonly #database: Database;
  readonly #repositories: Repositories;
  readonly #queue: Job[] = [];
  #draining: Promise<void> | undefined;
  #closed = false;
  #turnBegan = 0;
  #released = 0;
  #isFailing = false;

  constructor(database: Database, repositories: Repositories) {
    this.#database = database;
    this.#repositories = repositories;
  }

  write<Result>(work: (tx: Repositories) => Promise<Result>): Promise<Result> {
    if (this.#closed) return Promise.reject(new Refused('storage-unavailable', { figures: { storage: 'closed' } }));
    return new Promise<Result>((resolve, reject) => {
      this.#queue.push({ work, resolve: resolve as (value: unknown) => void, reject });
      this.#draining ??= this.#drain();
    });
  }

  /** The storage has refused the last commit, and none has gone through since. */
  get isFailing(): boolean {
    return this.#isFailing;
  }

  /** Takes no further work; resolves when all that was asked for is stored or refused. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      await nextTurn();
      await this.#transaction();
    }
    this.#draining = undefined;
  }

  async #transaction(): Promise<void> {
    const jobs: Job[] = [];
    try {
      await this.#begin();
      const settled = await this.#batch(jobs);
      this.#database.exec('COMMIT');
      this.#isFailing = false;
      for (const settle of settled) settle();
    } catch (error) {
      this.#rollBack();
      const isOfStorage = isStorageFailure(error);
      this.#isFailing ||= isOfStorage;
      const refusal = isOfStorage ? asRefusal(error) : error;
      for (const job of jobs.length > 0 ? jobs : this.#queue.splice(0)) job.reject(refusal);
    } finally {
      this.#released = performance.now();
    }
  }

  async #batch(jobs: Job[]): Promise<readonly Settle[]> {
    const settled: Settle[] = [];
    const began = performance.now();
    for (let job = this.#queue.shift(); job !== undefined; job = performance.now() - began < limits.batch ? this.#queue.shift() : undefined) {
      jobs.push(job);
      settled.push(await this.#inSavepoint(job));
    }
    return settled;
  }

  async #inSavepoint({ work, resolve, reject }: Job): Promise<Settle> {
    this.#database.exec('SAVEPOINT work');
    try {
      const result = await this.#run(work);
      this.#database.exec('RELEASE work');
      return () => resolve(result);
    } catch (error) {
      if (isStorageFailure(error) || !this.#database.inTransaction) throw error instanceof Refused ? error : new Refused('storage-unavailable', { cause: error });
      this.#database.exec('ROLLBACK TO work; RELEASE work');
      return () => reject(asRefusal(error));
    }
  }

  async #run(work: Job['work']): Promise<unknown> {
    const scope = new Scope(this.#repositories);
    let timer: NodeJS.Timeout | undefined;
    const overdue = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(tooLong()), limits.work).unref();
    });
    try {
      const result = await Promise.race([work(scope.repositories), overdue]);
      if (scope.running > 0) throw new Error(`A write ended before ${scope.running} of its statements: await every repository call inside it.`);
      return result;
    } finally {
      clearTimeout(timer);
      await scope.end();
    }
  }

  /** Takes the write lock; while another process has it, waits without stopping the event loop. */
  async #begin(): Promise<void> {
    const asked = performance.now();
    if (asked - this.#released > limits.pause) this.#turnBegan = asked;
    if (asked - this.#turnBegan > limits.turn) {
      await sleep(limits.pause);
      this.#turnBegan = performance.now();
    }
    for (;;) {
      try {
        this.#database.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (performance.now() - asked > limits.patience || !String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) throw error;
        await sleep(1);
      }
    }
  }

  #rollBack(): void {
    if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
  }
}

const tooLong = (): Error => new Error(`A write took longer than ${limits.work} ms: nothing slow, and no other write, may be awaited inside it.`);
