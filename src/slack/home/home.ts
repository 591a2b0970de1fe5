import { createHash } from 'node:crypto';
import { type Cause, isLostChannel, type OrderSummary, type PersonRecord, type Store } from '../../../db/ports.ts';
import { maySee, rolesOf } from '../../order/permissions.ts';
import { orderFor } from '../../order/prices.ts';
import type { Words } from '../../words/words.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../people/people.ts';
import type { Caller } from '../replies/open-views.ts';
import type { BlockActions } from '../transport/payloads.ts';
import { offersTo } from '../views/buttons.ts';
import { card } from '../views/card.ts';
import {
  CAUSES_SHOWN,
  EVERYTHING,
  type Failures,
  HOME,
  type Home,
  type HomeOrders,
  homeView,
  ROWS_SHOWN,
} from '../views/home.ts';
import { decodeHomePage, firstPage, type HomePage, pageActions } from '../views/ids.ts';
import { notice } from '../views/notice.ts';
import { readersWords } from '../words-for.ts';

/** Parked effects among which the one is looked for that a button in Home is about. */
const PARKED_LOOKED_AT = 1000;

/**
 * Publishes a person's Home: what waits for them, a page of their orders, and for admins what could not be delivered. While
 * Slack is in trouble, again a little later.
 */
export async function publishHome(deps: Deps, id: string, page: HomePage = firstPage): Promise<void> {
  await Promise.all([deps.homes.see(id, page), deps.updates.show(`home ${id}`, () => published(deps, id, page))]);
}

/** After a person's own action: their Home, where it is open, shows it on the page they are on. */
export async function publishHomeAgain(deps: Deps, id: string): Promise<void> {
  const page = await deps.homes.pageOf(id);
  if (page) await publishHome(deps, id, page);
}

/** False when Slack did not take it, or did not say who this is, and may do so later. */
async function published(deps: Deps, id: string, page: HomePage): Promise<boolean> {
  const reading = deps.store.settings(deps.team);
  const [person, settings] = await Promise.all([deps.people.find(id, reading), reading]);
  if (!person) return false;
  return deps.views.publish(id, await homeFor(deps, person, readersWords(person, settings), page));
}

/** Somebody's Home, in these words. */
export async function homeFor(
  { store }: Pick<Deps, 'store'>,
  person: Person,
  words: Words,
  page: HomePage = firstPage,
): Promise<Home> {
  const mayAct = person.kind === 'member' || person.kind === 'guest';
  const mine = { page: firstPage, orders: [], newer: false, older: false };
  const shown = mayAct ? await contentFor(store, person, page) : { waiting: [], mine, failures: NO_FAILURES };
  const maySubmit = rolesOf(person, undefined).includes('requester');
  const maySet = person.admin && person.kind === 'member';
  return homeView({ mayAct, maySubmit, maySet, ...shown }, words);
}

async function contentFor(store: Store, person: PersonRecord, page: HomePage) {
  const { team, id } = person;
  const guest = person.kind === 'guest';
  const [waiting, mine, failures] = await Promise.all([
    Promise.all(
      WAITING.filter(([role]) => role === 'crew' || !guest).map(([role, state]) =>
        store.list(team, { person: id, limit: HOME.waiting + 1, role, states: [state] }),
      ),
    ),
    pageOf(store, person, page),
    person.admin && !guest ? failuresOf(store, team) : NO_FAILURES,
  ]);
  return { waiting: newestFirst(waiting.flat()), mine, failures };
}

/** Whom orders wait for, and in which state. */
const WAITING = [
  ['supervisor', 'submitted'],
  ['requester', 'changes_requested'],
  ['coordinator', 'approved'],
  ['crew', 'approved'],
] as const;

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
  return publishHome(deps, caller.person, page ?? firstPage);
}

