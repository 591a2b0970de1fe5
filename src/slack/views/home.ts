import type { Button, HomeView, KnownBlock, PlainTextOption } from '@slack/types';
import type { OrderSummary } from '../../../db/ports.ts';
import { actions, button, context, header, section } from '../../forms/blocks.ts';
import { plain } from '../../forms/mrkdwn.ts';
import { STATES } from '../../order/order.ts';
import type { Words } from '../../words/words.ts';
import { type Failures, failureBlocks, labelledButton } from './desk/failures.ts';
import { deskIds, exportIds } from './desk/ids.ts';
import { recordButtons } from './desk/records/list.ts';
import { encodeHomePage, type HomePage, homeActions, pageActions, searchIds } from './ids.ts';
import { summaryRow } from './lists.ts';

/** How many of each Home shows at most; Slack allows 100 blocks in all. */
export const HOME = { waiting: 20, orders: 20 } as const;

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
  /** Keeps clients, sites and the catalogue. */
  readonly mayKeepRecords?: boolean;
  /** Sees everybody's orders, and can turn to them. */
  readonly seesAll?: boolean;
  readonly waiting: readonly OrderSummary[];
  readonly mine: HomeOrders;
  readonly failures: Failures;
}

/** Home with blocks that are known. */
export interface Home extends HomeView {
  readonly blocks: KnownBlock[];
}

/** App Home: what waits for me, my orders by state and page by page, search, and for admins what was not delivered. */
export function homeView(content: HomeContent, words: Words): Home {
  const { mayAct, maySubmit, maySet = false, mayKeepRecords = false, seesAll = false } = content;
  const { waiting, mine, failures } = content;
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
        ...(mayKeepRecords ? recordButtons(words) : []),
        ...(seesAll ? [button(exportIds.open, words.orderExport.open)] : []),
      ]),
      ...(failures.total === 0 ? [] : [...failureBlocks(failures, words), { type: 'divider' as const }]),
      header(say.waiting),
      ...waitingBlocks(waiting, words),
      { type: 'divider' },
      header(mine.page.o ? say.all : say.mine),
      ...orderBlocks(mine, { maySubmit, seesAll }, words),
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

function orderBlocks(
  { page, orders, newer, older }: HomeOrders,
  { maySubmit, seesAll }: { readonly maySubmit: boolean; readonly seesAll: boolean },
  words: Words,
): KnownBlock[] {
  const say = words.home;
  const first = orders[0];
  const last = orders.at(-1);
  const here = { s: page.s, ...(page.o ? { o: page.o } : {}) };
  const others: HomePage = { s: page.s, ...(page.o ? {} : { o: 1 }) };
  const whose = button(pageActions.whose, page.o ? say.mine : say.all, { value: encodeHomePage(others) });
  const turns: Button[] = [
    ...(newer && first ? [turn(pageActions.newer, say.newer, { ...here, a: first.number }, say.newerOrders)] : []),
    ...(older && last ? [turn(pageActions.older, say.older, { ...here, b: last.number }, say.olderOrders)] : []),
  ];
  return [
    actions([stateMenu(page, words), ...(seesAll ? [whose] : [])], { block_id: 'home-state' }),
    ...(orders.length > 0
      ? orders.slice(0, HOME.orders).map((order) => summaryRow(order, words))
      : [section(noOrders(page, maySubmit, words))]),
    ...(turns.length > 0 ? [actions(turns, { block_id: 'home-pages' })] : []),
  ];
}

/** What stands where there are no orders: in this state, or at all. */
function noOrders({ s, o }: HomePage, maySubmit: boolean, { home, lists, order, forms }: Words): string {
  if (s) return lists.noneIn({ state: order.state[s] });
  if (o) return home.noneAtAll;
  return maySubmit ? home.noneYet({ button: forms.button.submit }) : home.none;
}

function stateMenu({ s, o }: HomePage, { home, order }: Words) {
  const option = (state: HomePage['s']): PlainTextOption => ({
    text: plain(state ? order.state[state] : home.allStates),
    value: encodeHomePage({ s: state, ...(o ? { o } : {}) }),
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
  labelledButton(action_id, text, encodeHomePage(page), label);
