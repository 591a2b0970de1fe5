import type { ChannelRef } from '../../../db/ports.ts';
import { context, section } from '../../forms/blocks.ts';
import { extraAmounts, extraShown } from '../../forms/extra-cost.ts';
import { bold, channelLink, date, escaped, lastDay, plainLastDay, quoted, zoned } from '../../forms/mrkdwn.ts';
import { ownLines } from '../../forms/own/lines.ts';
import { holdText } from '../../forms/pages/on-site/standing.ts';
import { changeLines, moreInPdf } from '../../forms/pages/review.ts';
import { changesBetween } from '../../order/amounts/items.ts';
import { formatMoney } from '../../order/amounts/money.ts';
import type { TellKind } from '../../order/effect.ts';
import type { Order } from '../../order/order.ts';
import { chosenReason, reasonOf } from '../../words/reasons.ts';
import type { Words } from '../../words/words.ts';
import { actsFor, buttonBlocks, type Offer } from './buttons.ts';
import { accessParts, cardParts, itemFormat, unpricedParts } from './card.ts';
import { clientsWord } from './entry/facts.ts';
import { standInText } from './inbox/stand-in.ts';
import { type Message, message, type Part } from './message.ts';
import { overLimitText } from './refusal.ts';
import { resubmissionLines } from './resubmission.ts';
import { lead, type Recipient, reservationsIn } from './tell-lead.ts';

export type { Recipient } from './tell-lead.ts';

/** The buttons that stand under such a message, as far as the order, and its reader's limit, can still take what they do. */
export function offersUnder(about: TellKind, order: Order, told: Pick<Recipient, 'standIn' | 'over'> = {}): Offer[] {
  const now = actsFor(order).filter((offer) => !(told.over && offer === 'accept'));
  return askedBy(about, order).filter((offer) => now.includes(offer) && (offer !== 'hand_over' || mayPassOn(told)));
}

/** A substitute decides on what they were asked, and may do no more with it once the absence is over. */
const mayPassOn = ({ standIn, over }: Pick<Recipient, 'standIn' | 'over'>): boolean =>
  standIn?.because !== 'substitute' || (over !== undefined && standIn.until !== undefined);

function askedBy(about: TellKind, { state, progress }: Order): Offer[] {
  switch (about) {
    case 'request':
    case 'request_instead':
      return ['approve', 'request_changes', 'reject', 'hand_over'];
    case 'changes_requested':
      return ['resubmit', 'withdraw'];
    case 'supervisor_gone':
      return state === 'submitted' ? ['withdraw'] : ['resubmit', 'withdraw'];
    case 'requester_gone':
      return ['withdraw'];
    case 'coordinator_gone':
    case 'crew_gone':
      return ['assign'];
    case 'extra_cost':
      return progress.question ? ['accept', 'dispute', 'hand_over'] : [];
    default:
      return [];
  }
}

/** The buttons under such a message: those of a task, and what the crew does next on site. */
function buttonsUnder(told: Recipient, order: Order): readonly Offer[] {
  const { about } = told;
  const next = ON_SITE[about];
  if (!next) return offersUnder(about, order, told);
  const now = actsFor(order, ['crew']);
  return next.filter((offer) => now.includes(offer));
}

const VISIT = ['start_work', 'confirm', 'as_planned', 'close', 'hold', 'sign'] as const;

/** What the crew does next when it is told of this. */
const ON_SITE: Readonly<Partial<Record<TellKind, readonly Offer[]>>> = {
  crew_joined: VISIT,
  resumed: VISIT,
  extra_disputed: ['confirm'],
};

type Channel = Pick<ChannelRef, 'channel' | 'name'>;

/** A direct message about one entry, in its reader's `words`. `ref` is the order's channel, when it has one already. */
export function tellMessage(order: Order, told: Recipient, words: Words, ref: Channel | undefined): Message {
  const { entry, about, of } = told;
  const [chosen, reason] = of || isBare(about) ? ['', ''] : [chosenReason(entry, words), reasonOf(entry)];
  const parts = [
    section(lead(order, told, words, bold)),
    ...forWhom(told, words).map((line) => section(line)),
    ...(told.standIn ? [section(standInText(order, told.standIn, words, lastDay))] : []),
    ...(chosen ? [section(words.entry.menuReason({ reason: chosen }))] : []),
    ...(reason ? [section(quoted(reason))] : []),
    ...changes(told, words),
    ...(about === 'extra_cost' ? extraParts(order, told, words) : []),
    ...(about === 'signed' && reservationsIn(entry) ? [section(quoted(reservationsIn(entry), 1000))] : []),
    ...(about === 'confirmed' || about === 'extra_cost' || about === 'closed' ? unpricedParts(order, words) : []),
    ...(about === 'closed'
      ? clientsWord(entry, words).flatMap(({ text, quote }) => [
          section(text),
          ...(quote ? [section(quoted(quote, 1000))] : []),
        ])
      : []),
    ...(about === 'held' && entry.action.type === 'hold' && entry.action.until !== null
      ? [section(words.entry.until({ date: date(entry.action.until, words) }))]
      : []),
    ...(about === 'rescheduled'
      ? [section([words.tell.start({ date: date(startOf(order), words) }), ...holdLines(order, words)].join('\n'))]
      : []),
    ...(about === 'crew_joined' ? [section(jobLines(order, words)), ...accessParts(order, words)] : []),
  ];
  const where = ref ? [context(channelLine(ref, about, words))] : [];
  const said = about === 'signed' ? reservationsIn(entry) : reason;
  const text = tellText(order, told, words, [chosen, escaped(said)].filter(Boolean).join('\n'));
  if (about === 'request' || about === 'request_instead') {
    const [, ...shown] = cardParts(order, words, offersUnder(about, order, told), ownLines(order.content.own, words));
    return message(text, [...parts, ...where, ...shown]);
  }
  return message(text, [...parts, ...where, ...buttonBlocks(order, buttonsUnder(told, order), words)]);
}

