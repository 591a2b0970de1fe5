import type { KnownBlock } from '@slack/types';
import type { DocumentRef, OrderSummary, PricedDocumentRef } from '../../../db/ports.ts';
import { button, context, section } from '../../forms/blocks.ts';
import { extraText } from '../../forms/extra-cost.ts';
import { bold, channelLink, clip, date, escaped } from '../../forms/mrkdwn.ts';
import type { Entry } from '../../order/action.ts';
import { type Confirmed, confirmedIn } from '../../order/amounts/confirmed.ts';
import { formatMoney } from '../../order/amounts/money.ts';
import type { Order } from '../../order/order.ts';
import { asReminded } from '../../order/progress/history.ts';
import type { LateWork } from '../../order/progress/inbox.ts';
import type { Status } from '../../order/progress/status.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import { withAmount } from '../../words/covered-amount.ts';
import { fileSize } from '../../words/file-size.ts';
import { chosenReason, reasonOf } from '../../words/reasons.ts';
import { stateText, statusText } from '../../words/state.ts';
import type { Words } from '../../words/words.ts';
import { fileNames } from './card.ts';
import { askedToo, pastTense } from './entry/entry.ts';
import { clientsWord, facts } from './entry/facts.ts';
import { homeActions } from './ids.ts';
import { type Message, message, words as sentence } from './message.ts';

/** Hex digits of a hash that are shown: enough to tell any two files apart by eye. */
const HASH_SHOWN = 12;

/** An order in a list, with what is late of its work, where that is to be said. */
export type ListedOrder = OrderSummary & { readonly late?: LateWork | undefined };

/** One line of a list, in mrkdwn. */
function summaryLine(summary: ListedOrder, words: Words): string {
  const state = { state: stateText(summary, words), date: date(summary.stateSince, words) };
  // When it came to its stage is not when it came to its state.
  const isStage = summary.stage !== null && summary.stage !== 'scheduled';
  const since = isStage ? state.state : words.lists.since(state);
  const line = {
    order: orderNumber(summary.number),
    title: escaped(summary.title),
    client: escaped(summary.client),
    status: summary.outcome === null ? [since, ...lateText(summary, words)].join(' · ') : words.card.turn.ended(state),
  };
  return summary.channel
    ? words.lists.lineChannel({ ...line, channel: channelLink(summary.channel) })
    : words.lists.line(line);
}

/** What should have begun, or been done, as those read it who only answer for it. */
const lateText = ({ late }: ListedOrder, words: Words): string[] => {
  if (!late) return [];
  const waits = words.reminder.late[late.about]({ date: date(late.since, words) });
  return [words.inbox.today.late({ waits })];
};

/** One order in a list, with a button that shows it. */
export const summaryRow = (summary: ListedOrder, words: Words): KnownBlock =>
  section(summaryLine(summary, words), {
    accessory: button(homeActions.show, words.lists.view, {
      ...{ value: summary.id, accessibility_label: words.lists.viewOrder({ order: orderNumber(summary.number) }) },
    }),
  });

/** Orders by number and title, escaped. */
export const numbersAndTitles = (orders: readonly Pick<OrderSummary, 'number' | 'title'>[]): string =>
  orders.map(({ number, title }) => `${orderNumber(number)} ${escaped(title)}`).join(', ');

/** The answer to `list`. `more`: there are older ones. */
export function listMessage(
  orders: readonly ListedOrder[],
  status: Status | undefined,
  more: boolean,
  words: Words,
): Message {
  const say = words.lists;
  if (orders.length === 0) return sentence(status ? say.noneIn({ state: statusText(status, words) }) : say.none);
  const text = say.text({ head: listHead(orders.length, status, more, words), orders: numbersAndTitles(orders) });
  const tail = more ? [context(say.older)] : [];
  const rows = orders.map((order) => summaryRow(order, words));
  return message(text, [{ rows, more: (count: number) => say.more({ count }) }, ...tail]);
}

