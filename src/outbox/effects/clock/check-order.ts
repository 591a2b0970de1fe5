import { adminsOf, standInFor, standingIn } from '../../../absence.ts';
import { escalationListed } from '../../../office/authority.ts';
import { lookAt } from '../../../order/clocks/due.ts';
import { afterWorkingTime } from '../../../order/clocks/office-time.ts';
import type { Party } from '../../../order/people.ts';
import { isRelieved } from '../../../order/permissions.ts';
import type { ReminderKind } from '../../../order/progress/progress.ts';
import { policyOf } from '../../../orders.ts';
import type { Attempt, Executor } from '../../executor.ts';
import { actByItself } from './by-itself.ts';
import { mayDecide } from './may-decide.ts';
import { called, type Group, isDecision, type Line } from './recipients.ts';
import { whereIs } from './whereabouts.ts';

/** How long it is waited, in office time, for somebody to be there: seconds. */
const HALF_AN_HOUR = 1800;

/**
 * Looks whether an order needs something now, and when it is to be looked at again. What is due is an entry of its history, under a key of
 * its own: however often it is looked at, by whomever, nothing is due twice.
 */
export const checkOrder: Executor<'check_order'> = async (_, attempt) => {
  const { groupMembers, now, settings, store, stored: order } = attempt;
  const policy = policyOf(settings, await groupMembers(settings));
  const at = Math.floor(now() / 1000);
  const { due, next } = lookAt(order, policy.clocks, at);
  const lookAgain = async (notBefore: number | undefined) => {
    if (notBefore !== undefined) await store.owe(order.team, order.id, [{ type: 'check_order', notBefore }], now());
  };
  if (!due) return lookAgain(next);
  if (due.type === 'resume') {
    const seen = order.progress.hold?.entry ?? 0;
    await actByItself(attempt, order, { type: 'resume', seen }, `resume:${order.id}:${seen}`);
    return;
  }
  const { about, step } = due;
  const line = await lineOf(attempt, about, step, at);
  // Who cannot decide is no more use to the order than who is away.
  const isUse = async (id: string) => !isDecision(about) || mayDecide(attempt, id);
  const whom = await called(line, async ({ id }) => ((await isUse(id)) ? whereIs(attempt, id) : { is: 'away' }));
  if ('again' in whom) {
    // On the half hour, so that several looks at one order become one.
    const later = whom.again ?? halfHourAfter(afterWorkingTime(policy.clocks.calendar, at, HALF_AN_HOUR));
    return lookAgain(later);
  }
  const { people, asked } = whom;
  const { assignedAt = 0, waitsSince } = order.progress;
  const key = `remind:${order.id}:${about}:${step}:${waitsSince}:${order.plannedStart ?? 0}:${assignedAt}`;
  const action = { type: 'remind' as const, about, step, people, ...(asked.length > 0 ? { asked } : {}) };
  await actByItself(attempt, order, action, key);
};

const halfHourAfter = (at: number | undefined): number | undefined =>
  at === undefined ? undefined : Math.ceil(at / HALF_AN_HOUR) * HALF_AN_HOUR;

/** Who is in line to be reminded of something. */
async function lineOf(attempt: Attempt, about: ReminderKind, step: number, at: number): Promise<Line> {
  const { groupMembers, settings, stored } = attempt;
  const { crew, coordinator, requester, supervisor, progress, team } = stored;
  if (about === 'changes') return { first: [requester], instead: [], besides: [], asks: false };
  if (!isDecision(about)) {
    const boss: Group = { all: true, people: async () => [supervisor] };
    return { first: [...crew, ...(coordinator ? [coordinator] : [])], instead: [boss], besides: [], asks: false };
  }
  const substitute: Group = {
    all: true,
    async people() {
      const one = await standInFor(attempt, team, { supervisor: supervisor.id, requester: requester.id, at });
      return one ? [{ ...one, standIn: true as const }] : [];
    },
  };
  const escalation: Group = {
    all: true,
    people: async () => members(attempt, escalationListed(settings, await groupMembers(settings))),
  };
  const askedStill = async (party: Party) => {
    const person = await standingIn(attempt.store, { id: party.id, kind: 'member', admin: false }, [stored], at);
    return isRelieved(person, stored) ? [] : [party];
  };
  const admin: Group = { all: false, people: async () => members(attempt, await adminsOf(attempt, team)) };
  return {
    first: [supervisor, ...(await Promise.all(progress.asked.map(askedStill))).flat()],
    instead: [substitute, escalation, admin],
    besides: step > 1 ? [substitute, escalation] : [],
    asks: true,
  };
}

/** Those of these people who can decide on somebody else's order: full members. */
async function members({ store, stored: { requester, team } }: Attempt, ids: readonly string[]): Promise<Party[]> {
  const found: Party[] = [];
  for (const id of ids) {
    const person = await store.person(team, id);
    if (person?.kind === 'member' && id !== requester.id) found.push({ id, name: person.name });
  }
  return found;
}
