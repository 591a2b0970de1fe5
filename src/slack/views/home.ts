import type { Button, HomeView, KnownBlock, PlainTextOption } from '@slack/types';
import { isLostChannel, type OrderSummary, type ParkedCause, type ParkedEffect } from '../../../db/ports.ts';
import { actions, button, context, header, section } from '../../forms/blocks.ts';
import { clip, escaped, plain } from '../../forms/mrkdwn.ts';
import { orderNumber, STATES } from '../../order/order.ts';
import { stateWords } from '../../order/words.ts';
import { encodeHomePage, type HomePage, homeActions, pageActions, searchIds } from './ids.ts';
import { summaryRow } from './lists.ts';

/** How many of each Home shows at most; Slack allows 100 blocks in all. */
export const HOME = { waiting: 20, orders: 20 } as const;

/** Of what could not be delivered, Home shows so many causes, and of each so many; a button retries the rest as well. */
export const CAUSES_SHOWN = 6;
export const ROWS_SHOWN = 3;
/** The value of the button that retries whatever the cause. */
export const EVERYTHING = 'everything';

/** What could not be delivered. `total` counts all of it, `causes` are the first few. */
export interface Failures {
  readonly total: number;
  readonly causes: readonly (ParkedCause & { readonly key: string; readonly newest: readonly ParkedEffect[] })[];
}

/** A page of somebody's orders, and whether there are more on either side. */
export interface HomeOrders {
  readonly page: HomePage;
  readonly orders: readonly OrderSummary[];
  readonly newer: boolean;
  readonly older: boolean;
}

/** What Home shows to one person. `failures`: what could not be delivered, for admins only. */
interface HomeContent {
  readonly mayAct: boolean;
  readonly maySubmit: boolean;
  readonly waiting: readonly OrderSummary[];
  readonly mine: HomeOrders;
  readonly failures: Failures;
}

/** App Home: what waits for me, my orders by state and page by page, search, and for admins what was not delivered. */
export function homeView({ mayAct, maySubmit, waiting, mine, failures }: HomeContent): HomeView {
  if (!mayAct)
    return {
      type: 'home',
      blocks: [section('Service orders are for the people of this workspace. Ask an admin if you should be one.')],
    };
  return {
    type: 'home',
    private_metadata: encodeHomePage(mine.page),
    blocks: [
      header('Service orders'),
      actions([...(maySubmit ? [newButton] : []), searchButton]),
      ...failureBlocks(failures),
      header('Waiting for you'),
      ...waitingBlocks(waiting),
      { type: 'divider' },
      header('Your orders'),
      ...orderBlocks(mine),
    ],
  };
}

const newButton = button(homeActions.newOrder, 'New service order', { style: 'primary' });
const searchButton = button(searchIds.open, 'Search', { accessibility_label: 'Search service orders' });

function waitingBlocks(waiting: readonly OrderSummary[]): KnownBlock[] {
  if (waiting.length === 0) return [section('Nothing waits for you.')];
  const more = context(`More waits for you than the ${HOME.waiting} newest. The menu below shows all of a state.`);
  return [...waiting.slice(0, HOME.waiting).map(summaryRow), ...(waiting.length > HOME.waiting ? [more] : [])];
}

function orderBlocks({ page, orders, newer, older }: HomeOrders): KnownBlock[] {
  const none = page.s ? `None of your orders is “${stateWords[page.s]}”.` : 'You are on no service order yet.';
  const first = orders[0];
  const last = orders.at(-1);
  const turns: Button[] = [
    ...(newer && first ? [turn(pageActions.newer, 'Newer', { s: page.s, a: first.number })] : []),
    ...(older && last ? [turn(pageActions.older, 'Older', { s: page.s, b: last.number })] : []),
  ];
  return [
    actions([stateMenu(page)], { block_id: 'home-state' }),
    ...(orders.length > 0 ? orders.slice(0, HOME.orders).map(summaryRow) : [section(none)]),
    ...(turns.length > 0 ? [actions(turns, { block_id: 'home-pages' })] : []),
  ];
}

function stateMenu({ s }: HomePage) {
  const option = (state: HomePage['s'], text: string): PlainTextOption => ({
    text: plain(text),
    value: encodeHomePage({ s: state }),
  });
  const options = [option('', 'In any state'), ...STATES.map((state) => option(state, stateWords[state]))];
  const initial_option = option(s, s ? stateWords[s] : 'In any state');
  return {
    type: 'static_select' as const,
    action_id: pageActions.state,
    placeholder: plain('State'),
    options,
    initial_option,
  };
}

const turn = (action_id: string, text: string, page: HomePage): Button =>
  labelled(action_id, text, encodeHomePage(page), `${text} orders of yours`);

function failureBlocks({ total, causes }: Failures): KnownBlock[] {
  if (total === 0) return [];
  const shown = causes.reduce((sum, { count }) => sum + count, 0);
  return [
    header(total > 1 ? `Not delivered (${total})` : 'Not delivered'),
    ...(causes.length > 1 || shown < total
      ? [
          actions([
            labelled(homeActions.retryAll, `Retry everything (${total})`, EVERYTHING, 'Retry everything not delivered'),
          ]),
        ]
      : []),
    ...causes.flatMap(causeBlocks),
    ...(shown < total ? [context(`… and ${total - shown} more, for other reasons.`)] : []),
    { type: 'divider' },
  ];
}

/** One cause: by itself when it is one delivery; else what to do, a button for all of them, and the newest few. */
function causeBlocks({ count, error, remedy, key, newest }: Failures['causes'][number]): KnownBlock[] {
  const why = `${escaped(remedy)}\n\`${escaped(clip(error, 200))}\``;
  const [only] = newest;
  if (count === 1 && only) return rows(only, `*${whatOf(only)}*\n${why}`);
  return [
    section(`*${count} deliveries*\n${why}`, {
      accessory: labelled(homeActions.retryAll, `Retry all ${count}`, key, `Retry all ${count}: ${error}`),
    }),
    ...newest.flatMap((failure) => rows(failure, whatOf(failure))),
    ...(count > newest.length ? [context(`… and ${count - newest.length} more for the same reason.`)] : []),
  ];
}

const whatOf = ({ orderNumber: number, type }: ParkedEffect): string =>
  `${number === null ? '' : `${orderNumber(number)}: `}${type.replaceAll('_', ' ')}`;

const rows = (failure: ParkedEffect, text: string): KnownBlock[] => [
  section(text, { accessory: labelled(homeActions.retry, 'Retry', failure.id, `Retry ${whatOf(failure)}`) }),
  ...(isLostChannel(failure.error) && failure.order !== null && failure.orderNumber !== null
    ? [actions([newChannelButton(failure.order, failure.orderNumber)])]
    : []),
];

/** Beside Retry, for a channel that the app cannot get into: nobody can tell from here whether it still exists. */
const newChannelButton = (order: string, number: number): Button =>
  labelled(homeActions.newChannel, 'Open new channel', order, `Open a new channel for ${orderNumber(number)}`);

const labelled = (action_id: string, text: string, value: string, label: string): Button =>
  button(action_id, text, { value, accessibility_label: clip(label, 75) });
