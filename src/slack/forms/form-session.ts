import { createHash } from 'node:crypto';
import type { DraftKey, PersonRecord } from '../../../db/ports.ts';
import {
  type Draft,
  type FormAnswers,
  type FormContext,
  fieldsOf,
  pagesOf,
  peopleNamed,
  type Question,
} from '../../forms/form.ts';
import { type OrderForm, type OrderFormId, orderForms } from '../../forms/forms.ts';
import { modal } from '../../forms/modal.ts';
import { escaped } from '../../forms/mrkdwn.ts';
import { questionsAbout } from '../../forms/questions.ts';
import { currencyDecimals } from '../../order/currencies.ts';
import { isPriced } from '../../order/money.ts';
import type { Actor, Order } from '../../order/order.ts';
import { maySee, rolesOf, wasOn } from '../../order/permissions.ts';
import { planAt } from '../../order/plan.ts';
import type { NewOrder, Policy } from '../../order/workflow.ts';
import { policyOf } from '../../orders.ts';
import type { Settings } from '../../settings.ts';
import type { Words } from '../../words/words.ts';
import type { Deps } from '../deps.ts';
import type { DraftUpdate, KeptDraft } from '../drafts/drafts.ts';
import { encodePage, type OpenedFrom, type PageMetadata } from '../views/ids.ts';
import { readersWords } from '../words-for.ts';

/** A form with the person, the order and the workspace it is about. */
export interface Session {
  readonly about: About;
  readonly bound: OrderForm;
  readonly team: string;
  readonly person: PersonRecord;
  readonly order: Order | undefined;
  readonly draftKey: DraftKey;
  /** The part of the workspace's settings that decides. */
  readonly policy: Policy;
  /** How many orders of the person wait for a decision, where that was counted. */
  readonly undecided: number | undefined;
  readonly context: FormContext;
}

/** What the session starts from, as ids; `order` '' for a new one, `source` the message it is made from or ''. */
export interface About {
  readonly person: string;
  readonly form: OrderFormId;
  readonly order: string;
  readonly source: string;
}

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
  const [person, order, settings, undecided] = await Promise.all([
    people.find(about.person, reading),
    about.order ? store.order(team, about.order) : undefined,
    reading,
    counted && !about.order ? store.undecided(team, about.person) : undefined,
  ]);
  const words = readersWords(person, settings);
  const say = words.forms.notice;
  // Only a new order has none yet, and it never has one.
  if ((form === 'submit') !== (about.order === '')) return { sorry: say.oldApp, words };
  if (!person) return { sorry: say.unknownPerson, passing: true, words };
  if (about.order && (!order || !(maySee(person, order) || wasOn(person, await store.entries(team, order.id)))))
    return { sorry: say.noOrder, words };
  const { currency, decimals, taxRate } = order?.content ?? newMoney(settings);
  return {
    about,
    bound: orderForms[form],
    team,
    person,
    order,
    draftKey: draftKeyOf(team, about),
    policy: policyOf(settings, await deps.groups.members(settings)),
    undecided,
    context: {
      now: Math.floor(now() / 1000),
      words,
      order,
      person: { id: person.id, name: person.name },
      people: new Map(),
      currency,
      decimals,
      taxRate,
      pricesFor: settings.prices.visibleTo,
      locale: words.locale,
      allowOwnApproval: settings.approval.allowOwn,
      timeZone: person.timeZone,
    },
  };
}

/** Where the draft of a form is kept. */
export const draftKeyOf = (team: string, { person, form, order, source }: About): DraftKey => ({
  ...{ team, person, form },
  order: order || source,
});

/**
 * Changes the draft of a form with its session, which is loaded while the draft is read: Slack waits for both. `sorry`: what
 * comes of it where there is no session.
 */
export async function changeDraft<T>(
  deps: Deps,
  about: About,
  {
    counted = false,
    sorry,
    work,
  }: {
    readonly counted?: boolean;
    readonly sorry: (why: Sorry) => T;
    readonly work: (session: Session, kept: KeptDraft | undefined) => Promise<DraftUpdate<T>>;
  },
): Promise<T> {
  const starting = startSession(deps, about, { counted });
  // Where the draft cannot be read, nobody waits for this one.
  starting.catch(() => undefined);
  return deps.drafts.change<T>(draftKeyOf(deps.team, about), async (kept) => {
    const session = await starting;
    return 'sorry' in session ? { result: sorry(session) } : work(session, kept);
  });
}

/**
 * What a form is opened with: who was asked to approve the person's newest order, if they still can be; and the order's
 * revision, or that newest order: what is opened on the same basis is the same filling-in.
 */
