import type { Button, HomeView, KnownBlock, PlainTextOption } from '@slack/types';
import { actions, button, context, header, section } from '../../forms/blocks.ts';
import { plain } from '../../forms/mrkdwn.ts';
import { STATUSES } from '../../order/progress/status.ts';
import { statusText } from '../../words/state.ts';
import type { Words } from '../../words/words.ts';
import { type Failures, failureBlocks, labelledButton } from './desk/failures.ts';
import { deskIds, exportIds } from './desk/ids.ts';
import { recordButtons } from './desk/records/list.ts';
import { encodeHomePage, type HomePage, homeActions, pageActions, searchIds } from './ids.ts';
import { awayText, isAway, preferenceBlocks, type ShownPreferences } from './inbox/away.ts';
import { type Inbox, inboxBlocks } from './inbox/inbox.ts';
import { type Today, todayBlocks } from './inbox/today.ts';
import { type ListedOrder, summaryRow } from './lists.ts';

/** How many of each Home shows at most; Slack allows 100 blocks in all. */
export const HOME = { waiting: 12, visits: 8, orders: 20 } as const;

/** A page of somebody's orders, and whether there are more on either side. */
export interface HomeOrders {
  readonly page: HomePage;
  readonly orders: readonly ListedOrder[];
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
  /** Missing: nothing awaits them. */
  readonly inbox?: Inbox;
  /** Missing: they have no visits at all. */
  readonly today?: Today | undefined;
  readonly mine: HomeOrders;
  readonly failures: Failures;
  /** What they want for themselves; missing: they want nothing. */
  readonly own?: ShownPreferences;
}

/** Home with blocks that are known. */
export interface Home extends HomeView {
  readonly blocks: KnownBlock[];
}

/** App Home: what awaits me, my day, for admins what was not delivered, my orders by state and page by page, and search. */
export function homeView(content: HomeContent, words: Words): Home {
  const { mayAct, maySubmit, maySet = false, mayKeepRecords = false, seesAll = false } = content;
  const { inbox, today, mine, failures, own } = content;
  const say = words.home;
  if (!mayAct) return { type: 'home', blocks: [section(say.notForYou)] };
  const head: KnownBlock[] = [
    header(say.title),
    actions([
      ...(maySubmit ? [newButton(words)] : []),
      searchButton(words),
      ...(maySet ? [button(deskIds.open, words.settings.open)] : []),
      ...(mayKeepRecords ? recordButtons(words) : []),
      ...(seesAll ? [button(exportIds.open, words.orderExport.open)] : []),
    ]),
    ...(own && isAway(own.preferences, own.at) ? [context(awayText(own.preferences, words))] : []),
  ];
  const rest: KnownBlock[] = [
    ...(failures.total === 0 ? [] : [{ type: 'divider' as const }, ...failureBlocks(failures, words)]),
    { type: 'divider' },
    header(mine.page.o ? say.all : say.mine),
    ...orderBlocks(mine, { maySubmit, seesAll }, words),
    ...(own ? preferenceBlocks(own, words) : []),
  ];
  const room = BLOCKS - head.length - rest.length;
  return {
    type: 'home',
    private_metadata: encodeHomePage(mine.page),
    blocks: [...head, ...agendaBlocks({ inbox, today }, room, words), ...rest],
  };
}

/** Slack's most for a view. */
const BLOCKS = 100;

/** Blocks of an order here and of a visit, whose buttons may take two rows, at most; and of what stands around them. */
const [ROW, VISIT, AROUND] = [2, 3, 10];

/** What awaits somebody and their day, as far as there is room for it: more of what awaits them than of the day. */
function agendaBlocks(
  { inbox, today }: { readonly inbox: Inbox | undefined; readonly today: Today | undefined },
  room: number,
  words: Words,
): KnownBlock[] {
  const left = Math.max(ROW, room - AROUND);
  const visits = today ? Math.min(HOME.visits, today.visits.length, Math.floor(left / 2 / VISIT)) : 0;
  const { name } = words.command;
  const ofInbox = {
    most: Math.min(HOME.waiting, Math.floor((left - visits * VISIT) / ROW)),
    rest: words.inbox.more({ name: name.inbox }),
  };
  const ofToday = {
    most: visits,
    rest: (count: number) => words.inbox.today.more({ count, name: name.today }),
  };
  return [
    header(words.home.waiting),
    ...(inbox ? inboxBlocks(inbox, words, ofInbox) : [section(words.home.nothingWaiting)]),
    ...(today ? [header(words.inbox.today.title), ...todayBlocks(today, words, ofToday)] : []),
  ];
}

const newButton = ({ forms }: Words): Button => button(homeActions.newOrder, forms.button.submit, { style: 'primary' });
const searchButton = ({ home }: Words): Button =>
  button(searchIds.open, home.search, { accessibility_label: home.searchOrders });

function orderBlocks(
  { page, orders, newer, older }: HomeOrders,
  { maySubmit, seesAll }: { readonly maySubmit: boolean; readonly seesAll: boolean },
  words: Words,
): KnownBlock[] {
  const say = words.home;
  const first = orders[0];
  const last = orders.at(-1);
  const here = { s: page.s, ...(page.o === undefined ? {} : { o: page.o }) };
  const others: HomePage = { s: page.s, o: page.o ? 0 : 1 };
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

/** What stands where there are no orders: of this status, or at all. */
function noOrders({ s, o }: HomePage, maySubmit: boolean, words: Words): string {
  const { home, lists, forms } = words;
  if (s) return lists.noneIn({ state: statusText(s, words) });
  if (o) return home.noneAtAll;
  return maySubmit ? home.noneYet({ button: forms.button.submit }) : home.none;
}

function stateMenu({ s, o }: HomePage, words: Words) {
  const { home } = words;
  const option = (status: HomePage['s']): PlainTextOption => ({
    text: plain(status ? statusText(status, words) : home.allStates),
    value: encodeHomePage({ s: status, ...(o === undefined ? {} : { o }) }),
  });
  return {
    type: 'static_select' as const,
    action_id: pageActions.state,
    placeholder: plain(home.state),
    options: [option(''), ...STATUSES.map(option)],
    initial_option: option(s),
  };
}

const turn = (action_id: string, text: string, page: HomePage, label: string): Button =>
  labelledButton(action_id, text, encodeHomePage(page), label);
