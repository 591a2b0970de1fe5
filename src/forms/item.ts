import { minorDigits } from '../order/money.ts';
import { ITEM_KINDS, type Item } from '../order/order.ts';
import { kindWords } from '../order/words.ts';
import { choice, number, text } from './fields.ts';
import { type Answers, type Draft, defineForm } from './form.ts';
import { plainNumber } from './numbers.ts';

/** How many items an order may have, and how large their numbers may be: sums stay exact in a double. */
export const ITEM_LIMITS = { count: 200, quantity: 99_999_999, unitPrice: 99_999_999 } as const;

/** The item editor, pushed on top of the form whose list it edits. */
export const itemForm = defineForm({
  id: 'item',
  title: 'Item',
  submit: 'Save item',
  drafted: false,
  fields: {
    kind: choice({
      label: 'Kind',
      as: 'menu',
      options: ITEM_KINDS.map((kind) => ({ value: kind, text: kindWords[kind] })),
    }),
    description: text({ label: 'Description', max: 200 }),
    quantity: number({ label: 'Quantity', digits: 3, most: ITEM_LIMITS.quantity, positive: true }),
    unit: text({ label: 'Unit', hint: 'For example pcs, h, m, kg', max: 20 }),
    unitPrice: number({
      label: 'Unit price',
      hint: 'Net, for one unit. Leave empty when no price is agreed.',
      digits: ({ currency }) => minorDigits(currency),
      most: ITEM_LIMITS.unitPrice,
      optional: true,
    }),
  },
  pages: [{ id: 'item', fields: ['kind', 'description', 'quantity', 'unit', 'unitPrice'] }],
  start: (): Draft => ({ values: { kind: 'material', unit: 'pcs' }, items: [], base: 0, submission: 0 }),
  check: () => ({}),
});

/** The editor's fields filled in with an item that exists. */
export function itemDraft(item: Item, currency: string): Draft {
  return {
    values: {
      kind: item.kind,
      description: item.description,
      quantity: plainNumber(item.quantity, 3),
      unit: item.unit,
      unitPrice: item.unitPrice === null ? null : plainNumber(item.unitPrice, minorDigits(currency)),
    },
    items: [],
    base: 0,
    submission: 0,
  };
}

/** The item that was typed in, under the id of the one it replaces or a new one. */
export function itemFrom(answers: Answers<typeof itemForm.fields>, id: string): Item {
  const { kind, description, quantity, unit, unitPrice } = answers;
  return { id, kind, description, quantity: quantity ?? 0, unit, unitPrice };
}
