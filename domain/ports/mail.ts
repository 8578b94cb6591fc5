import type { Mail } from './deliveries.ts';

/** What became of a mail that was handed over. `unknown`: the server had all of it and did not answer, so it may have arrived. */
export type MailOutcome =
  | { readonly kind: 'sent' | 'filed' }
  | { readonly kind: 'refused'; readonly reason: string; /** The server does not know or take this address, whatever the mail. */ readonly isAddress: boolean }
  | { readonly kind: 'later'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** The mail server cannot be reached, or lets nobody in: no mail will get through now. */
export class CarrierAway extends Error {
  override readonly name = 'CarrierAway';
}

/** A connection on which mails go one after another. */
export interface MailLine {
  /** Throws `CarrierAway`; before a mail is begun, so that nothing is in doubt. */
  ready(): Promise<void>;
  send(mail: Mail, to: string): Promise<MailOutcome>;
  close(): void;
}

export interface MailCarrier {
  line(): MailLine;
}
