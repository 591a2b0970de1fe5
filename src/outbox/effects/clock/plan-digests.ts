import type { Store } from '../../../../db/ports.ts';
import { workingMorning } from '../../../order/clocks/office-time.ts';
import type { AnyAttempt, OfficeExecutor } from '../../executor.ts';
import { calendarIn } from './whereabouts.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** How much earlier than in UTC a day begins somewhere, and how much later; seconds. */
const AHEAD = 14 * HOUR;
const BEHIND = 12 * HOUR;
/** How often it is looked, for those who get their first order meanwhile. Seconds. */
const AGAIN = 3 * HOUR;
/** People who are read at once. */
const PAGE = 100;

const dateAt = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;

/**
 * Owes a look at whose digests are to come, now and again; nothing where the next one is owed already. After a start, and after the clock
 * was put back, this is asked again. `now`: milliseconds.
 */
export async function oweDigests(store: Pick<Store, 'owe'>, team: string, now: number): Promise<void> {
  const next = nextLook(now / 1000);
  if ((await owePlan(store, team, next, now)) > 0) await owePlan(store, team, next - AGAIN, now);
}

/** The looks are at the same hours for everybody: what two processes owe is one. */
const nextLook = (at: number): number => Math.floor(at / AGAIN + 1) * AGAIN;

function owePlan({ owe }: Pick<Store, 'owe'>, team: string, notBefore: number, now: number): Promise<number> {
  return owe(team, null, [{ type: 'plan_digests', day: dateAt(notBefore), notBefore }], now);
}

/**
 * Owes everybody who has a part in open orders the digest of each day that it is somewhere now, at the beginning of their working day; nothing
 * on days on which they do not work. Nobody is owed one twice, however often it is looked.
 */
export const planDigests: OfficeExecutor<'plan_digests'> = async (_, attempt) => {
  const { claimed, now, settings, store } = attempt;
  const at = now() / 1000;
  await owePlan(store, claimed.team, nextLook(at), now());
  if (!settings.reminders.digest) return;
  const days = daysAt(at);
  for await (const person of everybody(attempt)) for (const day of days) await oweTo(attempt, person, day);
};

/** The days that have begun somewhere, or are about to, and are not over everywhere. */
function daysAt(at: number): string[] {
  const days: string[] = [];
  for (let day = startOf(dateAt(at - DAY - BEHIND)); day - AHEAD <= at; day += DAY)
    if (at < day + DAY + BEHIND) days.push(dateAt(day));
  return days;
}

async function oweTo(
  { claimed: { team }, now, settings, store }: AnyAttempt,
  person: string,
  day: string,
): Promise<void> {
  const known = await store.person(team, person);
  if (!known || (known.kind !== 'member' && known.kind !== 'guest')) return;
  const notBefore = workingMorning(calendarIn(settings, known.timeZone), day, known.timeZone);
  if (notBefore === undefined) return;
  await store.owe(team, null, [{ type: 'send_digest', person, day, notBefore }], now(), {
    cause: `digest:${day}:${person}`,
  });
}

async function* everybody({ claimed: { team }, store }: AnyAttempt): AsyncGenerator<string> {
  let after = '';
  for (;;) {
    const page = await store.peopleOfOpenOrders(team, after, PAGE);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last;
  }
}
