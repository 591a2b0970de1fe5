import type { KnownBlock, ModalView } from '@slack/types';
import type { Found, OrderSummary } from '../../../db/ports.ts';
import { actions, button, context, section } from '../../forms/blocks.ts';
import { bold, clip, escaped, plain } from '../../forms/mrkdwn.ts';
import { leading } from '../../forms/sizes.ts';
import { orderNumber } from '../../order/order.ts';
import { encodeSearch, type SearchState, searchIds } from './ids.ts';
import { summaryRow } from './lists.ts';
import { type Message, message, words as sentence } from './message.ts';

/** Orders shown at once, at most. */
export const FOUND = 20;

/** Bytes of them in the modal, so that it is an answer that Slack takes; the others are on its next page. */
const ROW_BYTES = 14_000;

/** What a search has come to. `more`: older ones have the words as well. */
export type Findings =
  | { readonly kind: 'found'; readonly orders: readonly OrderSummary[]; readonly more: boolean }
  | Exclude<Found, { kind: 'found' }>;

/** Why words cannot be searched for. Plain text. */
export const notFindable: Readonly<Record<Exclude<Found['kind'], 'found'>, string>> = {
  'no words': 'Write a word or a number to look for; signs alone are not found.',
  'too many words': 'That is too much to look for at once. Use fewer words.',
};

/** The private answer to `/service-order find words`. */
export function findMessage(words: string, findings: Findings): Message {
  if (!words.trim())
    return sentence(
      'Write what to look for, for example `/service-order find pump acme`: words of the title, client, location, description, items, people’s names, or a number. The last word may be only its beginning.',
    );
  if (findings.kind !== 'found') return sentence(notFindable[findings.kind]);
  const { orders, more } = findings;
  const shown = clip(words, 200);
  if (orders.length === 0) return sentence(nothing(clip(escaped(words), 200)));
  const list = orders.map(({ number, title }) => `${orderNumber(number)} ${escaped(title)}`).join(', ');
  const head = `${more ? 'The newest service orders' : 'Service orders'} with “${shown}” (${orders.length})`;
  const narrow = 'Add a word to narrow the search, or page through them: *Search* in the app’s Home tab.';
  return message(clip(`${escaped(head)}: ${list}`, 3000), [
    section(bold(head)),
    { rows: orders.map(summaryRow), more: (count) => `… and ${count} more. ${narrow}` },
    ...(more ? [context(`There are older ones. ${narrow}`)] : []),
  ]);
}

/** The search as a modal: one field, what was found below it, and a way on to older ones. Slack allows 100 blocks. */
export function searchModal(state: SearchState, findings: Findings | undefined): ModalView {
  return {
    type: 'modal',
    callback_id: searchIds.modal,
    title: plain('Find service orders'),
    submit: plain('Search'),
    close: plain('Close'),
    blocks: [
      {
        type: 'input',
        block_id: searchIds.words,
        label: plain('Words or a number'),
        hint: plain(
          'From the title, client, location, description, items or names. The last word may be its beginning.',
        ),
        element: { type: 'plain_text_input', action_id: 'field-0', max_length: 200 },
      },
      ...(findings ? results(state, findings) : []),
    ],
  };
}

function results(state: SearchState, findings: Findings): KnownBlock[] {
  if (findings.kind !== 'found') return [section(notFindable[findings.kind])];
  const { orders } = findings;
  const shown = clip(escaped(state.w), 200);
  if (orders.length === 0) return [section(nothing(shown))];
  const rows = leading(orders.map(summaryRow), ROW_BYTES);
  const more = findings.more || rows.length < orders.length;
  const which = state.b ? `Older than ${orderNumber(state.b)}` : more ? 'The newest' : 'All';
  return [context(`${which} with “${shown}”`), ...rows, ...(more ? older(state, orders[rows.length - 1]?.number) : [])];
}

/** The button that goes on below this number. */
function older({ w }: SearchState, below: number | undefined): KnownBlock[] {
  if (below === undefined) return [];
  const value = encodeSearch({ w, b: below });
  return [actions([button(searchIds.older, 'Older', { value })])];
}

const nothing = (shown: string): string =>
  `No service order that you can see has all of “${shown}”. Try fewer words, or only the beginning of the last one.`;
