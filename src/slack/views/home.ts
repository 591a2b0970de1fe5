import type { HomeView, KnownBlock } from '@slack/types';
import type { OrderSummary, ParkedEffect } from '../../../db/store.ts';
import { clip, escaped, mrkdwn, plain } from '../../forms/mrkdwn.ts';
import { orderNumber } from '../../order/order.ts';
import { isLostChannel } from '../channel-codes.ts';
import { homeActions } from '../ids.ts';
import { summaryRow } from './lists.ts';

/** What Home shows to one person. `failures`: what could not be delivered, for admins only. */
export interface HomeContent {
  readonly mayAct: boolean;
  readonly maySubmit: boolean;
  readonly waiting: readonly OrderSummary[];
  readonly mine: readonly OrderSummary[];
  readonly failures: readonly ParkedEffect[];
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

function failureBlocks(failures: readonly ParkedEffect[]): KnownBlock[] {
  if (failures.length === 0) return [];
  return [
    { type: 'header', text: plain('Not delivered') },
    ...failures.slice(0, 10).flatMap((failure): KnownBlock[] => {
      const what = `${orderNumber(failure.orderNumber)}: ${failure.effect.type.replaceAll('_', ' ')}`;
      const shown: KnownBlock = {
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
      return isLostChannel(failure.error) ? [shown, newChannelButton(failure)] : [shown];
    }),
    { type: 'divider' },
  ];
}

/** Beside Retry, for a channel that the app cannot get into: nobody can tell from here whether it still exists. */
const newChannelButton = ({ order, orderNumber: number }: ParkedEffect): KnownBlock => ({
  type: 'actions',
  elements: [
    {
      type: 'button',
      action_id: homeActions.newChannel,
      text: plain('Open new channel'),
      value: order,
      accessibility_label: `Open a new channel for ${orderNumber(number)}`,
    },
  ],
});

const section = (text: string): KnownBlock => ({ type: 'section', text: mrkdwn(text) });
