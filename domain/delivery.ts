import type { Account } from './account.ts';
import type { Contact } from './contact.ts';
import type { Instant, PlainDate } from './date.ts';
import type { NewNotice, NoticeKind } from './notice.ts';
import type { Role } from './roles.ts';
import type { Language } from './text.ts';

/**
 * Where a mail stands. `waiting` → `claimed` (leased to one sender) → `sent`, or `filed` (a file in the data folder, which reached nobody), or `failed` (refused for good), or `uncertain`: it was being handed
 * over when its sender died, and a reminder is not sent twice. `no-address`: the log says whom nothing could reach. `withdrawn`: the matter was
 * done before it went out. `dismissed`: an operator let an uncertain one be. `opted-out`: the person wants no mail of such rungs.
 * `bounced`: the mail server took it, and a later report says that it could not be delivered.
 */
export const deliveryStates = ['waiting', 'claimed', 'sent', 'filed', 'failed', 'uncertain', 'no-address', 'withdrawn', 'dismissed', 'opted-out', 'bounced'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryChannels = ['email', 'zalo'] as const;
export type DeliveryChannel = (typeof deliveryChannels)[number];

/** One person, one matter, one channel. `at` is calendar time of the cycle, all other times are real. */
export interface Delivery {
  readonly id: number;
  readonly cycle: string;
  readonly subject: string;
  readonly unit: string;
  readonly rung: string;
  readonly channel: DeliveryChannel;
  readonly person: string;
  readonly name: string;
  readonly address: string | null;
  readonly kind: NoticeKind;
  readonly detail: string;
  readonly due: PlainDate | null;
  readonly at: Instant;
  readonly createdAt: number;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly notBefore: number | null;
  readonly endedAt: number | null;
  readonly lastError: string | null;
  /** Message-ID under which it went out. */
  readonly mail: string | null;
  /** In which it is written. */
  readonly language: Language;
  readonly bouncedAt: number | null;
}

/** What somebody is to be told, before it is known who. */
export interface Matter {
  readonly notice: NewNotice;
  readonly unit: string;
  /** Of the ladder; for anything else what makes it one of a kind. */
  readonly rung: string;
  readonly toLeader: boolean;
}

export type NewDelivery = Pick<Delivery, 'cycle' | 'subject' | 'unit' | 'rung' | 'channel' | 'person' | 'name' | 'address' | 'kind' | 'detail' | 'due' | 'at' | 'state' | 'language'>;

/** A reminder that may have arrived is not sent again; a decision is, under the same Message-ID. */
export const mayRepeat = { reminder: false, escalation: false, decision: true, directive: true, extension: true, guidance: true } as const satisfies Readonly<Record<NoticeKind, boolean>>;

/** Everybody who could be told; the choice is made here. */
export interface Reachable {
  readonly accounts: readonly Pick<Account, 'id' | 'name' | 'email' | 'unit' | 'roles' | 'lockedAt' | 'language'>[];
  readonly contacts: readonly Contact[];
}

interface Person {
  readonly person: string;
  readonly name: string;
  readonly address: string | null;
  readonly language: Language;
}

/** What mail servers take; stricter than the standard, which allows what nobody has. */
export const isMailAddress = (text: string): boolean => text.length <= 254 && /^[^\s@<>()[\],;:"\\]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i.test(text);

const usable = (email: string | null | undefined): string | null => (email && isMailAddress(email.trim()) ? email.trim() : null);

/** Whom a matter is for: a unit's focal point and its people, its leader, or everybody of a desk above the units. */
function peopleOf({ notice: { to }, unit, toLeader }: Matter, { accounts, contacts }: Reachable): readonly Person[] {
  const contactOf = (part: Contact['part']): readonly Person[] => contacts
    .filter((each) => each.unit === unit && each.part === part)
    .map(({ name, email, language = 'vi' }) => ({ person: `contact:${unit}/${part}`, name, address: usable(email), language }));
  if (toLeader) return contactOf('leader');
  const [role, of] = to.split('/') as [Role, string | undefined];
  const holders = accounts.filter((each) => each.roles.includes(role) && (of === undefined || each.unit === of) && each.lockedAt === null)
    .map(({ id, name, email, language }) => ({ person: `account:${id}`, name, address: usable(email), language }));
  return role === 'agency' || holders.length === 0 ? [...(of === undefined ? [] : contactOf('focal')), ...holders] : holders;
}

/** One delivery for each person, each address once; somebody without an address gets one that says so, and so does a matter that concerns nobody known. */
export function deliveriesOf(matter: Matter, reachable: Reachable): readonly NewDelivery[] {
  const { notice: { cycle, subject, kind, detail, due, at }, unit, rung } = matter;
  const row = ({ person, name, address, language }: Person): NewDelivery => ({
    cycle, subject, unit, rung, channel: 'email', person, name, address, kind, detail, due, at, state: address === null ? 'no-address' : 'waiting', language,
  });
  const seen = new Set<string>();
  const people = peopleOf(matter, reachable).filter(({ address }) => {
    const key = address?.toLowerCase();
    return key === undefined || (!seen.has(key) && seen.add(key));
  });
  return people.length === 0 ? [row({ person: 'nobody', name: '', address: null, language: 'vi' })] : people.map(row);
}
