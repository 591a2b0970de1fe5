import type { Order } from '../../../order/order.ts';
import type { Hold } from '../../../order/progress/progress.ts';
import { hasStarted } from '../../../order/progress/stage.ts';
import type { Words } from '../../../words/words.ts';
import { date, escaped, quoted } from '../../mrkdwn.ts';

/** `*On hold:* Waiting for parts, until 3 Dec 09:00 · by Farid Haddad`. */
export function holdText({ reasonCode, until, by }: Hold, words: Words): string {
  const args = { reason: words.order.holdReason[reasonCode], name: escaped(by.name) };
  const { onHold, onHoldUntil } = words.card.standing;
  return until === null ? onHold(args) : onHoldUntil({ ...args, until: date(until, words) });
}

/** What an approved order is in the middle of: why it is on hold and until when, or since when work is in progress. mrkdwn. */
export function standingLines(
  order: Pick<Order, 'state' | 'progress' | 'lastReport' | 'latest'>,
  words: Words,
): string[] {
  const { state, progress, lastReport, latest } = order;
  if (state !== 'approved') return [];
  if (progress.hold) {
    const { note } = progress.hold;
    return [holdText(progress.hold, words), ...(note ? [quoted(note, 500)] : [])];
  }
  if (!hasStarted(order)) return [];
  const since = progress.startedAt ?? latest?.report?.startedAt ?? lastReport?.endedAt;
  return since === undefined ? [] : [words.card.standing.inProgress({ date: date(since, words) })];
}
