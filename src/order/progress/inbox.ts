import { type Clocks, waitingIn } from '../clocks/due.ts';
import { type Order, peopleOf } from '../order.ts';
import type { Party, Role } from '../people.ts';
import { isRelieved, type Member, rolesOf } from '../permissions.ts';
import { isStandIn } from './asked.ts';
import type { ReminderKind } from './progress.ts';

/** What an order waits for somebody to do; `disputed`: to confirm again what it costs. */
export type Awaited = ReminderKind | 'disputed';

/** What one order waits for somebody to do, since when, and when it is due; undefined: it never falls due. */
export interface Task {
  readonly about: Awaited;
  readonly since: number;
  readonly due: number | undefined;
}

/** Work that should have begun, or been done. */
export type LateWork = Task & { readonly about: 'start' | 'end' };

/** Whose task each is. */
const WHOSE: Readonly<Record<Awaited, readonly Role[]>> = {
  decision: ['supervisor'],
  changes: ['requester'],
  extra_cost: ['supervisor'],
  disputed: ['crew', 'coordinator'],
  start: ['crew', 'coordinator'],
  end: ['crew', 'coordinator'],
};

/**
 * What somebody is named as on an order, and may act as: an admin who is not named on it is asked nothing, nor is a substitute whose
 * supervisor is there again.
 */
export const namedAs = (person: Member, order: Order): Role[] => {
  const relieved = isRelieved(person, order);
  const named = peopleOf(order).flatMap(([role, { id }]) =>
    id === person.id && !(role === 'supervisor' && relieved) ? [role] : [],
  );
  return rolesOf(person, order).filter((role): role is Role => named.some((one) => one === role));
};

/** What an order waits for this person to do; undefined where it waits for nothing, or for others. */
export function taskOf(order: Order, person: Member, clocks: Clocks, at: number): Task | undefined {
  const roles = namedAs(person, order);
  return tasksIn(order, clocks, at).find(({ about }) => WHOSE[about].some((role) => roles.includes(role)));
}

/** What an order waits for at this instant, the most urgent first. */
function tasksIn(order: Order, clocks: Clocks, at: number): Task[] {
  const { disputed = null } = order.progress.question ?? {};
  const waiting = waitingIn(order, clocks).filter(({ about, since, due }) => {
    if (about !== 'start' && about !== 'end') return true;
    return (due ?? since) <= at;
  });
  // Of work that should be done, nobody needs to hear that it should have begun.
  const late = waiting.some(({ about }) => about === 'end')
    ? waiting.filter(({ about }) => about !== 'start')
    : waiting;
  if (!disputed || order.state !== 'approved') return late;
  return [{ about: 'disputed', since: disputed.at, due: undefined }, ...late];
}

/** Whose decision somebody takes that is not theirs as its supervisor. `away`: in the place of a supervisor who is; else besides them. */
export interface Whose {
  readonly supervisor: Party;
  readonly away: boolean;
}

/** Whose decision this is for somebody who is asked for it; undefined: their own, or it is none. */
export function whoseDecision(order: Order, person: string, about: Awaited): Whose | undefined {
  const { supervisor } = order;
  if ((about !== 'decision' && about !== 'extra_cost') || supervisor.id === person) return undefined;
  return { supervisor, away: isStandIn(order, person) };
}

/** What lists are ordered by: when a task is due, or since when it waits. */
export const urgencyOf = ({ since, due }: Task): number => due ?? since;

/** What work is late with at this instant: it should have begun, or been done; undefined where it is not late. */
export const lateWith = (order: Order, clocks: Clocks, at: number): LateWork | undefined =>
  tasksIn(order, clocks, at).find((task): task is LateWork => task.about === 'start' || task.about === 'end');

/** Since when something waits too long, what is late of work apart; undefined where it does not. */
export function overdueSince(order: Order, about: ReminderKind, clocks: Clocks, at: number): number | undefined {
  if (about === 'start' || about === 'end') return undefined;
  const due = waitingIn(order, clocks).find((one) => one.about === about)?.due;
  return due !== undefined && due <= at ? due : undefined;
}
