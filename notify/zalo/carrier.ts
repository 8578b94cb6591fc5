import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { MailCarrier, MailOutcome } from '../../domain/ports/mail.ts';
import { outcomeOf } from './outcome.ts';
import type { ZaloTokens } from './tokens.ts';

export interface ZaloOptions {
  readonly url: string;
  readonly tokens: ZaloTokens;
  /** How long an answer may take, in ms. */
  readonly patience?: number;
}

/** Answers are some hundred characters; more is not read. */
const mostAnswered = 20_000;

/**
 * Template messages of Zalo Notification Service: `POST /message/template` with the header `access_token` and `phone`, `template_id`, `template_data`, `tracking_id` as JSON;
 * the answer is `{ error, message, data }`, `error` 0 when it was taken. Each message has a connection of its own: one that is kept may be closed just as it is used, and
 * nobody could say whether the message had been read.
 */
export function zaloCarrier({ url, tokens, patience = 30_000 }: ZaloOptions): MailCarrier {
  return {
    line() {
      let token = '';
      return {
        async ready() {
          token = await tokens.current();
        },
        async send({ raw }) {
          const answer = await post(url, token, raw, patience);
          if ('kind' in answer) return answer;
          const { outcome, isTokenRefused } = outcomeOf(answer.status, answer.text);
          if (isTokenRefused) tokens.refused(token);
          return outcome;
        },
        close: () => undefined,
      };
    },
  };
}

function post(url: string, token: string, body: string, patience: number): Promise<MailOutcome | { readonly status: number; readonly text: string }> {
  return new Promise((done) => {
    let isHandedOver = false;
    const late = AbortSignal.timeout(patience);
    const fail = (error: unknown): void => done({ kind: isHandedOver ? 'unknown' : 'later', reason: late.aborted ? 'timeout' : codeOf(error) });
    const send = url.startsWith('https:') ? secureRequest : plainRequest;
    const asked = send(url, { method: 'POST', agent: false, signal: late, headers: { access_token: token, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'chu-trinh' } });
    asked.on('error', fail);
    asked.on('finish', () => { isHandedOver = true; });
    asked.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('error', fail).on('end', () => done({ status: response.statusCode ?? 0, text }));
      response.on('data', (chunk: string) => { if (text.length < mostAnswered) text += chunk; });
    });
    asked.end(body);
  });
}

/** A code where there is one: messages of the system repeat addresses. */
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error).slice(0, 200));
