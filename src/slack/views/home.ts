import type { Button, HomeView, KnownBlock } from '@slack/types';
import type { OrderSummary, ParkedCause, ParkedEffect } from '../../../db/store.ts';
import { clip, escaped, mrkdwn, plain } from '../../forms/mrkdwn.ts';
import { orderNumber } from '../../order/order.ts';
import { isLostChannel } from '../channel-codes.ts';
import { homeActions } from '../ids.ts';
import { summaryRow } from './lists.ts';

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

/** What Home shows to one person. `failures`: what could not be delivered, for admins only. */
export interface HomeContent {
  readonly mayAct: boolean;
  readonly maySubmit: boolean;
  readonly waiting: readonly OrderSummary[];
  readonly mine: readonly OrderSummary[];
  readonly failures: Failures;
}

/** App Home: what waits for me, my orders, a New button. Slack allows 100 blocks. */
export function homeView({ mayAct, maySubmit, waiting, mine, failures }: HomeContent): HomeView {
  if (!mayAct)
    return {
      type: 'home',
      blocks: [section('Service orders are for the people of this workspace. Ask an admin if you should be one.')],
    };
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: plain('Service orders') },
      ...(maySubmit ? [newButton] : []),
      ...failureBlocks(failures),
      { type: 'header', text: plain('Waiting for you') },
      ...(waiting.length > 0 ? waiting.slice(0, 20).map(summaryRow) : [section('Nothing waits for you.')]),
      { type: 'divider' },
      { type: 'header', text: plain('Your orders') },
      ...(mine.length > 0 ? mine.slice(0, 30).map(summaryRow) : [section('You are on no service order yet.')]),
    ],
  };
}

const newButton: KnownBlock = {
  type: 'actions',
  elements: [{ type: 'button', style: 'primary', action_id: homeActions.newOrder, text: plain('New service order') }],
};

function failureBlocks({ total, causes }: Failures): KnownBlock[] {
  if (total === 0) return [];
  const shown = causes.reduce((sum, { count }) => sum + count, 0);
  return [
    { type: 'header', text: plain(total > 1 ? `Not delivered (${total})` : 'Not delivered') },
    ...(causes.length > 1 || shown < total ? [everythingButton(total)] : []),
    ...causes.flatMap(causeBlocks),
    ...(shown < total ? [context(`… and ${total - shown} more, for other reasons.`)] : []),
    { type: 'divider' },
  ];
}

/** Beside Retry, for a channel that the app cannot get into: nobody can tell from here whether it still exists. */
const newChannelButton = ({ order, orderNumber: number }: ParkedEffect): KnownBlock => ({
  type: 'actions',
  elements: [
    button(homeActions.newChannel, 'Open new channel', order, `Open a new channel for ${orderNumber(number)}`),
  ],
});

/** One cause: by itself when it is one delivery; else what to do, a button for all of them, and the newest few. */
function causeBlocks({ count, error, remedy, key, newest }: Failures['causes'][number]): KnownBlock[] {
  const why = `${escaped(remedy)}\n\`${escaped(clip(error, 200))}\``;
  const [only] = newest;
  if (count === 1 && only) return rows(only, `*${whatOf(only)}*\n${why}`);
  return [
    {
      type: 'section',
      text: mrkdwn(clip(`*${count} deliveries*\n${why}`, 3000)),
      accessory: button(homeActions.retryAll, `Retry all ${count}`, key, `Retry all ${count}: ${error}`),
    },
    ...newest.flatMap((failure) => rows(failure, whatOf(failure))),
    ...(count > newest.length ? [context(`… and ${count - newest.length} more for the same reason.`)] : []),
  ];
}

const whatOf = ({ orderNumber: number, effect }: ParkedEffect): string =>
  `${orderNumber(number)}: ${effect.type.replaceAll('_', ' ')}`;

const rows = (failure: ParkedEffect, text: string): KnownBlock[] => [
  {
    type: 'section',
    text: mrkdwn(clip(text, 3000)),
    accessory: button(homeActions.retry, 'Retry', failure.id, `Retry ${whatOf(failure)}`),
  },
  ...(isLostChannel(failure.error) ? [newChannelButton(failure)] : []),
];

const everythingButton = (total: number): KnownBlock => ({
  type: 'actions',
  elements: [button(homeActions.retryAll, `Retry everything (${total})`, EVERYTHING, 'Retry everything not delivered')],
});

const button = (action_id: string, text: string, value: string, label: string): Button => ({
  type: 'button',
  action_id,
  text: plain(text),
  value,
  accessibility_label: clip(label, 75),
});

const context = (text: string): KnownBlock => ({ type: 'context', elements: [mrkdwn(text)] });

const section = (text: string): KnownBlock => ({ type: 'section', text: mrkdwn(text) });
