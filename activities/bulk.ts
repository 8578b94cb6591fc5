import { activity } from './outcome.ts';

export interface BulkDeps {
  /** Tells the workflow server that the activity under way is alive. */
  readonly heartbeat: () => void;
}

const beatMs = 3_000;

/** Work that takes longer than a moment: it says regularly that it lives, so that a worker that was killed is soon replaced. */
export function bulkActivity<Args extends unknown[], Result>(heartbeat: () => void, work: (...args: Args) => Promise<Result>): (...args: Args) => Promise<Result> {
  return activity(async (...args: Args) => {
    const beat = setInterval(heartbeat, beatMs);
    try {
      return await work(...args);
    } finally {
      clearInterval(beat);
    }
  });
}
