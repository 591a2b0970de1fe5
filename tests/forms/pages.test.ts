import { describe, expect, test } from 'vitest';
import { validateView } from '../../sandbox/server/blocks/validate.ts';
import type { JsonObject } from '../../sandbox/server/json.ts';
import { type Draft, type Form, type FormContext, pagesOf, type Raw } from '../../src/forms/form.ts';
import { type OrderForm, type OrderFormId, orderForms } from '../../src/forms/forms.ts';
import { ITEM_LIMITS, itemDraft, itemForm } from '../../src/forms/pages/item.ts';
import type { Item, Order } from '../../src/order/order.ts';
import { encodePage } from '../../src/slack/views/ids.ts';
import { alphabets, worstItems, worstOrder } from '../support/extremes.ts';
import { blocksOf, context, drawn, orderFor, photo, wellFilled } from '../support/forms.ts';
import { inState, item } from '../support/workflow.ts';

const forms = Object.entries(orderForms) as [OrderFormId, OrderForm][];
const INPUTS_ON_A_PAGE = 6;

/** Slack's rules for a view: no problem, not too large, no half characters, and few enough inputs for a phone. */
function fits(view: JsonObject, where: string): void {
  expect(validateView(view), where).toEqual([]);
  const text = JSON.stringify(view);
  expect(Buffer.byteLength(text), where).toBeLessThan(250_000);
  expect(text, where).not.toMatch(/\\ud[89a-f]/i);
  expect(blocksOf(view).filter(({ type }) => type === 'input').length, where).toBeLessThanOrEqual(INPUTS_ON_A_PAGE);
}

/** Draws every page, on every page of the item list, as new, as resumed and with a notice. */
function everyPage(form: Form, draft: Draft, about: FormContext): void {
  for (const page of pagesOf(form, draft, about)) {
    for (const itemOffset of page.items ? [0, 20, 180, 200, 1000] : [0])
      fits(drawn(form, draft, about, page.id, { itemOffset }), page.id);
    fits(drawn(form, draft, about, page.id, { resumed: true, generation: 3, notice: 'x'.repeat(3000) }), page.id);
  }
}

/** The texts at their longest, in one alphabet. */
function longest(form: Form, write: (length: number) => string): Record<string, Raw> {
  const max = (name: string) => {
    const element = form.fields[name]?.render(null, context(undefined));
    return element && 'max_length' in element ? element.max_length : undefined;
  };
  return Object.fromEntries(
    Object.keys(form.fields).flatMap((name) => {
      const length = max(name);
      return length === undefined ? [] : [[name, write(length)]];
    }),
  );
}

const crowd = Array.from({ length: 20 }, (_, index) => `UCREW${index}`);
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
  'twenty files and people': { attachments: Array(20).fill(photo), photos: Array(20).fill(photo), crew: crowd },
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
    const values = { ...form.start(worst).values, ...longest(form, write), crew: crowd };
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
  expect(JSON.stringify(view)).not.toContain('Done as ordered');
  expect(JSON.stringify(view)).not.toContain('initial_option');
});
