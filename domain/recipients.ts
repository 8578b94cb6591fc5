import type { Account } from './account.ts';
import type { Contact } from './contact.ts';
import type { RungAudience, RungChannel } from './cycle.ts';
import { mailAddressOf, phoneOf } from './addresses.ts';
import type { Role } from './roles.ts';
import type { Language } from './text.ts';

/** Everybody who could be told; the choice is made here. */
export interface Reachable {
  readonly accounts: readonly Pick<Account, 'id' | 'name' | 'email' | 'unit' | 'roles' | 'lockedAt' | 'language' | 'optedOut'>[];
  readonly contacts: readonly Contact[];
}

export interface Person {
  /** `account:<id>`, `contact:<unit>/<part>`, or `nobody`. */
  readonly person: string;
  readonly name: string;
  /** Where the channel reaches this person; null: nowhere. */
  readonly address: string | null;
  readonly language: Language;
  /** Wants neither mail nor message of rungs that allow it. */
  readonly optedOut: boolean;
}

/** Whom a matter is for. */
export interface Meant {
  readonly to: RungAudience;
  readonly unit: string;
  /** Where its notice is addressed: who of the unit is meant. */
  readonly address: string;
  /** The unit above; null where there is none. */
  readonly parent: string | null;
}

/**
 * People whom a matter is for, by one channel: a unit's focal point and its accounts, its deputy, its leader, the leader (else the focal point) of the unit above it, or
 * everybody of a desk above the units. Messages by phone reach contacts alone: accounts have no number. Of people with one address the first stands, and has opted out when one of them has.
 */
export function peopleOf(meant: Meant, channel: RungChannel, reachable: Reachable): readonly Person[] {
  const seen = new Set<string>();
  const outs = new Set(optedOutOf(reachable));
  return allOf(meant, channel, reachable).filter(({ address }) => address === null || (!seen.has(address.toLowerCase()) && seen.add(address.toLowerCase())))
    .map((person) => ({ ...person, optedOut: person.address !== null && outs.has(person.address.toLowerCase()) }));
}

type Named = Omit<Person, 'optedOut'>;

function allOf({ to, unit, address, parent }: Meant, channel: RungChannel, { accounts, contacts }: Reachable): readonly Named[] {
  const contactOf = (of: string, part: Contact['part']): readonly Named[] => contacts.filter((each) => each.unit === of && each.part === part)
    .map(({ name, email, phone, language = 'vi' }) => ({ person: `contact:${of}/${part}`, name, address: channel === 'email' ? mailAddressOf(email) : phoneOf(phone), language }));
  if (to === 'deputy' || to === 'leader') return contactOf(unit, to);
  if (to === 'superior') return parent === null ? [] : firstReached(contactOf(parent, 'leader'), contactOf(parent, 'focal'));
  const [role, of] = address.split('/') as [Role, string | undefined];
  const focal = of === undefined ? [] : contactOf(of, 'focal');
  if (channel !== 'email') return focal;
  const holders = accounts.filter((each) => each.roles.includes(role) && (of === undefined || each.unit === of) && each.lockedAt === null)
    .map(({ id, name, email, language }): Named => ({ person: `account:${id}`, name, address: mailAddressOf(email), language }));
  return role === 'agency' || holders.length === 0 ? [...focal, ...holders] : holders;
}

const firstReached = (first: readonly Named[], second: readonly Named[]): readonly Named[] => (first.some(({ address }) => address !== null) || second.length === 0 ? first : second);

/** Addresses and numbers of people who have opted out, as account or as contact. */
function optedOutOf({ accounts, contacts }: Reachable): readonly string[] {
  const mails = [...accounts, ...contacts].map(({ email, optedOut }) => (optedOut ? mailAddressOf(email)?.toLowerCase() : undefined));
  return [...mails, ...contacts.map(({ phone, optedOut }) => (optedOut ? phoneOf(phone) : undefined))].flatMap((each) => each ?? []);
}
