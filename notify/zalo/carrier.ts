import { readFile } from 'node:fs/promises';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { CarrierAway, type MailCarrier, type MailOutcome } from '../../domain/ports/mail.ts';
import { outcomeOf } from './outcome.ts';

export interface ZaloOptions {
  readonly url: string;
  /** Holds the access token of the Official Account; read for each message, because tokens last a day and somebody else renews them. */
  readonly tokenFile: string;
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
export function zaloCarrier({ url, tokenFile, patience = 30_000 }: ZaloOptions): MailCarrier {
  return {
    line() {
      let token = '';
      return {
        async ready() {
          token = (await readFile(tokenFile, 'utf8').catch((error: unknown) => { throw new CarrierAway(`ZALO_ACCESS_TOKEN_FILE: ${String(error)}`, { cause: error }); })).trim();
          if (!/^[\x21-\x7e]+$/.test(token)) throw new CarrierAway('ZALO_ACCESS_TOKEN_FILE holds no access token');
        },
        send: ({ raw }) => post(url, token, raw, patience),
        close: () => undefined,
      };
    },
  };
}

function post(url: string, token: string, body: string, patience: number): Promise<MailOutcome> {
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
      response.setEncoding('utf8').on('error', fail).on('end', () => done(outcomeOf(response.statusCode ?? 0, text)));
      response.on('data', (chunk: string) => { if (text.length < mostAnswered) text += chunk; });
    });
    asked.end(body);
  });
}

/** A code where there is one: messages of the system repeat addresses. */
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error).slice(0, 200));