export async function withStart(
  { store }: Pick<Deps, 'store'>,
  session: Session,
): Promise<Session & { basis: string }> {
  const { team, person, order } = session;
  if (order) return { ...session, basis: String(order.revision) };
  const [newest] = await store.list(team, { person: person.id, role: 'requester', limit: 1 });
  if (!newest) return { ...session, basis: '' };
  const supervisor = await store.person(team, newest.supervisor);
  const eligible = supervisor?.kind === 'member' && supervisor.id !== person.id;
  const context = eligible ? { ...session.context, lastSupervisor: supervisor.id } : session.context;
  return { ...session, context, basis: newest.id };
}

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
  const people = await deps.people.findAll(peopleNamed(session.bound.form, draft));
  return { ...session, context: { ...session.context, people } };
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
  if (!order) return session;
  if (about.form === 'assign') {
    const [seq = 0] = numbers;
    if (seq === order.lastEntry.seq) return session;
    return { ...session, context: { ...context, shownPlan: planAt(await store.entries(team, order.id), seq) } };
  }
  const older = numbers.filter(
    (n) => n !== undefined && n > 0 && n < (order.latest?.n ?? 0) && !context.earlier?.has(n),
  );
  if (older.length === 0) return session;
  const read = await Promise.all(older.map((n) => store.version(team, order.id, Number(n))));
  const known = read.flatMap((version) => (version ? [[version.n, version] as const] : []));
  return { ...session, context: { ...context, earlier: new Map([...(context.earlier ?? []), ...known]) } };
}

/** The person as the actor of an action on the order as it is loaded then. */
export const actorOf =
  ({ person }: Pick<Session, 'person'>) =>
  (order: Order | undefined): Actor => ({
    id: person.id,
    name: person.name,
    roles: rolesOf(person, order),
    timeZone: person.timeZone,
  });

/** The order, or the one that is to be. */
export const orderOrNew = ({ order, team }: Session): Order | NewOrder => order ?? { state: 'new', team, id: 'new' };

/** The page of a form as a modal. `asking`: with what the person is asked about, which a review always has. */
export function renderPage(
  session: Session,
  draft: KeptDraft,
  page: string,
  {
    asking = false,
    opened,
    ...extra
  }: {
    notice?: string | undefined;
    resumed?: boolean;
    asking?: boolean | undefined;
    opened?: OpenedFrom | undefined;
  } = {},
) {
  const { form } = session.bound;
  const shows = asking || isReview(session, page);
  const questions = shows ? questionsAbout(form, draft, session.context) : [];
  const metadata: PageMetadata = {
    k: draft.key,
    o: session.order?.id ?? '',
    p: page,
    s: draft.submission,
    b: draft.base,
    m: session.about.source,
    ...(questions.length > 0 ? { q: questions.map(markOf) } : {}),
    ...(opened ? { w: opened } : {}),
  };
  return modal(form, draft, session.context, {
    page,
    questions,
    metadata: encodePage(metadata),
    itemOffset: draft.itemOffset,
    generation: draft.generation,
    ...extra,
  });
}

/** Whether there is anything unusual that the person has not seen yet. */
export function hasUnasked(
  { bound, context }: Session,
  draft: KeptDraft,
  accepted: FormAnswers,
  { q = [] }: PageMetadata,
): boolean {
  return questionsAbout(bound.form, draft, context, accepted).some((question) => !q.includes(markOf(question)));
}

/** Whether a page shows what is about to be sent. */
export const isReview = ({ bound }: Session, page: string | undefined): boolean =>
  bound.form.pages.some(({ id, review }) => id === page && review === true);

const markOf = ({ id }: Question): string => createHash('sha256').update(id).digest('base64url').slice(0, 8);

/** What the page that is shown has wrong, by field, and the page where the first other mistake stands. */
export function mistakes(session: Session, draft: KeptDraft, at: string, { errors }: FormAnswers) {
  const { form } = session.bound;
  const pages = pagesOf(form, draft, session.context).map((page) => {
    const names = fieldsOf(page, draft, session.context);
    const wrong = names.flatMap((name) => Object.entries(errors).filter(([about]) => about === name));
    return { page: page.id, wrong };
  });
  const here = pages.flatMap(({ page, wrong }) => (page === at ? wrong : []));
  const other = pages.find(({ page, wrong }) => page !== at && wrong.length > 0);
  const sentences = other?.wrong.map(
    ([name, error]) => `*${form.fields[name]?.texts(session.context).label}*: ${escaped(error)}`,
  );
  return { here: Object.fromEntries(here), elsewhere: other && { page: other.page, sentences: sentences ?? [] } };
}
