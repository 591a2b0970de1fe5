import { standInFor, withoutAbsent } from '../../absence.ts';
import type { Similar } from '../../forms/context.ts';
import { type Draft, type Raw, textIn } from '../../forms/draft.ts';
import { extraOf } from '../../forms/extra-cost.ts';
import { saidWhere } from '../../forms/fields/records.ts';
import { recordIn } from '../../forms/on-file.ts';
import { looksGrouped } from '../../forms/pages/order-review.ts';
import { extraCostOf } from '../../order/amounts/covered.ts';
import { keepingPrices } from '../../order/amounts/prices.ts';
import type { Content, Item } from '../../order/content.ts';
import type { Order } from '../../order/order.ts';
import { type Cost, couldApprove, maySee, whoMayApprove } from '../../order/permissions.ts';
import type { Deps } from '../deps.ts';
import type { Session } from './form-session.ts';
import { cataloguePrices, withListPrices } from './on-file/records.ts';
import { isReview } from './page.ts';

/** How long two orders that read alike are taken for one job, seconds; and how many of the newest are looked at. */
const RECENT = 86_400;
const LOOKED_AT = 100;
/** Orders of the same title that are read. */
const READ = 20;
/** Named to the person; more than that is a habit. */
const NAMED = 3;

/** The session with what is looked up for a page of its form: a review, or what the client is shown before they accept the work. */
export async function forPage(deps: Deps, session: Session, draft: Draft, page: string | undefined): Promise<Session> {
  if (session.bound.form.id === 'hand_over')
    return withDeciders(deps, session, draft.values.to, decidedOn(session.stored));
  if (session.bound.form.id === 'close') return withLastWork(deps, session);
  if (!isReview(session, page)) return session;
  const { supervisor } = draft.values;
  const cost = { ...session.context, items: draft.items };
  const known = await withDeciders(deps, await withSimilar(deps, session, draft.values), supervisor, cost);
  const costed = await withUnseenCost(deps, await withCataloguePrices(deps, known, draft), draft);
  return isConfirmation(session) ? withWhoIsAsked(deps, costed, draft) : costed;
}

/** What an order costs that a supervisor has to decide on; undefined where there is nothing to. */
const decidedOn = (stored: Order | undefined): Cost | undefined =>
  stored && (!stored.approval || stored.progress.question) ? stored.content : undefined;

/**
 * Where a confirmation comes to more than approvals cover: whether the supervisor who will be asked is away, and whether they may accept so
 * much.
 */
async function withWhoIsAsked(deps: Deps, session: Session, { items }: Draft): Promise<Session> {
  const { context, policy, stored, team } = session;
  const asks = context.unseenExtra || extraOf(items, context) !== undefined;
  if (!asks || !stored) return session;
  const { content, requester, supervisor } = stored;
  const cost = { ...content, items: await pricedItems(deps, session, { items }) };
  const known = await withSupervisorAway(deps, session, supervisor.id, cost);
  const may = whoMayApprove(cost, requester.id, policy).filter((id) => id !== supervisor.id);
  const enough = await withoutAbsent(deps.store, team, may, context.now);
  const tooLow = !(await mayApprove(deps, session, supervisor.id, cost));
  return { ...known, context: { ...known.context, accepting: { tooLow, enough } } };
}

/** Whether somebody may approve this much for the requester of the form's order. */
async function mayApprove({ store }: Deps, { team, policy, stored, person }: Session, id: string, content: Cost) {
  const known = (await store.person(team, id)) ?? { id, kind: 'member' as const, admin: false };
  const admin = known.admin || (policy.admins ?? []).includes(id);
  return couldApprove({ ...known, admin }, { requester: stored?.requester ?? person, content }, policy);
}

/** The work that was reported last, where a later version (a signature, accepted extra cost) reports none itself. */
async function withLastWork({ store }: Deps, session: Session): Promise<Session> {
  const { latest, lastReport, team, id } = session.context.order ?? {};
  if (!lastReport || !team || !id || latest?.report) return session;
  const reported = (await store.version(team, id, lastReport.version))?.report?.workDone;
  return reported === undefined ? session : { ...session, context: { ...session.context, lastWork: reported } };
}

/** Whether the supervisor who is entered is away; and where they may not approve so much, who of those who may is away. */
async function withDeciders(deps: Deps, session: Session, entered: Raw | undefined, cost: Cost | undefined) {
  const known = await withSupervisorAway(deps, session, entered, cost);
  const supervisor = textIn(entered);
  if (!cost || supervisor === '' || (await mayApprove(deps, session, supervisor, cost))) return known;
  const { team, policy, stored, person, context } = session;
  const may = whoMayApprove(cost, (stored?.requester ?? person).id, policy);
  const there = await withoutAbsent(deps.store, team, may, context.now);
  return { ...known, context: { ...known.context, absent: may.filter((id) => !there.includes(id)) } };
}

const isConfirmation = ({ bound }: Session): boolean => bound.leadsTo.includes('confirm_final');

