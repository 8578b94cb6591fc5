import { isPrivateAddress, literalIp } from './private-address.ts';

export type AddressFault = 'no-address' | 'not-https' | 'private-address' | 'with-credentials';

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/** Names that stand for machines nearby. */
const nearby = /(^|\.)(localhost|local|internal|lan|home\.arpa)$/;

/**
 * Why nothing is sent to an address: undefined when there is nothing against it as it is written. What a name stands for is looked at again
 * whenever something is sent, because it may change. `allowsPrivate`: this machine itself, without TLS too, and its network.
 */
export function webhookAddressFault(text: string, { allowsPrivate }: { readonly allowsPrivate: boolean }): AddressFault | undefined {
  if (!URL.canParse(text)) return 'no-address';
  const { protocol, hostname, username, password } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return 'no-address';
  if (username !== '' || password !== '') return 'with-credentials';
  if (allowsPrivate && loopback.test(hostname)) return undefined;
  if (protocol !== 'https:') return 'not-https';
  const ip = literalIp(hostname);
  const name = hostname.replace(/\.$/, ''); // of a full name the dot at its end says nothing
  const isNear = ip === undefined ? nearby.test(name) || !name.includes('.') : isPrivateAddress(ip);
  return isNear && !allowsPrivate ? 'private-address' : undefined;
}