/** Messages that say nothing of what somebody wrote in the entry. */
const isBare = (about: TellKind): boolean =>
  about === 'channel_lost' || about === 'channel_shared' || about === 'extra_cost';

/** For whom it was decided; nothing in a message about something else. Escaped. */
function forWhom({ about, entry, of }: Recipient, words: Words): string[] {
  const supervisor = entry.by.for;
  if (!supervisor || of || isBare(about) || about === 'crew_joined') return [];
  return [words.tell.decidedFor({ name: escaped(supervisor.name) })];
}

/** What makes the difference: what changed since it was approved or accepted last, and why; what that comes to, what was approved, and what would be. */
function extraParts(order: Order, { approved, covers, over }: Recipient, words: Words): Part[] {
  const { approvedItems, latest, content } = order;
  const changed = changesBetween(approved ?? approvedItems ?? [], content.items, content.decimals);
  const extra = extraShown(order);
  const why = latest?.report?.reason ?? '';
  return [
    ...(changed.length > 0
      ? [{ lines: changeLines(changed, itemFormat(content, words)), more: moreInPdf(words) }]
      : []),
    ...(why ? [section(quoted(why, 1000))] : []),
    ...(extra ? [section(words.tell.extra(extraAmounts(extra, content, words)))] : []),
    ...(extra && covers !== undefined
      ? [
          section(
            words.tell.covers({
              ...{ button: words.card.accept, covers: formatMoney(covers, content, words.locale) },
            }),
          ),
        ]
      : []),
    ...(extra && over ? [section(overLimitText(words, over, order))] : []),
    ...(order.progress.question?.closing ? [section(words.card.extra.closes)] : []),
  ];
}

/** That an order which is rescheduled stands still, why and until when. */
const holdLines = ({ state, progress: { hold } }: Order, words: Words): string[] =>
  hold && state === 'approved' ? [holdText(hold, words)] : [];

/** The same without times. */
const holdPlain = ({ state, progress: { hold } }: Order, { inbox, order }: Words): string[] =>
  hold && state === 'approved'
    ? [inbox.today.hold({ stage: order.stage.on_hold, reason: order.holdReason[hold.reasonCode] })]
    : [];

const startOf = ({ plannedStart, content }: Order): number => plannedStart ?? content.requestedStart;

/** The whole message in plain words, escaped, times as they are where its reader is. `reason`: escaped. */
function tellText(order: Order, told: Recipient, words: Words, reason: string): string {
  const { about, before, entry, standIn, timeZone } = told;
  return [
    lead(order, told, words, escaped),
    ...forWhom(told, words),
    ...(standIn ? [standInText(order, standIn, words, (until) => plainLastDay(until, words.locale))] : []),
    ...(reason ? [reason] : []),
    ...(before && 'content' in entry.action ? resubmissionLines(before, entry.action, words) : []),
    ...((about === 'crew_joined' || about === 'rescheduled') && timeZone
      ? [words.tell.start({ date: zoned(startOf(order), words.locale, timeZone) })]
      : []),
    ...(about === 'rescheduled' ? holdPlain(order, words) : []),
  ].join('\n');
}

/** What a resubmission changed. */
function changes({ before, entry: { action } }: Recipient, words: Words): Part[] {
  if (!before || !('content' in action)) return [];
  const lines = resubmissionLines(before, action, words, (at) => date(at, words));
  return [{ lines, more: (count) => words.forms.moreLines({ count }) }];
}

/** Where the order's channel is; with its name as well, where the link may lead to nothing. */
const channelLine = ({ channel, name }: Channel, about: TellKind, { tell }: Words): string =>
  about === 'channel_lost'
    ? tell.namedChannel({ name: escaped(name), channel: channelLink(channel) })
    : tell.channel({ channel: channelLink(channel) });

function jobLines({ content, plannedStart }: Order, words: Words): string {
  const job = {
    location: escaped(content.location),
    date: date(plannedStart ?? content.requestedStart, words),
  };
  const { tell } = words;
  return content.contact ? tell.jobContact({ ...job, contact: escaped(content.contact) }) : tell.job(job);
}
