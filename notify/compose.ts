import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Delivery } from '../domain/delivery.ts';
import type { Mail } from '../domain/ports/deliveries.ts';
import type { Letter } from '../domain/ports/letters.ts';
import { addresseeOf, type Bundle } from './bundles.ts';

const hashOf = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);

/** The same for the same delivery, whenever and however often it is sent. */
export const keyOf = ({ cycle, subject, unit, rung, channel, person }: Delivery): string => hashOf([cycle, subject, unit, rung, channel, person]);

/** The same for the same deliveries: one mail of several matters is another than that of each alone, and must not be taken for it. */
export function messageIdOf(deliveries: Bundle, from: string): string {
  const [first, ...others] = deliveries;
  const key = others.length === 0 ? keyOf(first) : hashOf(deliveries.map(keyOf).toSorted());
  return `${key}@${from.split('@').at(-1)}`;
}

export interface Envelope {
  readonly from: string;
  readonly to: string;
  readonly bundle: Bundle;
  readonly now: number;
}

/** The mail as it goes over the wire. */
export async function compose({ subject, text, html }: Letter, { from, to, bundle, now }: Envelope): Promise<Mail> {
  const id = messageIdOf(bundle, from);
  const built = await new MailComposer({
    from: { name: 'Chu Trình', address: from }, to: { name: addresseeOf(bundle).name, address: to }, subject, text, html, messageId: `<${id}>`, date: new Date(now),
    headers: { 'Auto-Submitted': 'auto-generated' }, textEncoding: 'base64', disableFileAccess: true, disableUrlAccess: true,
  }).compile().build();
  return { id, raw: built.toString('utf8') };
}
