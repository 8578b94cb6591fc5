import type { NewAuditRow } from '../../domain/audit.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';
import { judgeResending, listResendable, type ToResend } from './resendable.ts';

/** Rows that are written in one transaction. */
const slice = 50;

/** One mail that nobody got goes out again. Refused with the reason when that cannot help. */
export async function resend(desk: Desk, caller: Caller, id: number): Promise<{ readonly resent: number; readonly name: string }> {
  const delivery = await desk.record.read.deliveries.find(id);
  if (!delivery) throw new Refused('not-found', { figures: { subject: `delivery ${id}` } });
  const judged = await judgeResending(desk, delivery);
  if ('why' in judged) throw new Refused('invalid-input', { errors: [{ pointer: '/delivery', code: `resend-${judged.why}`, value: delivery.address ?? delivery.name }] });
  const { to } = judged;
  return commit(desk, caller, async (tx) => ({ resent: await write(tx, desk, caller, [{ delivery, to }]), name: to.name }));
}

/** All that can, in slices: one that is waiting again is not sent a second time when the rest is asked for once more. */
export async function resendAll(desk: Desk, caller: Caller): Promise<{ readonly resent: number }> {
  const all = await listResendable(desk);
  let resent = 0;
  for (let from = 0; from < all.length; from += slice) resent += await desk.record.write((tx) => write(tx, desk, caller, all.slice(from, from + slice)));
  return commit(desk, caller, () => Promise.resolve({ resent }));
}

async function write(tx: Repositories, { now }: Desk, { actor }: Caller, some: readonly ToResend[]): Promise<number> {
  const done: NewAuditRow[] = [];
  for (const { delivery: { id, cycle, unit, subject }, to } of some) {
    if (!(await tx.deliveries.resend(id, to, now()))) continue;
    done.push({ at: now(), actor: actorId(actor), act: 'resendDelivery', cycle, unit, subject, outcome: 'done', details: { delivery: id, person: to.person } });
  }
  if (done.length > 0) await tx.audit.append(done);
  return done.length;
}
