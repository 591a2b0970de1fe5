import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { addressOf } from '../../src/web/address.ts';

const request = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as IncomingMessage;

test.each([
  ['who connects from outside is who they are', '203.0.113.7', undefined, '203.0.113.7'],
  ['whatever they claim to forward', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
  ['behind a proxy of ours it is the last that it forwarded for', '127.0.0.1', '1.1.1.1, 198.51.100.1', '198.51.100.1'],
  ['in a container’s network as well', '172.17.0.1', '198.51.100.1', '198.51.100.1'],
  ['behind two of them', '127.0.0.1', '1.1.1.1, 198.51.100.1, 10.0.0.7', '198.51.100.1'],
  ['as an IPv6 address of an IPv4 one', '::ffff:10.0.0.2', '::ffff:198.51.100.1', '198.51.100.1'],
  ['a proxy that says nothing is who asks', '127.0.0.1', undefined, '127.0.0.1'],
  ['and one that says no address', '127.0.0.1', 'unknown', '127.0.0.1'],
  ['an IPv6 network counts as one', '2001:db8:0:7:aaaa::1', undefined, '2001:db8:0:7'],
  ['however it is written', '2001:0db8::7:1:2:3:4', undefined, '2001:db8:0:7'],
  ['with its zone', 'fe80::1%eth0', '2001:DB8::1', '2001:db8:0:0'],
])('%s', (_, peer, forwarded, address) => {
  expect(addressOf(request(peer, forwarded))).toBe(address);
});
