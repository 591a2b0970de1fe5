import type { Order } from '../../../order/order.ts';
import type { FormContext } from '../../context.ts';
import type { Errors, Question } from '../../form.ts';
import { date } from '../../mrkdwn.ts';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** Work ends after it starts, and not in the future (an hour is forgiven for clocks and zones). */
export function workTimes(
  startedAt: number | undefined,
  endedAt: number | undefined,
  { now, words: { fields } }: FormContext,
): Errors {
  if (endedAt === undefined) return {};
  if (startedAt !== undefined && endedAt <= startedAt) return { endedAt: fields.error.endBeforeStart };
  if (endedAt > now + HOUR) return { endedAt: fields.error.endInFuture };
  return {};
}

/** Times of work that are possible, and hardly ever meant. */
export function unusualWork(
  startedAt: number | undefined,
  endedAt: number | undefined,
  { order, words }: FormContext,
): Question[] {
  const first = startedAt ?? endedAt;
  const approvedAt = order?.approval?.at;
  const questions: Question[] = [];
  const say = words.review.question;
  if (startedAt !== undefined && endedAt !== undefined && endedAt - startedAt > DAY) {
    const times = { start: date(startedAt, words), end: date(endedAt, words) };
    const seconds = endedAt - startedAt;
    const text =
      seconds < 3 * DAY
        ? say.workHours({ hours: Math.round(seconds / HOUR), ...times })
        : say.workDays({ days: Math.round(seconds / DAY), ...times });
    questions.push({ id: `long ${startedAt} ${endedAt}`, text });
  }
  if (approvedAt !== undefined && first !== undefined && first < approvedAt - DAY) {
    const times = { date: date(first, words), approved: date(approvedAt, words) };
    questions.push({
      id: `early ${first}`,
      text: startedAt === undefined ? say.endedEarly(times) : say.startedEarly(times),
    });
  }
  return questions;
}

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

/**
 * When the work to be confirmed began and ended, as far as can be known: from where the last report ended, or from when it was started
 * or resumed after that, until now. Where nobody said so, from the planned start.
 */
export function likelyWork({ order, now }: FormContext): { startedAt: number; endedAt: number } {
  const endedAt = roundedDown(now);
  const startedAt = order && (order.lastReport ? continuedAt(order, now) : startedFirst(order, now));
  if (startedAt === undefined) return { startedAt: endedAt - HOUR, endedAt };
  // One minute of work at least.
  return { startedAt, endedAt: endedAt > startedAt ? endedAt : Math.max(inMinutes(now), startedAt + MINUTE) };
}

/** As a picker shows it. */
const inMinutes = (seconds: number): number => seconds - (seconds % MINUTE);

/** The latest of these instants within a long shift before now; undefined where there is none. */
function latestOf(instants: readonly (number | null | undefined)[], now: number): number | undefined {
  const near = instants.filter((one): one is number => typeof one === 'number' && one >= now - SHIFT);
  return near.length > 0 ? Math.max(...near) : undefined;
}

/** When a hold ended last. */
function resumedAt({ held }: Order['progress']): number | undefined {
  const until = held.at(-1)?.until;
  return until === undefined ? undefined : inMinutes(until);
}

/** When work that was reported before went on: never before that report ended, so that no hour is reported twice. */
function continuedAt({ lastReport, plannedStart, progress }: Order, now: number): number | undefined {
  const planned = plannedStart !== null && plannedStart < roundedDown(now) ? plannedStart : undefined;
  return latestOf([lastReport?.endedAt, resumedAt(progress)], now) ?? latestOf([planned], now);
}

/** When work began that nobody has reported yet; however long ago that was where somebody said so. */
function startedFirst({ progress, plannedStart, content }: Order, now: number): number | undefined {
  if (progress.startedAt !== null) return inMinutes(progress.startedAt);
  const planned = plannedStart ?? content.requestedStart;
  return latestOf(
    [progress.held.at(-1)?.until, planned].filter((one) => (one ?? now) < roundedDown(now)),
    now,
  );
}
