import type { ActionType, Entry } from './action.ts';
import type { Plan } from './content.ts';
import type { Party } from './people.ts';

/** Field workers that an order has at most; the forms say so as well. */
export const CREW_MAX = 20;

/** The plan of an approved order. */
export const planIn = ({ crew, coordinator, plannedStart }: Plan): Plan => ({ crew, coordinator, plannedStart });

/** The plan as it was after the entry with this number; undefined before the order was approved. */
export function planAt(entries: readonly Entry[], seq: number): Plan | undefined {
  const until = entries.filter(({ seq: n }) => n <= seq).map(({ action }) => action);
  const planned = until.findLastIndex(({ type }) => type === 'approve' || type === 'assign');
  const action = until[planned];
  if (action?.type !== 'approve' && action?.type !== 'assign') return undefined;
  const moved = until.slice(planned).findLast((one) => one.type === 'reschedule');
  return { ...planIn(action), ...(moved ? { plannedStart: moved.plannedStart } : {}) };
}

const PLANNING: readonly ActionType[] = ['approve', 'assign', 'reschedule'];

/** The entry that changed the plan last, up to the one with this number. */
export const lastPlanned = (entries: readonly Entry[], seq = Number.POSITIVE_INFINITY): Entry | undefined =>
  entries.findLast(({ seq: n, action }) => n <= seq && PLANNING.includes(action.type));

/**
 * What somebody changed in the plan that they had `seen`, done to the plan as it is `now`. Undefined where that
 * contradicts what others changed meanwhile, or leaves nobody, or too many.
 */
export function rebasePlan(now: Plan, wanted: Plan, seen: Plan): Plan | undefined {
  const crew = rebaseCrew(now.crew, wanted.crew, seen.crew);
  const coordinator = rebased(now.coordinator, wanted.coordinator, seen.coordinator, sameParty);
  const plannedStart = rebased(now.plannedStart, wanted.plannedStart, seen.plannedStart, Object.is);
  if (!crew || coordinator === undefined || plannedStart === undefined) return undefined;
  return { crew, coordinator, plannedStart };
}

function rebaseCrew(
  now: readonly Party[],
  wanted: readonly Party[],
  seen: readonly Party[],
): readonly Party[] | undefined {
  const has = (crew: readonly Party[], { id }: Party) => crew.some((one) => one.id === id);
  const left = now.filter((party) => has(wanted, party) || !has(seen, party));
  const crew = [...left, ...wanted.filter((party) => !has(seen, party) && !has(left, party))];
  return crew.length > 0 && crew.length <= CREW_MAX ? crew : undefined;
}

/** Undefined when both changed it, and not to the same. */
function rebased<T>(now: T, wanted: T, seen: T, same: (a: T, b: T) => boolean): T | undefined {
  if (same(wanted, seen)) return now;
  return same(now, seen) || same(now, wanted) ? wanted : undefined;
}

const sameParty = (a: Party | null, b: Party | null): boolean => a?.id === b?.id;
