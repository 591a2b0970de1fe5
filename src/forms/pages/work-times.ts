import type { Errors, FormContext, Question } from '../form.ts';
import { date } from '../mrkdwn.ts';

const HOUR = 3600;
const DAY = 86_400;

/** Work ends after it starts, and not in the future (an hour is forgiven for clocks and zones). */
export function workTimes(startedAt: number | undefined, endedAt: number | undefined, { now }: FormContext): Errors {
  if (endedAt === undefined) return {};
  if (startedAt !== undefined && endedAt <= startedAt)
    return { endedAt: 'The end must be after the start. Choose a later end.' };
  if (endedAt > now + HOUR) return { endedAt: 'This lies in the future. Choose when the work really ended.' };
  return {};
}

/** Times of work that are possible, and hardly ever meant. */
export function unusualWork(
  startedAt: number | undefined,
  endedAt: number | undefined,
  { order }: FormContext,
): Question[] {
  const first = startedAt ?? endedAt;
  const approvedAt = order?.approval?.at;
  const questions: Question[] = [];
  if (startedAt !== undefined && endedAt !== undefined && endedAt - startedAt > DAY) {
    const text = `The work took ${span(endedAt - startedAt)}: ${date(startedAt)} – ${date(endedAt)}.`;
    questions.push({ id: `long ${startedAt} ${endedAt}`, text });
  }
  if (approvedAt !== undefined && first !== undefined && first < approvedAt - DAY) {
    const text = `The work ${startedAt === undefined ? 'ended' : 'started'} ${date(first)}, before the order was approved (${date(approvedAt)}).`;
    questions.push({ id: `early ${first}`, text });
  }
  return questions;
}

/** `30 hours`, `12 days`: a span of a day or more, in seconds, as people say it. */
export const span = (seconds: number): string =>
  seconds < 3 * DAY ? `${Math.round(seconds / HOUR)} hours` : `${Math.round(seconds / DAY)} days`;

/** The next full hour on the clocks of a time zone (IANA; UTC where this Node does not know it). */
export function nextFullHour(now: number, timeZone = 'UTC'): number {
  const minutes = Number(minuteIn(timeZone).format(now * 1000));
  return now - (now % 60) - minutes * 60 + HOUR;
}

/** Making formats takes longer than using them; there are some four hundred zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function minuteIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone, minute: 'numeric' });
    formats.set(timeZone, format);
    return format;
  } catch {
    return minuteIn('UTC');
  }
}

/** The last full five minutes. */
export const roundedDown = (seconds: number): number => seconds - (seconds % 300);

/** How long ago a start may be that a confirmation takes over by itself: a long shift. */
const SHIFT = 12 * HOUR;

/** When the work to be confirmed began and ended, as far as can be known: from the plan or the last report until now. */
export function likelyWork({ order, now }: FormContext): { startedAt: number; endedAt: number } {
  const endedAt = roundedDown(now);
  const planned = order?.plannedStart ?? order?.content.requestedStart;
  const reported = order?.lastReport?.endedAt;
  const known = [planned, reported].filter(
    (one): one is number => one !== undefined && one !== null && one < endedAt && one >= endedAt - SHIFT,
  );
  return { startedAt: known.length > 0 ? Math.max(...known) : endedAt - HOUR, endedAt };
}
