import { BlockList, isIP } from 'node:net';

/** Addresses that are not of the public internet (IANA special-purpose registries): this machine, its network, link-local, test and group addresses. */
const v4: readonly (readonly [address: string, prefix: number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16],
  ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
];
/** With those that carry an IPv4 address inside, whichever it is. */
const v6: readonly (readonly [address: string, prefix: number])[] = [
  ['::', 96], ['::ffff:0:0', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['100::', 64], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20], ['5f00::', 16], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8],
];

/** Two lists: a rule for mapped addresses would count for plain IPv4 too. */
const lists = { ipv4: new BlockList(), ipv6: new BlockList() } as const;
for (const [address, prefix] of v4) lists.ipv4.addSubnet(address, prefix, 'ipv4');
for (const [address, prefix] of v6) lists.ipv6.addSubnet(address, prefix, 'ipv6');

/** Whether an IP address is not of the public internet; what is no IP address counts as private. */
export function isPrivateAddress(ip: string): boolean {
  const version = isIP(ip);
  return version === 4 ? lists.ipv4.check(ip, 'ipv4') : version === 6 ? lists.ipv6.check(ip, 'ipv6') : true;
}

/** The IP address that stands in an address instead of a name, without brackets; undefined for a name. */
export function literalIp(hostname: string): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? undefined : bare;
}
