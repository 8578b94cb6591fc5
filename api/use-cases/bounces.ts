import { mailAddressOf } from '../../domain/addresses.ts';
import type { BounceReport } from '../../domain/bounce.ts';
import type { AddressFault } from '../../domain/ports/deliveries.ts';
import type { RecordStore, Repositories } from '../../domain/ports/record.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import type { Caller } from './caller.ts';
import type { Desk } from './desk.ts';

export interface BounceRecorded {
  readonly messageId: string;
  /** Deliveries that are now known not to have arrived. */
  readonly bounced: readonly number[];
  /** Why; null when the report says only that the mail is late. */
  readonly reason: string | null;
}

/** Mails that our server had taken: others cannot come back. */
const given = ['sent', 'uncertain'];

/** A report that came to the return address: raw, as the mail server hands it on. Told twice, it is recorded once. */
export async function reportBounce(desk: Desk, caller: Caller, raw: string): Promise<BounceRecorded> {
  return recordBounce(desk.record, await desk.mail.readBounce(raw), { actor: actorId(caller.actor), at: desk.now() });
}

/**
 * Records what a report says against the mail of its Message-ID and the address it was sent to. `not-found`: no such mail went out from here;
 * `invalid-input`: the report speaks of another recipient.
 */
export async function recordBounce(record: RecordStore, { messageId, recipients }: BounceReport, { actor, at }: { readonly actor: string; readonly at: number }): Promise<BounceRecorded> {
  return record.write(async (tx) => {
    const deliveries = await tx.deliveries.ofMail(messageId);
    const [first] = deliveries;
    const address = first?.address ?? undefined;
    if (!first || address === undefined) throw new Refused('not-found', { figures: { subject: `mail <${messageId}>` } });
    const meant = recipients.find(({ addresses }) => addresses.some((each) => each.toLowerCase() === address.toLowerCase()));
    if (!meant) throw new Refused('invalid-input', { errors: [{ pointer: '/message', code: 'bounce-of-another', value: recipients.flatMap(({ addresses }) => addresses).join(', '), accepted: 'the recipient of the mail' }] });
    if (!meant.isFinal) return { messageId, bounced: [], reason: null };
    const fresh = deliveries.filter(({ state }) => given.includes(state));
    if (fresh.length > 0) {
      await tx.deliveries.bounced(fresh.map(({ id }) => id), meant.reason, at);
      await tx.deliveries.faultOf(address, meant.reason, at, 'bounce');
      await tx.audit.append(fresh.map(({ id, cycle, unit, subject, person }) => ({ at, actor, act: 'recordBounce', cycle, unit, subject, outcome: 'done' as const, details: { delivery: id, person } })));
    }
    return { messageId, bounced: fresh.map(({ id }) => id), reason: meant.reason };
  });
}

/** Addresses that do not work, in lower case. */
export async function faultsByAddress({ record }: Pick<Desk, 'record'>): Promise<ReadonlyMap<string, AddressFault>> {
  return new Map((await record.read.deliveries.faults()).map((fault) => [fault.address, fault]));
}

/** Somebody has made sure that the address works after all. */
export async function endFault(desk: Desk, caller: Caller, address: string): Promise<{ readonly address: string }> {
  return desk.record.write(async (tx) => {
    if (!(await tx.deliveries.endFault(address))) throw new Refused('not-found', { figures: { subject: address } });
    await tx.audit.append([{ at: desk.now(), actor: actorId(caller.actor), act: 'endAddressFault', cycle: null, unit: null, subject: 'mail-address', outcome: 'done', details: { address } }]);
    return { address };
  });
}

/** Somebody's address as it was and as it is now. */
export interface AddressChange {
  readonly person: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A corrected address has no fault of the old one, and what waits for the person goes there. In the transaction of the change. */
export async function addressChanged(tx: Repositories, changes: readonly AddressChange[]): Promise<void> {
  for (const { person, before, after } of changes) {
    if (before === after) continue;
    if (before !== undefined) await tx.deliveries.endFault(before);
    const address = mailAddressOf(after);
    if (address !== null) await tx.deliveries.readdress(person, address);
  }
}
