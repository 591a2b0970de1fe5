import type { Button, HomeView, KnownBlock, PlainTextOption } from '@slack/types';
import type { OrderSummary, ParkedEffect } from '../../../db/store.ts';
import { clip, escaped, mrkdwn, plain } from '../../forms/mrkdwn.ts';
import { orderNumber, STATES } from '../../order/order.ts';
import { stateWords } from '../../order/words.ts';
import { encodeHomePage, type HomePage, homeActions, pageActions, searchIds } from '../ids.ts';
import { summaryRow } from './lists.ts';

/** How many of each Home shows at most; Slack allows 100 blocks in all. */
export const HOME = { waiting: 20, orders: 20, failures: 10 } as const;

/** A page of somebody's orders, and whether there are more on either side. */
export interface HomeOrders {
  readonly page: HomePage;
  readonly orders: readonly OrderSummary[];
  readonly newer: boolean;
  readonly older: boolean;
}

/** What Home shows to one person. `failures`: what could not be delivered, for admins only. */
export interface HomeContent {
  readonly mayAct: boolean;
  readonly maySubmit: boolean;
  readonly waiting: readonly OrderSummary[];
  readonly mine: HomeOrders;
  readonly failures: readonly ParkedEffect[];
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
      { type: 'header', text: plain('Service orders') },
      { type: 'actions', elements: [...(maySubmit ? [newButton] : []), searchButton] },
      ...failureBlocks(failures),
      { type: 'header', text: plain('Waiting for you') },
      ...waitingBlocks(waiting),
      { type: 'divider' },
      { type: 'header', text: plain('Your orders') },
      ...orderBlocks(mine),
    ],
  };
}

const newButton: Button = {
  type: 'button',
  style: 'primary',
  action_id: homeActions.newOrder,
  text: plain('New service order'),
};

const searchButton: Button = {
  type: 'button',
  action_id: searchIds.open,
  text: plain('Search'),
  accessibility_label: 'Search service orders',
};

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
    { type: 'actions', block_id: 'home-state', elements: [stateMenu(page)] },
    ...(orders.length > 0 ? orders.slice(0, HOME.orders).map(summaryRow) : [section(none)]),
    ...(turns.length > 0 ? [{ type: 'actions' as const, block_id: 'home-pages', elements: turns }] : []),
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

const turn = (action_id: string, text: string, page: HomePage): Button => ({
  type: 'button',
  action_id,
  text: plain(text),
  value: encodeHomePage(page),
  accessibility_label: `${text} orders of yours`,
});

const context = (text: string): KnownBlock => ({ type: 'context', elements: [mrkdwn(text)] });

function failureBlocks(failures: readonly ParkedEffect[]): KnownBlock[] {
  if (failures.length === 0) return [];
  return [
    { type: 'header', text: plain('Not delivered') },
    ...failures.slice(0, HOME.failures).map((failure): KnownBlock => {
      const what = `${orderNumber(failure.orderNumber)}: ${failure.effect.type.replaceAll('_', ' ')}`;
      return {
        type: 'section',
        text: mrkdwn(clip(`*${what}*\n${escaped(failure.remedy)}\n\`${escaped(failure.error)}\``, 3000)),
        accessory: {
          type: 'button',
          action_id: homeActions.retry,
          text: plain('Retry'),
          value: failure.id,
          accessibility_label: `Retry ${what}`.slice(0, 75),
        },
      };
    }),
    { type: 'divider' },
  ];
}

const section = (text: string): KnownBlock => ({ type: 'section', text: mrkdwn(text) });
