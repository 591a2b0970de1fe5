import type { KnownBlock } from '@slack/types';
import { changesBetween, isSameTime, netDifference } from '../../order/amounts/items.ts';
import { formatMoney, formatPrice, isPriced } from '../../order/amounts/money.ts';
import type { Item } from '../../order/content.ts';
import type { Order } from '../../order/order.ts';
import type { Change } from '../../order/version.ts';
import { itemName } from '../../words/labour.ts';
import { eitherOf, listOf } from '../../words/list.ts';
import type { Words } from '../../words/words.ts';
import { section } from '../blocks.ts';
import type { FormContext } from '../context.ts';
import type { Draft } from '../draft.ts';
import { extraAmounts, extraOf } from '../extra-cost.ts';
import { type ItemFormat, quantityAndPrice, quantityText } from '../item-list.ts';
import { bold, escaped, lastDay, mention } from '../mrkdwn.ts';
import { ownBlocks } from '../own/review.ts';
import { bytesOf, lineSections } from '../sizes.ts';
import { acceptanceReview } from './acceptance.ts';
import { baseItems, endsAs } from './confirmation.ts';
import { photoSummary } from './photos.ts';

/** Bytes of changes on the last page of a confirmation: the page stays an answer that Slack takes. */
const CHANGES = 14_000;

/** People named who may accept what others may not. */
const TAKERS_NAMED = 5;

/** Stands under a change list that has no room for all of it. */
export const moreInPdf =
  ({ items }: Words) =>
  (count: number): string =>
    items.moreInPdf({ count });

/** What a confirmation is about to change: the change list, the money, its photos, and whether the order ends. */
export function reviewBlocks(draft: Draft, context: FormContext): KnownBlock[] {
  const changes = changesBetween(baseItems(draft, context), draft.items, context.decimals);
  const ending = endsAs(draft, context);
  const { order, review } = context.words;
  const next = ending === 'open' ? review.staysOpen : review.closes({ outcome: order.outcome[ending] });
  const asked = askedText(draft, context);
  const said = ending === 'open' ? [] : acceptanceReview(draft, context);
  const photos = photoSummary(draft, ending === 'open' ? ['photos'] : ['photos', 'closingPhotos'], context);
  return [
    section(review.version({ next: (context.order?.latest?.n ?? draft.base) + 1, base: draft.base })),
    ...lineSections(
      { lines: changeLines(changes, context), more: moreInPdf(context.words) },
      CHANGES - bytesOf([...photos, ...said]),
      bytesOf,
    ),
    ...(isPriced(draft.items) || isPriced(baseItems(draft, context))
      ? [section(review.difference({ amount: formatMoney(netDifference(changes), context, context.locale, true) }))]
      : []),
    ...ownBlocks(ending === 'open' ? ['confirm'] : ['confirm', 'close'], draft, context),
    ...photos,
    ...said,
    section(asked ?? next),
    ...(asked && context.order ? othersAsked(context.order, context) : []),
  ];
}

/** That the supervisor will be asked about what this comes to; undefined where nobody is. */
function askedText({ items, ...draft }: Draft, context: FormContext): string | undefined {
  const { order, words } = context;
  const extra = extraOf(items, context);
  if (!order) return undefined;
  const name = escaped(order.supervisor.name);
  const ending = endsAs({ ...draft, items }, context);
  const { extraHidden, extraFinalHidden } = words.review;
  if (!extra) return context.unseenExtra ? (ending === 'open' ? extraHidden : extraFinalHidden)({ name }) : undefined;
  const { net, difference } = extraAmounts(extra, order.content, words);
  const said = { net, difference, name };
  return ending === 'open'
    ? words.review.extra(said)
    : words.review.extraFinal({ ...said, outcome: words.order.outcome[ending] });
}

/** Who is asked besides the supervisor: those who decide on the order as well, and a substitute while the supervisor is away. */
function othersAsked(order: Order, context: FormContext): KnownBlock[] {
  const { person, supervisorAway, words } = context;
  const others = order.progress.asked.filter(
    ({ id, name, standIn }) => !standIn && id !== person.id && name !== supervisorAway?.substitute,
  );
  const names = listOf(
    others.map(({ name }) => escaped(name)),
    words,
  );
  return [
    ...(others.length > 0 ? [section(words.review.extraAlso({ names }))] : []),
    ...awayBlocks(order, context),
    ...limitBlocks(order, context),
  ];
}

