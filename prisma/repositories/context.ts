import type { PrismaClient } from '../generated/client.ts';

/** What a repository works on: a client (the reader's, or the writer's inside a transaction) and the real time. */
export interface Context {
  readonly db: PrismaClient;
  /** Epoch ms, real time, whatever the cycle's clock says. */
  readonly now: () => number;
}
