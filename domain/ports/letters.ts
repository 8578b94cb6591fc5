import type { BounceReport } from '../bounce.ts';
import type { PlainDate } from '../date.ts';
import type { Delivery } from '../delivery.ts';
import type { MailWords } from '../mail-texts.ts';
import type { Language } from '../text.ts';
import type { WorkingCalendar } from '../working-calendar.ts';

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** What a letter is about, as far as it may be told. */
export type Told = Pick<Delivery, 'cycle' | 'subject' | 'unit' | 'kind' | 'detail' | 'due' | 'name'> & Partial<Pick<Delivery, 'text'>>;

/** What words need beyond the deliveries themselves. */
export interface About {
  readonly language: Language;
  readonly words: MailWords;
  readonly cycle: { readonly title: string; readonly year: number; readonly rehearsal: boolean };
  readonly unitName: (code: string) => string;
  /** Today on the cycle's calendar, from which working days are counted. */
  readonly today: PlainDate;
  readonly calendar: Pick<WorkingCalendar, 'workingDaysBetween' | 'dueOn'>;
  /** Absolute address of the page about it; null where nobody knows under which address people reach the pages. */
  readonly linkTo: (told: Told) => string | null;
}

export type WriteLetter = (matters: readonly [Told, ...Told[]], about: About) => Letter;

/** What the pages need of the mails: their words before anybody changed them, a letter as it would be sent, the subject of one that was, and reports of mails that came back. */
export interface MailRoom {
  readonly originals: (language: Language) => MailWords;
  readonly write: WriteLetter;
  readonly linkTo: About['linkTo'];
  /** Of a mail as it was handed over; undefined for what has none. */
  readonly subjectOf: (raw: string) => Promise<string | undefined>;
  /** Throws `Refused('invalid-input')` for what is no report. */
  readonly readBounce: (raw: string) => Promise<BounceReport>;
}
