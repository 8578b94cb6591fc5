import type { MailOutcome } from '../../domain/ports/mail.ts';

/**
 * What the error codes of Zalo Notification Service mean for one message, after its page "Cách xử lý mã lỗi" (zalo.cloud/zns/guidelines). `address`: this number
 * will not get it, whatever is sent; `message`: template or data are not accepted; anything else (token, application, balance, limits, hours) is mended by
 * somebody, or by time.
 */
const meanings: Readonly<Record<'address' | 'message', ReadonlySet<number>>> = {
  address: new Set([-108, -110, -114, -118, -119, -134, -139, -141]),
  message: new Set([-106, -107, -109, -111, -112, -113, -116, -117, -121, -122, -127, -130, -131, -132, -145, -146]),
};

/** Of an answer: its HTTP status and body. */
export function outcomeOf(status: number, body: string): MailOutcome {
  const answer = answerIn(body);
  if (status === 200 && answer?.error === 0) return { kind: 'sent' };
  const reason = `${answer ? `Zalo ${answer.error} ${answer.message}` : `HTTP ${status}`}`.trim().slice(0, 300);
  if (answer && meanings.address.has(answer.error)) return { kind: 'refused', reason, isAddress: true };
  if (answer && meanings.message.has(answer.error)) return { kind: 'refused', reason, isAddress: false };
  if (answer && answer.error !== 0) return { kind: 'later', reason };
  // a gateway that gave up waiting, or an answer that nobody understands: the message may be on its way
  if (status === 502 || status === 504 || status < 300) return { kind: 'unknown', reason };
  return status === 401 || status === 403 || status === 408 || status === 429 || status >= 500 ? { kind: 'later', reason } : { kind: 'refused', reason, isAddress: false };
}

function answerIn(body: string): { readonly error: number; readonly message: string } | undefined {
  try {
    const { error, message } = JSON.parse(body) as { error?: unknown; message?: unknown };
    return typeof error === 'number' ? { error, message: typeof message === 'string' ? message : '' } : undefined;
  } catch {
    return undefined;
  }
}
