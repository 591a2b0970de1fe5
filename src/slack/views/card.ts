import type { KnownBlock } from '@slack/types';
import { context, header, section } from '../../forms/blocks.ts';
import { extraAmounts, extraShown } from '../../forms/extra-cost.ts';
import { type ItemFormat, quantityAndPrice } from '../../forms/item-list.ts';
import { bold, clip, date, escaped, inert, mrkdwn, quoted } from '../../forms/mrkdwn.ts';
import { ownLines } from '../../forms/own/lines.ts';
import { standingLines } from '../../forms/pages/on-site/standing.ts';
import { listed } from '../../forms/sizes.ts';
import { unpricedAdded } from '../../order/amounts/items.ts';
import { formatMoney, isPriced, totals } from '../../order/amounts/money.ts';
import type { Attachment } from '../../order/content.ts';
import type { Order } from '../../order/order.ts';
import type { Party } from '../../order/people.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import { hoursText, itemName } from '../../words/labour.ts';
import { stateText } from '../../words/state.ts';
import type { Words } from '../../words/words.ts';
import { buttonBlocks, type Offer, offersOf } from './buttons.ts';
import { type Message, message, type Part } from './message.ts';

export type { Message } from './message.ts';

/** Items shown on the card; the PDF has them all. */
const ITEMS_ON_CARD = 10;

/** The order as it stands, drawn from nothing but the order. `offers` are the buttons; none for a plain look. */
export const card = (order: Order, words: Words, offers: readonly Offer[] = offersOf(order)): Message =>
  message(cardText(order, words), cardParts(order, words, offers));

/** The same for one person who may see the order: with what is answered to its own fields, and how to get in, which is for no channel. */
export const privateCard = (order: Order, words: Words, offers: readonly Offer[]): Message =>
  message(cardText(order, words), [
    ...cardParts(order, words, offers, ownLines(order.content.own, words)),
    ...accessParts(order, words),
  ]);

/** How to get in to the site, for those who go there. */
export function accessParts({ content: { siteOnFile } }: Order, words: Words): KnownBlock[] {
  const notes = siteOnFile?.accessNotes ?? '';
  if (notes === '') return [];
  return [section(`${bold(words.records.label.accessNotes)}\n${quoted(notes)}`)];
}

/** What a card is made of, its headline first. People are named: nobody is notified by a card. */
export const cardParts = (
  order: Order,
  words: Words,
  offers: readonly Offer[] = offersOf(order),
  answers: readonly string[] = [],
): Part[] => [
  header(`${orderNumber(order.number)} · ${order.content.title}`),
  { type: 'section', fields: cardFields(order, words).map((field) => mrkdwn(clip(field, 2000))) },
  ...standing(order, words),
  // Quoted, so that nobody's lines can pass for the card's own.
  section(quoted(order.content.description, 1500)),
  ...itemParts(order, words),
  ...unpricedParts(order, words),
  ...(answers.length > 0 ? [{ lines: answers, more: (count: number) => words.forms.moreLines({ count }) }] : []),
  ...extraParts(order, words),
  ...attachmentContext(order, words),
  context(turn(order, words)),
  ...buttonBlocks(order, offers, words),
];

/** What the order is in the middle of. */
function standing(order: Order, words: Words): KnownBlock[] {
  const lines = standingLines(order, words);
  return lines.length > 0 ? [section(lines.join('\n'))] : [];
}

/** The card in one sentence or two, escaped. */
export function cardText(order: Order, words: Words): string {
  const { text } = words.card;
  const about = {
    order: orderNumber(order.number),
    title: escaped(order.content.title),
    client: escaped(order.content.client),
  };
  switch (order.state) {
    case 'submitted':
      return clip(text.submitted({ ...about, name: escaped(order.supervisor.name) }), 1000);
    case 'changes_requested':
      return clip(text.changes_requested({ ...about, name: escaped(order.requester.name) }), 1000);
    case 'approved':
      if (order.progress.question) return clip(text.ended({ ...about, state: stateText(order, words) }), 1000);
      return clip(
        text.approved({ ...about, version: order.latest?.n ?? 1, names: partyNames(order.crew, words) }),
        1000,
      );
    default:
      return clip(text.ended({ ...about, state: stateText(order, words) }), 1000);
  }
}

/** `SO-000012 · Acme · Scheduled · v2`: the channel's topic; Slack allows 250 characters. Nothing in it is a link. */
export function topic(order: Order, words: Words): string {
  const about = {
    order: orderNumber(order.number),
    client: clip(inert(order.content.client), 120),
    state: stateText(order, words),
  };
  return order.latest ? words.card.topicVersion({ ...about, version: order.latest.n }) : words.card.topic(about);
}

/** The facts of an order, how it stands first, for section fields (Slack: at most 10). */
export function cardFields(order: Order, words: Words): string[] {
  const { content, latest } = order;
  const say = words.card;
  const state = stateText(order, words);
  const priority = words.order.priority[content.priority];
  const client = escaped(content.client);
  const location = escaped(content.location);
  return [
    latest ? say.statusVersion({ state, version: latest.n }) : say.status({ state }),
    content.type ? say.typePriority({ type: escaped(content.type.name), priority }) : say.priority({ priority }),
    content.clientReference
      ? say.clientReference({ client, reference: escaped(content.clientReference) })
      : say.client({ client }),
    content.contact ? say.locationContact({ location, contact: escaped(content.contact) }) : say.location({ location }),
    say.requested({ start: date(content.requestedStart, words), end: date(content.requestedEnd, words) }),
    ...(order.plannedStart ? [say.plannedStart({ date: date(order.plannedStart, words) })] : []),
    say.requester({ name: escaped(order.requester.name) }),
    say.supervisor({ name: escaped(order.supervisor.name) }),
    ...(order.coordinator ? [say.coordinator({ name: escaped(order.coordinator.name) })] : []),
    ...crewField(order, words),
  ].slice(0, 10);
}

