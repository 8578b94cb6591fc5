import type { MailOutcome } from '../../domain/ports/mail.ts';

/** What an error code of Zalo Notification Service is about. */
type Meaning = 'address' | 'message' | 'token';

/**
 * The codes of its page "Cách xử lý mã lỗi" (zalo.cloud/zns/guidelines/handle-error-code) that decide about one message. `address`: this person will not get it, whatever is sent. `message`: its data are not
 * accepted, now or later. `token`: the access token has run out or was withdrawn. Every other code is mended by somebody or by time, so the message waits: application (-101 … -105), template unknown, not
 * permitted, not approved or disabled (-109, -117, -127, -131, -145, -146), balance (-115, -126, -137), rights of the account (-120, -135, -136, -138, -140), night (-133), quotas (-144, -147),
 * faults of the service (-100), and codes that came later.
 */
const meanings: ReadonlyMap<number, Meaning> = new Map([
  ...about('address', [
    -108, // number invalid
    -110, // Zalo too old
    -114, // inactive, refuses messages, or too old
    -118, -119, // no account; an account that cannot receive
    -134, // never agreed to messages
    -139, -141, // refuses this kind; refuses this Official Account
  ]),
  ...about('message', [
    -106, -107, // method, message id
    -111, -112, -113, -116, // data missing, data, button, text invalid
    -121, -122, -130, -132, // content missing, not understood, too long, parameter invalid
  ]),
  ...about('token', [
    -124, // invalid
    -216, -220, // of the API before it: invalid; expired or removed
  ]),
]);

function about(meaning: Meaning, codes: readonly number[]): readonly (readonly [number, Meaning])[] {
  return codes.map((code) => [code, meaning]);
}

/** What an answer is, by HTTP status and body, and whether it was the token that was refused. */
export function outcomeOf(status: number, body: string): { readonly outcome: MailOutcome; readonly isTokenRefused: boolean } {
  const answer = answerIn(body);
  const reason = `${answer ? `Zalo ${answer.error} ${answer.message}` : `HTTP ${status}`}`.trim().slice(0, 300);
  const meaning = answer && meanings.get(answer.error);
  return { outcome: answer && answer.error !== 0 ? ofCode(meaning, reason) : ofStatus(status, answer !== undefined, reason), isTokenRefused: meaning === 'token' };
}

function ofCode(meaning: Meaning | undefined, reason: string): MailOutcome {
  return meaning === 'address' || meaning === 'message' ? { kind: 'refused', reason, isAddress: meaning === 'address' } : { kind: 'later', reason };
}

function ofStatus(status: number, isTaken: boolean, reason: string): MailOutcome {
  if (status === 200 && isTaken) return { kind: 'sent' };
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
