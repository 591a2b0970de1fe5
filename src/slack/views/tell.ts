import type { ChannelRef } from '../../../db/ports.ts';
import { context, section } from '../../forms/blocks.ts';
import type { OrderFormId } from '../../forms/forms.ts';
import { bold, channelLink, clip, date, escaped, mentionAuthor, quoted } from '../../forms/mrkdwn.ts';
import { type Entry, type Order, orderNumber, type Party, type TellKind } from '../../order/order.ts';
import { shownState } from '../../order/words.ts';
import type { Settings } from '../../settings.ts';
import { buttonBlocks, formsFor } from './buttons.ts';
import { cardParts, cardText } from './card.ts';
import { pastTense, reasonOf } from './entry.ts';
import { type Message, message } from './message.ts';

/** What a direct message opens with. `who` is the one who acted, or who has gone; `what` the order; both are escaped. */
// biome-ignore format: a table reads best as a table
const dmLeads: Readonly<Record<TellKind, (who: string, what: string, order: Order) => string>> = {
  request:           (who, what) => `${who} asks you to approve ${what}.`,
  changes_requested: (who, what) => `${who} asks for changes to ${what}. Edit and resubmit it.`,
  approved:          (who, what) => `${who} approved ${what}.`,
  rejected:          (who, what) => `${who} rejected ${what}.`,
  withdrawn:         (who, what) => `${who} withdrew ${what}.`,
  crew_joined:       (who, what) => `${who} put you on the crew of ${what}.`,
  crew_left:         (who, what) => `${who} took you off the crew of ${what}.`,
  confirmed:         (who, what) => `${who} confirmed work on ${what}.`,
  closed:            (who, what, order) => `${who} closed ${what}: ${shownState(order).toLowerCase()}.`,
  reopened:          (who, what) => `${who} reopened ${what}. Work goes on.`,
  request_instead:   (who, what) => `${who} can no longer decide on ${what}. Please decide in their place.`,
  supervisor_gone:   (who, what, { state }) => `${who} can no longer decide on ${what}. ${state === 'submitted' ? 'The workspace admins have been asked instead. You can also withdraw it and submit it to another supervisor.' : 'Choose another supervisor when you edit and resubmit it.'}`,
  requester_gone:    (who, what) => `${who} can no longer edit and resubmit ${what}. Withdraw it, and have somebody else submit it anew.`,
  coordinator_gone:  (who, what) => `${who} can no longer coordinate ${what}. Press Assign crew and choose another coordinator.`,
  crew_gone:         (who, what) => `${who} can no longer work on ${what}. Press Assign crew and put somebody else on it.`,
  channel_lost:      (_, what) => `The app cannot get into the channel of ${what} any more, so nothing new can be posted there. Type “/invite @Service Orders” in that channel; then it goes on by itself. If the channel is gone, a workspace admin can open a new one in the app's Home tab.`,
  channel_shared:    (_, what) => `The channel of ${what} is shared with another organisation now. Its people can read everything in it, prices and PDFs included. They cannot change the order. If that is not wanted, stop sharing the channel.`,
};

/** The forms whose buttons stand under such a message, as far as the order can still take them. */
export function formsUnder(about: TellKind, order: Order): OrderFormId[] {
  const now = formsFor(order);
  return formsAskedBy(about, order).filter((form) => now.includes(form));
}

function formsAskedBy(about: TellKind, { state }: Order): OrderFormId[] {
  switch (about) {
    case 'request':
    case 'request_instead':
      return ['approve', 'request_changes', 'reject'];
    case 'changes_requested':
      return ['resubmit', 'withdraw'];
    case 'supervisor_gone':
      return state === 'submitted' ? ['withdraw'] : ['resubmit', 'withdraw'];
    case 'requester_gone':
      return ['withdraw'];
    case 'coordinator_gone':
    case 'crew_gone':
      return ['assign'];
    default:
      return [];
  }
}

/** What a direct message is about. `of`: somebody who has gone, where it is about them. */
export interface Recipient {
  readonly entry: Entry;
  readonly about: TellKind;
  readonly of: Party | undefined;
}

/** A direct message about one entry. `ref` is the order's channel, when it has one already. */
export function tellMessage(
  order: Order,
  { entry, about, of }: Recipient,
  settings: Settings,
  ref: Pick<ChannelRef, 'channel' | 'name'> | undefined,
): Message {
  const what = `${orderNumber(order.number)} ${order.content.title}`;
  const reason = of || about === 'channel_lost' || about === 'channel_shared' ? '' : reasonOf(entry);
  const who = of ?? entry.by;
  const leadOf = dmLeads[about];
  const lead = [
    section(leadOf(mentionAuthor(who), bold(what), order)),
    ...(reason ? [section(quoted(reason))] : []),
    ...(about === 'crew_joined' ? [section(jobLine(order))] : []),
  ];
  const where = ref ? [context(`Channel ${about === 'channel_lost' ? namedLink(ref) : channelLink(ref.channel)}`)] : [];
  const text = clip(`${leadOf(escaped(who.name), escaped(what), order)}${reason ? ` ${escaped(reason)}` : ''}`, 3000);
  if (about === 'request' || about === 'request_instead') {
    const [, ...parts] = cardParts(order, settings, formsUnder(about, order));
    return message(text, [...lead, ...parts, ...where]);
  }
  return message(text, [...lead, ...where, ...buttonBlocks(order, formsUnder(about, order))]);
}

/** A link that still says something when the channel is gone. */
const namedLink = ({ channel, name }: Pick<ChannelRef, 'channel' | 'name'>): string =>
  `#${escaped(name)} (${channelLink(channel)})`;

/** A request or a task once it is dealt with: the outcome stands where the buttons were. */
export function settledRequest(order: Order, entry: Entry, settings: Settings, channel: string | undefined): Message {
  return message(cardText(order), [
    ...cardParts(order, settings, []),
    section(`*${shownState(order)}*: ${mentionAuthor(entry.by)} ${pastTense(entry)} · ${date(entry.at)}`),
    ...(channel ? [context(`Channel ${channelLink(channel)}`)] : []),
  ]);
}

function jobLine({ content, plannedStart }: Order): string {
  const lines = [
    `*Where* ${escaped(content.location)}`,
    `*When* ${date(plannedStart ?? content.requestedStart)}`,
    ...(content.contact ? [`*Contact on site* ${escaped(content.contact)}`] : []),
  ];
  return lines.join('\n');
}
