import type { Account } from '../../domain/account.ts';
import { mailAddressOf } from '../../domain/addresses.ts';
import type { Contact } from '../../domain/contact.ts';
import { isCycleOver } from '../../domain/cycle-over.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { Reminder } from '../../domain/duty.ts';
import { once } from '../../domain/once.ts';
import type { NewRecipient } from '../../domain/ports/deliveries.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import { isOpen } from '../../domain/stages.ts';
import { contactsByUnit } from './contacts-by-unit.ts';
import type { Desk } from './desk.ts';

/** Mails that nobody got. */
const unreached = ['failed', 'bounced', 'no-address'] as const;
/** Rows that are read at once. */
const slice = 500;

/** Why a mail cannot go out again: it is not one that nobody got, its matter is over, its person has no address, or still the one that does not work. */
export type Hindrance = 'not-unreached' | 'matter-over' | 'no-address' | 'address-fault';
export type Resendable = { readonly to: NewRecipient } | { readonly why: Hindrance };

/** What is looked up once for many mails. */
interface Looking {
  readonly faults: ReadonlySet<string>;
  readonly contacts: (unit: string) => readonly Contact[] | Promise<readonly Contact[]>;
  readonly account: (id: string) => Promise<Account | undefined>;
  readonly reminders: (subject: string) => Promise<readonly Reminder[]>;
  /** Its duties that are over; undefined when the whole cycle is. */
  readonly over: (cycle: string) => Promise<ReadonlySet<string> | undefined>;
}

async function looking(read: Repositories, contacts: Looking['contacts']): Promise<Looking> {
  const faults = new Set((await read.deliveries.faults()).map(({ address }) => address));
  const over = async (id: string): Promise<ReadonlySet<string> | undefined> => {
    const cycle = await read.cycles.find(id);
    if (!cycle || isCycleOver(cycle)) return undefined;
    return new Set((await read.duties.all({ cycle: id })).filter(({ kind, state }) => !isOpen(kind, state)).map((duty) => duty.id));
  };
  return { faults, contacts, account: once((id) => read.accounts.find(id)), reminders: once((subject) => read.reminders.listOf(subject)), over: once(over) };
}

/** Whether and to whom a mail can go out again, as far as its person is concerned. */
async function reach(delivery: Delivery, now: Looking): Promise<Resendable> {
  const to = await recipientOf(delivery, now);
  if (!to) return { why: 'no-address' };
  return now.faults.has(to.address.toLowerCase()) ? { why: 'address-fault' } : { to };
}

async function isOn({ cycle, kind, subject }: Pick<Delivery, 'cycle' | 'kind' | 'subject'>, now: Looking): Promise<boolean> {
  const over = await now.over(cycle);
  if (over === undefined) return false;
  return (kind !== 'reminder' && kind !== 'escalation' && kind !== 'extension') || !over.has(subject);
}

/** The person of the mail as the registers have them now; of one that was for nobody, whom its unit has named since. */
async function recipientOf({ person, unit, subject, rung }: Delivery, { account: accountOf, contacts, reminders }: Looking): Promise<NewRecipient | undefined> {
  const [kind, id = ''] = person.split(/:(.*)/s);
  if (kind === 'account') {
    const account = await accountOf(id);
    const address = account?.lockedAt === null ? mailAddressOf(account.email) : null;
    return account && address !== null ? { person, name: account.name, address, language: account.language } : undefined;
  }
  const [of = unit, named] = kind === 'contact' ? id.split('/') : [];
  const people = await contacts(of);
  if (people.length === 0) return undefined;
  const part = named ?? partOf(await reminders(subject), rung);
  const contact = people.find((each) => each.part === part);
  const address = mailAddressOf(contact?.email);
  return contact && address !== null ? { person: `contact:${of}/${part}`, name: contact.name, address, language: contact.language ?? 'vi' } : undefined;
}

function partOf(reminders: readonly Reminder[], rung: string): string {
  const to = reminders.find((each) => each.rung === rung)?.to;
  return to === 'leader' || to === 'deputy' ? to : 'focal';
}

/** Whether and to whom one mail can go out again. What is not awaited any more when it goes is left out by the sender. */
export async function judgeResending({ record: { read } }: Pick<Desk, 'record'>, delivery: Delivery): Promise<Resendable> {
  if (delivery.channel !== 'email' || !unreached.some((state) => state === delivery.state)) return { why: 'not-unreached' };
  const now = await looking(read, (unit) => read.contacts.listOf(unit));
  return (await isOn(delivery, now)) ? reach(delivery, now) : { why: 'matter-over' };
}

export interface ToResend {
  readonly delivery: Delivery;
  readonly to: NewRecipient;
}

/** Everything that can go out again now, of all years that are not over. */
export async function listResendable({ record: { read } }: Pick<Desk, 'record'>): Promise<readonly ToResend[]> {
  const now = await looking(read, await contactsByUnit(read));
  const found: ToResend[] = [];
  for (const cycle of (await read.cycles.list()).filter((each) => !isCycleOver(each))) {
    for (const state of unreached) {
      let cursor: string | undefined;
      do {
        const { items, next } = await read.deliveries.list({ cycle: cycle.id, state, channel: 'email' }, { limit: slice, ...(cursor === undefined ? {} : { cursor }) });
        const reached = await Promise.all(items.map(async (delivery) => ({ delivery, ...(await reach(delivery, now)) })));
        // which matters are over is asked last: it takes every duty of the year
        for (const each of reached) if ('to' in each && (await isOn(each.delivery, now))) found.push({ delivery: each.delivery, to: each.to });
        cursor = next;
      } while (cursor !== undefined);
    }
  }
  return found;
}
