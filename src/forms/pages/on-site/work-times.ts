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
 * When the work to be confirmed began and ended, as far as can be known: from *Start work*, the last report or the plan until
 * now.
 */
export function likelyWork({ order, now }: FormContext): { startedAt: number; endedAt: number } {
  const endedAt = roundedDown(now);
  const started = order?.progress.startedAt ?? null;
  if (started !== null && started > (order?.lastReport?.endedAt ?? 0)) {
    // As a picker shows it: whole minutes, and one minute of work at least.
    const startedAt = started - (started % MINUTE);
    return { startedAt, endedAt: endedAt > startedAt ? endedAt : Math.max(now - (now % MINUTE), startedAt + MINUTE) };
  }
  const planned = order?.plannedStart ?? order?.content.requestedStart;
  const reported = order?.lastReport?.endedAt;
  const known = [planned, reported].filter(
    (one): one is number => one !== undefined && one !== null && one < endedAt && one >= endedAt - SHIFT,
  );
  return { startedAt: known.length > 0 ? Math.max(...known) : endedAt - HOUR, endedAt };
}
