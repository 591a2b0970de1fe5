import { expect, test } from 'vitest';
import { channelName } from '../../src/outbox/effects/channel-name.ts';
import { newOrder } from '../db/samples.ts';

const named = (client: string, title: string, n = 1, suffix = 0) => {
  const order = newOrder('o1');
  return channelName({ ...order, number: 123, content: { ...order.content, client, title } }, n, suffix);
};

// biome-ignore format: a table reads best as a table
const names: [string, string, string][] = [
  ['Acme',            'Replace pump',       'so-000123-acme-replace-pump'],
  ['Müller & Söhne',  'Rohr: 3/4" (außen)', 'so-000123-muller-sohne-rohr-3-4-außen'],
  ['日本電気',          '点検',               'so-000123-日本電気-点検'],
  ['<!channel>',      '...',                'so-000123-channel'],
  ['\u3164\u200bA\u202ec', '\u115f',            'so-000123-ac'],
  ['🔥🔥',             '',                   'so-000123'],
];
test.each(names)('%s, %s', (client, title, name) => expect(named(client, title)).toBe(name));

test('never longer than 80 characters, and tails survive', () => {
  expect([...named('x'.repeat(120), 'y'.repeat(80))]).toHaveLength(80);
  expect(named('x'.repeat(120), 'y', 2, 3)).toMatch(/^so-000123-x+-2-x3$/);
  expect([...named('x'.repeat(120), 'y', 2, 3)]).toHaveLength(80);
  for (const client of ['𐊀'.repeat(60), `a${'𐊀'.repeat(60)}`]) {
    expect(named(client, 'y').length).toBeLessThanOrEqual(80);
    expect(named(client, 'y').isWellFormed()).toBe(true);
  }
});
