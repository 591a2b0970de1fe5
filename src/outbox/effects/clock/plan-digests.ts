import type { Store } from '../../../../db/ports.ts';
import { workingMorning } from '../../../order/clocks/office-time.ts';
import type { Effect } from '../../../order/effect.ts';
import type { AnyAttempt, OfficeExecutor } from '../../executor.ts';
import { calendarIn } from './whereabouts.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
/** How much earlier than in UTC a day begins somewhere, and how much later; seconds. */
const AHEAD = 14 * HOUR;
const BEHIND = 12 * HOUR;
/** How often a day is planned, for those who get their first order meanwhile. Seconds. */
const AGAIN = 3 * HOUR;
/** People who are read at once. */
const PAGE = 100;

const dateAt = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000;

/** Owes the plan of today's digests, once; each plan owes the next day's. `now`: milliseconds. */
export const oweDigests = (store: Pick<Store, 'owe'>, team: string, now: number): Promise<number> =>
  owePlan(store, team, dateAt(now / 1000), now);

function owePlan({ owe }: Pick<Store, 'owe'>, team: string, day: string, now: number): Promise<number> {
  const plan: Effect = { type: 'plan_digests', day, notBefore: startOf(day) - AHEAD };
  return owe(team, null, [plan], now, { cause: `digests:${day}` });
}

/**
 * Owes everybody who has a part in open orders the digest of a day, at the beginning of their working day; nothing on days on which
 * they do not work. Nobody is owed one twice, however often a day is planned.
 */
export const planDigests: OfficeExecutor<'plan_digests'> = async ({ day, notBefore }, attempt) => {
  const { claimed, now, settings, store } = attempt;
  const { team } = claimed;
  await owePlan(store, team, dateAt(startOf(day) + DAY), now());
  const at = now() / 1000;
  const over = startOf(day) + DAY + BEHIND;
  if (settings.reminders.digest && at < over)
    for await (const person of everybody(attempt)) await oweTo(attempt, person, day);
  const next = Math.max(notBefore + AGAIN, Math.ceil(at / AGAIN) * AGAIN);
  if (next < over) await store.owe(team, null, [{ type: 'plan_digests', day, notBefore: next }], now());
};

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
