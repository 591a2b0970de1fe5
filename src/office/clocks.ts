import type { Clocks } from '../order/clocks/due.ts';
import type { Settings } from '../settings.ts';
import { calendarOf } from './hours/calendar.ts';

const HOUR = 3600;

/** Whether one of these settings says when something is due: what waits is then looked at again. */
export const movesClocks = (paths: readonly string[]): boolean =>
  paths.some((path) => /^(hours|reminders)\.|^document\.timeZone$/.test(path));

/** When people are reminded, as the settings say. */
export function clocksOf(settings: Settings): Clocks {
  const { decision, changes, extraCost, start, end, again } = settings.reminders;
  const seconds = (hours: number) => (hours === 0 ? null : hours * HOUR);
  return {
    calendar: calendarOf(settings),
    after: {
      decision: seconds(decision),
      changes: seconds(changes),
      extra_cost: seconds(extraCost),
      start: seconds(start),
      end: seconds(end),
    },
    againAfterDays: again === 0 ? null : again,
  };
}