/** Who goes; until that is decided, who is proposed. */
function crewField({ approval, crew, content: { proposedCrew = [] } }: Order, words: Words): string[] {
  const { crew: going, proposedCrew: proposed } = words.card;
  if (crew.length > 0) return [going({ count: crew.length, names: partyNames(crew, words) })];
  return approval || proposedCrew.length === 0 ? [] : [proposed({ names: partyNames(proposedCrew, words) })];
}

/** What the items of a content are written with. */
export const itemFormat = ({ currency, decimals }: Order['content'], words: Words): ItemFormat => ({
  currency,
  decimals,
  locale: words.locale,
  words,
});

export function itemParts({ content, state }: Order, words: Words): Part[] {
  const { items } = content;
  if (items.length === 0) return [];
  const format = itemFormat(content, words);
  const lines = items
    .slice(0, ITEMS_ON_CARD)
    .map((item) => words.items.entry({ item: escaped(itemName(item, words)), line: quantityAndPrice(item, format) }));
  const more = (count: number) => words.card.moreItems({ count });
  const total = totalText(content, state === 'not_performed' ? words.card.ordered : words.card.total, words);
  const hours = hoursText(items, words);
  const foot = [...(hours ? [hours] : []), ...(isPriced(items) ? [total] : [])].join('\n');
  return [{ lines, beyond: items.length - lines.length, more, ...(foot ? { foot } : {}) }];
}

/** Points out what the crew added without a price to who sees prices. */
export function unpricedParts(order: Order, words: Words): KnownBlock[] {
  const count = unpricedAdded(order).length;
  return count > 0 ? [section(`:warning: ${words.card.unpriced({ count })}`)] : [];
}

/** `*Total* €120.00 net, €145.20 incl. tax`. */
function totalText(content: Order['content'], total: Words['card']['total'], words: Words): string {
  const amounts = amountsOf(content, words);
  return amounts.gross === undefined ? total.net(amounts) : total.tax({ ...amounts, gross: amounts.gross });
}

/** The net total of a content, and the gross one where there is tax. */
export function amountsOf(
  content: Order['content'],
  { locale }: Pick<Words, 'locale'>,
): { readonly net: string; readonly gross?: string } {
  const { net, tax, gross } = totals(content);
  const format = (minor: number) => formatMoney(minor, content, locale);
  return { net: format(net), ...(tax === 0 ? {} : { gross: format(gross) }) };
}

/** Extra cost that its supervisor has not accepted, with what they say against it; without amounts for who sees no prices. */
function extraParts(order: Order, words: Words): KnownBlock[] {
  const { question } = order.progress;
  if (order.state !== 'approved' || !question) return [];
  const say = words.card.extra;
  const extra = extraShown(order);
  const amounts = extra && extraAmounts(extra, order.content, words);
  const { disputed } = question;
  const closes = question.closing ? `\n${say.closes}` : '';
  if (!disputed) return [section(`${amounts ? say.asked(amounts) : say.askedHidden}${closes}`)];
  const name = escaped(disputed.by.name);
  const text = amounts ? say.disputed({ ...amounts, name }) : say.disputedHidden({ name });
  return [section(`${text}\n${quoted(disputed.reason, 500)}${closes}`)];
}

/** The files of an order by name: what was attached to it, and the photos of its confirmations and closing. */
export function attachmentContext({ content, progress, ...order }: Order, words: Words): KnownBlock[] {
  const photos = [...order.photos, ...(progress.photos ?? [])];
  return [
    ...(content.attachments.length > 0
      ? [context(words.card.attachments({ files: fileNames(content.attachments, words) }))]
      : []),
    ...(photos.length > 0 ? [context(words.card.photos({ files: fileNames(photos, words) }))] : []),
  ];
}

/** File names, escaped; the files themselves stand in the channel. */
export const fileNames = (files: readonly Attachment[], words: Words): string =>
  listed(
    files.map(({ name }) => name),
    words,
  );

/** People's names, escaped. */
export const partyNames = (parties: readonly Party[], words: Words): string =>
  listed(
    parties.map(({ name }) => name),
    words,
  );

/** Whose turn it is and since when, or how the order ended. */
function turn(order: Order, words: Words): string {
  const say = words.card.turn;
  const since = date(order.stateSince, words);
  switch (order.state) {
    case 'submitted':
      return say.submitted({ name: escaped(order.supervisor.name), date: since });
    case 'changes_requested':
      return say.changes_requested({ name: escaped(order.requester.name), date: since });
    case 'approved': {
      const { question } = order.progress;
      const names = partyNames(order.crew, words);
      if (question?.disputed) return say.extra_disputed({ names, date: date(question.disputed.at, words) });
      if (question) return say.extra_cost({ name: escaped(order.supervisor.name), date: date(question.since, words) });
      return say.approved({ names, date: since });
    }
    default:
      return say.ended({ state: stateText(order, words), date: since });
  }
}
