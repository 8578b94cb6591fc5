import { lookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPrivateAddress, literalIp } from '../../domain/private-address.ts';
import { webhookAddressFault } from '../../domain/webhook-address.ts';

export interface Posting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** From the first look at the name to the status of the answer. */
  readonly timeoutMs: number;
  /** Addresses of this machine and its network, to which nothing goes unless the environment says so. */
  readonly allowsPrivate: boolean;
  /** Looks up a name; by default as the system does. */
  readonly resolve?: LookUp;
}

export type LookUp = (hostname: string, options: LookupAllOptions, callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

/** Posts and answers the status. Follows no redirect and reads no answer. Throws when there is none in time, or the address is not allowed. */
export type Post = (posting: Posting) => Promise<number>;

export const postWebhook: Post = ({ url, headers, body, timeoutMs, allowsPrivate, resolve = lookup }) =>
  new Promise<number>((done, fail) => {
    const fault = webhookAddressFault(url, { allowsPrivate });
    if (fault !== undefined) return fail(new Error(fault));
    const target = new URL(url);
    const ip = literalIp(target.hostname);
    if (ip !== undefined && !allowsPrivate && isPrivateAddress(ip)) return fail(new Error('private-address'));
    const late = AbortSignal.timeout(timeoutMs);
    const send = target.protocol === 'https:' ? secureRequest : plainRequest;
    const asked = send(target, {
      method: 'POST', agent: false, signal: late, headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'chu-trinh' },
      lookup: allowsPrivate ? anyOf(resolve) : publicOnly(resolve),
    });
    asked.on('error', (error) => fail(late.aborted ? new Error('timeout') : error));
    asked.on('response', (response) => {
      response.on('error', () => undefined).destroy();
      done(response.statusCode ?? 0);
    });
    asked.end(body);
  });

const answerOf = (resolve: LookUp, fault: (addresses: readonly LookupAddress[]) => string | undefined): LookupFunction => (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new Error('no-address'), '');
    const reason = fault(addresses);
    if (reason !== undefined) return callback(new Error(reason), '');
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

const anyOf = (resolve: LookUp): LookupFunction => answerOf(resolve, () => undefined);

/** Resolves a name and refuses when any of its addresses is private: what is checked is what is connected to, so a name cannot change in between. */
export const publicOnly = (resolve: LookUp): LookupFunction => answerOf(resolve, (addresses) => (addresses.some(({ address }) => isPrivateAddress(address)) ? 'private-address' : undefined));
