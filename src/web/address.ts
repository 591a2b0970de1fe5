import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

/** Networks that are nobody's on the internet: who comes from there is a proxy of our own, or beside us. */
const inside = new BlockList();
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  inside.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  inside.addSubnet(network, bits, 'ipv6');

/**
 * Where a request comes from, as limits count it: what our own proxies say, which is the last that it was forwarded for and is
 * none of them, and nothing that the sender could write there. An IPv6 network counts as one.
 */
export function addressOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): string {
  const peer = plain(socket.remoteAddress ?? '');
  if (!isInside(peer)) return networkOf(peer);
  const hops = [headers['x-forwarded-for']].flat().join(',').split(',').slice(-HOPS).reverse();
  const outside = hops.map((hop) => plain(hop.trim())).find((hop) => !isInside(hop));
  return networkOf(outside !== undefined && isIP(outside) ? outside : peer);
}

/** Proxies of our own, one behind the other, that are looked past. */
const HOPS = 5;

const isInside = (address: string): boolean =>
  isIP(address) > 0 && inside.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** An IPv4 address that is written as an IPv6 one, as what it is. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** The first half of an IPv6 address; an IPv4 address as it is. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const [before, after] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':')));
  const groups = [
    ...(before ?? []),
    ...(tail === undefined ? [] : Array(8 - (before?.length ?? 0) - (after?.length ?? 0)).fill('0')),
    ...(after ?? []),
  ];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':');
}
