import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { between, pick, randomFor, shuffled } from '../../../cli/rehearse/random.ts';
import { files } from '../../../main/supervise/data-folder.ts';
import type { System } from '../../../main/supervise/system.ts';
import { stations, type Station, type TortureSink } from './sink.ts';

export type Victim = 'worker' | 'server';

/** Where a part was when it was killed. Of a sender by what the record and the mail server knew then; of the server whether somebody was submitting. */
export const landings = ['accepted and not marked', 'begun and not accepted', 'claimed and not begun', 'nothing claimed', 'in a submission', 'no submission under way'] as const;
export type Landing = (typeof landings)[number];

export interface Kill {
  readonly part: Victim;
  readonly real: number;
  readonly at: Station;
}

/** So many kills, two of three of the worker, spread over the time; those of the worker wait for a mail to reach a station. */
export function killsOf(count: number, { from, to, seed }: { readonly from: number; readonly to: number; readonly seed: number }): readonly Kill[] {
  const random = randomFor(seed, 'kills');
  const parts = shuffled(random, Array.from({ length: count }, (_, index): Victim => (index % 3 === 2 ? 'server' : 'worker')));
  const step = (to - from) / Math.max(1, count);
  return parts.map((part, index) => ({ part, real: from + step * index + between(random, 0, Math.floor(step * 0.8)), at: pick(random, [...stations] as [Station, ...Station[]]) }));
}

export interface KillGround {
  readonly system: System;
  readonly sink: TortureSink;
  /** Submissions under way. */
  readonly submitting: () => number;
  /** Senders that died: what they left still stands as claimed. */
  readonly dead: Set<string>;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** How long a kill waits for its station before it strikes anyway, in ms. */
const patienceMs = 20_000;

/** Kills one after another of each part, waits until it serves again, and tells where each kill landed. */
export async function kill(ground: KillGround, kills: readonly Kill[]): Promise<readonly Landing[]> {
  const landed = await Promise.all((['worker', 'server'] as const).map(async (part) => {
    const mine: Landing[] = [];
    for (const each of kills.filter((one) => one.part === part)) mine.push(await strike(ground, each));
    return mine;
  }));
  return landed.flat();
}

async function strike(ground: KillGround, { part, real, at }: Kill): Promise<Landing> {
  const { system, signal, say } = ground;
  await sleep(Math.max(0, real - Date.now()), undefined, { signal });
  const landing = part === 'worker' ? await killSender(ground, at) : await killServer(ground);
  say(`kill -9 ${part}: ${landing}`);
  await system.stop(part); // it would come back by itself, ever later: this is the operator who does not wait
  await startAgain(ground, part);
  return landing;
}

/** However long that takes on a busy machine. */
async function startAgain({ system, signal, say }: KillGround, part: Victim): Promise<void> {
  for (;;) {
    try {
      return await system.start(part);
    } catch (error) {
      signal.throwIfAborted();
      say(`once more: ${String(error)}`);
    }
  }
}

async function killSender({ system, sink, dead, signal }: KillGround, at: Station): Promise<Landing> {
  const struck = new AbortController();
  const callOff = sink.atNext(at, () => struck.abort(system.kill('worker')));
  await sleep(patienceMs, undefined, { signal: AbortSignal.any([signal, struck.signal]) }).catch(() => signal.throwIfAborted());
  callOff();
  if (!struck.signal.aborted) system.kill('worker');
  return standingOf(system.data, dead, new Set(sink.arrived.map(({ id }) => id)));
}

interface Claimed {
  readonly begunAt: number | null;
  readonly mail: string | null;
  readonly leaseOwner: string;
}

/** What the sender that has just died left in the record. */
function standingOf(data: string, dead: Set<string>, arrived: ReadonlySet<string>): Landing {
  const database = new Database(files(data).record, { readonly: true });
  try {
    const claimed = database.prepare(`SELECT "begunAt", "mail", "leaseOwner" FROM "Delivery" WHERE "state" = 'claimed'`).all() as Claimed[];
    const rows = claimed.filter(({ leaseOwner }) => !dead.has(leaseOwner));
    for (const { leaseOwner } of rows) dead.add(leaseOwner);
    const begun = rows.filter((row) => row.begunAt !== null);
    if (begun.some((row) => arrived.has(row.mail ?? ''))) return 'accepted and not marked';
    if (begun.length > 0) return 'begun and not accepted';
    return rows.length > 0 ? 'claimed and not begun' : 'nothing claimed';
  } finally {
    database.close();
  }
}

async function killServer({ system, submitting, signal }: KillGround): Promise<Landing> {
  for (const end = Date.now() + patienceMs; submitting() === 0 && Date.now() < end; ) await sleep(5, undefined, { signal });
  const landing = submitting() > 0 ? 'in a submission' : 'no submission under way';
  system.kill('server');
  return landing;
}
