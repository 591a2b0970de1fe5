import { describe, expect, test } from 'vitest';
import { callLinks, mapLink, visitText } from '../../src/slack/views/daily/visit.ts';
import { wordsFor } from '../../src/words/words.ts';
import { content, MORNING } from '../support/workflow.ts';

const order = { plannedStart: MORNING, content, number: 12 };

describe('a visit', () => {
  test('says when, which order and for whom; where, with a map; whom to call, and in which channel', () => {
    const shown = {
      ...content,
      title: 'Replace *pump*',
      client: 'Acme & Sons',
      location: 'Hall 3\nHarbour Road 5 & 7',
    };
    const text = visitText(
      { ...order, content: { ...shown, contact: 'Eva Brandt, +49 (0)89 123-456' } } as never,
      wordsFor('en-GB'),
      'C123',
    );
    const [line, map, contact, channel] = text.split('\n');
    expect(line).toMatch(/^<!date\^1795000000\^.*> · SO-000012 .* · Acme &amp; Sons$/);
    expect(map).toBe(
      '<https://www.google.com/maps/search/?api=1&query=Hall%203%20Harbour%20Road%205%20%26%207|Hall 3 Harbour Road 5 &amp; 7>',
    );
    expect(contact).toBe('Contact on site: Eva Brandt, <tel:+4989123456|+49 (0)89 123-456>');
    expect(channel).toBe('Channel: <#C123>');
  });

  test('without a contact and a channel says nothing of them', () => {
    expect(visitText(order as never, wordsFor('de-DE')).split('\n')).toHaveLength(2);
  });

  test.each([
    [
      'Call 555-0134-22 or +1 (555) 0100 234',
      'Call <tel:555013422|555-0134-22> or <tel:+15550100234|+1 (555) 0100 234>',
    ],
    ['(089) 12 34 56', '<tel:089123456|(089) 12 34 56>'],
    ['Gate 4, code 1234', 'Gate 4, code 1234'],
    ['from 2026-11-29 08:00', 'from 2026-11-29 08:00'],
    ['29.11.2026', '29.11.2026'],
    ['A1234567', 'A1234567'],
    ['<@U1> & 0800 1234567', '&lt;@U1&gt; &amp; <tel:08001234567|0800 1234567>'],
    ['12345678901234567890', '12345678901234567890'],
  ])('telephone numbers in “%s”', (typed, shown) => {
    expect(callLinks(typed)).toBe(shown);
  });

  test('an address can end no link, and a long one leaves room', () => {
    expect(mapLink('a|b>c')).toBe('<https://www.google.com/maps/search/?api=1&query=a%7Cb%3Ec|a¦b&gt;c>');
    expect(mapLink('')).toBe('');
    expect(mapLink('é'.repeat(255)).length).toBeLessThan(1300);
    expect(mapLink('\ud800x')).toContain('query=');
  });
});
