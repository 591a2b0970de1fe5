import type { PersonRecord } from '../../../../db/ports.ts';
import { calendarOf } from '../../../office/hours/calendar.ts';
import type { Calendar } from '../../../order/clocks/calendar.ts';
import { isWorkingTime, nextWorkingTime } from '../../../order/clocks/office-time.ts';
import type { Settings } from '../../../settings.ts';
import { isUndisturbed, saysAway } from '../../../slack-api/away.ts';
import { failedWith } from '../../../slack-api/classify-error.ts';
import type { AnyAttempt } from '../../executor.ts';
import type { Where } from './recipients.ts';

/** How long what Slack said of somebody's absence counts, milliseconds: a few hundred orders may ask at once. */
const COUNTS_FOR = 120_000;
/** People whose absence is remembered. */
const REMEMBERED = 5000;

/** Slack's words for somebody who is not there any more. */
const GONE = ['user_not_found', 'user_not_visible', 'user_disabled'];

const calendars = new WeakMap<Calendar, Map<string, Calendar>>();

/** The office's hours as somebody keeps them who lives by another clock. */
export function calendarIn(settings: Settings, zone: string | undefined): Calendar {
  const office = calendarOf(settings);
  if (!zone || zone === office.zone) return office;
  const known = calendars.get(office) ?? new Map<string, Calendar>();
  const calendar = known.get(zone) ?? { ...office, zone };
  calendars.set(office, known.set(zone, calendar));
  return calendar;
}

/** When somebody works next, from this instant on (seconds); the instant itself where they work then. */
export const worksAt = (settings: Settings, person: PersonRecord | undefined, at: number): number | undefined =>
  nextWorkingTime(calendarIn(settings, person?.timeZone), at);

/**
 * Where somebody is at this instant: they said in the app that they are away, or Slack says so (do not disturb, the status of a
 * vacation); or it is not their working time. Without the scope `dnd:read` nobody is known not to want to be disturbed.
 */
export async function whereIs(attempt: AnyAttempt, id: string): Promise<Where> {
  const { claimed, now, settings, store } = attempt;
  const { team } = claimed;
  const at = Math.floor(now() / 1000);
  const person = await store.person(team, id);
  if (person && person.kind !== 'member' && person.kind !== 'guest') return { is: 'away' };
  const { awayUntil } = await store.preferences(team, id);
  if (awayUntil !== null && awayUntil > at) return { is: 'away' };
  const calendar = calendarIn(settings, person?.timeZone);
  if (!isWorkingTime(calendar, at)) return { is: 'off', until: nextWorkingTime(calendar, at) };
  return (await isAwayInSlack(attempt, id)) ? { is: 'away' } : { is: 'here' };
}

async function isAwayInSlack(attempt: AnyAttempt, id: string): Promise<boolean> {
  const { now, saidAway } = attempt;
  const known = saidAway.get(id);
  if (known && Math.abs(now() - known.at) < COUNTS_FOR) return known.away;
  const away = await asked(attempt, id);
  if (saidAway.size >= REMEMBERED) saidAway.clear();
  saidAway.set(id, { at: now(), away });
  return away;
}

async function asked({ now, slack, warnOnce }: AnyAttempt, user: string): Promise<boolean> {
  const at = now() / 1000;
  try {
    if (saysAway((await slack('users.info', { user })).user, at)) return true;
    return isUndisturbed(await slack('dnd.info', { user }), at);
  } catch (error) {
    if (failedWith(error, ...GONE)) return true;
    if (!failedWith(error, 'missing_scope')) throw error;
    warnOnce('the scope dnd:read is not granted: people are reminded although they do not want to be disturbed');
    return false;
  }
}
