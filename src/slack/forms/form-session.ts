import type { DraftKey } from '../../../db/ports.ts';
import { standingIn } from '../../absence.ts';
import { peopleNamed } from '../../forms/answers.ts';
import { type FormContext, versionIn } from '../../forms/context.ts';
import { decidingOf } from '../../forms/deciding.ts';
import type { Draft } from '../../forms/draft.ts';
import { NAMED_LISTED } from '../../forms/fields/people.ts';
import { type OrderForm, type OrderFormId, orderForms } from '../../forms/forms.ts';
import { nothingOnFile } from '../../forms/on-file.ts';
import { baseItems } from '../../forms/pages/confirmation.ts';
import { mayKeepRecords } from '../../office/records/add.ts';
import { currencyDecimals } from '../../order/amounts/currencies.ts';
import { differsFromApproved } from '../../order/amounts/items.ts';
import { isPriced } from '../../order/amounts/money.ts';
import { itemsWithout, keepingPrices, versionWithoutPrices, withoutPrices } from '../../order/amounts/prices.ts';
import type { Order } from '../../order/order.ts';
import type { Actor } from '../../order/people.ts';
import { limitOf, type Member, maySee, rolesOf, seesPrices, wasOn } from '../../order/permissions.ts';
import { planAt } from '../../order/plan.ts';
import type { Policy } from '../../order/policy.ts';
import type { NewOrder } from '../../order/refusal.ts';
import type { Version } from '../../order/version.ts';
import { policyOf } from '../../orders.ts';
import type { Settings } from '../../settings.ts';
import type { Words } from '../../words/words.ts';
import type { Deps } from '../deps.ts';
import type { KeptDraft } from '../drafts/drafts.ts';
import type { Person } from '../people/people.ts';
import type { PageMetadata } from '../views/ids.ts';
import { readersWords } from '../words-for.ts';
import { typesOf } from './on-file/types.ts';

/** A form with the person, the order and the workspace it is about. */
export interface Session {
  readonly about: About;
  readonly bound: OrderForm;
  readonly team: string;
  readonly person: Person;
  /** As the person may read it: without prices for who does not see them. */
  readonly order: Order | undefined;
  /** As it is stored: what an action is decided on, and never shown. */
  readonly stored: Order | undefined;
  /** The order that a new one is copied from, as the person sees it. */
  readonly copied: Order | undefined;
  readonly draftKey: DraftKey;
  /** The part of the workspace's settings that decides. */
  readonly policy: Policy;
  /** How many orders of the person wait for a decision, where that was counted. */
  readonly undecided: number | undefined;
  readonly context: FormContext;
}

/** What the session starts from, as ids; `order` '' for a new one, `source` the message and `copyOf` the order it is made from, or ''. */
export interface About {
  readonly person: string;
  readonly form: OrderFormId;
  readonly order: string;
  readonly source: string;
  readonly copyOf: string;
}

/** The same of a modal, by what it carries. */
export const aboutOf = (
  person: string,
  form: OrderFormId,
  { o: order, m: source, y: copyOf = '' }: Pick<PageMetadata, 'o' | 'm' | 'y'>,
): About => ({ person, form, order, source, copyOf });

/** Why there is no form: a sentence for the person. */
export interface Sorry {
  readonly sorry: string;
  readonly words: Words;
  /** Another try may do. */
  readonly passing?: true;
}

/**
 * Loads everything a form needs; a sentence for the person instead, in their words, when it cannot be (`passing`: another
 * try may do).
 * Who was on the order once gets a session too: what they still have open is then refused with what happened. `counted`: for a
 * new order that is begun or sent, also how many wait for a decision.
 */
