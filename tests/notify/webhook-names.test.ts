import type { LookupAddress } from 'node:dns';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postWebhook, type LookUp } from '../../notify/webhooks/post.ts';

/** Counts who connects and hangs up: what matters is whether anybody comes. */
let server: Server;
let connected = 0;
const port = (): number => (server.address() as { port: number }).port;
beforeEach(async () => {
  connected = 0;
  server = createServer((socket) => {
    connected += 1;
    socket.destroy();
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
});
afterEach(() => new Promise((done) => server.close(done)));

const v4 = (address: string): LookupAddress => ({ address, family: 4 });
/** Answers each question with the next of the answers, as a name does whose holder changes it. */
function names(...answers: readonly (readonly LookupAddress[])[]): { readonly resolve: LookUp; readonly asked: () => number } {
  let asked = 0;
  return { asked: () => asked, resolve: (_, __, callback) => callback(null, [...(answers[Math.min(asked++, answers.length - 1)] ?? [])]) };
}
const post = (resolve: LookUp, allowsPrivate = false) => postWebhook({ url: `https://nhan-tin.example:${port()}/x`, headers: {}, body: '{}', timeoutMs: 10_000, allowsPrivate, resolve });

describe('a name at sending time', () => {
  it.each([['loopback', ['127.0.0.1']], ['the network around', ['10.1.2.3']], ['link-local, where clouds keep secrets', ['169.254.169.254']], ['a public address and a private one', ['203.0.114.1', '127.0.0.1']]])('that leads to %s is refused, and nobody is connected to', async (_, addresses) => {
    await expect(post(names(addresses.map(v4)).resolve)).rejects.toThrow('private-address');
    expect(connected).toBe(0);
  });

  it('is looked up once: the address that was checked is the one that is connected to', async () => {
    const { resolve, asked } = names([v4('127.0.0.1')], [v4('203.0.114.1')]);
    await expect(post(resolve, true)).rejects.not.toThrow('private-address');
    expect([asked(), connected]).toEqual([1, 1]);
  });

  it('that was public when it was registered and is private now is refused now', async () => {
    const rebound = names([v4('203.0.114.1')], [v4('127.0.0.1')]);
    rebound.resolve('nhan-tin.example', { all: true }, () => undefined);
    await expect(post(rebound.resolve)).rejects.toThrow('private-address');
    expect(connected).toBe(0);
  });

  it('is reached within the house where the environment allows it', async () => {
    await expect(post(names([v4('127.0.0.1')]).resolve, true)).rejects.toThrow();
    expect(connected).toBe(1);
  });
});
