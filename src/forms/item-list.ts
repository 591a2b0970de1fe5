import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import { isUnplanned } from '../order/items.ts';
import { formatMoney, formatPrice, formatQuantity, isPriced, lineAmount, totals } from '../order/money.ts';
import type { Item } from '../order/order.ts';
import { kindWords } from '../order/words.ts';
import type { Draft, FormContext } from './form.ts';
import { formActions } from './ids.ts';
import { ITEM_LIMITS } from './item.ts';
import { clip, escaped, mrkdwn, plain } from './mrkdwn.ts';

/** Items shown at once: two blocks each, so that a page stays far below Slack's 100 blocks and a phone can scroll it. */
export const ITEMS_SHOWN = 20;

/** The item list of a form page: every item with Edit and Remove, what was removed with Put back, then Add item. */
export function itemListBlocks(
  draft: Draft,
  context: FormContext,
  against: 'plain' | 'against-version',
  offset: number,
): KnownBlock[] {
  const approved = against === 'plain' ? undefined : context.order?.versions[0]?.content.items;
  const base = context.order?.versions.find(({ n }) => n === draft.base)?.content.items ?? [];
  const removed = against === 'plain' ? [] : base.filter((item) => !draft.items.some(({ id }) => id === item.id));
  const from = offset < draft.items.length ? Math.max(0, offset) : 0;
  const shown = draft.items.slice(from, from + ITEMS_SHOWN);
  const later = from + ITEMS_SHOWN < draft.items.length;
  return [
    { type: 'section', block_id: 'items-head', text: mrkdwn(heading(draft, context)) },
    ...shown.flatMap((item) => itemBlocks(item, approved, context)),
    ...pager(from, later),
    ...(later ? [] : removed.slice(0, ITEMS_SHOWN).flatMap((item) => removedBlocks(item, context))),
    ...(draft.items.length < ITEM_LIMITS.count
      ? [actions('items-add', [button(formActions.addItem, 'Add item')])]
      : [{ type: 'context' as const, elements: [mrkdwn(`An order has at most ${ITEM_LIMITS.count} items.`)] }]),
  ];
}

/** What amounts are written with. */
export type MoneyFormat = Pick<FormContext, 'currency' | 'decimals' | 'locale'>;

/** `2 pcs × €10.00 = €20.00`, or only the quantity where there is no price. */
export function quantityAndPrice(item: Item, money: MoneyFormat): string {
  const { locale, decimals } = money;
  const quantity = `${formatQuantity(item.quantity, locale)} ${escaped(item.unit)}`;
  if (item.unitPrice === null) return quantity;
  const price = formatPrice(item.unitPrice, money, locale);
  return `${quantity} × ${price} = ${formatMoney(lineAmount(item, decimals), money, locale)}`;
}

function heading(draft: Draft, context: FormContext): string {
  const count = draft.items.length;
  if (count === 0) return '*Items*\nNo items yet.';
  const counted = `*Items* · ${count}`;
  if (!isPriced(draft.items)) return counted;
  const { net } = totals({ items: draft.items, taxRate: 0, decimals: context.decimals });
  return `${counted} · net ${formatMoney(net, context, context.locale)}`;
}

function itemBlocks(item: Item, approved: readonly Item[] | undefined, context: FormContext): KnownBlock[] {
  const planned = approved?.find(({ id }) => id === item.id);
  const marks = [
    kindWords[item.kind],
    ...(isUnplanned(item, approved) ? ['*Unplanned*'] : []),
    ...(planned ? [`Planned ${formatQuantity(planned.quantity, context.locale)} ${escaped(planned.unit)}`] : []),
  ];
  const text = `*${escaped(item.description)}*\n${marks.join(' · ')}\n${quantityAndPrice(item, context)}`;
  return [
    { type: 'section', block_id: `item-${item.id}`, text: mrkdwn(clip(text, 3000)) },
    actions(`item-actions-${item.id}`, [
      button(formActions.editItem, 'Edit', item),
      button(formActions.removeItem, 'Remove', item),
    ]),
  ];
}

function removedBlocks(item: Item, context: FormContext): KnownBlock[] {
  return [
    {
      type: 'section',
      block_id: `removed-${item.id}`,
      text: mrkdwn(clip(`~${escaped(item.description)}~\nRemoved · was ${quantityAndPrice(item, context)}`, 3000)),
      accessory: button(formActions.restoreItem, 'Put back', item),
    },
  ];
}

function pager(from: number, later: boolean): KnownBlock[] {
  const buttons = [
    ...(from > 0 ? [button(formActions.earlierItems, 'Earlier items')] : []),
    ...(later ? [button(formActions.laterItems, 'Later items')] : []),
  ];
  return buttons.length > 0 ? [actions('items-pages', buttons)] : [];
}

const actions = (block_id: string, elements: Button[]): ActionsBlock => ({ type: 'actions', block_id, elements });

const button = (action_id: string, text: string, item?: Item): Button => ({
  type: 'button',
  action_id,
  text: plain(text),
  ...(item ? { value: item.id, accessibility_label: clip(`${text}: ${item.description}`, 75) } : {}),
});
