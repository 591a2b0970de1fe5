import type { KnownBlock } from '@slack/types';
import type { DocumentRef, OrderSummary } from '../../../db/ports.ts';
import { button, context, section } from '../../forms/blocks.ts';
import { bold, channelLink, clip, date, escaped, mentionAuthor } from '../../forms/mrkdwn.ts';
import { type Entry, type Order, orderNumber, type State } from '../../order/order.ts';
import { fileSize, shownState, stateWords } from '../../order/words.ts';
import { pastTense, reasonOf } from './entry.ts';
import { homeActions } from './ids.ts';
import { type Message, message, words } from './message.ts';

/** Hex digits of a hash that are shown: enough to tell any two files apart by eye. */
const HASH_SHOWN = 12;

/** One line of a list, in mrkdwn. */
function summaryLine(summary: OrderSummary): string {
  const channel = summary.channel ? ` · ${channelLink(summary.channel)}` : '';
  return `*${orderNumber(summary.number)}* ${escaped(summary.title)}\n${escaped(summary.client)} · ${shownState(summary)} since ${date(summary.stateSince)}${channel}`;
}

/** One order in a list, with a button that shows it. */
export const summaryRow = (summary: OrderSummary): KnownBlock =>
  section(summaryLine(summary), {
    accessory: button(homeActions.show, 'Show', {
      ...{ value: summary.id, accessibility_label: `Show ${orderNumber(summary.number)}` },
    }),
  });

/** The answer to `list`. `more`: there are older ones. */
export function listMessage(orders: readonly OrderSummary[], state: State | undefined, more: boolean): Message {
  const which = state ? `“${stateWords[state]}”` : 'service orders of yours';
  if (orders.length === 0) {
    const text = state
      ? `No orders of yours are ${which}.`
      : 'You have no service orders yet. Type `/service-order new` to submit one.';
    return words(text);
  }
  const text = `${more ? 'The newest of your' : 'Your'} service orders${state ? ` that are ${which}` : ''} (${orders.length}): ${orders
    .map(({ number, title }) => `${orderNumber(number)} ${escaped(title)}`)
    .join(', ')}`;
  const rest = 'Narrow the list by state, or see your Home tab.';
  const tail = more ? [context(`There are older ones. ${rest}`)] : [];
  const list = { rows: orders.map(summaryRow), more: (count: number) => `… and ${count} more. ${rest}` };
  return message(clip(text, 3000), [list, ...tail]);
}

/** The answer to `history`: every entry, newest first, with the PDF of each version. */
export function historyMessage(order: Order, entries: readonly Entry[], documents: readonly DocumentRef[]): Message {
  const lines = entries.toReversed().map((entry) => {
    const document = documents.find(({ version }) => version === entry.version);
    const pdf = document ? ` · ${pdfLink(document)} · ${fileFacts(document)}` : '';
    const reason = reasonOf(entry);
    const quote = reason ? `\n> ${clip(escaped(reason).replaceAll('\n', ' '), 300)}` : '';
    return `${date(entry.at)} · ${mentionAuthor(entry.by)} ${pastTense(entry)}${pdf}${quote}`;
  });
  const head = `${bold(`${orderNumber(order.number)} ${order.content.title}`)} · ${shownState(order)}`;
  const text = `History of ${orderNumber(order.number)}: ${entries.map((entry) => `${escaped(entry.by.name)} ${pastTense(entry)}`).join('; ')}`;
  return message(clip(text, 3000), [
    section(head),
    { rows: lines.map((line) => section(line)), more: (count) => `… and ${count} earlier ones` },
  ]);
}

/** What tells a file from every other: its size, where it is known, and the beginning of its hash. */
export const fileFacts = ({ sha256, size }: Pick<DocumentRef, 'sha256' | 'size'>): string =>
  [...(size > 0 ? [fileSize(size)] : []), `SHA-256 \`${sha256.slice(0, HASH_SHOWN)}…\``].join(' · ');

export const pdfLink = ({ permalink, version }: DocumentRef): string =>
  permalink ? `<${permalink}|PDF v${version}>` : `PDF v${version} (deleted in Slack)`;
