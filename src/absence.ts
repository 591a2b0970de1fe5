import type { PersonRecord, Store } from '../db/ports.ts';
import { adminsListed, type GroupMembers, supervisorsOf, withRoles } from './office/authority.ts';
import { type Ability, type AbsenceContext, owedForAbsence } from './order/absence.ts';
import type { Action } from './order/action.ts';
import { type Order, peopleOf } from './order/order.ts';
import type { Party } from './order/people.ts';
import type { Member } from './order/permissions.ts';
import { isStandIn } from './order/progress/asked.ts';
import type { Settings } from './settings.ts';

/** How many admins are asked when an order waits for somebody who has gone. */
const ADMINS = 10;
/** Orders looked at in one go. */
const PAGE = 50;

const abilities: Readonly<Record<PersonRecord['kind'], Ability>> = {
  member: 'full',
  guest: 'field',
  external: 'none',
  bot: 'none',
  deactivated: 'none',
};

/** What a person of this kind can do for an order. */
export const abilityOf = ({ kind }: Pick<PersonRecord, 'kind'>): Ability => abilities[kind];

/** Where people and what settings give them are looked up. */
export interface Directory {
  readonly store: Store;
  /** Who is in the user groups that settings name. */
  groupMembers(settings: Settings): Promise<GroupMembers>;
}

/**
 * Ids of full members who may decide on any order, a few: those whom the settings name, by themselves or in a group, before the
 * workspace's own admins and owners.
 */
export async function adminsOf({ store, groupMembers }: Directory, team: string): Promise<string[]> {
  const settings = await store.settings(team);
  const listed = new Set(adminsListed(settings, await groupMembers(settings)));
  const named: string[] = [];
  for (const id of listed) {
    if (named.length === ADMINS) break;
    if ((await store.person(team, id))?.kind === 'member') named.push(id);
  }
  const own = await store.admins(team, ADMINS);
  return [...new Set([...named, ...own.map(({ id }) => id)])].slice(0, ADMINS);
}

/**
 * Everything that a person's open orders owe because of what they can no longer do, once for the same `cause`. Returns how
 * many effects.
 */
export async function oweForAbsence(
  directory: Directory,
  team: string,
  gone: PersonRecord,
  now: number,
  cause: string,
): Promise<number> {
  const { store } = directory;
  let owed = 0;
  let before: number | undefined;
  do {
    const page = await store.list(team, {
      person: gone.id,
      states: ['submitted', 'changes_requested', 'approved'],
      limit: PAGE,
      ...(before === undefined ? {} : { before }),
    });
    for (const { id } of page) {
      const order = await store.order(team, id);
      if (order)
        owed += await oweForAbsenceFrom(directory, order, gone.id, abilityOf(gone), now, { cause: `${cause} ${id}` });
    }
    before = page.length < PAGE ? undefined : page.at(-1)?.number;
  } while (before !== undefined);
  return owed;
}

/** The same for one order. `ability`: what is left of this person, whatever we knew of them. */
export async function oweForAbsenceFrom(
  directory: Directory,
  order: Order,
  gone: string,
  ability: Ability,
  now: number,
  why: { readonly cause: string; readonly doubtSince?: number },
): Promise<number> {
  const effects = owedForAbsence(order, gone, await around(directory, order, gone, ability));
  return effects.length > 0 ? directory.store.owe(order.team, order.id, effects, now, why) : 0;
}

async function around(directory: Directory, order: Order, gone: string, ability: Ability): Promise<AbsenceContext> {
  const known = new Map<string, Ability>();
  for (const [, { id }] of peopleOf(order)) {
    const person = await directory.store.person(order.team, id);
    if (person) known.set(id, abilityOf(person));
  }
  known.set(gone, ability);
  return { ability: (id) => known.get(id) ?? 'full', admins: await adminsOf(directory, order.team) };
}

/**
 * Who decides in the place of a supervisor who said in the app that they are away at this instant (seconds): the substitute they named, as
 * long as that is somebody who may be asked about an order of this requester; undefined for nobody.
 */
export async function standInFor(
  { store, groupMembers }: Directory,
  team: string,
  { supervisor, requester, at }: { readonly supervisor: string; readonly requester: string; readonly at: number },
): Promise<Party | undefined> {
  const { awayUntil, substitute } = await store.preferences(team, supervisor);
  if (!substitute || awayUntil === null || awayUntil <= at) return undefined;
  const [person, settings] = await Promise.all([store.person(team, substitute.id), store.settings(team)]);
  if (person?.kind !== 'member' || person.id === requester || person.id === supervisor) return undefined;
  const groups = await groupMembers(settings);
  const listed = supervisorsOf(settings, groups);
  const { admin } = withRoles(person, settings, groups);
  return !listed || admin || listed.some(({ id }) => id === person.id)
    ? { id: person.id, name: person.name }
    : undefined;
}

/**
 * The person with whom they stand in for at this instant (seconds), of the supervisors for whom these orders asked them: what `rolesOf`
 * goes by. Reads nothing where no order has.
 */
export async function standingIn<P extends Member>(
  { preferences }: Pick<Store, 'preferences'>,
  person: P,
  orders: readonly Order[],
  at: number,
): Promise<P> {
  const asking = orders.filter((order) => isStandIn(order, person.id));
  if (asking.length === 0) return person;
  const supervisors = new Map(asking.map(({ team, supervisor: { id } }) => [id, team]));
  const each = [...supervisors].map(async ([id, team]) => {
    const { awayUntil, substitute } = await preferences(team, id);
    return awayUntil !== null && awayUntil > at && substitute?.id === person.id ? [id] : [];
  });
  return { ...person, standsInFor: (await Promise.all(each)).flat() };
}

/** Those of these people (ids) who have not said in the app that they are away at this instant (seconds). */
export async function withoutAbsent(
  { preferences }: Pick<Store, 'preferences'>,
  team: string,
  people: readonly string[],
  at: number,
): Promise<string[]> {
  const each = people.map(async (id) => {
    const { awayUntil } = await preferences(team, id);
    return awayUntil !== null && awayUntil > at ? [] : [id];
  });
  return (await Promise.all(each)).flat();
}

/** The action with who is asked as well, where it asks a supervisor who is away. */
export async function withStandIn(
  directory: Directory,
  team: string,
  action: Action,
  { requester, at }: { readonly requester: string; readonly at: number },
): Promise<Action> {
  if (!('content' in action) && action.type !== 'hand_over') return action;
  const supervisor = ('content' in action ? action.supervisor : action.to).id;
  const standIn = await standInFor(directory, team, { supervisor, requester, at });
  return standIn ? { ...action, standIn } : action;
}
