import { describe, expect, test } from 'vitest';
import { type JsonObject, objectOf, objectsOf } from '../../sandbox/server/json.ts';
import type { Draft, FormContext } from '../../src/forms/form.ts';
import { itemListBlocks } from '../../src/forms/item-list.ts';
import type { Item } from '../../src/order/order.ts';
import { context } from '../support/forms.ts';
import { seen } from '../support/markup.ts';
import { inState, item } from '../support/workflow.ts';

const draftOf = (items: readonly Item[]): Draft => ({ values: {}, items, base: 1, submission: 1 });
const many = (count: number): Item[] =>
  Array.from({ length: count }, (_, n) => item(`i${n}`, { description: `No. ${n + 1}.` }));

/** The buttons of a list, by what they say, in their order. */
function buttonsOf(blocks: unknown): string[] {
  const list: JsonObject[] = objectsOf(JSON.parse(JSON.stringify(blocks)));
  return list
    .flatMap((block) => [...objectsOf(block.elements), objectOf(block.accessory)])
    .filter(({ type }) => type === 'button')
    .map(({ text }) => String(objectOf(text).text));
}

const plainList = (items: readonly Item[], offset = 0, about: FormContext = context(undefined)) =>
  itemListBlocks(draftOf(items), about, 'plain', offset);
const numbersOn = (blocks: unknown) =>
  [
    ...seen(blocks)
      .join('\n')
      .matchAll(/No\. (\d+)\./g),
  ].map(([, n]) => Number(n));
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

describe('a page of the item list', () => {
  test.each([
    ['no items', 0, 0, [], ['Add item']],
    ['one', 1, 0, [1], ['Edit', 'Remove', 'Add item']],
    ['eight fit', 8, 0, range(1, 8), ['Add item']],
    ['the ninth is on the next page', 9, 0, range(1, 8), ['Later items', 'Add item']],
    ['the next page', 9, 8, [9], ['Edit', 'Remove', 'Earlier items', 'Add item']],
    ['one in the middle', 60, 16, range(17, 24), ['Earlier items', 'Later items', 'Add item']],
    ['a page that is gone since items were removed', 8, 8, range(1, 8), ['Add item']],
    ['before the first', 30, -8, range(1, 8), ['Later items', 'Add item']],
    ['the most an order may have', 200, 192, range(193, 200), ['Earlier items']],
  ] as const)('%s', (_, count, offset, numbers, buttons) => {
    const blocks = plainList(many(count), offset);
    expect(numbersOn(blocks)).toEqual(numbers);
    const shown = buttonsOf(blocks);
    expect(shown.filter((text) => text === 'Edit' || text === 'Remove')).toHaveLength(numbers.length * 2);
    expect(shown.filter((text) => buttons.some((wanted) => wanted === text) || / items?$/.test(text))).toEqual(
      numbers.length > 1 ? buttons : shown,
    );
    if (numbers.length <= 1) expect(shown).toEqual(buttons);
  });

  test('with 200 items says that there is no room for more', () => {
    expect(seen(plainList(many(200))).at(-1)).toBe('An order has at most 200 items.');
  });

  test.each([
    ['nothing yet', [], '*Items*\nNo items yet.'],
    ['without prices, without amounts', [item('a', { unitPrice: null })], '*Items* · 1'],
    ['with the net sum', [item('a'), item('b', { quantity: 2500 })], '*Items* · 2 · net €35.00'],
  ] as const)('is headed: %s', (_, items, heading) => {
    expect(seen(plainList(items))[0]).toBe(heading);
  });

  test('says what each item is, how much of it, and what it costs', () => {
    const one = item('a', { kind: 'labour', description: 'Fitter', quantity: 1500, unit: 'h', unitPrice: '45' });
    expect(seen(plainList([one]))[1]).toBe('*Fitter*\nLabour\n1.5 h × €45.00 = €67.50');
    expect(seen(plainList([{ ...one, unitPrice: null }]))[1]).toBe('*Fitter*\nLabour\n1.5 h');
  });
});

describe('against the version a confirmation starts from', () => {
  const about = context(inState.approved);
  const list = (...items: Item[]) => itemListBlocks(draftOf(items), about, 'against-version', 0);

  test('planned stands beside actual, what was not planned says so', () => {
    const [, first, second] = seen(list(item('a', { quantity: 3000 }), item('new'))).filter((text) =>
      text.startsWith('*'),
    );
    expect(first).toBe('*Item a*\nMaterial · Planned 1 pcs\n3 pcs × €10.00 = €30.00');
    expect(second).toBe('*Item new*\nMaterial · *Unplanned*\n1 pcs × €10.00 = €10.00');
  });

  test('what was removed comes after the items, page by page: all of it can be put back', () => {
    const order = inState.approved;
    const { latest } = order;
    if (!latest) throw new Error('an approved order has a version');
    const longer = { ...latest, content: { ...latest.content, items: many(20) } };
    const of = (offset: number) =>
      itemListBlocks(draftOf(many(4)), context({ ...order, latest: longer }), 'against-version', offset);
    expect([0, 8, 16].map((offset) => numbersOn(of(offset)))).toEqual([range(1, 8), range(9, 16), range(17, 20)]);
    expect(buttonsOf(of(0)).filter((text) => text === 'Put back')).toHaveLength(4);
    expect(buttonsOf(of(16))).toEqual([...Array(4).fill('Put back'), 'Earlier items', 'Add item']);
  });

  test('what was removed can be put back', () => {
    const blocks = list(item('a'));
    expect(seen(blocks)).toContain('~Item b~\nRemoved · was 1 pcs × €10.00 = €10.00');
    expect(buttonsOf(blocks)).toEqual(['Edit', 'Remove', 'Put back', 'Add item']);
  });
});
