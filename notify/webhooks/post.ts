import { lookup as resolve, type LookupAddress } from 'node:dns';
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
  /** Addresses of this machine and its network, which production never sends to. */
  readonly allowsLoopback: boolean;
}

/** Posts and answers the status. Follows no redirect and reads no answer. Throws when there is none in time, or the address is not allowed. */
export type Post = (posting: Posting) => Promise<number>;

export const postWebhook: Post = ({ url, headers, body, timeoutMs, allowsLoopback }) =>
  new Promise<number>((done, fail) => {
    const fault = webhookAddressFault(url, { allowsLoopback });
    if (fault !== undefined) return fail(new Error(fault));
    const target = new URL(url);
    const ip = literalIp(target.hostname);
    if (ip !== undefined && !allowsLoopback && isPrivateAddress(ip)) return fail(new Error('private-address'));
    const late = AbortSignal.timeout(timeoutMs);
    const send = target.protocol === 'https:' ? secureRequest : plainRequest;
    const asked = send(target, {
      method: 'POST', agent: false, signal: late, headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'chu-trinh' },
      ...(allowsLoopback ? {} : { lookup: publicOnly }),
    });
    asked.on('error', (error) => fail(late.aborted ? new Error('timeout') : error));
    asked.on('response', (response) => {
      response.on('error', () => undefined).destroy();
      done(response.statusCode ?? 0);
    });
    asked.end(body);
  });

/** Resolves a name and refuses when any of its addresses is private: what is checked is what is connected to, so a name cannot change in between. */
export const publicOnly: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses: readonly LookupAddress[]) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new Error('no-address'), '');
    if (addresses.some(({ address }) => isPrivateAddress(address))) return callback(new Error('private-address'), '');
    if (options.all) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  });
};
