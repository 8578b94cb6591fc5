import PostalMime, { type Attachment } from 'postal-mime';
import type { BouncedRecipient, BounceReport } from '../../domain/bounce.ts';
import { Refused } from '../../domain/refusals.ts';

const accepted = 'a report in the form of RFC 3464: multipart/report with a message/delivery-status part and the headers of the mail that came back';
const refusal = (code: string): Refused => new Refused('invalid-input', { errors: [{ pointer: '/message', code, accepted }] });

/** Longer reasons are cut: some servers quote their whole help page. */
const mostReason = 300;

/** Reads a delivery status notification. Throws `Refused('invalid-input')` for anything else: an answer of a person, spam, half a mail. */
export async function readBounce(raw: string): Promise<BounceReport> {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true, maxNestingDepth: 20 }).catch((cause: unknown) => {
    throw Object.assign(refusal('no-bounce'), { cause });
  });
  const part = (...types: readonly string[]): string | undefined => mail.attachments.filter(({ mimeType }) => types.includes(mimeType)).map(textOf)[0];
  const status = part('message/delivery-status', 'message/global-delivery-status');
  if (status === undefined) throw refusal('no-bounce');
  const messageId = fieldsOf(part('message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers')?.split(/\r?\n\r?\n/)[0] ?? '').get('message-id')?.replaceAll(/[<>\s]/g, '');
  if (!messageId) throw refusal('bounce-of-what');
  const recipients = status.split(/\r?\n(?:[ \t]*\r?\n)+/).map(fieldsOf).flatMap(recipientOf);
  if (recipients.length === 0) throw refusal('bounce-of-whom');
  return { messageId, recipients };
}

const textOf = ({ content }: Attachment): string => (typeof content === 'string' ? content : Buffer.from(content instanceof ArrayBuffer ? new Uint8Array(content) : content).toString('utf8'));

/** Header fields by lower-case name; lines that begin with a blank go on. */
function fieldsOf(block: string): ReadonlyMap<string, string> {
  const lines = block.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return new Map(lines.flatMap((line) => { const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? []; return name === undefined ? [] : [[name.toLowerCase(), (value ?? '').trim()]]; }));
}

/** `rfc822; a@b.vn` → `a@b.vn`. */
const untyped = (value: string | undefined): string => (value ?? '').replace(/^[^;]*;\s*/, '').replaceAll(/[<>]/g, '').trim();

function recipientOf(fields: ReadonlyMap<string, string>): readonly BouncedRecipient[] {
  const addresses = ['original-recipient', 'final-recipient'].map((name) => untyped(fields.get(name))).filter(Boolean);
  const action = fields.get('action')?.toLowerCase();
  if (addresses.length === 0 || action === undefined) return [];
  const reason = [fields.get('status'), untyped(fields.get('diagnostic-code'))].filter(Boolean).join(' ').slice(0, mostReason);
  return [{ addresses, isFinal: action === 'failed', reason: reason === '' ? action : reason }];
}
