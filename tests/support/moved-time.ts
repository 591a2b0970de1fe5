import { vi } from 'vitest';
import type { Clock } from '../../sandbox/server/instruments/clock.ts';
import { sketches } from './sketches.ts';
import { type Stage, startStage } from './stage.ts';

const HOUR = 3_600_000;

/** A stage on which time goes on as a story says: for Slack, the app and whatever else asks for it in this process. */
export interface Office extends Stage {
  readonly clock: Clock;
  /** Moves on to an hour (in Madrid) of Monday, or of so many days after it, and waits until all that is due then is done. */
  until(hour: number, days?: number): Promise<void>;
  /** That instant, milliseconds. */
  at(hour: number, days?: number): number;
}

/** Midnight in Madrid, where the office is, at the beginning of a Monday. */
const MONDAY = Date.UTC(2027, 0, 10, 23);

/** Begins at nine o’clock on a Monday, in an office that works from eight to five. Everybody lives in Madrid, but Felix and Carla. */
export async function openOffice(
  mode: 'socket' | 'http' = 'socket',
  settings: Readonly<Record<string, Record<string, unknown>>> = {},
): Promise<Office> {
  const real = Date.now.bind(Date);
  const at = (hour: number, days = 0) => MONDAY + (days * 24 + hour) * HOUR;
  let ahead = at(9) - real();
  const now = () => real() + ahead;
  const clock: Clock = {
    now,
    advance(ms) {
      ahead += ms;
    },
  };
  vi.spyOn(Date, 'now').mockImplementation(now);
  const stage = await startStage(mode, { clock }, { ...sketches, now }, 'fatal');
  stage.sandbox.workspace.admin.changePerson('sam', { tz: 'Europe/Madrid' });
  await stage.set({
    changes: { tolerance: 1_000_000 },
    ...settings,
    hours: { zone: 'Europe/Madrid', ...settings.hours },
  });
  return Object.assign(Object.create(stage) as Stage, {
    clock,
    at,
    async until(hour: number, days = 0) {
      const left = at(hour, days) - now();
      if (left < 0) throw new Error(`it is later than ${hour} o’clock already`);
      clock.advance(left);
      await stage.idle(60_000, clock.advance);
    },
    async stop() {
      await stage.stop();
      vi.restoreAllMocks();
    },
  });
}
