import type { KnownBlock } from '@slack/types';
import { clip, date, escaped, mention, mrkdwn, quoted } from '../../forms/mrkdwn.ts';
import { changeLines, sections } from '../../forms/review.ts';
import { changesBetween, netDifference } from '../../order/items.ts';
import { formatMoney, isPriced } from '../../order/money.ts';
import type { Entry, Order, Party } from '../../order/order.ts';
import { orderNumber } from '../../order/order.ts';
import { outcomeWords, reasonWords } from '../../order/words.ts';
import type { Settings } from '../../settings.ts';
import { fileNames, type Message, totalText } from './card.ts';

/**
 * The message of one entry in the order's channel: who did what, with the reason or the change list.
 * `sourceLink`: the message a new order was made from.
 */
export function entryMessage(order: Order, entry: Entry, settings: Settings, sourceLink?: string): Message {
  const details = entryDetails(order, entry, settings);
  return {
    text: clip(`${orderNumber(order.number)}: ${escaped(entry.by.name)} ${deed(entry)}.${plainReason(entry)}`, 3000),
    blocks: [
      { type: 'section', text: mrkdwn(`${mention(entry.by.id)} ${deed(entry)} · ${date(entry.at)}`) },
      ...details,
      ...(sourceLink ? [section(`Made from <${sourceLink}|this message>`)] : []),
    ],
  };
}

/** What was done, as it follows a name: `approved the order`. Holds no user text. */
export function deed({ action, version }: Entry): string {
  switch (action.type) {
    case 'submit':
      return 'submitted the order';
    case 'request_changes':
      return 'requested changes';
    case 'resubmit':
      return 'edited and resubmitted the order';
    case 'approve':
      return 'approved the order';
    case 'reject':
      return 'rejected the order';
    case 'withdraw':
      return 'withdrew the order';
    case 'assign':
      return 'assigned the crew';
    case 'confirm_partial':
      return `confirmed work: version ${version}`;
    case 'confirm_final':
      return `confirmed the finished work and closed the order: version ${version}`;
    case 'close':
      return `closed the order: ${outcomeWords[action.closure.outcome].toLowerCase()}`;
    case 'close_not_performed':
      return 'closed the order as not performed';
    case 'reopen':
      return 'reopened the order';
  }
}

/** The words of the reason or note that belongs to an entry; '' where there is none. */
export function reasonOf({ action }: Entry): string {
  switch (action.type) {
    case 'request_changes':
    case 'reject':
    case 'withdraw':
    case 'reopen':
      return action.reason;
    case 'approve':
      return action.comment;
    case 'confirm_partial':
    case 'confirm_final':
      return action.report.workDone;
    case 'close':
      return action.closure.note;
    case 'close_not_performed':
      return [
        action.closure.reasonCode ? reasonWords[action.closure.reasonCode] : '',
        action.closure.explanation,
        action.closure.note,
      ]
        .filter(Boolean)
        .join('\n');
    default:
      return '';
  }
}

const plainReason = (entry: Entry): string => {
  const reason = reasonOf(entry);
  return reason ? ` ${escaped(reason)}` : '';
};

function entryDetails(order: Order, entry: Entry, settings: Settings): KnownBlock[] {
  const reason = reasonOf(entry);
  return [
    ...(reason ? [section(quoted(reason))] : []),
    ...factLines(entry).map(section),
    ...changeBlocks(order, entry, settings),
  ];
}

function factLines({ action }: Entry): string[] {
  const names = (parties: readonly Party[]) => parties.map(({ id }) => mention(id)).join(' ');
  switch (action.type) {
    case 'approve':
    case 'assign':
      return [
        `*Field workers* ${names(action.crew)}`,
        ...(action.coordinator ? [`*Coordinator* ${mention(action.coordinator.id)}`] : []),
        ...(action.plannedStart ? [`*Planned start* ${date(action.plannedStart)}`] : []),
      ];
    case 'confirm_partial':
    case 'confirm_final': {
      const { startedAt, endedAt, reason, photos } = action.report;
      return [
        `*Worked* ${date(startedAt)} – ${date(endedAt)}`,
        ...(reason ? [clip(`*Reason for the changes*\n${quoted(reason)}`, 3000)] : []),
        ...(photos.length > 0 ? [clip(`*Photos* ${fileNames(photos)}`, 3000)] : []),
      ];
    }
    case 'close':
    case 'close_not_performed': {
      const { acceptance, endedAt, photos } = action.closure;
      return [
        ...(endedAt ? [`*Work ended* ${date(endedAt)}`] : []),
        ...(acceptance
          ? [acceptance.kind === 'accepted' ? `*Accepted by* ${escaped(acceptance.name)}` : '*Client not available*']
          : []),
        ...(photos.length > 0 ? [clip(`*Photos* ${fileNames(photos)}`, 3000)] : []),
      ];
    }
    default:
      return [];
  }
}

function changeBlocks(order: Order, entry: Entry, settings: Settings): KnownBlock[] {
  const { action } = entry;
  if (action.type !== 'confirm_partial' && action.type !== 'confirm_final') return [];
  const version = order.versions.find(({ n }) => n === entry.version);
  if (!version) return [];
  return [
    ...sections(changeLines(version.changes, { currency: version.content.currency, locale: settings.document.locale })),
    ...(isPriced(version.content.items) ? [section(moneyLine(order, version.n, settings))] : []),
  ];
}

/** `Total … (+€20.00 against version 1, +€5.00 against the approved order)`, for messages and files. */
export function moneyLine(order: Order, n: number, settings: Settings): string {
  const version = order.versions.find((one) => one.n === n);
  if (!version) return '';
  const approved = order.versions[0]?.content.items ?? [];
  const { currency, items } = version.content;
  const signed = (minor: number) => formatMoney(minor, currency, settings.document.locale, true);
  const total = `*Total* ${totalText(version.content, settings)}`;
  if (n === 1) return total;
  const before = netDifference(version.changes);
  const overall = netDifference(changesBetween(approved, items));
  return `${total} · ${signed(before)} against version ${n - 1}, ${signed(overall)} against the approved order (net)`;
}

const section = (text: string): KnownBlock => ({ type: 'section', text: mrkdwn(text) });
