import type { Delivery } from '../../domain/delivery.ts';
import type { Mail } from '../../domain/ports/deliveries.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';

/** A delivery with the mail as it was handed over; without one while it waits. */
export interface DeliveryRead {
  readonly delivery: Delivery;
  readonly mail: Mail | undefined;
}

export async function getDelivery({ record }: Pick<Desk, 'record'>, id: number): Promise<DeliveryRead> {
  const delivery = await record.read.deliveries.find(id);
  if (!delivery) throw new Refused('not-found', { figures: { subject: `delivery ${id}` } });
  return { delivery, mail: delivery.mail === null ? undefined : await record.read.deliveries.findMail(delivery.mail) };
}

export const settlements = { resending: { state: 'waiting', act: 'resendDelivery' }, dismissal: { state: 'dismissed', act: 'dismissDelivery' } } as const;
export type Settlement = keyof typeof settlements;

/** An uncertain mail goes out after all, or is let be. Refused with `already-exists` when somebody has decided it, or it is not in doubt. */
export async function settleDelivery(desk: Desk, caller: Caller, id: number, settlement: Settlement): Promise<Delivery> {
  const { delivery } = await getDelivery(desk, id);
  const { state, act } = settlements[settlement];
  return commit(desk, caller, async (tx) => {
    if (!(await tx.deliveries.settle(id, state, desk.now()))) throw new Refused('already-exists', { figures: { subject: `delivery ${id}`, state: delivery.state } });
    await tx.audit.append([{ at: desk.now(), actor: actorId(caller.actor), act, cycle: delivery.cycle, unit: delivery.unit, subject: delivery.subject, outcome: 'done', details: { delivery: id, person: delivery.person } }]);
    return { ...delivery, state };
  });
}

/** The plain words of a mail that we composed: the first part, which is text in base64. */
export function plainText({ raw }: Mail): string {
  const part = /Content-Type: text\/plain[\s\S]*?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/i.exec(raw)?.[1] ?? '';
  return Buffer.from(part, 'base64').toString('utf8');
}
