import { date, escaped } from '../../../forms/mrkdwn.ts';
import { acceptanceText } from '../../../forms/pages/acceptance.ts';
import type { Entry } from '../../../order/action.ts';
import type { Attachment, Item } from '../../../order/content.ts';
import { orderNumber } from '../../../order/text/order-number.ts';
import type { Closure } from '../../../order/version.ts';
import { hoursText } from '../../../words/labour.ts';
import type { Words } from '../../../words/words.ts';
import { fileNames, partyNames } from '../card.ts';

/** What an entry says besides who did what. */
interface Fact {
  /** Escaped mrkdwn. */
  readonly text: string;
  /** What somebody wrote, below it. */
  readonly quote?: string;
  /** It says nothing but times. */
  readonly timed?: true;
}

/** What else an entry says, besides its reason. */
export function facts(entry: Entry, words: Words): Fact[] {
  const { action } = entry;
  const say = words.entry;
  switch (action.type) {
    case 'submit':
      return action.copyOf === undefined ? [] : [{ text: say.copied({ order: orderNumber(action.copyOf) }) }];
    case 'approve':
    case 'assign':
      return [
        { text: say.crew({ count: action.crew.length, names: partyNames(action.crew, words) }) },
        ...(action.coordinator ? [{ text: say.coordinator({ name: escaped(action.coordinator.name) }) }] : []),
        ...(action.plannedStart
          ? [{ text: say.plannedStart({ date: date(action.plannedStart, words) }), timed: true as const }]
          : []),
      ];
    case 'reschedule': {
      const start = date(action.plannedStart, words);
      const before = action.seen === null ? undefined : date(action.seen, words);
      const text = before ? say.plannedStartMoved({ date: start, before }) : say.plannedStart({ date: start });
      return [{ text, timed: true }];
    }
    case 'sign':
      return clientsWord(entry, words);
    case 'hold':
      return action.until === null ? [] : [{ text: say.until({ date: date(action.until, words) }), timed: true }];
    case 'add_photos':
      return photoFact(action.photos, words);
    case 'confirm_partial':
    case 'confirm_final': {
      const { startedAt, endedAt, reason, photos } = action.report;
      const note = action.closure?.note;
      return [
        { text: say.worked({ start: date(startedAt, words), end: date(endedAt, words) }), timed: true },
        ...(reason ? [{ text: say.changeReason, quote: reason }] : []),
        ...hoursFact(action.items, words),
        ...(note ? [{ text: say.note, quote: note }] : []),
        ...clientsWord(entry, words),
        ...photoFact(photos, words),
      ];
    }
    case 'close':
    case 'close_not_performed': {
      const { endedAt, photos } = action.closure;
      return [
        ...(endedAt ? [{ text: say.ended({ date: date(endedAt, words) }), timed: true as const }] : []),
        ...clientsWord(entry, words),
        ...photoFact(photos, words),
      ];
    }
    default:
      return [];
  }
}

/** The hours of everybody so far, those of earlier confirmations included. */
function hoursFact(items: readonly Item[], words: Words): Fact[] {
  const text = hoursText(items, words, 'soFar');
  return text ? [{ text }] : [];
}

/** What the client said of the work in an entry: as it was closed, or with their signature. */
export function clientsWord({ action }: Entry, words: Words): Fact[] {
  if (action.type === 'sign')
    return action.reservations ? [{ text: words.entry.reservations, quote: action.reservations }] : [];
  return 'closure' in action ? acceptanceFact(action.closure, words) : [];
}

/** The client's word, where it was asked for. */
function acceptanceFact(closure: Closure | undefined, words: Words): Fact[] {
  const acceptance = closure?.acceptance;
  return acceptance ? [acceptanceText(acceptance, words)] : [];
}

const photoFact = (photos: readonly Attachment[], words: Words): Fact[] =>
  photos.length > 0 ? [{ text: words.entry.photos({ files: fileNames(photos, words) }) }] : [];
