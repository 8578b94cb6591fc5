import { mailAddressOf, phoneOf } from '../../domain/addresses.ts';
import { isCycleOver } from '../../domain/cycle-over.ts';
import type { Delivery, DeliveryChannel } from '../../domain/delivery.ts';
import type { Repositories } from '../../domain/ports/record.ts';
import { contactsByUnit } from './contacts-by-unit.ts';
import type { Desk } from './desk.ts';

/**
 * How many people something could not be sent to in the years that are not over, and still cannot: without a mail address, without a number. A unit of which nobody was known counts as its focal point.
 */
export async function countUnaddressed({ record: { read } }: Pick<Desk, 'record'>): Promise<Readonly<Record<DeliveryChannel, number>>> {
  const cycles = (await read.cycles.list()).filter((each) => !isCycleOver(each)).map(({ id }) => id);
  const contacts = await contactsByUnit(read);
  const found = { email: 0, zalo: 0 };
  const people = new Map((await read.deliveries.unaddressed(cycles)).map((each) => [`${each.channel} ${each.person === 'nobody' ? `contact:${each.unit}/focal` : each.person}`, each]));
  for (const each of people.values()) if (!(await isReached(each, read, contacts))) found[each.channel] += 1;
  return found;
}

type Contacts = Awaited<ReturnType<typeof contactsByUnit>>;

/** Whether the registers know meanwhile where this person is reached. */
async function isReached({ channel, unit, person }: Pick<Delivery, 'channel' | 'unit' | 'person'>, { accounts }: Repositories, contacts: Contacts): Promise<boolean> {
  const [kind, id = ''] = person.split(/:(.*)/s);
  const account = kind === 'account' ? await accounts.find(id) : undefined;
  if (kind === 'account') return account === undefined || account.lockedAt !== null || mailAddressOf(account.email) !== null;
  const [of = unit, part] = kind === 'contact' ? id.split('/') : [];
  return contacts(of).some((each) => (part === undefined || each.part === part) && (channel === 'email' ? mailAddressOf(each.email) : phoneOf(each.phone)) !== null);
}
