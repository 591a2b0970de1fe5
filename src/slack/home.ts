import type { OrderSummary } from '../../db/store.ts';
import type { Caller, Deps } from './deps.ts';
import { maySee, rolesOf } from './people.ts';
import { formsFor } from './views/buttons.ts';
import { card } from './views/card.ts';
import { homeView } from './views/home.ts';
import { notice } from './views/notice.ts';

/** Publishes a person's Home: what waits for them, their orders, and for admins what could not be delivered. */
export async function publishHome({ store, people, views }: Deps, team: string, id: string): Promise<void> {
  const person = await people.find(team, id);
  if (!person) return;
  const mayAct = person.kind === 'member' || person.kind === 'guest';
  const [asSupervisor, asRequester, asCoordinator, asCrew, mine, failures] = mayAct
    ? await Promise.all([
        store.list(team, { person: id, role: 'supervisor', states: ['submitted'], limit: 20 }),
        store.list(team, { person: id, role: 'requester', states: ['changes_requested'], limit: 20 }),
        store.list(team, { person: id, role: 'coordinator', states: ['approved'], limit: 20 }),
        store.list(team, { person: id, role: 'crew', states: ['approved'], limit: 20 }),
        store.list(team, { person: id, limit: 30 }),
        person.admin ? store.parked(team, 10) : [],
      ])
    : [[], [], [], [], [], []];
  const waiting = newestFirst([...asSupervisor, ...asRequester, ...asCoordinator, ...asCrew]);
  const maySubmit = rolesOf(person, undefined).includes('requester');
  await views.publish(id, homeView({ mayAct, maySubmit, waiting, mine, failures }));
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
export async function retryEffect(deps: Deps, caller: Caller, effectId: string): Promise<void> {
  const person = await deps.people.find(caller.team, caller.person);
  if (!person?.admin || person.kind !== 'member')
    return deps.views.show(
      caller,
      notice('Not possible', 'Only workspace admins can try again what was not delivered.'),
    );
  await deps.store.unpark(caller.team, effectId, deps.now());
  deps.nudge();
  await publishHome(deps, caller.team, caller.person);
}

const newestFirst = (orders: readonly OrderSummary[]): OrderSummary[] =>
  [...new Map(orders.map((order) => [order.id, order])).values()].sort((a, b) => b.number - a.number);
