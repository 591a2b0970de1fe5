import type { PersonRecord, Store } from '../db/ports.ts';
import { type Ability, type AbsenceContext, owedForAbsence } from './order/absence.ts';
import { type Order, peopleOf } from './order/order.ts';

/** How many admins are asked when an order waits for somebody who has gone. */
export const ADMINS = 10;
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

/**
 * Everything that a person's open orders owe because of what they can no longer do, once for the same `cause`. Returns how
 * many effects.
 */
export async function oweForAbsence(
  store: Store,
  team: string,
  gone: PersonRecord,
  now: number,
  cause: string,
): Promise<number> {
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
      if (order) owed += await oweForAbsenceFrom(store, order, gone.id, abilityOf(gone), now, `${cause} ${id}`);
    }
    before = page.length < PAGE ? undefined : page.at(-1)?.number;
  } while (before !== undefined);
  return owed;
}

/** The same for one order. `ability`: what is left of this person, whatever we knew of them. */
export async function oweForAbsenceFrom(
  store: Store,
  order: Order,
  gone: string,
  ability: Ability,
  now: number,
  cause: string,
): Promise<number> {
  const effects = owedForAbsence(order, gone, await around(store, order, gone, ability));
  return effects.length > 0 ? store.owe(order.team, order.id, effects, now, { cause }) : 0;
}

async function around(store: Store, order: Order, gone: string, ability: Ability): Promise<AbsenceContext> {
  const known = new Map<string, Ability>();
  for (const [, { id }] of peopleOf(order)) {
    const person = await store.person(order.team, id);
    if (person) known.set(id, abilityOf(person));
  }
  known.set(gone, ability);
  const admins = await store.admins(order.team, ADMINS);
  return { ability: (id) => known.get(id) ?? 'full', admins: admins.map(({ id }) => id) };
}