/** Shows one order in a modal, with the buttons that this person may press. */
export async function showOrder(deps: Deps, caller: Caller, orderId: string): Promise<void> {
  const { team, store, people, views } = deps;
  const reading = store.settings(team);
  const [person, order, settings] = await Promise.all([
    people.find(caller.person, reading),
    store.order(team, orderId),
    reading,
  ]);
  const words = readersWords(person, settings);
  const { title, noOrder } = words.forms.notice;
  if (!person || !order || !maySee(person, order)) return views.show(caller, notice(words, title.order, noOrder));
  const { blocks } = card(orderFor(person, order), words, offersTo(person, order));
  return views.show(caller, { ...notice(words, title.order, ''), blocks });
}

/** An admin tries again one thing that could not be delivered, and sees Home as it is then. */
export function retryEffect(deps: Deps, caller: Caller, effectId: string, page?: HomePage): Promise<void> {
  return retried(deps, caller, page, () => deps.store.unpark(deps.team, effectId, deps.now()));
}

/** An admin tries again all that could not be delivered, or all that has this cause. */
export function retryAll(deps: Deps, caller: Caller, key: string, page?: HomePage): Promise<void> {
  return retried(deps, caller, page, async () => {
    const { store, team, now } = deps;
    if (key === EVERYTHING) return store.unparkAll(team, now());
    const cause = (await store.parkedCauses(team, CAUSES_READ)).find((one) => causeKey(one) === key);
    // Somebody else has pressed it meanwhile.
    if (cause) await store.unparkAll(team, now(), cause);
  });
}

/** After this long most of what was tried again is delivered, or has failed again. Milliseconds. */
const LOOK_AGAIN = 4000;

async function retried(
  deps: Deps,
  caller: Caller,
  page: HomePage | undefined,
  unpark: () => Promise<unknown>,
): Promise<void> {
  const person = await deps.people.find(caller.person);
  if (!person?.admin || person.kind !== 'member') {
    const words = readersWords(person, await deps.store.settings(deps.team));
    const { forms, home } = words;
    return deps.views.show(caller, notice(words, forms.notice.title.refused, home.failed.adminsOnly));
  }
  await unpark();
  deps.nudge();
  await publishHome(deps, caller.person, page);
  setTimeout(() => void publishHome(deps, caller.person, page), LOOK_AGAIN).unref();
}

/** An admin gives up the channel that the app cannot get into: the order goes on in a new one. */
export function openNewChannel(deps: Deps, caller: Caller, order: string, page?: HomePage): Promise<void> {
  return retried(deps, caller, page, async () => {
    const { team, store, now, log } = deps;
    const by = caller.person;
    const [ref, failures] = await Promise.all([store.channel(team, order), store.parked(team, PARKED_LOOKED_AT)]);
    const stuck = failures.some((one) => one.order === order && isLostChannel(one.error));
    // A button from a Home drawn long ago must not take a channel away that works again.
    if (!ref || !stuck) return;
    await store.updateChannel(ref, { archivedAt: Math.floor(now() / 1000), lost: { how: 'abandoned', by, at: 0 } });
    await store.unparkOrder(team, order, now());
    log.info({ event: 'channel.given_up', order, by }, 'an admin replaced the channel of an order');
  });
}

/** Causes that are counted; more than these nobody has at once. */
const CAUSES_READ = 100;

const NO_FAILURES: Failures = { total: 0, causes: [] };

/** What could not be delivered, by cause, the newest first. */
async function failuresOf(store: Store, team: string): Promise<Failures> {
  const causes = await store.parkedCauses(team, CAUSES_READ);
  const shown = causes.slice(0, CAUSES_SHOWN).map(async (cause) => ({
    ...cause,
    key: causeKey(cause),
    newest: await store.parked(team, ROWS_SHOWN, cause),
  }));
  return { total: causes.reduce((sum, { count }) => sum + count, 0), causes: await Promise.all(shown) };
}

/** The value of a button that retries one cause: what it names may be longer than a button's value. */
const causeKey = ({ error, remedy }: Cause): string =>
  createHash('sha256').update(`${error}\n${remedy}`).digest('hex').slice(0, 16);

const newestFirst = (orders: readonly OrderSummary[]): OrderSummary[] =>
  [...new Map(orders.map((order) => [order.id, order])).values()].sort((a, b) => b.number - a.number);
