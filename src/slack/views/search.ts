import type { KnownBlock, ModalView } from '@slack/types';
import type { Found, OrderSummary } from '../../../db/ports.ts';
import { actions, button, context, section } from '../../forms/blocks.ts';
import { bold, clip, escaped, plain } from '../../forms/mrkdwn.ts';
import { leading } from '../../forms/sizes.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import type { Words } from '../../words/words.ts';
import { encodeSearch, type SearchState, searchIds } from './ids.ts';
import { numbersAndTitles, summaryRow } from './lists.ts';
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
export function notFindable(kind: Exclude<Found['kind'], 'found'>, { search }: Words): string {
  return kind === 'no words' ? search.noWords : search.tooManyWords;
}

/** The private answer to `/service-order find words`. `typed`: what is looked for. */
export function findMessage(typed: string, findings: Findings, words: Words): Message {
  const say = words.search;
  if (!typed.trim()) return sentence(say.usage);
  if (findings.kind !== 'found') return sentence(notFindable(findings.kind, words));
  const { orders, more } = findings;
  if (orders.length === 0) return sentence(say.none({ words: clip(escaped(typed), 200) }));
  const head = more ? say.found.newest : say.found.all;
  const shown = clip(typed, 200);
  return message(say.text({ head: head({ words: escaped(shown) }), orders: numbersAndTitles(orders) }), [
    section(bold(head({ words: shown }))),
    { rows: orders.map((order) => summaryRow(order, words)), more: (count) => say.more({ count }) },
    ...(more ? [context(say.thereIsMore)] : []),
  ]);
}

/** The search as a modal: one field, what was found below it, and a way on to older ones. Slack allows 100 blocks. */
export function searchModal(state: SearchState, findings: Findings | undefined, words: Words): ModalView {
  const say = words.search;
  return {
    type: 'modal',
    callback_id: searchIds.modal,
    title: plain(say.title),
    submit: plain(say.submit),
    close: plain(say.close),
    blocks: [
      {
        type: 'input',
        block_id: searchIds.words,
        label: plain(say.label),
        hint: plain(say.hint),
        element: { type: 'plain_text_input', action_id: 'field-0', max_length: 200 },
      },
      ...(findings ? results(state, findings, words) : []),
    ],
  };
}

function results(state: SearchState, findings: Findings, words: Words): KnownBlock[] {
  if (findings.kind !== 'found') return [section(notFindable(findings.kind, words))];
  const { found, none } = words.search;
  const { orders } = findings;
  const shown = { words: clip(escaped(state.w), 200) };
  if (orders.length === 0) return [section(none(shown))];
  const rows = leading(
    orders.map((order) => summaryRow(order, words)),
    ROW_BYTES,
  );
  const more = findings.more || rows.length < orders.length;
  const head = more ? found.newest(shown) : found.all(shown);
  return [
    context(state.b ? found.older({ ...shown, order: orderNumber(state.b) }) : head),
    ...rows,
    ...(more ? older(state, orders[rows.length - 1]?.number, words) : []),
  ];
}

/** The button that goes on below this number. */
function older({ w }: SearchState, below: number | undefined, words: Words): KnownBlock[] {
  if (below === undefined) return [];
  const value = encodeSearch({ w, b: below });
  return [actions([button(searchIds.older, words.search.older, { value })])];
}