/** That the supervisor, or their substitute, may not accept so much, and who may. */
function limitBlocks(
  { supervisor }: Pick<Order, 'supervisor'>,
  { accepting, supervisorAway: away, words }: FormContext,
): KnownBlock[] {
  if (!accepting) return [];
  const substitute = away?.id === supervisor.id ? away.substitute : undefined;
  if (substitute !== undefined && !away?.tooLow) return [];
  const tooLow = [...(accepting.tooLow ? [supervisor.name] : []), ...(substitute === undefined ? [] : [substitute])];
  if (tooLow.length === 0) return [];
  const { extraTooLow, extraTakers } = words.review;
  const named = accepting.enough.slice(0, TAKERS_NAMED);
  const names = eitherOf(named.map(mention), words);
  const who = listOf(tooLow.map(escaped), words);
  return [
    section(`${extraTooLow({ names: who, count: tooLow.length })} ${extraTakers({ names, count: named.length })}`),
  ];
}

/** That the supervisor is away, and who is asked instead. */
function awayBlocks(
  { supervisor }: Pick<Order, 'supervisor'>,
  { supervisorAway: away, words }: FormContext,
): KnownBlock[] {
  if (away?.id !== supervisor.id) return [];
  const said = { name: escaped(supervisor.name), date: lastDay(away.until, words) };
  const { extraAlsoAsked, extraAway, extraBothAway, question } = words.review;
  if (away.substitute === undefined) return [section(extraAway(said))];
  const say = away.alsoAway ? extraBothAway : away.tooLow ? extraAlsoAsked : question.supervisorAway;
  return [section(say({ ...said, substitute: escaped(away.substitute) }))];
}

/** One mrkdwn line per change: added, removed, or old → new, each with its money difference. */
export function changeLines(changes: readonly Change[], format: ItemFormat): string[] {
  if (changes.length === 0) return [format.words.items.change.none];
  return changes.map((change) => `• ${changeText(change, format)}${differenceText(change, format)}`);
}

function changeText(change: Change, format: ItemFormat): string {
  const { added, removed, changed } = format.words.items.change;
  switch (change.type) {
    case 'added':
      return added({ item: bold(itemName(change.after, format.words)), line: quantityAndPrice(change.after, format) });
    case 'removed':
      return removed({
        item: bold(itemName(change.before, format.words)),
        line: quantityAndPrice(change.before, format),
      });
    case 'changed':
      return changed({ item: bold(itemName(change.after, format.words)), changes: oldToNew(change, format) });
  }
}

const differenceText = ({ difference }: Change, format: ItemFormat): string =>
  difference === 0 ? '' : ` (${formatMoney(difference, format, format.locale, true)})`;

function oldToNew({ before, after }: Extract<Change, { type: 'changed' }>, format: ItemFormat): string {
  const { items, order } = format.words;
  const price = (text: string | null) =>
    text === null ? items.change.noPrice : formatPrice(text, format, format.locale);
  const sameQuantity = before.quantity === after.quantity && before.unit === after.unit;
  const prices = { before: price(before.unitPrice), after: price(after.unitPrice) };
  const differences = [
    ...(sameName(before, after) ? [] : [items.change.name({ before: escaped(itemName(before, format.words)) })]),
    ...(before.kind === after.kind ? [] : [`${order.kind[before.kind]} → ${order.kind[after.kind]}`]),
    ...(sameQuantity ? [] : [`${quantityText(before, format)} → ${quantityText(after, format)}`]),
    ...(before.unitPrice === after.unitPrice ? [] : [items.change.price(prices)]),
  ];
  return differences.join(', ');
}

/** Hours in the place of what asked for them say whose they are: that is no other name. */
const sameName = (before: Item, after: Item): boolean =>
  before.description === after.description && (!before.time || isSameTime(before.time, after.time));