export async function startSession(
  deps: Deps,
  about: About,
  { counted = false }: { readonly counted?: boolean } = {},
): Promise<Session | Sorry> {
  const { team, store, people, now } = deps;
  const { form } = about;
  const reading = store.settings(team);
  const [found, stored, settings, undecided, model, types] = await Promise.all([
    people.find(about.person, reading),
    about.order ? store.order(team, about.order) : undefined,
    reading,
    counted && !about.order ? store.undecided(team, about.person) : undefined,
    about.copyOf ? store.order(team, about.copyOf) : undefined,
    about.order ? [] : typesOf(deps, team),
  ]);
  const person = found && stored ? await standingIn(store, found, [stored], now() / 1000) : found;
  const words = readersWords(person, settings);
  const say = words.forms.notice;
  // Only a new order has none yet, and it never has one.
  if ((form === 'submit') !== (about.order === '')) return { sorry: say.oldApp, words };
  if (!person) return { sorry: say.unknownPerson, passing: true, words };
  if (about.order && (!stored || !(maySee(person, stored) || wasOn(person, await store.entries(team, stored.id)))))
    return { sorry: say.noOrder, words };
  const seen = seenBy(person, stored);
  const { order } = seen;
  if (about.copyOf && (!model || !maySee(person, model))) return { sorry: say.noOrder, words };
  const copied = model && (seesPrices(person, model) ? model : withoutPrices(model));
  const { currency, decimals, taxRate } = order?.content ?? newMoney(settings);
  const groups = await deps.groups.members(settings);
  const policy = policyOf(settings, groups);
  return {
    about,
    bound: orderForms[form],
    team,
    person,
    order,
    stored,
    copied,
    draftKey: draftKeyOf(team, about),
    policy,
    undecided,
    context: {
      now: Math.floor(now() / 1000),
      words,
      ...seen,
      person: { id: person.id, name: person.name },
      people: new Map(),
      currency,
      decimals,
      taxRate,
      pricesFor: settings.prices.visibleTo,
      locale: words.locale,
      allowOwnApproval: policy.allowOwnApproval,
      limitCurrency: policy.limitCurrency,
      ...(policy.supervisors ? { supervisors: policy.supervisors, admins: policy.admins ?? [] } : {}),
      ...decidingOf(person, stored, policy),
      timeZone: person.timeZone,
      siteZone: policy.timeZone || stored?.latest?.timeZone || person.timeZone,
      onFile: { ...nothingOnFile, ...settings.records, adds: mayKeepRecords(person) },
      types,
      ...(copied ? { copyOf: copied.number } : {}),
    },
  };
}

/** What a form may know of an order, or of a new one, for this person. */
function seenBy(person: Member, stored: Order | undefined): Pick<FormContext, 'order' | 'seesPrices' | 'pricesDiffer'> {
  if (!stored || seesPrices(person, stored)) return { order: stored, seesPrices: seesPrices(person, stored) };
  const order = withoutPrices(stored);
  return { order, seesPrices: false, pricesDiffer: differsFromApproved(stored) && !differsFromApproved(order) };
}

/** The session with the order as it is now. */
export function withOrder(session: Session, stored: Order | undefined): Session {
  const seen = seenBy(session.person, stored);
  const { earlier, ...context } = session.context;
  // Versions that were read with prices are no use to somebody who does not see them any more.
  const kept = earlier && seen.seesPrices === context.seesPrices ? { earlier } : {};
  return { ...session, stored, order: seen.order, context: { ...context, ...kept, ...seen } };
}

/**
 * What is kept of a form, as its person may read and send it now: they may have lost the sight of prices since, or gained it. The
 * version that it builds on must have been read (`withBases`).
 */
export function asSeen({ context }: Pick<Session, 'context'>, draft: KeptDraft): KeptDraft {
  const { unpriced, ...rest } = draft;
  if (context.seesPrices === false)
    return unpriced ? draft : { ...rest, items: itemsWithout(rest.items), money: undefined, unpriced: true };
  return unpriced ? { ...rest, items: keepingPrices(rest.items, baseItems(draft, context)) } : draft;
}

