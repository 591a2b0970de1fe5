import type { KnownBlock } from '@slack/types';
import { changesBetween, netDifference } from '../../order/items.ts';
import { formatMoney, formatPrice, formatQuantity, isPriced } from '../../order/money.ts';
import type { Change } from '../../order/order.ts';
import { kindWords, outcomeWords } from '../../order/words.ts';
import { section } from '../blocks.ts';
import type { Draft, FormContext } from '../form.ts';
import { type MoneyFormat, quantityAndPrice } from '../item-list.ts';
import { bold, escaped } from '../mrkdwn.ts';
import { bytesOf, lineSections } from '../sizes.ts';
import { baseItems, endsAs } from './confirmation.ts';

/** Bytes of changes on the last page of a confirmation: the page stays an answer that Slack takes. */
const CHANGES = 14_000;

/** Stands under a change list that has no room for all of it. */
export const moreInPdf = (count: number): string => `… and ${count} more; the PDF lists them all.`;

/** What a confirmation is about to change: the change list, the money, and whether the order ends. */
export function reviewBlocks(draft: Draft, context: FormContext): KnownBlock[] {
  const changes = changesBetween(baseItems(draft, context), draft.items, context.decimals);
  const ending = endsAs(draft, context);
  const next =
    ending === 'open'
      ? 'The order stays open; further confirmations may follow.'
      : `The order is closed: ${outcomeWords[ending]}.`;
  return [
    section(`*Version ${draft.base + 1}, compared with version ${draft.base}*`),
    ...lineSections({ lines: changeLines(changes, context), more: moreInPdf }, CHANGES, bytesOf),
    ...(isPriced(draft.items) || isPriced(baseItems(draft, context))
      ? [section(`*Net difference:* ${formatMoney(netDifference(changes), context, context.locale, true)}`)]
      : []),
    section(next),
  ];
}

/** One mrkdwn line per change: added, removed, or old → new, each with its money difference. */
export function changeLines(changes: readonly Change[], money: MoneyFormat): string[] {
  if (changes.length === 0) return ['The items are unchanged.'];
  return changes.map((change) => `• ${changeText(change, money)}${differenceText(change, money)}`);
}

function changeText(change: Change, money: MoneyFormat): string {
  switch (change.type) {
    case 'added':
      return `Added ${bold(change.after.description)}: ${quantityAndPrice(change.after, money)}`;
    case 'removed':
      return `Removed ${bold(change.before.description)}: was ${quantityAndPrice(change.before, money)}`;
    case 'changed':
      return `Changed ${bold(change.after.description)}: ${oldToNew(change, money)}`;
  }
}

const differenceText = ({ difference }: Change, money: MoneyFormat): string =>
  difference === 0 ? '' : ` (${formatMoney(difference, money, money.locale, true)})`;

function oldToNew({ before, after }: Extract<Change, { type: 'changed' }>, money: MoneyFormat): string {
  const { locale } = money;
  const price = (text: string | null) => (text === null ? 'no price' : formatPrice(text, money, locale));
  const differences = [
    ...(before.description === after.description ? [] : [`was “${escaped(before.description)}”`]),
    ...(before.kind === after.kind ? [] : [`${kindWords[before.kind]} → ${kindWords[after.kind]}`]),
    ...(before.quantity === after.quantity && before.unit === after.unit
      ? []
      : [
          `${formatQuantity(before.quantity, locale)} ${escaped(before.unit)} → ${formatQuantity(after.quantity, locale)} ${escaped(after.unit)}`,
        ]),
    ...(before.unitPrice === after.unitPrice ? [] : [`${price(before.unitPrice)} → ${price(after.unitPrice)} each`]),
  ];
  return differences.join(', ');
}
