import type { KnownBlock } from '@slack/types';
import { channelLink, clip, date, escaped, mention, mrkdwn, quoted } from '../../forms/mrkdwn.ts';
import { type Entry, type Order, orderNumber, type TellKind } from '../../order/order.ts';
import { shownState } from '../../order/words.ts';
import type { Settings } from '../../settings.ts';
import { buttonBlocks } from './buttons.ts';
import { card, type Message } from './card.ts';
import { deed, reasonOf } from './entry.ts';

/** What a direct message opens with. `who` is the one who acted, `what` the order; both are escaped already. */
// biome-ignore format: a table reads best as a table
const openings: Readonly<Record<TellKind, (who: string, what: string, state: string) => string>> = {
  request:           (who, what) => `${who} asks you to approve ${what}.`,
  changes_requested: (who, what) => `${who} asks for changes to ${what}. Edit and resubmit it.`,
  approved:          (who, what) => `${who} approved ${what}.`,
  rejected:          (who, what) => `${who} rejected ${what}.`,
  withdrawn:         (who, what) => `${who} withdrew ${what}.`,
  crew_joined:       (who, what) => `${who} put you on the crew of ${what}.`,
  crew_left:         (who, what) => `${who} took you off the crew of ${what}.`,
  confirmed:         (who, what) => `${who} confirmed work on ${what}.`,
  closed:            (who, what, state) => `${who} closed ${what}: ${state.toLowerCase()}.`,
  reopened:          (who, what) => `${who} reopened ${what}. Work goes on.`,
};

/** A direct message about one entry. `channel` is the order's, when it is open already. */
export function tellMessage(
  order: Order,
  entry: Entry,
  about: TellKind,
  settings: Settings,
  channel: string | undefined,
): Message {
  const what = `${orderNumber(order.number)} ${escaped(order.content.title)}`;
  const reason = reasonOf(entry);
  const opening = openings[about];
  const lead: KnownBlock[] = [
    { type: 'section', text: mrkdwn(clip(opening(mention(entry.by.id), `*${what}*`, shownState(order)), 3000)) },
    ...(reason ? [{ type: 'section' as const, text: mrkdwn(quoted(reason)) }] : []),
    ...(about === 'crew_joined' ? [{ type: 'section' as const, text: mrkdwn(clip(jobLine(order), 3000)) }] : []),
  ];
  const where: KnownBlock[] = channel
    ? [{ type: 'context', elements: [mrkdwn(`Channel ${channelLink(channel)}`)] }]
    : [];
  const text = clip(
    `${opening(escaped(entry.by.name), what, shownState(order))}${reason ? ` ${escaped(reason)}` : ''}`,
    3000,
  );
  if (about === 'request') {
    const { blocks } = card(order, settings, ['approve', 'request_changes', 'reject']);
    return { text, blocks: [...lead, ...blocks.slice(1), ...where] };
  }
  const buttons = about === 'changes_requested' ? buttonBlocks(order, ['resubmit', 'withdraw']) : [];
  return { text, blocks: [...lead, ...where, ...buttons] };
}

/** A supervisor's request once it is decided: the outcome stands where the buttons were. */
export function settledRequest(order: Order, entry: Entry, settings: Settings, channel: string | undefined): Message {
  const { text, blocks } = card(order, settings, []);
  return {
    text,
    blocks: [
      ...blocks,
      {
        type: 'section',
        text: mrkdwn(`*${shownState(order)}*: ${mention(entry.by.id)} ${deed(entry)} · ${date(entry.at)}`),
      },
      ...(channel ? [{ type: 'context' as const, elements: [mrkdwn(`Channel ${channelLink(channel)}`)] }] : []),
    ],
  };
}

function jobLine({ content, plannedStart }: Order): string {
  const lines = [
    `*Where* ${escaped(content.location)}`,
    `*When* ${date(plannedStart ?? content.requestedStart)}`,
    ...(content.contact ? [`*Contact on site* ${escaped(content.contact)}`] : []),
  ];
  return lines.join('\n');
}
