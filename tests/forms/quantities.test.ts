import { describe, expect, test } from 'vitest';
import { accept } from '../../src/forms/answers.ts';
import type { FormContext } from '../../src/forms/context.ts';
import type { Draft, Raw } from '../../src/forms/draft.ts';
import { orderForms } from '../../src/forms/forms.ts';
import { listedErrors } from '../../src/forms/item-list.ts';
import { quantityFields, takenQuantities } from '../../src/forms/pages/on-site/quantities.ts';
import { wordsFor } from '../../src/words/words.ts';
import { context } from '../support/forms.ts';
import { words } from '../support/words.ts';
import { inState, item } from '../support/workflow.ts';

const { form } = orderForms.confirm;
const about = context(inState.approved);
const items = [item('a', { quantity: 2000 }), item('b'), item('c', { unitPrice: '-5' })];
const draftOf = (values: Draft['values'], changes: Partial<Draft> = {}): Draft => ({
  ...{ values, items, base: 1, submission: 1 },
  ...changes,
});
/** What is said under the input of an item where this is typed. */
const said = (typed: Raw, id = 'a', reader: FormContext = about) =>
  accept(form, draftOf({ [`quantity-${id}`]: typed }), reader, 'items').errors[`quantity-${id}`];
const quantities = ({ items }: Draft) => items.map(({ id, quantity }) => `${id} ${quantity}`);

describe('the quantity of an item, typed into the list', () => {
  const german = context(inState.approved, { words: wordsFor('de-DE'), locale: 'de-DE' });
  // biome-ignore format: a table reads best as a table
  test.each([
    ['a whole number',            '3',      about,  3000],
    ['a decimal',                 '2.5',    about,  2500],
    ['a decimal, in German',      '2,5',    german, 2500],
    ['a million, in German',      '1.000.000', german, 1_000_000_000],
    ['what was returned',         '-1',     about,  -1000],
    ['the same as it was',        '2',      about,  2000],
  ] as const)('%s is taken over', (_, typed, reader, quantity) => {
    const taken = takenQuantities(draftOf({ 'quantity-a': typed }), reader);
    expect(quantities(taken)).toEqual([`a ${quantity}`, 'b 1000', 'c 1000']);
    expect(taken.values).not.toHaveProperty('quantity-a');
  });

  test('0 takes the item off, as removing does', () => {
    const taken = takenQuantities(draftOf({ 'quantity-a': '0', 'quantity-b': '0,00' }), german);
    expect(quantities(taken)).toEqual(['c 1000']);
  });

  // biome-ignore format: a table reads best as a table
  test.each([
    ['nothing',                 '',          'a', words.fields.error.required],
    ['a word',                  'two',       'a', words.fields.error.number.plain({ decimal: '1.5' })],
    ['what may mean two things','1,5',       'a', words.fields.error.number.sign({ typed: '1,5', meant: '1.5' })],
    ['four decimals',           '1.2345',    'a', words.fields.error.number.decimals({ max: 3 })],
    ['a discount, returned',    '-1',        'c', words.fields.error.number.bothNegative],
  ] as const)('%s is not, and stays as it was typed', (_, typed, id, sentence) => {
    expect(said(typed, id)).toBe(sentence);
    const draft = draftOf({ [`quantity-${id}`]: typed });
    expect(quantities(takenQuantities(draft, about))).toEqual(['a 2000', 'b 1000', 'c 1000']);
    expect(takenQuantities(draft, about).values[`quantity-${id}`]).toBe(typed);
  });

  test('what was not touched says nothing', () => {
    expect(said(null)).toBeUndefined();
    const draft = draftOf({ workDone: 'Done' });
    expect(takenQuantities(draft, about)).toBe(draft);
  });

  test('more money than an order can have is said under the last one that was typed', () => {
    const dear = [item('a', { unitPrice: '9000000' }), item('b', { unitPrice: '9000000' })];
    const draft = draftOf({ 'quantity-a': '900000', 'quantity-b': '900000' }, { items: dear });
    const { errors } = accept(form, draft, about, 'items');
    expect(Object.keys(errors)).toEqual(['quantity-b']);
  });

  test('who sees no prices is told no more than how many there can be', () => {
    const blind = { ...about, seesPrices: false };
    expect(said('1000001', 'a', blind)).toBe(words.fields.error.number.most({ limit: '1,000,000' }));
    expect(said('1000000', 'a', blind)).toBeUndefined();
  });

  test('the label names the item, what Slack takes at most', () => {
    const long = draftOf({}, { items: [item('a', { description: '😀'.repeat(300) })] });
    const label = quantityFields(long)['quantity-a']?.texts(about).label ?? '';
    expect(label.length).toBeLessThanOrEqual(210);
    expect(label.isWellFormed()).toBe(true);
  });
});

describe('why the items differ', () => {
  const reasonOf = (values: Draft['values'], changes: Partial<Draft> = {}) => {
    const base = inState.approved.content.items;
    return takenQuantities(draftOf(values, { items: base, ...changes }), about).values.reason ?? null;
  };
  const filled = words.fields.actualQuantities;

  test.each([
    ['another quantity', { 'quantity-a': '5' }, {}, filled],
    ['one that was not used', { 'quantity-a': '0' }, {}, filled],
    ['the same quantity', { 'quantity-a': '1' }, {}, null],
    ['somebody’s own words stay', { 'quantity-a': '5', reason: 'Two leaks' }, {}, 'Two leaks'],
    ['an item more', { 'quantity-a': '5' }, { items: [...inState.approved.content.items, item('new')] }, null],
    [
      'an item more, after it was filled in',
      { reason: filled },
      { items: [...inState.approved.content.items, item('new')] },
      null,
    ],
  ] as const)('%s', (_, values, changes, reason) => {
    expect(reasonOf(values, changes)).toBe(reason);
  });
});

test('why the items differ is filled in as the document will print it, not as its author reads', () => {
  const { latest } = inState.approved;
  const german = latest && { ...latest, issuer: { ...latest.issuer, language: 'de', locale: 'de-DE' } };
  const items = inState.approved.content.items;
  const draft = draftOf({ 'quantity-a': '5' }, { items });
  const { reason } = takenQuantities(draft, context({ ...inState.approved, latest: german })).values;
  expect(reason).toBe(wordsFor('de-DE').fields.actualQuantities);
});

describe('mistakes in a list of many pages', () => {
  const many = Array.from({ length: 20 }, (_, n) => item(`i${n}`));
  const listed = (itemOffset: number, ...names: string[]) =>
    listedErrors({ items: many, itemOffset }, Object.fromEntries(names.map((name) => [name, 'Wrong'])));

  test('that stand on the page are shown there', () => {
    expect(listed(0, 'quantity-i3')).toEqual({ shown: { 'quantity-i3': 'Wrong' } });
    expect(listed(8, 'quantity-i3', 'quantity-i9')).toEqual({ shown: { 'quantity-i9': 'Wrong' } });
    expect(listed(0, 'workDone')).toEqual({ shown: { workDone: 'Wrong' } });
  });

  test('that stand on another one lead there', () => {
    expect(listed(0, 'quantity-i17', 'quantity-i9')).toEqual({ shown: {}, hiddenAt: 8 });
  });
});