function listHead(count: number, status: Status | undefined, more: boolean, words: Words): string {
  const { head } = words.lists;
  if (!status) return (more ? head.newest : head.all)({ count });
  return (more ? head.newestIn : head.in)({ count, state: statusText(status, words) });
}

/** The answer to `history`: every entry, newest first, with the PDF of each version. */
export function historyMessage(
  order: Order,
  entries: readonly Entry[],
  documents: readonly (DocumentRef | PricedDocumentRef)[],
  words: Words,
): Message {
  const say = words.lists;
  const shown = asReminded(entries);
  const confirmed = confirmedIn(order, entries);
  const lines = shown.toReversed().map((entry) => {
    const document = documents.find(({ version }) => version === entry.version);
    const line = { date: date(entry.at, words), what: withAmount(pastTense(entry, words), order, entry, words) };
    const told = document
      ? say.entryPdf({ ...line, pdf: pdfLink(document, words), file: fileFacts(document, words) })
      : say.entry(line);
    const [chosen, reason] = [chosenReason(entry, words), reasonOf(entry)];
    const quote = reason ? `\n> ${clip(escaped(reason).replaceAll('\n', ' '), 300)}` : '';
    const photos = entry.action.type === 'add_photos' ? fileNames(entry.action.photos, words) : undefined;
    const said = clientsWord(entry, words);
    const client = said.map(
      (one) => `\n${one.text}${one.quote ? `\n> ${clip(escaped(one.quote).replaceAll('\n', ' '), 300)}` : ''}`,
    );
    const facts = [...aboutWhat(entry, words), ...amounts(order, confirmed.get(entry.seq), words)];
    return `${[told, ...askedToo(entry, words), ...facts, photos, chosen, ...when(entry, words)].filter(Boolean).join(' · ')}${quote}${client.join('')}`;
  });
  const title = bold(`${orderNumber(order.number)} ${order.content.title}`);
  const text = [
    say.history({ order: orderNumber(order.number) }),
    ...shown.flatMap((entry) => [withAmount(pastTense(entry, words), order, entry, words), ...askedToo(entry, words)]),
  ];
  return message(text.join('\n'), [
    section(`${title} · ${stateText(order, words)}`),
    { rows: lines.map((line) => section(line)), more: (count) => say.earlier({ count }) },
  ]);
}

/** What people were reminded of. */
const aboutWhat = ({ action }: Entry, { entry }: Words): string[] =>
  action.type === 'remind' ? [entry.about[action.about]] : [];

/** What a confirmation came to, and what that meant for extra cost. */
function amounts({ content }: Order, confirmed: Confirmed | undefined, words: Words): string[] {
  if (!confirmed) return [];
  const { net, extra } = confirmed;
  const { extraAsked, extraSettled } = words.entry;
  return [
    words.tell.amount.net({ net: formatMoney(net, content, words.locale) }),
    ...(extra === 'settled'
      ? [extraSettled]
      : extra
        ? [extraAsked({ difference: extraText(extra, content, words) })]
        : []),
  ];
}

/** Until when an order stands still, or when its work is to begin from then on. */
const when = (entry: Entry, words: Words): string[] =>
  entry.action.type === 'hold' || entry.action.type === 'reschedule' ? facts(entry, words).map(({ text }) => text) : [];

/** What tells a file from every other: its size, where it is known, and the beginning of its hash. */
export const fileFacts = ({ sha256, size }: Pick<DocumentRef, 'sha256' | 'size'>, { locale }: Words): string =>
  [...(size > 0 ? [fileSize(size, locale)] : []), `SHA-256 \`${sha256.slice(0, HASH_SHOWN)}…\``].join(' · ');

/** A version's PDF, linked where it is still in Slack. */
export const pdfLink = (
  { permalink, version }: Pick<DocumentRef, 'permalink' | 'version'>,
  { lists }: Words,
): string => (permalink ? lists.pdf({ link: permalink, version }) : lists.pdfDeleted({ version }));
