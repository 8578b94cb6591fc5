import { mailAddressOf } from '../../domain/addresses.ts';
import type { Contact } from '../../domain/contact.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { once } from '../../domain/once.ts';
import type { NewRecipient } from '../../domain/ports/deliveries.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import { Refused } from '../../domain/refusals.ts';
import { actorId } from '../../domain/roles.ts';
import { isOpen } from '../../domain/stages.ts';
import type { Caller } from './caller.ts';
import { commit, type Desk } from './desk.ts';

/** Mails that nobody got. */
const unreached = ['failed', 'bounced', 'no-address'] as const;
/** Rows of each state that are looked at, the newest. */
const most = 500;

/** Why a mail cannot go out again: it is not one that nobody got, its matter is over, its person has no address, or still the one that does not work. */
export type Hindrance = 'not-unreached' | 'matter-over' | 'no-address' | 'address-fault';
export type Resendable = { readonly to: NewRecipient } | { readonly why: Hindrance };

/** What is looked up once for many mails. */
interface Looking {
  readonly read: Repositories;
  readonly faults: ReadonlySet<string>;
  readonly contacts: (unit: string) => Promise<readonly Contact[]>;
  /** Whether a matter is still on; by its cycle, kind and subject as JSON. */
  readonly isOn: (matter: string) => Promise<boolean>;
}

async function looking(read: Repositories): Promise<Looking> {
  const faults = new Set((await read.deliveries.faults()).map(({ address }) => address));
  return { read, faults, contacts: once((unit) => read.contacts.listOf(unit)), isOn: once((matter) => isOn(JSON.parse(matter) as Parameters<typeof isOn>[0], read)) };
}

/** Whether and to whom a mail can go out again. What is not awaited any more when it goes is left out by the sender. */
async function judge(delivery: Delivery, now: Looking): Promise<Resendable> {
  if (delivery.channel !== 'email' || !unreached.some((state) => state === delivery.state)) return { why: 'not-unreached' };
  const { cycle, kind, subject } = delivery;
  if (!(await now.isOn(JSON.stringify({ cycle, kind, subject })))) return { why: 'matter-over' };
  const to = await recipientOf(delivery, now);
  if (!to) return { why: 'no-address' };
  return now.faults.has(to.address.toLowerCase()) ? { why: 'address-fault' } : { to };
}

async function isOn({ cycle: id, kind, subject }: Pick<Delivery, 'cycle' | 'kind' | 'subject'>, { cycles, duties }: Repositories): Promise<boolean> {
  const cycle = await cycles.find(id);
  if (!cycle || cycle.state === 'closed' || cycle.state === 'cancelled') return false;
  if (kind !== 'reminder' && kind !== 'escalation' && kind !== 'extension') return true;
  const duty = await duties.find(subject);
  return !duty || isOpen(duty.kind, duty.state);
}

/** The person of the mail as the registers have them now; of one that was for nobody, whom its unit has named since. */
async function recipientOf({ person, unit, subject, rung }: Delivery, { read, contacts }: Looking): Promise<NewRecipient | undefined> {
  const [kind, id = ''] = person.split(/:(.*)/s);
  if (kind === 'account') {
    const account = await read.accounts.find(id);
    const address = account?.lockedAt === null ? mailAddressOf(account.email) : null;
    return account && address !== null ? { person, name: account.name, address, language: account.language } : undefined;
  }
  const [of = unit, named] = kind === 'contact' ? id.split('/') : [];
  const people = await contacts(of);
  if (people.length === 0) return undefined;
  const part = named ?? (await partOf(read, subject, rung));
  const contact = people.find((each) => each.part === part);
  const address = mailAddressOf(contact?.email);
  return contact && address !== null ? { person: `contact:${of}/${part}`, name: contact.name, address, language: contact.language ?? 'vi' } : undefined;
}

async function partOf({ reminders }: Repositories, subject: string, rung: string): Promise<string> {
  const to = (await reminders.listOf(subject)).find((each) => each.rung === rung)?.to;
  return to === 'leader' || to === 'deputy' ? to : 'focal';
}

export async function judgeResending({ record }: Pick<Desk, 'record'>, delivery: Delivery): Promise<Resendable> {
  return judge(delivery, await looking(record.read));
}

/** Everything that can go out again now: the newest of what nobody got. */
export async function listResendable({ record: { read } }: Pick<Desk, 'record'>): Promise<readonly { readonly delivery: Delivery; readonly to: NewRecipient }[]> {
  const now = await looking(read);
  const rows = (await Promise.all(unreached.map((state) => read.deliveries.list({ state, channel: 'email' }, { limit: most })))).flatMap(({ items }) => items);
  const judged = await Promise.all(rows.map(async (delivery) => ({ delivery, ...(await judge(delivery, now)) })));
  return judged.flatMap((each) => ('to' in each ? [{ delivery: each.delivery, to: each.to }] : []));
}

/** One mail that nobody got goes out again. Refused with the reason when that cannot help. */
export async function resend(desk: Desk, caller: Caller, id: number): Promise<{ readonly resent: number; readonly name: string }> {
  const delivery = await desk.record.read.deliveries.find(id);
  if (!delivery) throw new Refused('not-found', { figures: { subject: `delivery ${id}` } });
  const judged = await judgeResending(desk, delivery);
  if ('why' in judged) throw new Refused('invalid-input', { errors: [{ pointer: '/delivery', code: `resend-${judged.why}`, value: delivery.address ?? delivery.name }] });
  return { resent: await write(desk, caller, [{ delivery, to: judged.to }]), name: judged.to.name };
}

/** All that can. */
export async function resendAll(desk: Desk, caller: Caller): Promise<{ readonly resent: number }> {
  return { resent: await write(desk, caller, await listResendable(desk)) };
}

function write(desk: Desk, caller: Caller, all: readonly { readonly delivery: Delivery; readonly to: NewRecipient }[]): Promise<number> {
  return commit(desk, caller, async (tx) => {
    let resent = 0;
    for (const { delivery: { id, cycle, unit, subject }, to } of all) {
      if (!(await tx.deliveries.resend(id, to, desk.now()))) continue;
      await tx.audit.append([{ at: desk.now(), actor: actorId(caller.actor), act: 'resendDelivery', cycle, unit, subject, outcome: 'done', details: { delivery: id, person: to.person } }]);
      resent += 1;
    }
    return resent;
  });
}
