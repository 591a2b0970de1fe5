import { describe, expect, test } from 'vitest';
import { type JsonObject, objectOf, objectsOf } from '../../sandbox/server/json.ts';
import type { FormContext } from '../../src/forms/context.ts';
import type { Draft } from '../../src/forms/draft.ts';
import { formActions } from '../../src/forms/ids.ts';
import { itemListBlocks } from '../../src/forms/item-list.ts';
import type { Item } from '../../src/order/content.ts';
import { context } from '../support/forms.ts';
import { seen } from '../support/markup.ts';
import { words } from '../support/words.ts';
import { inState, item } from '../support/workflow.ts';

const draftOf = (items: readonly Item[]): Draft => ({ values: {}, items, base: 1, submission: 1 });
const many = (count: number): Item[] =>
  Array.from({ length: count }, (_, n) => item(`i${n}`, { description: `No. ${n + 1}.` }));

/** The buttons of a list in their order, by what they do. */
function buttonsOf(blocks: unknown): string[] {
  const list: JsonObject[] = objectsOf(JSON.parse(JSON.stringify(blocks)));
  return list
    .flatMap((block) => [...objectsOf(block.elements), objectOf(block.accessory)])
    .filter(({ type }) => type === 'button')
    .map(({ action_id }) => String(action_id));
}
const { addItem: ADD, addHours: HOURS, editItem: EDIT, removeItem: REMOVE } = formActions;
const { restoreItem: RESTORE, earlierItems: EARLIER, laterItems: LATER } = formActions;

/** The inputs of a list: label, what stands in them, hint. */
const inputsOf = (blocks: unknown): string[][] =>
  objectsOf(JSON.parse(JSON.stringify(blocks)))
    .filter(({ type }) => type === 'input')
    .map(({ label, element, hint }) => [
      String(objectOf(label).text),
      String(objectOf(element).initial_value),
      String(objectOf(hint).text),
    ]);

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
    ['no items', 0, 0, [], [ADD]],
    ['one', 1, 0, [1], [EDIT, REMOVE, ADD]],
    ['eight fit', 8, 0, range(1, 8), [ADD]],
    ['the ninth is on the next page', 9, 0, range(1, 8), [LATER, ADD]],
    ['the next page', 9, 8, [9], [EDIT, REMOVE, EARLIER, ADD]],
    ['one in the middle', 60, 16, range(17, 24), [EARLIER, LATER, ADD]],
    ['a page that is gone since items were removed', 8, 8, range(1, 8), [ADD]],
    ['before the first', 30, -8, range(1, 8), [LATER, ADD]],
    ['the most an order may have', 200, 192, range(193, 200), [EARLIER]],
  ] as const)('%s', (_, count, offset, numbers, buttons) => {
    const blocks = plainList(many(count), offset);
    expect(numbersOn(blocks)).toEqual(numbers);
    const shown = buttonsOf(blocks);
    expect(shown.filter((text) => text === EDIT || text === REMOVE)).toHaveLength(numbers.length * 2);
    const ofEach = numbers.length > 1 ? [EDIT, REMOVE] : [];
    expect(shown.filter((id) => !ofEach.some((one) => one === id))).toEqual(buttons);
  });

  test('with 200 items says that there is no room for more', () => {
    expect(seen(plainList(many(200))).at(-1)).toBe(words.items.full({ max: 200 }));
  });

  test.each([
    ['nothing yet', [], words.items.heading.none],
    ['without prices, without amounts', [item('a', { unitPrice: null })], words.items.heading.counted({ count: 1 })],
    [
      'with the net sum',
      [item('a'), item('b', { quantity: 2500 })],
      words.items.heading.priced({ count: 2, net: '€35.00' }),
    ],
  ] as const)('is headed: %s', (_, items, heading) => {
    expect(seen(plainList(items))[0]).toBe(heading);
  });

  test('says what each item is, how much of it, and what it costs', () => {
    const one = item('a', { kind: 'labour', description: 'Fitter', quantity: 1500, unit: 'h', unitPrice: '45' });
    expect(seen(plainList([one]))[1]).toBe(`*Fitter*\n${words.order.kind.labour}\n1.5 h × €45.00 = €67.50`);
    expect(seen(plainList([{ ...one, unitPrice: null }]))[1]).toBe(`*Fitter*\n${words.order.kind.labour}\n1.5 h`);
  });
});

describe('against the version a confirmation starts from', () => {
  const about = context(inState.approved);
  const list = (...items: Item[]) => itemListBlocks(draftOf(items), about, 'against-version', 0);

  test('planned stands beside actual, what was not planned says so', () => {
    const kind = words.order.kind.material;
    const each = words.items.each({ price: '€10.00' });
    expect(inputsOf(list(item('a', { quantity: 3000 }), item('new')))).toEqual([
      ['Item a (pcs)', '3', `${kind} · ${words.items.planned({ quantity: '1 pcs' })} · ${each}`],
      ['Item new (pcs)', '1', `${kind} · ${words.items.unplanned} · ${each}`],
    ]);
  });

  test('who sees no prices is asked for quantities all the same', () => {
    const [[, , hint] = []] = inputsOf(list(item('a', { unitPrice: null })));
    expect(hint).toBe(`${words.order.kind.material} · ${words.items.planned({ quantity: '1 pcs' })}`);
  });

  test('what was typed stands there again, and counts in the sum', () => {
    const typed = { ...draftOf([item('a'), item('b')]), values: { 'quantity-a': '2.5', 'quantity-b': 'two' } };
    const blocks = itemListBlocks(typed, about, 'against-version', 0);
    expect(inputsOf(blocks).map(([, quantity]) => quantity)).toEqual(['2.5', 'two']);
    expect(seen(blocks)[0]).toBe(words.items.heading.priced({ count: 2, net: '€35.00' }));
    expect(seen(blocks)[1]).toBe(words.items.used);
  });

  test('what was removed comes after the items, page by page: all of it can be put back', () => {
    const order = inState.approved;
    const { latest } = order;
    if (!latest) throw new Error('an approved order has a version');
    const longer = { ...latest, content: { ...latest.content, items: many(20) } };
    const of = (offset: number) =>
      itemListBlocks(draftOf(many(4)), context({ ...order, latest: longer }), 'against-version', offset);
    expect([0, 8, 16].map((offset) => numbersOn(of(offset)))).toEqual([range(1, 8), range(9, 16), range(17, 20)]);
    expect(buttonsOf(of(0)).filter((text) => text === RESTORE)).toHaveLength(4);
    expect(buttonsOf(of(16))).toEqual([...Array(4).fill(RESTORE), EARLIER, ADD, HOURS]);
  });

  test('what was removed can be put back', () => {
    const blocks = list(item('a'));
    expect(seen(blocks)).toContain(`~Item b~\n${words.items.removed({ line: '1 pcs × €10.00 = €10.00' })}`);
    expect(buttonsOf(blocks)).toEqual([EDIT, REMOVE, RESTORE, ADD, HOURS]);
  });
});
