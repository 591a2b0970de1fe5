import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { orderForms } from '../../src/forms/forms.ts';
import { formActions, formCallbackId, formOfCallbackId } from '../../src/forms/ids.ts';
import { isFormButton, isTyping } from '../../src/slack/forms/edit-form.ts';
import {
  awayIds,
  decodeAway,
  decodeChosen,
  decodeHomePage,
  decodeItem,
  decodePage,
  decodeSearch,
  decodeSeveral,
  encodeAway,
  encodeChosen,
  encodeHomePage,
  encodeItem,
  encodePage,
  encodeSearch,
  encodeSeveral,
  formOfActionId,
  homeActions,
  orderActionId,
  severalIds,
} from '../../src/slack/views/ids.ts';

const page = { k: 'key-1', o: 'order-1', p: 'job', s: 3, m: 'C1:1700000000.000100' };
const item = { ...page, f: 'submit', v: 'V1', i: 'item-1' };

const src = join(import.meta.dirname, '../../src');
const sources = () =>
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('words'))
    .map((file) => readFileSync(join(src, file), 'utf8'));

describe('what a form carries through Slack comes back as it went', () => {
  test('a page', () => {
    expect(decodePage(encodePage(page))).toEqual(page);
    expect(decodePage(encodePage({ ...page, o: '', m: '', s: 0 }))).toEqual({ ...page, o: '', m: '', s: 0 });
  });

  test('an item editor', () => {
    expect(decodeItem(encodeItem(item))).toEqual(item);
    expect(encodeItem({ ...item, v: 'x'.repeat(255) }).length).toBeLessThan(3000);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', 'order-1'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an empty object', '{}'],
    ['no key', JSON.stringify({ ...page, k: '' })],
    ['a number where a text should be', JSON.stringify({ ...page, o: 1 })],
    ['a negative submission', JSON.stringify({ ...page, s: -1 })],
    ['half a submission', JSON.stringify({ ...page, s: 1.5 })],
    ['a text that is too long', JSON.stringify({ ...page, o: 'x'.repeat(65) })],
    ['cut off', encodePage(page).slice(0, -1)],
  ])('%s is not taken for a page', (_, text) => {
    expect(decodePage(text)).toBeUndefined();
    expect(decodeItem(text)).toBeUndefined();
  });

  test('a page of Home and a search', () => {
    for (const home of [{ s: '' as const }, { s: 'extra_cost' as const, b: 12 }, { s: '' as const, a: 9_000_000 }])
      expect(decodeHomePage(encodeHomePage(home))).toEqual(home);
    // As menus carried it before approved orders had stages; Slack still shows them.
    expect(decodeHomePage('{"s":"approved","o":1}')).toEqual({ s: 'scheduled', o: 1 });
    for (const text of ['', '{}', '{"s":"sideways"}', '{"s":"","b":-1}', '{"s":"","b":"1 or 1"}', '{"s":"","a":1e99}'])
      expect(decodeHomePage(text)).toBeUndefined();
    expect(decodeSearch(encodeSearch({ w: '"pump" OR 1', b: 3 }))).toEqual({ w: '"pump" OR 1', b: 3 });
    for (const text of ['', '{}', '{"w":1}', '{"w":"x","b":0}', JSON.stringify({ w: 'x'.repeat(501) })])
      expect(decodeSearch(text)).toBeUndefined();
    expect(encodeSearch({ w: '"'.repeat(500), b: Number.MAX_SAFE_INTEGER }).length).toBeLessThan(2000);
  });

  test('orders that are ticked, the modal of several, and preferences', () => {
    const ticked = { o: 'order-1', s: 2 };
    expect(decodeChosen(encodeChosen(ticked))).toEqual(ticked);
    // Slack: 150 characters in the value of an option.
    expect(encodeChosen({ o: crypto.randomUUID(), s: 1_000_000 }).length).toBeLessThanOrEqual(75);
    const several = { k: crypto.randomUUID() };
    expect(decodeSeveral(encodeSeveral(several))).toEqual(several);
    for (const own of [{ r: 0 }, { r: 3, d: 1 as const }]) expect(decodeAway(encodeAway(own))).toEqual(own);
    for (const text of [
      '',
      '{}',
      'null',
      '{"o":"","s":1}',
      '{"o":"x","s":0}',
      '{"k":"x"}',
      '{"r":-1}',
      '{"r":1,"d":2}',
    ])
      expect([decodeChosen(text), decodeSeveral(text), decodeAway(text)], text).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
  });

  test('a page is not taken for an item', () => {
    expect(decodeItem(encodePage(page))).toBeUndefined();
  });
});

describe('ids', () => {
  test.each(Object.keys(orderForms) as (keyof typeof orderForms)[])('of %s lead back to it', (id) => {
    expect(formOfActionId(orderActionId(id))).toBe(id);
    expect(formOfCallbackId(formCallbackId(id))).toBe(id);
  });

  test.each([
    '',
    'approve',
    'order:',
    'order:gone',
    'order:constructor',
    'order:approve:x',
    'xorder:approve',
    'order:approve\n',
  ])('“%s” is no button of ours', (id) => {
    expect(formOfActionId(id)).toBeUndefined();
  });

  test('are declared once: no two buttons share one', () => {
    const ids = [
      ...Object.values(formActions),
      ...Object.values(homeActions),
      ...Object.values(awayIds),
      ...Object.values(severalIds),
      ...(Object.keys(orderForms) as (keyof typeof orderForms)[]).map(orderActionId),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  // tests/hostile/authority.test.ts presses every id of these tables as people who may not; another table belongs there as well.
  test('of every button come from a table of ids', () => {
    const drawn = String.raw`(?<![.\w])(?:button|labelledButton|turn)\(\s*`;
    const found = (pattern: string) =>
      new Set(sources().flatMap((text) => [...text.matchAll(new RegExp(pattern, 'g'))].map(([, id = '']) => id)));
    expect([...found(`(?:${drawn}|action_id: )(['\`](?!\\$\\{|field-)[^'\`]*)`)]).toEqual([]);
    expect([...found(`${drawn}(?:\`\\$\\{)?(\\w+)\\.`)].sort()).toEqual(
      [
        ...[
          'awayIds',
          'deskIds',
          'exportIds',
          'formActions',
          'homeActions',
          'importIds',
          'pageActions',
          'recordIds',
          'searchIds',
          'severalIds',
          'typeIds',
        ],
      ].sort(),
    );
  });

  test('tell what happens inside a form from what opens one', () => {
    expect(Object.values(formActions).every(isFormButton)).toBe(true);
    expect(['field-0', 'field-12'].every(isTyping)).toBe(true);
    const others = [...Object.values(homeActions), orderActionId('approve'), 'field', ''];
    expect(others.some((id) => isFormButton(id) || isTyping(id))).toBe(false);
  });
});
