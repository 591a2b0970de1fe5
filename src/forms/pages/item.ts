import { decimalOf, decimalText } from '../../order/decimal.ts';
import { amountsFit, formatMoney, formatPrice, formatQuantity, MAX } from '../../order/money.ts';
import { ITEM_KINDS, type Item, type ItemKind } from '../../order/order.ts';
import { kindWords } from '../../order/words.ts';
import { decimal, optional, select, text } from '../fields.ts';
import {
  type Accepted,
  type Answers,
  type Draft,
  defineForm,
  type Errors,
  emptyDraft,
  type FormContext,
} from '../form.ts';
import { readDecimal, written } from '../numbers.ts';

/** How many items an order may have; the largest quantity, in thousandths, either way: beyond it a double is not exact. */
export const ITEM_LIMITS = { count: 200, quantity: Number.MAX_SAFE_INTEGER } as const;

/** Decimals that a quantity and a unit price may have. */
const DECIMALS = { quantity: 3, unitPrice: 6 } as const;

const fields = {
  kind: select({
    label: 'Kind',
    as: 'menu',
    options: ITEM_KINDS.map((kind) => ({ value: kind, text: kindWords[kind] })),
  }),
  description: text({ label: 'Description', max: 200 }),
  quantity: decimal({ label: 'Quantity', hint: 'Negative for returned items', read: readQuantity }),
  unit: text({
    label: 'Unit',
    hint: 'For example pcs, h, m, kg. If empty: h for labour, otherwise pcs.',
    max: 20,
    optional: true,
  }),
  unitPrice: optional(
    decimal({
      label: 'Unit price',
      hint: ({ currency }) =>
        `Net price per unit in ${currency}. Negative for a discount. Leave empty if no price is agreed.`,
      read: readUnitPrice,
    }),
  ),
};

/** What an item is counted in where nobody says. */
const usualUnit = (kind: ItemKind): string => (kind === 'labour' ? 'h' : 'pcs');

/** The item editor, pushed on top of the form whose list it edits. */
export const itemForm = defineForm({
  id: 'item',
  title: 'Item',
  submit: 'Save item',
  drafted: false,
  fields,
  pages: [{ id: 'item', fields: ['kind', 'description', 'quantity', 'unit', 'unitPrice'] }],
  start: (): Draft => ({ ...emptyDraft, values: { kind: 'material' } }),
  check: lineProblem,
});

function readQuantity(typed: string, context: FormContext): Accepted<number> {
  const read = readDecimal(typed, DECIMALS.quantity, context);
  if ('error' in read) return read;
  const { digits, scale } = decimalOf(read.ok);
  const thousandths = digits * 10n ** BigInt(DECIMALS.quantity - scale);
  if (thousandths === 0n) return { error: 'Quantity cannot be 0. If this was not used, remove the item instead.' };
  const most = BigInt(ITEM_LIMITS.quantity);
  const problem = beyond(thousandths, most, formatQuantity(ITEM_LIMITS.quantity, context.locale));
  return problem ? { error: problem } : { ok: Number(thousandths) };
}

function readUnitPrice(typed: string, context: FormContext): Accepted<string> {
  const read = readDecimal(typed, DECIMALS.unitPrice, context);
  if ('error' in read) return read;
  const { digits, scale } = decimalOf(read.ok);
  const most = BigInt(MAX.unitPrice) * 10n ** BigInt(scale);
  const shown = formatPrice(decimalText(BigInt(MAX.unitPrice), context.decimals), context, context.locale);
  const problem = beyond(digits * 10n ** BigInt(context.decimals), most, shown);
  return problem ? { error: problem } : { ok: read.ok };
}

function beyond(value: bigint, most: bigint, shown: string): string | undefined {
  if (value > most) return `This cannot be more than ${shown}.`;
  return value < -most ? `This cannot be less than -${shown}.` : undefined;
}

/** What quantity and price cannot be together. */
function lineProblem(answers: Partial<Answers<typeof fields>>, _draft: Draft, context: FormContext): Errors {
  const { quantity, unitPrice = null } = answers;
  if (quantity === undefined || unitPrice === null) return {};
  if (quantity < 0 && unitPrice.startsWith('-'))
    return { unitPrice: 'Quantity and unit price cannot both be negative. Make one of them positive.' };
  const line = { id: '', kind: 'material', description: '', quantity, unit: '', unitPrice } as const;
  if (amountsFit({ items: [line], taxRate: 0, decimals: context.decimals })) return {};
  return { unitPrice: `Quantity × unit price cannot be more than ${mostAmount(context)}. Reduce one of them.` };
}

/** The largest amount there can be, as it is shown. */
export const mostAmount = (context: FormContext): string => formatMoney(MAX.amount, context, context.locale);

/** The editor's fields filled in with an item that exists. */
export function itemDraft(item: Item, context: FormContext): Draft {
  const { kind, description, unit } = item;
  const quantity = written(decimalText(BigInt(item.quantity), DECIMALS.quantity), context);
  const unitPrice = item.unitPrice === null ? null : written(item.unitPrice, context);
  return { ...emptyDraft, values: { kind, description, quantity, unit, unitPrice } };
}

/**
 * The item that was typed in, under the id of the one it replaces (`before`) or a new one. A unit that nobody typed follows
 * the kind.
 */
export function itemFrom(answers: Answers<typeof itemForm.fields>, id: string, before?: Item): Item {
  const { kind, unit } = answers;
  const untouched = before && before.kind !== kind && before.unit === unit && unit === usualUnit(before.kind);
  return { id, ...answers, unit: untouched || !unit ? usualUnit(kind) : unit };
}
