import { describe, expect, test } from 'vitest';
import type { Draft, Raw } from '../../src/forms/draft.ts';
import { type OrderForm, type OrderFormId, orderForms } from '../../src/forms/forms.ts';
import { ITEM_LIMITS, itemDraft, itemForm } from '../../src/forms/pages/item.ts';
import type { Item } from '../../src/order/content.ts';
import type { Order } from '../../src/order/order.ts';
import { encodePage } from '../../src/slack/views/ids.ts';
import { alphabets, worstItems, worstOrder } from '../support/extremes.ts';
import { context, drawn, orderFor, photo, wellFilled } from '../support/forms.ts';
import { crew, everyPage, fits, longest } from '../support/pages.ts';
import { inState, item } from '../support/workflow.ts';

const forms = Object.entries(orderForms) as [OrderFormId, OrderForm][];
const variants: Readonly<Record<string, Readonly<Record<string, Raw>>>> = {
  'not performed': { outcome: 'not_performed' },
  'with changes': { outcome: 'with_changes' },
  'half typed': { title: ' ', workDone: '\n', quantity: '1e9', crew: [], final: [], requestedStart: null },
  'longer than it may be': Object.fromEntries(
    [
      ...['title', 'client', 'location', 'description', 'contact', 'clientReference', 'comment', 'signature'],
      ...['reason', 'workDone', 'explanation', 'note', 'acceptedBy'],
    ].map((name) => [name, '😀'.repeat(4000)]),
  ),
  'an early year': { requestedStart: 946_684_800, startedAt: 0, endedAt: 999_999_999, plannedStart: -1 },
  'an impossible choice': { outcome: 'gone', priority: 'gone', reasonCode: 'gone', acceptance: 'gone' },
  'twenty files and people': {
    attachments: Array(20).fill(photo),
    photos: Array(20).fill(photo),
    crew,
    proposedCrew: crew,
  },
};

describe.each(forms)('every page of %s stands in Slack', (id, { form }) => {
  const about = context(orderFor[id]);
  const start = form.start(about);

  test('as it opens, and well filled in', () => {
    everyPage(form, start, about);
    everyPage(form, { ...start, values: { ...start.values, ...wellFilled[id] } }, about);
  });

  test.each(Object.entries(variants))('%s', (_, values) => {
    everyPage(form, { ...start, values: { ...start.values, ...wellFilled[id], ...values } }, about);
  });

  test.each([0, 1, 19, 20, 21, 40, 41, 199, 200])('with %i items', (count) => {
    everyPage(form, { ...start, items: Array.from({ length: count }, (_, n) => item(`i${n}`)) }, about);
  });

  test.each(Object.entries(alphabets))('with everything as long as it may be, in %s', (_, write) => {
    const order = orderFor[id] && worstOrder(orderFor[id].state, write);
    const worst = context(order);
    const values = { ...form.start(worst).values, ...longest(form, write), crew };
    const files = Array(20).fill({ ...photo, name: write(255) });
    const draft: Draft = {
      ...form.start(worst),
      values: { ...values, attachments: files, photos: files, final: ['yes'] },
    };
    for (const items of [[], worstItems(200, write), worstItems(200, write, 'other')])
      everyPage(form, { ...draft, items }, worst);
  });

  test.each(['JPY', 'TND', 'USD'])('in %s', (currency) => {
    everyPage(form, start, context(orderFor[id], { currency, locale: 'ar-EG' }));
  });
});

describe('the item editor', () => {
  const filled: readonly [string, Item][] = [
    ['a plain item', item('a')],
    ['without a price', item('a', { unitPrice: null })],
    ['with large numbers', item('a', { quantity: ITEM_LIMITS.quantity, unitPrice: '999999999.123456' })],
    ['with small numbers', item('a', { quantity: 1, unitPrice: '0.000001' })],
    ...Object.entries(alphabets).map(([name, write]): [string, Item] => [
      `in ${name}`,
      item('a', { description: write(200), unit: write(20) }),
    ]),
  ];
  test.each(filled)('%s', (_, one) => {
    for (const [currency, decimals] of [
      ['EUR', 2],
      ['JPY', 0],
      ['TND', 3],
    ] as const) {
      const about = context(undefined, { currency, decimals });
      everyPage(itemForm, itemDraft(one, about), about);
    }
  });

  test('a new item', () => everyPage(itemForm, itemForm.start(context(undefined)), context(undefined)));
});

test('what a page carries through Slack stays far below its limit', () => {
  const id = 'x'.repeat(64);
  const metadata = encodePage({ k: id, o: id, p: 'x'.repeat(32), s: 999_999, m: id });
  expect(metadata.length).toBeLessThan(3000);
  const { form } = orderForms.submit;
  fits(drawn(form, form.start(context(undefined)), context(undefined), 'job', { metadata }), 'job');
});

test('an order that changed under a draft still opens: what is no longer true is not chosen', () => {
  const confirmed: Order = {
    ...inState.approved,
    content: { ...inState.approved.content, items: [item('other')] },
  };
  const about = context(confirmed);
  const { form } = orderForms.close;
  const view = drawn(form, { ...form.start(about), values: { outcome: 'as_ordered' } }, about, 'outcome');
  fits(view, 'outcome');
  expect(JSON.stringify(view)).not.toContain('as_ordered');
  expect(JSON.stringify(view)).not.toContain('initial_option');
});
