import type { Button, HomeView, KnownBlock, PlainTextOption } from '@slack/types';
import { isLostChannel, type OrderSummary, type ParkedCause, type ParkedEffect } from '../../../db/ports.ts';
import { actions, button, context, header, section } from '../../forms/blocks.ts';
import { clip, escaped, plain } from '../../forms/mrkdwn.ts';
import { orderNumber, STATES } from '../../order/order.ts';
import { remedyText } from '../../words/remedy.ts';
import type { Words } from '../../words/words.ts';
import { deskIds, encodeHomePage, type HomePage, homeActions, pageActions, searchIds } from './ids.ts';
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
  /** Changes settings. */
  readonly maySet?: boolean;
  readonly waiting: readonly OrderSummary[];
  readonly mine: HomeOrders;
  readonly failures: Failures;
}

/** Home with blocks that are known. */
export interface Home extends HomeView {
  readonly blocks: KnownBlock[];
}

/** App Home: what waits for me, my orders by state and page by page, search, and for admins what was not delivered. */
export function homeView(
  { mayAct, maySubmit, maySet = false, waiting, mine, failures }: HomeContent,
  words: Words,
): Home {
  const say = words.home;
  if (!mayAct) return { type: 'home', blocks: [section(say.notForYou)] };
  return {
    type: 'home',
    private_metadata: encodeHomePage(mine.page),
    blocks: [
      header(say.title),
      actions([
        ...(maySubmit ? [newButton(words)] : []),
        searchButton(words),
        ...(maySet ? [button(deskIds.open, words.settings.open)] : []),
      ]),
      ...failureBlocks(failures, words),
      header(say.waiting),
      ...waitingBlocks(waiting, words),
      { type: 'divider' },
      header(say.mine),
      ...orderBlocks(mine, maySubmit, words),
    ],
  };
}

const newButton = ({ forms }: Words): Button => button(homeActions.newOrder, forms.button.submit, { style: 'primary' });
const searchButton = ({ home }: Words): Button =>
  button(searchIds.open, home.search, { accessibility_label: home.searchOrders });

function waitingBlocks(waiting: readonly OrderSummary[], words: Words): KnownBlock[] {
  const { moreWaiting, nothingWaiting } = words.home;
  if (waiting.length === 0) return [section(nothingWaiting)];
  const rows = waiting.slice(0, HOME.waiting).map((order) => summaryRow(order, words));
  return waiting.length > HOME.waiting ? [...rows, context(moreWaiting({ count: HOME.waiting }))] : rows;
}

function orderBlocks({ page, orders, newer, older }: HomeOrders, maySubmit: boolean, words: Words): KnownBlock[] {
  const say = words.home;
  const first = orders[0];
  const last = orders.at(-1);
  const turns: Button[] = [
    ...(newer && first ? [turn(pageActions.newer, say.newer, { s: page.s, a: first.number }, say.newerOrders)] : []),
    ...(older && last ? [turn(pageActions.older, say.older, { s: page.s, b: last.number }, say.olderOrders)] : []),
  ];
  return [
    actions([stateMenu(page, words)], { block_id: 'home-state' }),
    ...(orders.length > 0
      ? orders.slice(0, HOME.orders).map((order) => summaryRow(order, words))
      : [section(noOrders(page, maySubmit, words))]),
    ...(turns.length > 0 ? [actions(turns, { block_id: 'home-pages' })] : []),
  ];
}

/** What stands where there are no orders: in this state, or at all. */
function noOrders({ s }: HomePage, maySubmit: boolean, { home, lists, order, forms }: Words): string {
  if (s) return lists.noneIn({ state: order.state[s] });
  return maySubmit ? home.noneYet({ button: forms.button.submit }) : home.none;
}

function stateMenu({ s }: HomePage, { home, order }: Words) {
  const option = (state: HomePage['s']): PlainTextOption => ({
    text: plain(state ? order.state[state] : home.allStates),
    value: encodeHomePage({ s: state }),
  });
  return {
    type: 'static_select' as const,
    action_id: pageActions.state,
    placeholder: plain(home.state),
    options: [option(''), ...STATES.map(option)],
    initial_option: option(s),
  };
}

const turn = (action_id: string, text: string, page: HomePage, label: string): Button =>
  labelled(action_id, text, encodeHomePage(page), label);

function failureBlocks({ total, causes }: Failures, words: Words): KnownBlock[] {
  if (total === 0) return [];
  const { failed } = words.home;
  const shown = causes.reduce((sum, { count }) => sum + count, 0);
  const everything = labelled(
    homeActions.retryAll,
    failed.retryAll({ count: total }),
    EVERYTHING,
    failed.retryEverything,
  );
  return [
    header(failed.title({ count: total })),
    ...(causes.length > 1 || shown < total ? [actions([everything])] : []),
    ...causes.flatMap((cause) => causeBlocks(cause, words)),
    ...(shown < total ? [context(failed.moreCauses({ count: total - shown }))] : []),
    { type: 'divider' },
  ];
}

/** One cause: by itself when it is one delivery; else what to do, a button for all of them, and the newest few. */
function causeBlocks({ count, remedy, key, newest, ...cause }: Failures['causes'][number], words: Words): KnownBlock[] {
  const { failed } = words.home;
  const [only] = newest;
  const error = escaped(clip(cause.error, 200));
  const why = escaped(remedyText(remedy, words));
  if (count === 1 && only) return rows(only, failed.one({ what: whatOf(only, words), why, error }), words);
  const label = failed.retryCause({ count, error: cause.error });
  return [
    section(failed.several({ count, why, error }), {
      accessory: labelled(homeActions.retryAll, failed.retryAll({ count }), key, label),
    }),
    ...newest.flatMap((failure) => rows(failure, whatOf(failure, words), words)),
    ...(count > newest.length ? [context(failed.more({ count: count - newest.length }))] : []),
  ];
}

/** What was not delivered: `SO-000012: Post the PDF`. */
function whatOf({ orderNumber: number, type }: ParkedEffect, { home }: Words): string {
  const what = home.effect[type];
  return number === null ? what : home.failed.about({ order: orderNumber(number), what });
}

function rows(failure: ParkedEffect, text: string, words: Words): KnownBlock[] {
  const { failed } = words.home;
  const label = failed.retryOne({ what: whatOf(failure, words) });
  return [
    section(text, { accessory: labelled(homeActions.retry, failed.retry, failure.id, label) }),
    ...(isLostChannel(failure.error) && failure.order !== null && failure.orderNumber !== null
      ? [actions([newChannelButton(failure.order, failure.orderNumber, words)])]
      : []),
  ];
}

/** Beside Retry, for a channel that the app cannot get into: nobody can tell from here whether it still exists. */
function newChannelButton(order: string, number: number, { home: { failed } }: Words): Button {
  const label = failed.newChannelFor({ order: orderNumber(number) });
  return labelled(homeActions.newChannel, failed.newChannel, order, label);
}

const labelled = (action_id: string, text: string, value: string, label: string): Button =>
  button(action_id, text, { value, accessibility_label: clip(label, 75) });
