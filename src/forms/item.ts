import { minorDigits } from '../order/money.ts';
import { ITEM_KINDS, type Item, type ItemKind } from '../order/order.ts';
import { kindWords } from '../order/words.ts';
import { choice, number, text } from './fields.ts';
import { type Answers, type Draft, defineForm } from './form.ts';
import { plainNumber } from './numbers.ts';

/** How many items an order may have, and how large their numbers may be: sums stay exact in a double. */
export const ITEM_LIMITS = { count: 200, quantity: 99_999_999, unitPrice: 99_999_999 } as const;

/** What an item is counted in where nobody says. */
export const USUAL_UNIT: Readonly<Record<ItemKind, string>> = {
  material: 'pcs',
  service: 'pcs',
  labour: 'h',
  expense: 'pcs',
};

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
    unit: text({
      label: 'Unit',
      hint: 'For example pcs, h, m, kg. If empty: h for labour, otherwise pcs.',
      max: 20,
      optional: true,
    }),
    unitPrice: number({
      label: 'Unit price',
      hint: 'Net, for one unit. Leave empty when no price is agreed.',
      digits: ({ currency }) => minorDigits(currency),
      most: ITEM_LIMITS.unitPrice,
      optional: true,
    }),
  },
  pages: [{ id: 'item', fields: ['kind', 'description', 'quantity', 'unit', 'unitPrice'] }],
  start: (): Draft => ({ values: { kind: 'material' }, items: [], base: 0, submission: 0 }),
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

/**
 * The item that was typed in, under the id of the one it replaces (`before`) or a new one. A unit that nobody typed follows
 * the kind.
 */
export function itemFrom(answers: Answers<typeof itemForm.fields>, id: string, before?: Item): Item {
  const { kind, description, quantity, unit, unitPrice } = answers;
  const untouched = before && before.kind !== kind && before.unit === unit && unit === USUAL_UNIT[before.kind];
  return {
    id,
    kind,
    description,
    quantity: quantity ?? 0,
    unit: untouched || !unit ? USUAL_UNIT[kind] : unit,
    unitPrice,
  };
}
