import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Delivery } from '../domain/delivery.ts';
import type { Mail } from '../domain/ports/deliveries.ts';
import type { Letter } from '../domain/ports/letters.ts';

/** The same for the same delivery, whenever and however often it is sent. */
export const keyOf = ({ cycle, subject, unit, rung, channel, person }: Delivery): string =>
  createHash('sha256').update(JSON.stringify([cycle, subject, unit, rung, channel, person])).digest('hex').slice(0, 32);

export const messageIdOf = (delivery: Delivery, from: string): string => `${keyOf(delivery)}@${from.split('@').at(-1)}`;

export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly first: Delivery;
  readonly now: number;
}

/** The mail as it goes over the wire. */
export async function compose({ subject, text, html }: Letter, { from, to, first, now }: Envelope): Promise<Mail> {
  const id = messageIdOf(first, from);
  const built = await new MailComposer({
    from: { name: 'Chu Trình', address: from }, to: { name: first.name, address: to }, subject, text, html, messageId: `<${id}>`, date: new Date(now),
    headers: { 'Auto-Submitted': 'auto-generated' }, textEncoding: 'base64', disableFileAccess: true, disableUrlAccess: true,
  }).compile().build();
  return { id, raw: built.toString('utf8') };
}
