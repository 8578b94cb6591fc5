import { calendarAt } from '../../domain/cycle-clock.ts';
import type { Instant } from '../../domain/date.ts';
import { Refused, type RefusalCode } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';

/** What an attempt is about, for the audit row of its refusal. */
export interface Attempt {
  readonly act: string;
  readonly cycle?: string;
  readonly unit?: string;
  readonly subject: string;
}

export type Performed<Answer> = { readonly kind: 'done'; readonly answer: Answer } | { readonly kind: 'replayed'; readonly status: number; readonly body: string };

/** Refusals that say nothing about the year: the request itself did not hold together, or nothing can be stored. */
const unrecorded: readonly RefusalCode[] = [
  'not-signed-in', 'malformed', 'rate-limited', 'csrf', 'too-large', 'unsupported-media-type', 'idempotency-key-required', 'version-required', 'storage-unavailable', 'internal',
];

/**
 * Runs an act. A refusal of a key that has been answered before is that answer again (a double click, a lost reply);
 * any other refusal is written to the audit chain in a transaction of its own and thrown on.
 */
export async function perform<Answer>(desk: Desk, caller: Caller, attempt: Attempt, work: () => Promise<Answer>): Promise<Performed<Answer>> {
  try {
    return { kind: 'done', answer: await work() };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const stored = caller.key && (await desk.record.read.idempotencyKeys.find(caller.actor.id, caller.key.key));
    if (stored && stored.requestHash === caller.key?.requestHash) return { kind: 'replayed', status: stored.status, body: stored.body };
    const refusal = stored ? new Refused('idempotency-mismatch') : error;
    await recordRefusal(desk, caller, attempt, refusal);
    throw refusal;
  }
}

/** Writes the audit row of a refusal: code, figures and places, never what was typed. */
export async function recordRefusal(desk: Desk, caller: Caller, attempt: Attempt, refusal: Refused): Promise<void> {
  if (unrecorded.includes(refusal.code)) return;
  const cycle = attempt.cycle === undefined ? undefined : await desk.record.read.cycles.find(attempt.cycle);
  const now: Instant = desk.now();
  await desk.record.write((tx) => tx.audit.append([{
    at: cycle ? calendarAt(cycle.clock, now) : now,
    actor: actorId(caller.actor),
    act: attempt.act,
    cycle: cycle?.id ?? null,
    unit: attempt.unit ?? null,
    subject: attempt.subject,
    outcome: 'refused',
    details: { code: refusal.code, figures: refusal.figures, errors: refusal.errors.slice(0, 50).map(({ pointer, code, rule }) => ({ pointer, code, ...(rule === undefined ? {} : { rule }) })) },
  }]));
}
