import { decimalOf, decimalText, thousandths } from '../../order/amounts/decimal.ts';
import { amountsFit, formatMoney, formatPrice, formatQuantity, MAX } from '../../order/amounts/money.ts';
import { ITEM_KINDS, type Item } from '../../order/content.ts';
import { keptUnit, shownUnit, usualUnit } from '../../words/units.ts';
import type { FormContext } from '../context.ts';
import { type Draft, emptyDraft, textIn } from '../draft.ts';
import { cleanText, conditional, decimal, optional, select, text } from '../fields/fields.ts';
import { numberErrorText, readDecimal, written } from '../fields/numbers.ts';
import { catalogueLine } from '../fields/records.ts';
import { type Accepted, type Answers, defineForm, type Errors } from '../form.ts';
import { type CatalogueLine, keptRecord, nothingOnFile } from '../on-file.ts';

/** How many items an order may have; the largest quantity, in thousandths, either way: beyond it a double is not exact. */
export const ITEM_LIMITS = {
  count: 200,
  quantity: Number.MAX_SAFE_INTEGER,
  /** For who does not see prices: how much would be too much money must not tell them the price. */
  quantityUnpriced: 10 ** 9,
} as const;

/** Decimals that a quantity and a unit price may have. */
const DECIMALS = { quantity: 3, unitPrice: 6 } as const;

const fields = {
  onFile: catalogueLine({ texts: ({ words }) => words.fields.fromCatalogue }),
  kind: select({
    texts: ({ words }) => words.fields.kind,
    as: 'menu',
    options: ({ words }) => ITEM_KINDS.map((value) => ({ value, text: words.order.kind[value] })),
  }),
  description: text({ texts: ({ words }) => words.fields.itemDescription, max: 200 }),
  quantity: decimal({ texts: ({ words }) => words.fields.quantity, read: readSome }),
  unit: text({
    texts: ({ words: { fields, items } }) => ({ label: fields.unit.label, hint: fields.unit.hint(items.unit) }),
    max: 20,
    optional: true,
  }),
  unitPrice: conditional(
    optional(
      decimal({
        texts: ({ currency, words: { fields } }) => ({
          label: fields.unitPrice.label,
          hint: fields.unitPrice.hint({ currency }),
        }),
        read: readUnitPrice,
      }),
    ),
  ),
};

/** The item editor, pushed on top of the form whose list it edits. */
export const itemForm = defineForm({
  id: 'item',
  title: ({ forms }) => forms.title.item,
  submit: ({ forms }) => forms.send.item,
  drafted: false,
  fields,
  pages: [
    {
      id: 'item',
      fields: ['onFile', 'kind', 'description', 'quantity', 'unit', 'unitPrice'],
      without: (_, { seesPrices = true, onFile }) => [
        ...(onFile?.items ? [] : ['onFile']),
        ...(seesPrices ? [] : ['unitPrice']),
      ],
    },
  ],
  start: (): Draft => ({ ...emptyDraft, values: { kind: 'material' } }),
  check: lineProblem,
});

/** A quantity of something that there is. */
function readSome(typed: string, context: FormContext): Accepted<number> {
  const read = readQuantity(typed, context);
  return 'ok' in read && read.ok === 0 ? { error: context.words.fields.error.number.zero } : read;
}

/** A quantity that replaces the one of an item; 0: there was none of it. */
export function lineQuantity(typed: string, { unitPrice }: Item, context: FormContext): Accepted<number> {
  const read = readQuantity(typed, context);
  if ('error' in read) return read;
  const { unitPrice: problem } = lineProblem({ quantity: read.ok, unitPrice }, emptyDraft, context);
  return problem === undefined ? read : { error: problem };
}

/** The quantity of an item as it is typed. */
export const typedQuantity = ({ quantity }: Pick<Item, 'quantity'>, context: FormContext): string =>
  written(decimalText(BigInt(quantity), DECIMALS.quantity), context);

/** A quantity as it is typed, in thousandths. */
export function readQuantity(typed: string, context: FormContext): Accepted<number> {
  const { locale, decimals } = context;
  const read = readDecimal(typed, DECIMALS.quantity, { locale, decimals });
  if ('error' in read) return { error: numberErrorText(read.error, context.words) };
  const count = thousandths(read.ok);
  const most = context.seesPrices === false ? ITEM_LIMITS.quantityUnpriced : ITEM_LIMITS.quantity;
  const shown = (sign: 1 | -1) => formatQuantity(sign * most, context.locale);
  const problem = beyond(count, BigInt(most), shown, context);
  return problem === undefined ? { ok: Number(count) } : { error: problem };
}

