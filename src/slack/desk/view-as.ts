import { withoutPrices } from '../../order/amounts/prices.ts';
import { maySee, rolesOf, seesPrices } from '../../order/permissions.ts';
import type { Deps } from '../deps.ts';
import { homeFor } from '../home/home.ts';
import type { Person } from '../people/people.ts';
import { formsFor } from '../views/buttons.ts';
import { card } from '../views/card.ts';
import type { Viewed, ViewedRole } from '../views/desk/as.ts';
import type { AtDesk } from './admin.ts';

/** Orders among which one is looked for that somebody in this role would see. */
const LOOKED_AT = 20;

/** Nobody's id: somebody who has no part in any order. */
const NOBODY = 'U0';

/** What somebody in this role sees: Home, and the newest order that they may see, in the admin's own words. */
export async function viewedAs(deps: Deps, { admin, words }: AtDesk, role: ViewedRole): Promise<Viewed> {
  const { store, team } = deps;
  const newest = await store.list(team, { limit: LOOKED_AT });
  const orders = await Promise.all(newest.map(({ id }) => store.order(team, id)));
  const withCrew = orders.find((order) => order && order.crew.length > 0);
  const worker = withCrew?.crew[0]?.id ?? NOBODY;
  const onCrew = role === 'crew' || role === 'guest';
  const person: Person = {
    ...admin,
    id: onCrew ? worker : NOBODY,
    kind: role === 'guest' ? 'guest' : 'member',
    admin: false,
    office: role === 'office',
  };
  const seen = orders.find((order) => order && maySee(person, order) && (!onCrew || order.id === withCrew?.id));
  const shown = seen && (seesPrices(person, seen) ? seen : withoutPrices(seen));
  const { blocks } = await homeFor(deps, person, words);
  return {
    role,
    home: blocks,
    order: shown && card(shown, words, formsFor(shown, rolesOf(person, shown))).blocks,
  };
}
