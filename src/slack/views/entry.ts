import { section } from '../../forms/blocks.ts';
import { clip, date, escaped, mention, mentionAuthor, quoted } from '../../forms/mrkdwn.ts';
import { changeLines, moreInPdf } from '../../forms/pages/review.ts';
import { changesBetween, netDifference } from '../../order/items.ts';
import { formatMoney, isPriced } from '../../order/money.ts';
import type { Attachment, Closure, Entry, Order, Party, Version } from '../../order/order.ts';
import { orderNumber } from '../../order/order.ts';
import { outcomeWords, reasonWords } from '../../order/words.ts';
import type { Settings } from '../../settings.ts';
import { wordsFor } from '../../words/words.ts';
import { fileNames, totalText } from './card.ts';
import { type Message, message } from './message.ts';

/**
 * The message of one entry in the order's channel: who did what, with the reason or the change list.
 * `version`: the one that the entry made, where it is not the latest. `sourceLink`: the message a new order was made from.
 */
export function entryMessage(
  order: Order,
  entry: Entry,
  settings: Settings,
  { version = order.latest, sourceLink }: { version?: Version | null; sourceLink?: string | undefined } = {},
): Message {
  const reason = reasonOf(entry);
  const changes = changesOf(order, entry, settings, version);
  return message(clip(entryText(order, entry, changes), 3000), [
    section(`${mentionAuthor(entry.by)} ${pastTense(entry)} · ${date(entry.at)}`),
    ...(reason ? [section(quoted(reason))] : []),
    ...facts(entry, ({ id }) => mention(id)).map(({ label, value, long }) =>
      section(long ? `*${label}*\n${quoted(value)}` : `*${label}* ${value}`),
    ),
    ...(changes
      ? [
          { lines: changes.lines, more: moreInPdf(wordsFor('en-GB')) },
          ...(changes.money ? [section(changes.money)] : []),
        ]
      : []),
    ...(sourceLink ? [section(`Made from <${sourceLink}|this message>`)] : []),
  ]);
}

/** The whole entry in plain words, escaped: what a phone's notification shows and a screen reader reads. */
function entryText(order: Order, entry: Entry, changes: Changes | undefined): string {
  const reason = reasonOf(entry);
  const told = facts(entry, ({ name }) => escaped(name)).map(
    ({ label, value, long }) => `${label}: ${long ? escaped(value) : value}.`,
  );
  const lines = [...(changes?.lines ?? []), ...(changes?.money ? [changes.money] : [])].map((line) =>
    line.replace(/^• /, '').replace(/^(\w+ )?\*([^*]+)\*/, '$1$2'),
  );
  return [
    `${orderNumber(order.number)}: ${escaped(entry.by.name)} ${pastTense(entry)}.`,
    ...(reason ? [escaped(reason)] : []),
    ...told,
    ...lines,
  ].join(' ');
}

/** What was done, as it follows a name: `approved the order`. Holds no user text. */
export function pastTense({ action, version }: Entry): string {
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

interface Fact {
  readonly label: string;
  /** Escaped mrkdwn; for a long one the text as it was typed. */
  readonly value: string;
  readonly long?: boolean;
}

/** What else an entry says, besides its reason. */
function facts({ action }: Entry, called: (party: Party) => string): Fact[] {
  switch (action.type) {
    case 'approve':
    case 'assign':
      return [
        { label: 'Field workers', value: action.crew.map(called).join(', ') },
        ...(action.coordinator ? [{ label: 'Coordinator', value: called(action.coordinator) }] : []),
        ...(action.plannedStart ? [{ label: 'Planned start', value: date(action.plannedStart) }] : []),
      ];
    case 'confirm_partial':
    case 'confirm_final': {
      const { startedAt, endedAt, reason, photos } = action.report;
      const note = action.closure?.note;
      return [
        { label: 'Worked', value: `${date(startedAt)} – ${date(endedAt)}` },
        ...(reason ? [{ label: 'Reason for the changes', value: reason, long: true }] : []),
        ...(note ? [{ label: 'Closing note', value: note, long: true }] : []),
        ...acceptanceFact(action.closure),
        ...photoFact(photos),
      ];
    }
    case 'close':
    case 'close_not_performed': {
      const { endedAt, photos } = action.closure;
      return [
        ...(endedAt ? [{ label: 'Work ended', value: date(endedAt) }] : []),
        ...acceptanceFact(action.closure),
        ...photoFact(photos),
      ];
    }
    default:
      return [];
  }
}

/** The client's word, where it was asked for. */
function acceptanceFact(closure: Closure | undefined): Fact[] {
  const acceptance = closure?.acceptance;
  if (!acceptance) return [];
  const value = acceptance.kind === 'accepted' ? `by ${escaped(acceptance.name)}` : 'client not available';
  return [{ label: 'Accepted', value }];
}

const photoFact = (photos: readonly Attachment[]): Fact[] =>
  photos.length > 0 ? [{ label: 'Photos', value: fileNames(photos) }] : [];

interface Changes {
  readonly lines: readonly string[];
  readonly money: string;
}

/** The change list of the version that a confirmation made. */
function changesOf(
  order: Order,
  { action, version: n }: Entry,
  settings: Settings,
  version: Version | null,
): Changes | undefined {
  if (action.type !== 'confirm_partial' && action.type !== 'confirm_final') return undefined;
  if (version?.n !== n) return undefined;
  const { currency, decimals } = version.content;
  const money = { currency, decimals, locale: settings.document.locale, words: wordsFor('en-GB') };
  return {
    lines: changeLines(version.changes, money),
    money: isPriced(version.content.items) ? moneyLine(order, version, settings) : '',
  };
}

/** `Total … (+€20.00 against version 1, +€5.00 against the approved order)`, for messages and files. */
export function moneyLine(
  { approvedItems }: Pick<Order, 'approvedItems'>,
  version: Version,
  settings: Settings,
): string {
  const { n } = version;
  const { items, decimals } = version.content;
  const signed = (minor: number) => formatMoney(minor, version.content, settings.document.locale, true);
  const total = `*Total* ${totalText(version.content, settings)}`;
  if (n === 1) return total;
  const before = netDifference(version.changes);
  const overall = netDifference(changesBetween(approvedItems ?? [], items, decimals));
  return `${total} · ${signed(before)} against version ${n - 1}, ${signed(overall)} against the approved order (net)`;
}