function readUnitPrice(typed: string, context: FormContext): Accepted<string> {
  const read = readDecimal(typed, DECIMALS.unitPrice, context);
  if ('error' in read) return { error: numberErrorText(read.error, context.words) };
  const { digits, scale } = decimalOf(read.ok);
  const most = BigInt(MAX.unitPrice) * 10n ** BigInt(scale);
  const shown = (sign: 1 | -1) =>
    formatPrice(decimalText(BigInt(sign * MAX.unitPrice), context.decimals), context, context.locale);
  const problem = beyond(digits * 10n ** BigInt(context.decimals), most, shown, context);
  return problem === undefined ? { ok: read.ok } : { error: problem };
}

/** What is wrong with a value beyond `most` either way; `shown` is that limit as people read it. */
function beyond(
  value: bigint,
  most: bigint,
  shown: (sign: 1 | -1) => string,
  { words: { fields } }: FormContext,
): string | undefined {
  if (value > most) return fields.error.number.most({ limit: shown(1) });
  return value < -most ? fields.error.number.least({ limit: shown(-1) }) : undefined;
}

/** What quantity and price cannot be together. */
function lineProblem(answers: Partial<Answers<typeof fields>>, _draft: Draft, context: FormContext): Errors {
  const { quantity, unitPrice = null } = answers;
  if (quantity === undefined || unitPrice === null) return {};
  if (quantity < 0 && unitPrice.startsWith('-')) return { unitPrice: context.words.fields.error.number.bothNegative };
  const line = { id: '', kind: 'material', description: '', quantity, unit: '', unitPrice } as const;
  if (amountsFit({ items: [line], taxRate: 0, decimals: context.decimals })) return {};
  return { unitPrice: context.words.fields.error.number.line({ limit: mostAmount(context) }) };
}

/** The largest amount there can be, as it is shown. */
export const mostAmount = (context: FormContext): string => formatMoney(MAX.amount, context, context.locale);

/** The editor's fields filled in with an item that exists. */
export function itemDraft(item: Item, context: FormContext): Draft {
  const { kind, description } = item;
  const unit = shownUnit(item.unit, context.words);
  const quantity = typedQuantity(item, context);
  const unitPrice = item.unitPrice === null ? null : written(item.unitPrice, context);
  const onFile = item.onFile === undefined ? null : keptRecord(item.onFile);
  return { ...emptyDraft, values: { onFile, kind, description, quantity, unit, unitPrice } };
}

/** The editor's fields once a line of the catalogue is chosen; a quantity that was typed stays. `unitPrice`: in the order's currency. */
export function filledFrom(
  { id, kind, description, unit }: CatalogueLine,
  unitPrice: string | null,
  { quantity = null }: Draft['values'],
  context: FormContext,
): Draft {
  const values = {
    ...{ onFile: keptRecord(id), kind, description },
    quantity: cleanText(textIn(quantity), false) || '1',
    unit: shownUnit(unit, context.words),
    unitPrice: unitPrice === null ? null : written(unitPrice, context),
  };
  return { ...emptyDraft, values };
}

/**
 * The item that was typed in, under the id of the one it replaces (`before`) or a new one. A unit that nobody typed follows
 * the kind.
 */
export function itemFrom(
  answers: Answers<typeof itemForm.fields>,
  id: string,
  { words, onFile = nothingOnFile }: Pick<FormContext, 'words' | 'onFile'>,
  before?: Item,
): Item {
  const { kind, unitPrice = null, onFile: chosen = before?.onFile, ...typed } = answers;
  const unit = keptUnit(answers.unit, words);
  const untouched = before && before.kind !== kind && before.unit === unit && unit === usualUnit(before.kind);
  const item = { id, ...typed, kind, unitPrice, unit: untouched || !unit ? usualUnit(kind) : unit };
  if (!chosen) return item;
  const line = onFile.lines.get(chosen);
  const asBefore = before?.onFile === chosen && saysTheSame(item, before);
  const asOnFile = line && saysTheSame(item, { ...line, unit: keptUnit(line.unit, words) || usualUnit(line.kind) });
  const code = asBefore ? before.code : line?.externalId;
  return asBefore || asOnFile ? { ...item, onFile: chosen, ...(code ? { code } : {}) } : item;
}

/** Whether an item is still what it was taken from; how much of it, and for how much, is the order's. */
const saysTheSame = (one: Pick<Item, 'kind' | 'description' | 'unit'>, other: typeof one): boolean =>
  one.kind === other.kind && one.description === cleanText(other.description, false) && one.unit === other.unit;

/**
 * Whether an item would have to be in the catalogue. Who does not see prices adds what they used all the same, without a price;
 * what was free before stays so.
 */
export function mustBeOnFile(item: Item, { onFile = nothingOnFile, seesPrices }: FormContext, before?: Item): boolean {
  if (item.onFile !== undefined || onFile.freeItems || !onFile.items || seesPrices === false) return false;
  return before === undefined || before.onFile !== undefined;
}
