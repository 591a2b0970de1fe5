import { standInFor } from '../../../absence.ts';
import type { Entry } from '../../../order/action.ts';
import { maySubstitute, waitsFor } from '../../../order/clocks/due.ts';
import type { Effect, TellKind } from '../../../order/effect.ts';
import type { Order } from '../../../order/order.ts';
import type { Party } from '../../../order/people.ts';
import { isStandIn } from '../../../order/progress/asked.ts';
import type { ReminderKind } from '../../../order/progress/progress.ts';
import type { StandIn } from '../../../slack/views/inbox/stand-in.ts';
import type { AnyAttempt, Attempt } from '../../executor.ts';
import { doubtOf } from '../../in-doubt.ts';
import { actByItself } from './by-itself.ts';
import { mayDecide } from './may-decide.ts';

/** What an order waits for its supervisor to decide; undefined where that is nothing. */
export const askedOf = (order: Order): 'decision' | 'extra_cost' | undefined =>
  (['decision', 'extra_cost'] as const satisfies readonly ReminderKind[]).find((about) => waitsFor(order, about));

/**
 * Whom a supervisor who is away has named, asked for what this order waits for: from then on they may decide on it. Undefined where there is
 * nobody, or nothing waits; `known`: they were asked before. Safe to repeat.
 */
export async function askSubstitute(
  attempt: AnyAttempt,
  order: Order,
): Promise<{ readonly person: Party; readonly known: boolean } | undefined> {
  const { id, team, supervisor, requester, progress } = order;
  const about = askedOf(order);
  const at = Math.floor(attempt.now() / 1000);
  if (!about) return undefined;
  const person = await standInFor(attempt, team, { supervisor: supervisor.id, requester: requester.id, at });
  if (!person || !maySubstitute(order, about, [person])) return person && { person, known: true };
  const asked = [{ ...person, standIn: true as const }];
  const action = { type: 'remind' as const, about, step: 0, people: [], asked };
  const what = about === 'decision' ? order.submission : progress.question?.entry;
  const acted = await actByItself(attempt, order, action, `stand-in:${id}:${person.id}:${about}:${what}`);
  return acted.kind === 'refused' ? undefined : { person, known: false };
}

type Tell = Extract<Effect, { type: 'tell' }>;

/** Extra cost that comes up while its supervisor is away is told to their substitute as well. Safe to repeat. */
export async function askSubstituteToo({ person, about, entry }: Tell, attempt: Attempt): Promise<void> {
  const { now, store, stored } = attempt;
  const { team, id, supervisor } = stored;
  if (person !== supervisor.id) return;
  const asked = await askSubstitute(attempt, stored);
  if (!asked || peopleTold(stored, entry).includes(asked.person.id)) return;
  const owed: Tell = { type: 'tell', person: asked.person.id, about, entry };
  const cause = `stand-in:${id}:${entry}:${asked.person.id}`;
  await store.owe(team, id, [owed], now(), { cause, ...doubtOf(attempt) });
}

/** Who was told of an entry by the entry itself: its author, and those who were asked before it and are no substitutes. */
function peopleTold({ lastEntry, progress: { asked } }: Order, entry: number): string[] {
  const others = asked.flatMap(({ id, standIn }) => (standIn ? [] : [id]));
  return lastEntry.seq === entry ? [lastEntry.by.id, ...others] : others;
}

/** Why somebody is asked for a decision who is not the order's supervisor; undefined where there is nothing to say. */
export async function whyAsked(
  attempt: Pick<Attempt, 'groupMembers' | 'now' | 'order' | 'settings' | 'store' | 'stored'>,
  { person, about, entry: { action } }: { readonly person: string; readonly about: TellKind; readonly entry: Entry },
): Promise<StandIn | undefined> {
  const { now, order, store } = attempt;
  const { team, progress, supervisor } = order;
  if (person === supervisor.id || (about !== 'request' && about !== 'extra_cost')) return undefined;
  if (isStandIn(order, person)) {
    const { awayUntil, substitute } = await store.preferences(team, supervisor.id);
    const named = awayUntil !== null && awayUntil * 1000 > now() && substitute?.id === person;
    return { because: 'substitute', ...(named ? { until: awayUntil } : {}) };
  }
  if (action.type !== 'remind' || !action.asked?.some(({ id }) => id === person))
    return progress.asked.some(({ id }) => id === person) ? { because: 'before' } : undefined;
  if (action.people.length > 0) return { because: 'unanswered' };
  return { because: (await mayDecide(attempt, supervisor.id)) ? 'away' : 'limit' };
}
