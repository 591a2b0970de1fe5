import { expect, test } from 'vitest';
import { parse } from '../../src/forms/answers.ts';
import type { FormContext } from '../../src/forms/context.ts';
import { fieldsOf } from '../../src/forms/form.ts';
import { closureForm } from '../../src/forms/pages/closure.ts';
import { confirmationForm } from '../../src/forms/pages/confirmation.ts';
import { ITEM_LIMITS, itemDraft, itemForm, itemFrom } from '../../src/forms/pages/item.ts';
import { withoutPrices } from '../../src/order/amounts/prices.ts';
import { freshDraft } from '../../src/slack/drafts/drafts.ts';
import { asSeen } from '../../src/slack/forms/form-session.ts';
import { context, drawn, orderFor } from '../support/forms.ts';
import { item } from '../support/workflow.ts';

const full = orderFor.confirm ?? expect.unreachable();
const sighted = context(full);
const unsighted: FormContext = context(withoutPrices(full), { seesPrices: false });
const typed = (values: Record<string, string>) => ({
  ...{ items: [], base: 0, submission: 0 },
  values: { kind: 'material', description: 'Pump', unit: 'pcs', ...values },
});

test('the item editor has no price, takes none, and asks for a quantity that no price can make too much', () => {
  const [page] = itemForm.pages;
  expect(page && fieldsOf(page, itemForm.start(unsighted), unsighted)).toEqual([
    'kind',
    'description',
    'quantity',
    'unit',
  ]);
  const read = parse(itemForm, typed({ quantity: '2', unitPrice: '99' }), unsighted);
  if (!('answers' in read)) throw new Error('refused');
  expect(itemFrom(read.answers, 'a', unsighted).unitPrice).toBeNull();
  const most = ITEM_LIMITS.quantityUnpriced / 1000;
  expect(parse(itemForm, typed({ quantity: String(most) }), unsighted)).toHaveProperty('answers');
  expect(parse(itemForm, typed({ quantity: String(most + 1) }), unsighted)).toHaveProperty('errors.quantity');
  expect(parse(itemForm, typed({ quantity: String(most + 1) }), sighted)).toHaveProperty('answers');
  expect(JSON.stringify(drawn(itemForm, itemDraft(item('a'), unsighted), unsighted, 'item'))).not.toContain(
    'unitPrice',
  );
});

test('a confirmation and its review say nothing of money', () => {
  const start = confirmationForm.start(unsighted);
  const draft = { ...start, items: [...start.items, item('new', { unitPrice: null })] };
  for (const page of ['items', 'review'])
    expect(JSON.stringify(drawn(confirmationForm, draft, unsighted, page))).not.toMatch(/€|EUR/);
  expect(JSON.stringify(drawn(confirmationForm, confirmationForm.start(sighted), sighted, 'items'))).toContain('€');
});

test('“as ordered” is not offered when hidden prices have changed', () => {
  const outcomes = (about: FormContext) =>
    JSON.stringify(drawn(closureForm, closureForm.start(about), about, 'outcome'));
  expect(outcomes(unsighted)).toContain('as_ordered');
  expect(outcomes({ ...unsighted, pricesDiffer: true })).not.toContain('as_ordered');
});

test('a draft loses its prices with the sight of them, and gets those of its version back with it', () => {
  const seen = freshDraft(confirmationForm.start(sighted), 'k');
  const lost = asSeen({ context: unsighted }, { ...seen, items: [...seen.items, item('mine', { unitPrice: '5' })] });
  expect(lost.items.map(({ unitPrice }) => unitPrice)).toEqual(lost.items.map(() => null));
  expect(asSeen({ context: unsighted }, lost)).toBe(lost);
  const again = asSeen({ context: sighted }, lost);
  expect(again.items).toEqual([...seen.items, item('mine', { unitPrice: null })]);
  expect(again.unpriced).toBeUndefined();
  expect(asSeen({ context: sighted }, seen)).toBe(seen);
  const fresh = freshDraft(confirmationForm.start(unsighted), 'k');
  expect(asSeen({ context: sighted }, fresh).items).toEqual(seen.items);
});
