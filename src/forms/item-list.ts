import type { Button, KnownBlock } from '@slack/types';
import { isUnplanned } from '../order/amounts/items.ts';
import { formatMoney, formatPrice, formatQuantity, isPriced, lineAmount, totals } from '../order/amounts/money.ts';
import type { Item } from '../order/content.ts';
import { itemName } from '../words/labour.ts';
import { shownUnit } from '../words/units.ts';
import type { Words } from '../words/words.ts';
import { actions, button, context as note, section } from './blocks.ts';
import { type FormContext, versionIn } from './context.ts';
import type { Draft } from './draft.ts';
import { inputBlock } from './fields/input.ts';
import type { Errors } from './form.ts';
import { formActions } from './ids.ts';
import { bold, escaped, struck } from './mrkdwn.ts';
import { ITEM_LIMITS } from './pages/item.ts';
import { timesText } from './pages/on-site/hours-text.ts';
import { quantityFields, quantityName, withQuantities } from './pages/on-site/quantities.ts';

/**
 * Items shown at once, those that were removed included. In the widest of scripts and at their longest they take 14 kB, so
 * that the page is an answer that Slack takes; and a phone can scroll it.
 */
export const ITEMS_SHOWN = 8;

/** Where the page of the list begins that shows the item at this place. */
export const pageWith = (index: number): number => index - (index % ITEMS_SHOWN);

/**
 * The item list of a form page: every item with Edit and Remove, then what was removed with Restore; and Add item. Against a
 * version every item asks how much there really was.
 */
export function itemListBlocks(
  draft: Draft,
  context: FormContext,
  against: 'plain' | 'against-version',
  offset: number,
  generation = 0,
): KnownBlock[] {
  const { items } = context.words;
  const approved = against === 'plain' ? undefined : (context.order?.approvedItems ?? undefined);
  const base = versionIn(context, draft.base)?.content.items ?? [];
  // Hours stand in the place of what asked for them.
  const isKept = ({ id }: Item) => draft.items.some((item) => item.id === id || item.time?.of === id);
  const removed = against === 'plain' ? [] : base.filter((item) => !isKept(item));
  const entries = [
    ...draft.items.map(
      (item, index) => () =>
        against === 'plain' || item.time
          ? itemBlocks(item, index + 1, context)
          : quantityBlocks(item, index + 1, approved, { draft, context, generation }),
    ),
    ...removed.map((item, index) => () => removedBlocks(item, index + 1, context)),
  ];
  const from = offset < entries.length ? Math.max(0, offset) : 0;
  const later = from + ITEMS_SHOWN < entries.length;
  return [
    section(heading(withQuantities(draft, context), context), { block_id: 'items-head' }),
    ...(against === 'plain' || draft.items.length === 0 ? [] : [note(items.used)]),
    ...entries.slice(from, from + ITEMS_SHOWN).flatMap((blocks) => blocks()),
    ...pager(from, later, items),
    ...(draft.items.length < ITEM_LIMITS.count
      ? [actions(addButtons(against, context), { block_id: 'items-add' })]
      : [note(items.full({ max: ITEM_LIMITS.count }))]),
  ];
}

/**
 * Which of these mistakes the list's page shows, and where its page begins that shows the first of them, where this one shows
 * none.
 */
export function listedErrors(
  { items, itemOffset }: Pick<Draft, 'items'> & { readonly itemOffset: number },
  errors: Errors,
): { readonly shown: Errors; readonly hiddenAt?: number } {
  const from = itemOffset < items.length ? Math.max(0, itemOffset) : 0;
  const hidden = new Set(
    items.flatMap(({ id }, index) => (index >= from && index < from + ITEMS_SHOWN ? [] : [quantityName(id)])),
  );
  const shown = Object.fromEntries(Object.entries(errors).filter(([name]) => !hidden.has(name)));
  if (Object.keys(shown).length > 0) return { shown };
  const first = items.findIndex(({ id }) => quantityName(id) in errors);
  return first < 0 ? { shown } : { shown, hiddenAt: pageWith(first) };
}

/** What items are written with: the money of their order, a reader's words and numbers. */
export type ItemFormat = Pick<FormContext, 'currency' | 'decimals' | 'locale' | 'words'>;

/** `2 pcs`. Escaped. */
export const quantityText = (
  { quantity, unit }: Pick<Item, 'quantity' | 'unit'>,
  { locale, words }: Pick<ItemFormat, 'locale' | 'words'>,
): string => `${formatQuantity(quantity, locale)} ${escaped(shownUnit(unit, words))}`;

