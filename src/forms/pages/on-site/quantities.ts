import { changesBetween } from '../../../order/amounts/items.ts';
import { amountsFit } from '../../../order/amounts/money.ts';
import type { Item } from '../../../order/content.ts';
import { wordsOf } from '../../../words/issued.ts';
import { shownUnit } from '../../../words/units.ts';
import type { Words } from '../../../words/words.ts';
import { type FormContext, versionIn } from '../../context.ts';
import { type Draft, textIn } from '../../draft.ts';
import { cleanText, cut, decimal, missing } from '../../fields/fields.ts';
import { MAX_NUMBER } from '../../fields/numbers.ts';
import type { Errors, Field, Fields } from '../../form.ts';
import { lineQuantity, mostAmount, typedQuantity } from '../item.ts';

/** Characters of an item's name in the label of its input; Slack takes 2000 and a phone shows far fewer. */
const NAME = 200;

/** What the input is called that asks how much of an item there was. */
export const quantityName = (id: string): string => `quantity-${id}`;

/** The inputs of an item list: how much of each item there really was. 0: none at all. */
export const quantityFields = ({ items }: Draft): Fields =>
  Object.fromEntries(asked(items).map((item) => [quantityName(item.id), quantityField(item)]));

/** Their names. */
export const quantityNames = ({ items }: Draft): string[] => asked(items).map(({ id }) => quantityName(id));

/** Hours have an editor of their own. */
const asked = (items: readonly Item[]): Item[] => items.filter(({ time }) => !time);

function quantityField(item: Item): Field<number | null> {
  const field = decimal({
    texts: ({ words }) => ({
      label: words.items.quantity({ item: cut(item.description, NAME), unit: shownUnit(item.unit, words) }),
    }),
    read: (typed, context) => lineQuantity(typed, item, context),
  });
  return {
    ...field,
    fromItems: true,
    render: (current, context) => ({
      ...field.render(typeof current === 'string' ? current : typedQuantity(item, context), context),
      max_length: MAX_NUMBER,
    }),
    // Emptied is another answer than untouched.
    read: ({ value }) => value ?? '',
    accept: (raw, context) => {
      if (raw === null) return { ok: null };
      return cleanText(textIn(raw), false) === '' ? missing(context) : field.accept(raw, context);
    },
  };
}

/** Whether anything was typed into these inputs that the items do not say yet. */
export const hasQuantities = ({ items, values }: Draft): boolean =>
  items.some(({ id }) => (values[quantityName(id)] ?? null) !== null);

/**
 * A draft with the quantities that were typed taken over into its items: of what is 0 nothing was used, as if it were removed. What
 * cannot be read stays as it was typed.
 */
export function withQuantities<D extends Draft>(draft: D, context: FormContext): D {
  if (!hasQuantities(draft)) return draft;
  const values = { ...draft.values };
  const items = draft.items.flatMap((item): Item[] => {
    const name = quantityName(item.id);
    const accepted = quantityField(item).accept(values[name] ?? null, context);
    if ('error' in accepted || accepted.ok === null) return [item];
    delete values[name];
    return accepted.ok === 0 ? [] : [{ ...item, quantity: accepted.ok }];
  });
  return { ...draft, values, items };
}

/** The draft without what was typed into the input of this item. */
export function withoutQuantity<D extends Draft>(draft: D, id: string): D {
  const { [quantityName(id)]: _, ...values } = draft.values;
  return { ...draft, values };
}

/** The quantities of a confirmation taken over, and why they differ, where nobody has to say more than that. */
export function takenQuantities<D extends Draft>(draft: D, context: FormContext): D {
  const taken = withQuantities(draft, context);
  const said = printedWords(draft, context).fields.actualQuantities;
  const { reason = null } = taken.values;
  const fits = onlyQuantitiesDiffer(taken, context);
  const isEntered = taken !== draft || draft.items.some(({ time }) => time);
  if (isEntered && fits && cleanText(textIn(reason), true) === '')
    return { ...taken, values: { ...taken.values, reason: said } };
  return reason === said && !fits ? { ...taken, values: { ...taken.values, reason: null } } : taken;
}

/** The words of the order's documents, in which people read what nobody typed. */
function printedWords({ base }: Draft, context: FormContext): Words {
  const before = versionIn(context, base);
  return before ? wordsOf(before.issuer) : context.words;
}

/** Whether items differ from those of the version in their quantities and hours, or are left out, and in nothing else. */
function onlyQuantitiesDiffer(draft: Draft, context: FormContext): boolean {
  const base = versionIn(context, draft.base)?.content.items ?? [];
  const changes = changesBetween(base, draft.items, context.decimals);
  const same = (one: Item, other: Item) =>
    JSON.stringify({ ...one, quantity: 0 }) === JSON.stringify({ ...other, quantity: 0 });
  return (
    changes.length > 0 &&
    changes.every(
      (change) =>
        change.type === 'removed' ||
        change.after.time ||
        (change.type === 'changed' && same(change.before, change.after)),
    )
  );
}

/** Quantities that together cost more than an order can, under the last one that was typed. */
export function quantitiesTooMuch(draft: Draft, context: FormContext): Errors {
  if (!hasQuantities(draft)) return {};
  const { items } = withQuantities(draft, context);
  if (amountsFit({ ...context, items })) return {};
  const last = draft.items.findLast(({ id }) => (draft.values[quantityName(id)] ?? null) !== null);
  return last
    ? { [quantityName(last.id)]: context.words.fields.error.number.total({ limit: mostAmount(context) }) }
    : {};
}
