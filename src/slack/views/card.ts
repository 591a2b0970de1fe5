import type { KnownBlock } from '@slack/types';
import { context, header, section } from '../../forms/blocks.ts';
import { quantityAndPrice } from '../../forms/item-list.ts';
import { clip, date, escaped, inert, mention, mrkdwn, quoted } from '../../forms/mrkdwn.ts';
import { listed } from '../../forms/sizes.ts';
import { formatMoney, isPriced, totals } from '../../order/money.ts';
import { type Attachment, type Order, orderNumber, type Party } from '../../order/order.ts';
import { priorityWords, shownState } from '../../order/words.ts';
import type { Settings } from '../../settings.ts';
import { wordsFor } from '../../words/words.ts';
import { buttonBlocks, formsFor } from './buttons.ts';
import { type Message, message, type Part } from './message.ts';

export type { Message } from './message.ts';

/** Items shown on the card; the PDF has them all. */
const ITEMS_ON_CARD = 10;

/** The order as it stands, drawn from nothing but the order. `forms` are the buttons; none for a plain look. */
export const card = (order: Order, settings: Settings, forms = formsFor(order)): Message =>
  message(cardText(order), cardParts(order, settings, forms));

/** What a card is made of, its headline first. */
export const cardParts = (order: Order, settings: Settings, forms = formsFor(order)): Part[] => [
  header(`${orderNumber(order.number)} · ${order.content.title}`),
  { type: 'section', fields: cardFields(order).map((field) => mrkdwn(clip(field, 2000))) },
  // Quoted, so that nobody's lines can pass for the card's own.
  section(quoted(order.content.description, 1500)),
  ...itemParts(order, settings),
  ...attachmentContext(order),
  context(`${turn(order, ({ id }) => mention(id), ' ') ?? shownState(order)} since ${date(order.stateSince)}`),
  ...buttonBlocks(order, forms),
];

/** The card in one sentence or two, escaped. */
export function cardText(order: Order): string {
  const { content } = order;
  const version = order.latest ? `, version ${order.latest.n}` : '';
  const next = turn(order, ({ name }) => escaped(name), ', ') ?? 'Nothing is waiting';
  return clip(
    `${orderNumber(order.number)} ${escaped(content.title)} for ${escaped(content.client)}: ${shownState(order)}${version}. ${next}.`,
    1000,
  );
}

/** `SO-000012 · Acme · In the field · v2`: the channel's topic; Slack allows 250 characters. Nothing in it is a link. */
export function topic(order: Order): string {
  const version = order.latest ? ` · v${order.latest.n}` : '';
  const client = clip(inert(order.content.client), 120);
  return `${orderNumber(order.number)} · ${client} · ${shownState(order)}${version}`;
}

/** The facts of an order as `*Label*` and value, for section fields (Slack: at most 10). */
function cardFields(order: Order): string[] {
  const { content } = order;
  const version = order.latest;
  return [
    `*State*\n${shownState(order)}${version ? ` · version ${version.n}` : ''}`,
    `*Priority*\n${priorityWords[content.priority]}`,
    `*Client*\n${escaped(content.client)}${content.clientReference ? `\nRef. ${escaped(content.clientReference)}` : ''}`,
    `*Service location*\n${escaped(content.location)}${content.contact ? `\n${escaped(content.contact)}` : ''}`,
    `*Requested*\n${date(content.requestedStart)} –\n${date(content.requestedEnd)}`,
    ...(order.plannedStart ? [`*Planned start*\n${date(order.plannedStart)}`] : []),
    `*Requester*\n${mention(order.requester.id)}`,
    `*Supervisor*\n${mention(order.supervisor.id)}`,
    ...(order.coordinator ? [`*Coordinator*\n${mention(order.coordinator.id)}`] : []),
    ...(order.crew.length > 0 ? [`*Field workers*\n${order.crew.map(({ id }) => mention(id)).join(' ')}`] : []),
  ].slice(0, 10);
}

function itemParts({ content, state }: Order, settings: Settings): Part[] {
  const { items, currency, decimals } = content;
  if (items.length === 0) return [];
  const money = { currency, decimals, locale: settings.document.locale, words: wordsFor('en-GB') };
  const lines = items
    .slice(0, ITEMS_ON_CARD)
    .map((item) => `• ${escaped(item.description)}: ${quantityAndPrice(item, money)}`);
  const label = state === 'not_performed' ? 'Ordered total' : 'Total';
  const total = isPriced(items) ? { foot: `*${label}* ${totalText(content, settings)}` } : {};
  return [{ lines, beyond: items.length - lines.length, more: (count) => `… and ${count} more`, ...total }];
}

/** `€120.00 net, €145.20 with tax`. */
export function totalText(content: Order['content'], settings: Settings): string {
  const { net, tax, gross } = totals(content);
  const format = (minor: number) => formatMoney(minor, content, settings.document.locale);
  return tax === 0 ? `${format(net)} net` : `${format(net)} net, ${format(gross)} with tax`;
}

/** The files of an order by name: what was attached to it, and the photos of its confirmations and closing. */
function attachmentContext({ content, photos }: Order): KnownBlock[] {
  return [
    ...(content.attachments.length > 0 ? [context(`Attachments: ${fileNames(content.attachments)}`)] : []),
    ...(photos.length > 0 ? [context(`Photos: ${fileNames(photos)}`)] : []),
  ];
}

/** File names, escaped; the files themselves stand in the channel. */
export const fileNames = (files: readonly Attachment[]): string =>
  listed(
    files.map(({ name }) => name),
    wordsFor('en-GB'),
  );

/** Whose turn it is; undefined when nothing is waiting. */
function turn(order: Order, called: (party: Party) => string, between: string): string | undefined {
  switch (order.state) {
    case 'submitted':
      return `Waiting for ${called(order.supervisor)} to decide`;
    case 'changes_requested':
      return `Waiting for ${called(order.requester)} to edit and resubmit`;
    case 'approved':
      return `With ${order.crew.map(called).join(between)}`;
    default:
      return undefined;
  }
}
