import type { OrderSummary, PersonRecord, Store } from '../../db/store.ts';
import type { Caller, Deps } from './deps.ts';
import { decodeHomePage, firstPage, type HomePage, pageActions } from './ids.ts';
import type { BlockActions } from './payloads.ts';
import { maySee, rolesOf } from './people.ts';
import { formsFor } from './views/buttons.ts';
import { card } from './views/card.ts';
import { HOME, type HomeOrders, homeView } from './views/home.ts';
import { notice } from './views/notice.ts';

/** Publishes a person's Home: what waits for them, a page of their orders, and for admins what could not be delivered. */
export async function publishHome(deps: Deps, team: string, id: string, page: HomePage = firstPage): Promise<void> {
  const { store, people, views } = deps;
  const person = await people.find(team, id);
  if (!person) return;
  const mayAct = person.kind === 'member' || person.kind === 'guest';
  const nothing = { waiting: [], mine: { page: firstPage, orders: [], newer: false, older: false }, failures: [] };
  const shown = mayAct ? await contentFor(store, person, page) : nothing;
  const maySubmit = rolesOf(person, undefined).includes('requester');
  await views.publish(id, homeView({ mayAct, maySubmit, ...shown }));
}

async function contentFor(store: Store, person: PersonRecord, page: HomePage) {
  const { team, id } = person;
  const waitingAs = { person: id, limit: HOME.waiting + 1 };
  const guest = person.kind === 'guest';
  const [asSupervisor, asRequester, asCoordinator, asCrew, mine, failures] = await Promise.all([
    guest ? [] : store.list(team, { ...waitingAs, role: 'supervisor', states: ['submitted'] }),
    guest ? [] : store.list(team, { ...waitingAs, role: 'requester', states: ['changes_requested'] }),
    guest ? [] : store.list(team, { ...waitingAs, role: 'coordinator', states: ['approved'] }),
    store.list(team, { ...waitingAs, role: 'crew', states: ['approved'] }),
    pageOf(store, person, page),
    person.admin && !guest ? store.parked(team, HOME.failures) : [],
  ]);
  return { waiting: newestFirst([...asSupervisor, ...asRequester, ...asCoordinator, ...asCrew]), mine, failures };
}

/** A page of the orders that a person has a part in, and whether there are newer and older ones. */
async function pageOf(store: Store, person: PersonRecord, page: HomePage): Promise<HomeOrders> {
  const filter = {
    person: person.id,
    ...(person.kind === 'guest' ? { role: 'crew' as const } : {}),
    ...(page.s ? { states: [page.s] } : {}),
    limit: HOME.orders + 1,
  };
  if (page.a !== undefined) {
    const orders = await store.list(person.team, { ...filter, after: page.a });
    // Fewer than a page: these are the newest, and the newest page is always a full one.
    if (orders.length > HOME.orders) return { page, orders: orders.slice(1), newer: true, older: true };
    return pageOf(store, person, { s: page.s });
  }
  const orders = await store.list(person.team, { ...filter, ...(page.b === undefined ? {} : { before: page.b }) });
  if (orders.length === 0 && page.b !== undefined) return pageOf(store, person, { s: page.s });
  const older = orders.length > HOME.orders;
  return { page, orders: orders.slice(0, HOME.orders), newer: page.b !== undefined, older };
}

/** Turns over to another page of Home, or to the orders in another state. */
export function turnHomePage(deps: Deps, caller: Caller, payload: BlockActions): Promise<void> {
  const action = payload.actions[0];
  const chosen = action?.action_id === pageActions.state ? action.selected_option?.value : action?.value;
  const page = decodeHomePage(chosen ?? '');
  return publishHome(deps, caller.team, caller.person, page ?? firstPage);
}

/** Shows one order in a modal, with the buttons that this person may press. */
export async function showOrder({ store, people, views }: Deps, caller: Caller, orderId: string): Promise<void> {
  const [person, order, settings] = await Promise.all([
    people.find(caller.team, caller.person),
    store.order(caller.team, orderId),
    store.settings(caller.team),
  ]);
  if (!person || !order || !maySee(person, order))
    return views.show(caller, notice('Service order', 'There is no such service order, or it is not one of yours.'));
  const { blocks } = card(order, settings, formsFor(order, rolesOf(person, order)));
  return views.show(caller, { ...notice('Service order', ''), blocks });
}

/** An admin tries again what could not be delivered, and sees Home as it is then. */
export async function retryEffect(deps: Deps, caller: Caller, effectId: string, page?: HomePage): Promise<void> {
  const person = await deps.people.find(caller.team, caller.person);
  if (!person?.admin || person.kind !== 'member') return;
  await deps.store.unpark(caller.team, effectId, deps.now());
  deps.nudge();
  await publishHome(deps, caller.team, caller.person, page);
}

const newestFirst = (orders: readonly OrderSummary[]): OrderSummary[] =>
  [...new Map(orders.map((order) => [order.id, order])).values()].sort((a, b) => b.number - a.number);