/** `2 pcs × €10.00 = €20.00`, or only the quantity where there is no price. Escaped. */
export function quantityAndPrice(item: Item, format: ItemFormat): string {
  const { locale, decimals } = format;
  const quantity = quantityText(item, format);
  if (item.unitPrice === null) return quantity;
  const price = formatPrice(item.unitPrice, format, locale);
  return `${quantity} × ${price} = ${formatMoney(lineAmount(item, decimals), format, locale)}`;
}

/** Who did what when is known once work is reported. */
const addButtons = (against: 'plain' | 'against-version', { words: { items, hours } }: FormContext): Button[] => [
  button(formActions.addItem, items.button.add),
  ...(against === 'plain' ? [] : [button(formActions.addHours, hours.button)]),
];

function heading(draft: Draft, context: FormContext): string {
  const { heading } = context.words.items;
  const count = draft.items.length;
  if (count === 0) return heading.none;
  if (!isPriced(draft.items)) return heading.counted({ count });
  const { net } = totals({ items: draft.items, taxRate: 0, decimals: context.decimals });
  return heading.priced({ count, net: formatMoney(net, context, context.locale) });
}

function itemBlocks(item: Item, place: number, context: FormContext): KnownBlock[] {
  const { order } = context.words;
  const what = [order.kind[item.kind], timesText(item.time ?? {}, context)].filter(Boolean).join(' · ');
  const text = `${bold(itemName(item, context.words))}\n${what}\n${quantityAndPrice(item, context)}`;
  return [section(text, { block_id: `item-${item.id}` }), itemActions(item, place, context)];
}

/** The same with an input for the quantity; what is planned, and what one costs, stand under it. */
function quantityBlocks(
  item: Item,
  place: number,
  approved: readonly Item[] | undefined,
  drawn: { readonly draft: Draft; readonly context: FormContext; readonly generation: number },
): KnownBlock[] {
  const { draft, context } = drawn;
  const name = quantityName(item.id);
  const field = quantityFields(draft)[name];
  if (!field) return [];
  const { locale, words } = context;
  const { items, order } = words;
  const planned = approved?.find(({ id }) => id === item.id);
  const hint = [
    order.kind[item.kind],
    ...(isUnplanned(item, approved) ? [items.unplanned] : []),
    ...(planned
      ? [items.planned({ quantity: `${formatQuantity(planned.quantity, locale)} ${shownUnit(planned.unit, words)}` })]
      : []),
    ...(item.unitPrice === null ? [] : [items.each({ price: formatPrice(item.unitPrice, context, locale) })]),
  ].join(' · ');
  return [inputBlock(name, field, { ...drawn, drafted: true }, hint), itemActions(item, place, context)];
}

const itemActions = (item: Item, place: number, { words: { items } }: FormContext): KnownBlock =>
  actions(
    [
      itemButton(formActions.editItem, items.button.edit, item, items.spoken.edit({ place })),
      itemButton(formActions.removeItem, items.button.remove, item, items.spoken.remove({ place })),
    ],
    { block_id: `item-actions-${item.id}` },
  );

function removedBlocks(item: Item, place: number, context: FormContext): KnownBlock[] {
  const { removed, button, spoken } = context.words.items;
  return [
    section(`${struck(itemName(item, context.words))}\n${removed({ line: quantityAndPrice(item, context) })}`, {
      block_id: `removed-${item.id}`,
      accessory: itemButton(formActions.restoreItem, button.restore, item, spoken.restore({ place })),
    }),
  ];
}

function pager(from: number, later: boolean, { button }: Words['items']): KnownBlock[] {
  const buttons = [
    ...(from > 0 ? [turn(formActions.earlierItems, button.earlier, Math.max(0, from - ITEMS_SHOWN))] : []),
    ...(later ? [turn(formActions.laterItems, button.later, from + ITEMS_SHOWN)] : []),
  ];
  return buttons.length > 0 ? [actions(buttons, { block_id: 'items-pages' })] : [];
}

/** Turns to the page that begins with this item. */
const turn = (action_id: string, text: string, offset: number): Button =>
  button(action_id, text, { value: String(offset) });

/** `label` is what a screen reader says; the item itself stands right above. */
const itemButton = (action_id: string, text: string, { id }: Item, label: string): Button =>
  button(action_id, text, { value: id, accessibility_label: label });