/** Whether the supervisor who is entered is away, who is asked as well, and whether that one is away too, or may not approve so much. */
async function withSupervisorAway(
  deps: Deps,
  session: Session,
  entered: Raw | undefined,
  cost: Cost | undefined,
): Promise<Session> {
  const supervisor = textIn(entered);
  if (supervisor === '') return session;
  const { team, stored, person, context } = session;
  const { awayUntil: until } = await deps.store.preferences(team, supervisor);
  if (until === null || until <= context.now) return session;
  const asked = { supervisor, requester: stored?.requester.id ?? person.id, at: context.now };
  const named = await standInFor({ store: deps.store, groupMembers: deps.groups.members }, team, asked);
  // Nobody is asked about their own doing.
  const substitute = named?.id === person.id && isConfirmation(session) ? undefined : named;
  const theirs = substitute && (await deps.store.preferences(team, substitute.id)).awayUntil;
  const alsoAway = typeof theirs === 'number' && theirs > context.now;
  const tooLow = !!substitute && !!cost && !(await mayApprove(deps, session, substitute.id, cost));
  const supervisorAway = { id: supervisor, until, substitute: substitute?.name, alsoAway, tooLow };
  return { ...session, context: { ...context, supervisorAway } };
}

/** What is asked about the price of an item is not asked where the catalogue has it so. */
async function withCataloguePrices(deps: Deps, session: Session, { items }: Draft): Promise<Session> {
  const taken = items.filter((item) => item.onFile !== undefined && looksGrouped(item));
  if (taken.length === 0 || !('location' in session.bound.form.fields)) return session;
  return withListPrices(deps, session, taken);
}

/** Whether a confirmation comes to more than approvals cover, for its author who sees no prices: they are told that, and no amount. */
async function withUnseenCost(deps: Deps, session: Session, { items }: Draft): Promise<Session> {
  const { context, stored } = session;
  if (!stored || context.seesPrices !== false || !isConfirmation(session)) return session;
  const content = { ...stored.content, items: await pricedItems(deps, session, { items }) };
  return extraCostOf({ ...stored, content }) ? { ...session, context: { ...context, unseenExtra: true } } : session;
}

/** The items of a form with the prices that its author does not see. */
async function pricedItems(deps: Deps, session: Session, { items }: Pick<Draft, 'items'>): Promise<readonly Item[]> {
  const { context, stored } = session;
  if (!stored || context.seesPrices !== false) return items;
  return keepingPrices(items, stored.content.items, await cataloguePrices(deps, session, { items }));
}

/** The session with the orders of the last day that read like the one on this page. */
async function withSimilar({ store }: Deps, session: Session, values: Draft['values']): Promise<Session> {
  const { team, person, order, context, bound } = session;
  if (!('location' in bound.form.fields)) return session;
  const mine = jobOf({ ...values, ...saidWhere(values, context) }, recordIn(values.client), recordIn(values.location));
  const newest = await store.list(team, { limit: LOOKED_AT });
  const alike = newest.filter((one) => one.id !== order?.id && plainText(one.title) === mine.title);
  // Those for a client of that name first: a client on file may be called something else.
  const likely = alike.toSorted((a, b) => Number(isOther(a, mine)) - Number(isOther(b, mine))).slice(0, READ);
  const found = await Promise.all(likely.map((one) => store.order(team, one.id)));
  const same = found.flatMap((one) => (one && isSameJob(mine, jobIn(one.content)) ? [one] : [])).slice(0, NAMED);
  const similar = same.map(async (one): Promise<Similar[]> => {
    const at = (await store.entry(team, one.id, 1))?.at ?? 0;
    if (at < context.now - RECENT) return [];
    const seen = maySee(person, one) ? { number: one.number } : {};
    return [{ id: one.id, ...seen, by: one.requester, at }];
  });
  return { ...session, context: { ...context, similar: (await Promise.all(similar)).flat() } };
}

/** What makes two orders one job: title, client and place. A record's id stands for what it is called, where there is one. */
interface Job {
  readonly title: string;
  readonly client: Party;
  readonly place: Party;
}
interface Party {
  readonly text: string;
  /** The id of its record; '' where it was typed. */
  readonly record: string;
}

type Texts = Partial<Record<'title' | 'client' | 'location', unknown>>;

const jobOf = ({ title, client, location }: Texts, clientRecord: string, siteRecord: string): Job => ({
  title: plainText(title),
  client: { text: plainText(client), record: clientRecord },
  place: { text: plainText(location), record: siteRecord },
});

const jobIn = (content: Content): Job => jobOf(content, content.clientOnFile?.id ?? '', content.siteOnFile?.id ?? '');

const isSameJob = (one: Job, other: Job): boolean =>
  one.title === other.title && isSame(one.client, other.client) && isSame(one.place, other.place);

/** By their records where both have one, else by what they are called. */
const isSame = (one: Party, other: Party): boolean =>
  one.record !== '' && other.record !== '' ? one.record === other.record : one.text === other.text;

const isOther = ({ client }: { readonly client: string }, { client: { text } }: Job): boolean =>
  plainText(client) !== text;

/** However it is written. */
const plainText = (text: unknown): string =>
  String(text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
