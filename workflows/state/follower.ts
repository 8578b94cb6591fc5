import type { Recorded } from '../messages/recorded.ts';
import type { Standing } from '../messages/standing.ts';
import type { NextStep } from './next-step.ts';

/** What every view has. */
export interface Viewed {
  readonly state: string;
  readonly version: number;
  readonly isPaused: boolean;
}

/**
 * What a workflow knows of its subject: the last view, and whether something was recorded since. It holds nothing that
 * the record could not give back.
 */
export class Follower<View extends Viewed> {
  readonly id: string;
  readonly #read: () => Promise<View>;
  #view: View | undefined;
  #hasNews = false;
  #next: NextStep | null = null;

  constructor(id: string, read: () => Promise<View>) {
    this.id = id;
    this.#read = read;
  }

  /** What it has read last. Throws before the first `readAgain`. */
  get view(): View {
    if (!this.#view) throw new Error(`${this.id} has not been read yet`);
    return this.#view;
  }

  get hasNews(): boolean {
    return this.#hasNews;
  }

  hear({ version }: Recorded): void {
    if (version === 0 || this.#view === undefined || version > this.#view.version) this.#hasNews = true;
  }

  /** What is heard while it reads is news again. */
  async readAgain(): Promise<void> {
    this.#hasNews = false;
    this.see(await this.#read());
  }

  /** The record's word is final, also when its version is lower: it may have been restored. */
  see(view: View): void {
    this.#view = view;
    this.#next = null;
  }

  expect(next: NextStep | null): void {
    this.#next = next;
  }

  standing(): Standing {
    const { state = null, version = null, isPaused = false } = this.#view ?? {};
    return { id: this.id, state, version, isPaused, next: this.#next };
  }
}
