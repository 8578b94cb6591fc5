import type { AuditRow } from '../../domain/audit.ts';
import type { RecordStore } from '../../domain/ports/record.ts';

type Listener = (rows: readonly AuditRow[]) => Promise<void>;

/** New audit rows, as they come, for those who follow a cycle. */
export interface EventFeed {
  /** Calls `listener` for rows after `after` (absent: from now on), in order; the answer ends it. */
  follow(cycle: string, after: number | undefined, listener: Listener, onStop: () => void): Promise<() => void>;
  /** Tells everybody that it is over. */
  stop(): void;
}

interface Follower {
  readonly cycle: string;
  readonly listener: Listener;
  readonly onStop: () => void;
  after: number;
  isBusy: boolean;
}

/** One look at the record per `everyMs`, however many follow; none while nobody does. The record's own writers may be other processes. */
export function createEventFeed(record: Pick<RecordStore, 'read'>, everyMs = 500): EventFeed {
  const followers = new Set<Follower>();
  let timer: NodeJS.Timeout | undefined;

  async function advance(follower: Follower, lastId: number): Promise<void> {
    if (follower.isBusy || lastId <= follower.after) return;
    follower.isBusy = true;
    try {
      while (followers.has(follower)) {
        const { items } = await record.read.audit.list({ cycle: follower.cycle, after: follower.after }, { limit: 200 });
        if (items.length > 0) await follower.listener(items);
        const last = items.at(-1);
        follower.after = last ? Math.max(last.id, follower.after) : Math.max(lastId, follower.after);
        if (items.length < 200) break;
      }
    } finally {
      follower.isBusy = false;
    }
  }

  async function look(): Promise<void> {
    try {
      const lastId = await record.read.audit.lastId();
      await Promise.all([...followers].map((follower) => advance(follower, lastId)));
    } catch {
      // The record is away: the next look asks again, and nothing has been passed over.
    } finally {
      schedule();
    }
  }

  function schedule(): void {
    clearTimeout(timer);
    timer = followers.size > 0 ? setTimeout(() => void look(), everyMs) : undefined;
    timer?.unref();
  }

  return {
    async follow(cycle, after, listener, onStop) {
      const follower: Follower = { cycle, after: after ?? (await record.read.audit.lastId()), listener, onStop, isBusy: false };
      followers.add(follower);
      if (timer === undefined) void look();
      return () => { followers.delete(follower); };
    },
    stop() {
      for (const { onStop } of followers) onStop();
      followers.clear();
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
