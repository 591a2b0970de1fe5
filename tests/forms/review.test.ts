import { describe, expect, test } from 'vitest';
import { orderForms } from '../../src/forms/forms.ts';
import { changeLines, moreInPdf, reviewBlocks } from '../../src/forms/pages/review.ts';
import { lineSections } from '../../src/forms/sizes.ts';
import { changesBetween } from '../../src/order/items.ts';
import type { Item } from '../../src/order/order.ts';
import { context, drawn } from '../support/forms.ts';
import { seen } from '../support/markup.ts';
import { actions, inState, item, taken } from '../support/workflow.ts';

const about = context(inState.approved);
const review = (items: readonly Item[], final = false) =>
  seen(reviewBlocks({ values: { final: final ? ['yes'] : [] }, items, base: 1, submission: 1 }, about));
const planned = inState.approved.content.items;
const open = 'The order stays open; further confirmations may follow.';

describe('before a confirmation is sent, its author sees', () => {
  test.each([
    ['that nothing changed', planned, false, ['The items are unchanged.', '*Net difference:* €0.00', open]],
    [
      'what was added, changed and removed, and the money',
      [item('a', { quantity: 3000, description: 'Seal' }), item('new', { unitPrice: '2.5' })],
      false,
      [
        '• Changed *Seal*: was “Item a”, 1 pcs → 3 pcs (+\u2060€20.00)\n• Added *Item new*: 1 pcs × €2.50 = €2.50 (+\u2060€2.50)\n• Removed *Item b*: was 1 pcs × €10.00 = €10.00 (-\u2060€10.00)',
        '*Net difference:* +\u2060€12.50',
        open,
      ],
    ],
    [
      'that the order ends as it was ordered',
      planned,
      true,
      ['The items are unchanged.', '*Net difference:* €0.00', 'The order is closed: Completed as ordered.'],
    ],
    [
      'that the order ends with changes',
      [],
      true,
      [
        '• Removed *Item a*: was 1 pcs × €10.00 = €10.00 (-\u2060€10.00)\n• Removed *Item b*: was 1 pcs × €10.00 = €10.00 (-\u2060€10.00)',
        '*Net difference:* -\u2060€20.00',
        'The order is closed: Completed with changes.',
      ],
    ],
  ] as const)('%s', (_, items, final, wanted) => {
    expect(review(items, final)).toEqual(['*Version 2, compared with version 1*', ...wanted]);
  });

  test('that taking earlier changes back ends the order as it was ordered', () => {
    const confirmed = taken(inState.approved, actions().confirm_partial).order;
    const { form } = orderForms.confirm;
    const now = context(confirmed);
    const draft = { ...form.start(now), items: planned, values: { final: ['yes'] } };
    const texts = seen(drawn(form, draft, now, 'review'));
    expect(texts).toContain('*Version 3, compared with version 2*');
    expect(texts).toContain('The order is closed: Completed as ordered.');
  });

  test('no amounts where nothing has a price', () => {
    const free = item('a', { unitPrice: null });
    const { latest } = inState.approved;
    const order = {
      ...inState.approved,
      latest: latest && { ...latest, content: { ...latest.content, items: [free] } },
    };
    const texts = seen(
      reviewBlocks({ values: {}, items: [{ ...free, quantity: 2000 }], base: 1, submission: 1 }, context(order)),
    );
    expect(texts.join('\n')).toContain('• Changed *Item a*: 1 pcs → 2 pcs');
    expect(texts.join('\n')).not.toContain('€');
  });
});

describe('a line of the change list', () => {
  const line = (before: Partial<Item>, after: Partial<Item>) =>
    changeLines(changesBetween([item('a', before)], [item('a', after)], 2), {
      currency: 'EUR',
      decimals: 2,
      locale: 'en-GB',
    })[0];
  test.each([
    ['the price', {}, { unitPrice: '12.5' }, '• Changed *Item a*: €10.00 → €12.50 each (+\u2060€2.50)'],
    [
      'a price where there was none',
      { unitPrice: null },
      {},
      '• Changed *Item a*: no price → €10.00 each (+\u2060€10.00)',
    ],
    ['the unit', {}, { unit: 'h' }, '• Changed *Item a*: 1 pcs → 1 h'],
    ['the kind, in its words', {}, { kind: 'labour' }, '• Changed *Item a*: Material → Labour'],
    [
      'quantity and price',
      {},
      { quantity: 500, unitPrice: '30' },
      '• Changed *Item a*: 1 pcs → 0.5 pcs, €10.00 → €30.00 each (+\u2060€5.00)',
    ],
  ] as const)('%s', (_, before, after, wanted) => {
    expect(line(before, after)).toBe(wanted);
  });
});

describe('a long list', () => {
  test('is cut into sections that Slack takes, and what does not fit is counted', () => {
    const lines = Array.from({ length: 200 }, (_, n) => `• ${n} ${'x'.repeat(300)}`);
    const texts = seen(lineSections({ lines, more: moreInPdf }, 11_000));
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(3000);
    const shown = texts.join('\n').split('\n');
    expect(shown.slice(0, -1)).toEqual(lines.slice(0, shown.length - 1));
    expect(shown.at(-1)).toBe(`… and ${200 - (shown.length - 1)} more; the PDF lists them all.`);
    expect(texts.join('\n').length).toBeLessThanOrEqual(11_000);
    expect(texts.join('\n').length).toBeGreaterThan(10_500);
  });

  test('keeps its order: nothing that comes later stands before what was left out', () => {
    const lines = [...Array.from({ length: 15 }, () => 'x'.repeat(990)), 'short'];
    const texts = seen(lineSections({ lines, more: moreInPdf }, 10_500));
    expect(texts.some((text) => text.includes('short'))).toBe(false);
    expect(texts.at(-1)).toMatch(/… and 6 more; the PDF lists them all\.$/);
  });
});