/** Where the draft of a form is kept. */
export const draftKeyOf = (team: string, { person, form, order, source, copyOf }: About): DraftKey => ({
  ...{ team, person, form },
  // Each message whose photos are added is filled in by itself.
  order: form === 'add_photos' ? `${order} ${source}` : order || (copyOf ? `copy ${copyOf}` : source),
});

/** What a new order counts in. */
const newMoney = ({ money }: Settings) => ({ ...money, decimals: currencyDecimals(money.currency) ?? 2 });

/** The session in the money of its draft: a price that is typed keeps its currency when the workspace takes another one. */
export function inMoneyOf(session: Session, { items, money }: Pick<Draft, 'items' | 'money'>): Session {
  const { order, context } = session;
  if (order || !money || !isPriced(items) || money.currency === context.currency) return session;
  return { ...session, context: { ...context, ...money, newerCurrency: context.currency } };
}

/** The session in the money of the draft, with everybody named in it resolved. */
export async function withPeople(deps: Deps, ofWorkspace: Session, draft: Draft): Promise<Session> {
  const session = inMoneyOf(ofWorkspace, draft);
  const named = peopleNamed(session.bound.form, draft);
  const listed = session.context.supervisors?.map(({ id }) => id);
  // Who is not listed is told the first few who are.
  const others = listed && named.some((id) => !listed.includes(id)) ? listed.slice(0, NAMED_LISTED) : [];
  const people = await deps.people.findAll([...named, ...others]);
  // Whom Slack says to be one: settings list the others.
  const admins = [...people.values()].filter(({ kind, admin }) => kind === 'member' && admin).map(({ id }) => id);
  const policy = { ...session.policy, admins: [...(session.policy.admins ?? []), ...admins] };
  return { ...session, policy, context: { ...session.context, people } };
}

/**
 * The session with what the form builds on: the versions of these numbers, or for a plan the entry of this number. All of
 * it is read only where the order has moved on since it was shown.
 */
export async function withBases(
  { store }: Pick<Deps, 'store'>,
  session: Session,
  ...numbers: readonly (number | undefined)[]
): Promise<Session> {
  const { about, context, order, team } = session;
  // A hold and a dispute build on an entry, and all that is asked of it stands in the order.
  if (!order || about.form === 'hold' || about.form === 'dispute') return session;
  if (about.form === 'assign' || about.form === 'reschedule') {
    const [seq = 0] = numbers;
    if (seq === order.lastEntry.seq) return session;
    return { ...session, context: { ...context, shownPlan: planAt(await store.entries(team, order.id), seq) } };
  }
  const older = numbers.filter((n) => n !== undefined && n > 0 && n < (order.latest?.n ?? 0) && !versionIn(context, n));
  if (older.length === 0) return session;
  const read = await Promise.all(older.map((n) => store.version(team, order.id, Number(n))));
  const shown = context.seesPrices === false ? versionWithoutPrices : (version: Version) => version;
  const known = read.flatMap((version) => (version ? [[version.n, shown(version)] as const] : []));
  return { ...session, context: { ...context, earlier: new Map([...(context.earlier ?? []), ...known]) } };
}

/** The person as the actor of an action on the order as it is loaded then. */
export const actorOf =
  ({ person, context, policy }: Pick<Session, 'person' | 'context' | 'policy'>) =>
  (order: Order | undefined): Actor => {
    const limit = limitOf(person, policy);
    return {
      id: person.id,
      name: person.name,
      roles: rolesOf(person, order),
      timeZone: person.timeZone,
      ...(limit === undefined ? {} : { limit }),
      // Who filled the form in without prices sets none, also when they see them now.
      seesPrices: context.seesPrices !== false && seesPrices(person, order),
    };
  };

/** The order as it is stored, or the one that is to be. */
export const orderOrNew = ({ stored, team }: Session): Order | NewOrder => stored ?? { state: 'new', team, id: 'new' };
