import type { ModalView } from '@slack/types';
import type { Store } from '../../../db/ports.ts';
import { standingIn } from '../../absence.ts';
import { mayKeepRecords } from '../../office/records/add.ts';
import { orderFor } from '../../order/amounts/prices.ts';
import type { Order } from '../../order/order.ts';
import { maySee, rolesOf, seesAll } from '../../order/permissions.ts';
import { ofStatus } from '../../order/progress/status.ts';
import type { Words } from '../../words/words.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../people/people.ts';
import type { Caller } from '../replies/open-views.ts';
import type { BlockActions } from '../transport/payloads.ts';
import { offersTo } from '../views/buttons.ts';
import { privateCard } from '../views/card.ts';
import { HOME, type Home, type HomeOrders, homeView } from '../views/home.ts';
import { decodeHomePage, firstPage, type HomePage, pageActions } from '../views/ids.ts';
import { notice } from '../views/notice.ts';
import { readersWords } from '../words-for.ts';
import { hasVisits, inboxOf, openVisits, todayOf } from './agenda.ts';
import { failuresOf, NO_FAILURES } from './failures.ts';
import { withLate } from './late.ts';

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
  { store, now }: Pick<Deps, 'store' | 'now'>,
  person: Person,
  words: Words,
  page: HomePage = firstPage,
): Promise<Home> {
  const mayAct = person.kind === 'member' || person.kind === 'guest';
  const shown = mayAct ? await contentFor(store, person, page, Math.floor(now() / 1000)) : NOTHING;
  const maySubmit = rolesOf(person, undefined).includes('requester');
  const maySet = person.admin && person.kind === 'member';
  const may = { mayAct, maySubmit, maySet, mayKeepRecords: mayKeepRecords(person), seesAll: seesAll(person) };
  return homeView({ ...may, ...shown }, words);
}

/** What Home has for who can do nothing here. */
const NOTHING = { mine: { page: firstPage, orders: [], newer: false, older: false }, failures: NO_FAILURES };

async function contentFor(store: Store, person: Person, page: HomePage, at: number) {
  const { team, id } = person;
  const guest = person.kind === 'guest';
  const [settings, visits, onSite, mine, failures, preferences] = await Promise.all([
    store.settings(team),
    openVisits(store, person, at),
    hasVisits(store, person),
    pageOf(store, person, page),
    person.admin && !guest ? failuresOf(store, team) : NO_FAILURES,
    store.preferences(team, id),
  ]);
  const [inbox, today] = await Promise.all([
    inboxOf(store, visits, { person, settings, at, most: HOME.waiting }),
    todayOf(store, visits, { person, settings, at, most: HOME.visits }),
  ]);
  const orders = await withLate(store, mine.orders, { team, settings, at });
  const own = { preferences, decides: !guest, digests: settings.reminders.digest, at };
  return { inbox, today: onSite ? today : undefined, mine: { ...mine, orders }, failures, own };
}

/** A page of the orders that a person has a part in, and whether there are newer and older ones. */
async function pageOf(store: Store, person: Person, page: HomePage): Promise<HomeOrders> {
  const everybodys = page.o === 1 && seesAll(person);
  const unasked = page.o === undefined && page.s === '' && seesAll(person);
  const filter = {
    ...(everybodys ? {} : { person: person.id }),
    ...(person.kind === 'guest' ? { role: 'crew' as const } : {}),
    ...(page.s ? ofStatus(page.s) : {}),
    limit: HOME.orders + 1,
  };
  const newest: HomePage = { s: page.s, ...(page.o === undefined ? {} : { o: page.o }) };
  if (page.a !== undefined) {
    const orders = await store.list(person.team, { ...filter, after: page.a });
    // Fewer than a page: these are the newest, and the newest page is always a full one.
    if (orders.length > HOME.orders) return { page, orders: orders.slice(1), newer: true, older: true };
    return pageOf(store, person, newest);
  }
  const orders = await store.list(person.team, { ...filter, ...(page.b === undefined ? {} : { before: page.b }) });
  if (orders.length === 0 && page.b !== undefined) return pageOf(store, person, newest);
  // Who has no orders of their own, and sees all, begins with these.
  if (orders.length === 0 && unasked) return pageOf(store, person, { s: '', o: 1 });
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
  const { team, store, people, views, now } = deps;
  const reading = store.settings(team);
  const [person, order, settings] = await Promise.all([
    people.find(caller.person, reading),
    store.order(team, orderId),
    reading,
  ]);
  const words = readersWords(person, settings);
  const { title, noOrder } = words.forms.notice;
  if (!person || !order || !maySee(person, order)) return views.show(caller, notice(words, title.order, noOrder));
  return views.show(caller, orderView(await standingIn(store, person, [order], now() / 1000), order, words));
}

/** One order with the buttons that this person may press, as a modal. */
export function orderView(person: Person, stored: Order, words: Words): ModalView {
  const { blocks } = privateCard(orderFor(person, stored), words, offersTo(person, stored));
  return { ...notice(words, words.forms.notice.title.order, ''), blocks };
}
