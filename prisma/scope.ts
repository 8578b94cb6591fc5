import type { Repositories } from '../domain/ports/record.ts';
import { intercept, isThenable } from './intercept.ts';
import { asRefusal } from './storage.ts';

/**
 * Repositories for the length of one transaction. A statement that is begun after its end, or not awaited before it, would
 * run in somebody else's transaction: the first throws, and the end waits for the second.
 */
export class Scope {
  readonly repositories: Repositories;
  #open = true;
  readonly #running = new Set<Promise<unknown>>();

  constructor(repositories: Repositories) {
    this.repositories = intercept(repositories, (call) => this.#make(call));
  }

  /** Calls that nobody has waited for yet. */
  get running(): number {
    return this.#running.size;
  }

  /** Lets no further call in and waits for those that are running. */
  async end(): Promise<void> {
    this.#open = false;
    if (this.#running.size > 0) await Promise.allSettled(this.#running);
  }

  #make(call: () => unknown): unknown {
    if (!this.#open) throw new Error('This transaction is over: repositories given to `write` are of no use after it.');
    const result = call();
    return isThenable(result) ? this.#follow(result) : result;
  }

  #follow(result: PromiseLike<unknown>): Promise<unknown> {
    const running = Promise.resolve(result).catch((error: unknown) => {
      throw asRefusal(error);
    });
    this.#running.add(running);
    const done = (): boolean => this.#running.delete(running);
    running.then(done, done);
    return running;
  }
}
