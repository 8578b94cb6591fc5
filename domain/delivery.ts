import { channelsOf, type RungAudience } from './cycle.ts';
import type { Instant, PlainDate } from './date.ts';
import type { NewNotice, NoticeKind } from './notice.ts';
import { peopleOf, type Person, type Reachable } from './recipients.ts';
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
  /** The secretariat's own text that its rung named; null: the usual one. */
  readonly text: string | null;
}

/** What somebody is to be told, before it is known who. */
export interface Matter {
  readonly notice: NewNotice;
  /** The unit that it is about. */
  readonly unit: string;
  /** Of the ladder; for anything else what makes it one of a kind. */
  readonly rung: string;
  /** Absent: the people to whom its notice is addressed, as for `unit`. */
  readonly to?: RungAudience;
  /** Absent: mail. */
  readonly channels?: readonly DeliveryChannel[];
  /** Absent: nobody may do without it. */
  readonly mayOptOut?: boolean;
  /** Absent: the usual text. */
  readonly text?: string;
}

export type NewDelivery = Pick<Delivery, 'cycle' | 'subject' | 'unit' | 'rung' | 'channel' | 'person' | 'name' | 'address' | 'kind' | 'detail' | 'due' | 'at' | 'state' | 'language' | 'text'>;

/** A reminder that may have arrived is not sent again; a decision is, under the same Message-ID. */
export const mayRepeat = { reminder: false, escalation: false, decision: true, directive: true, extension: true, guidance: true } as const satisfies Readonly<Record<NoticeKind, boolean>>;

/** One delivery for each channel and person, each address once; somebody without an address gets one that says so, and so does a matter that concerns nobody known. `parent` is the unit above. */
export function deliveriesOf(matter: Matter, reachable: Reachable, parent: string | null): readonly NewDelivery[] {
  const { notice, unit, rung, to = 'unit', mayOptOut = false, text = null } = matter;
  const { cycle, subject, kind, detail, due, at } = notice;
  return channelsOf(matter).flatMap((channel) => {
    const row = ({ person, name, address, language, optedOut }: Person): NewDelivery => ({
      cycle, subject, unit, rung, channel, person, name, address, kind, detail, due, at, language, text, state: address === null ? 'no-address' : mayOptOut && optedOut ? 'opted-out' : 'waiting',
    });
    const people = peopleOf({ to, unit, address: notice.to, parent }, channel, reachable);
    return people.length === 0 ? [row(nobody)] : people.map(row);
  });
}

const nobody: Person = { person: 'nobody', name: '', address: null, language: 'vi', optedOut: false };
