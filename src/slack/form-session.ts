import type { DraftKey, PersonRecord } from '../../db/store.ts';
import {
  accept,
  type Candidate,
  type Draft,
  type FormContext,
  fieldsOf,
  pagesOf,
  peopleNamed,
  type Raw,
} from '../forms/form.ts';
import { type OrderForm, type OrderFormId, orderForms } from '../forms/forms.ts';
import { modal } from '../forms/modal.ts';
import { escaped, quoted } from '../forms/mrkdwn.ts';
import type { Actor, Order } from '../order/order.ts';
import { type NewOrder, type Refusal, rules } from '../order/workflow.ts';
import type { Deps } from './deps.ts';
import type { KeptDraft } from './drafts.ts';
import { encodePage, type PageMetadata } from './ids.ts';
import type { StateValues } from './payloads.ts';
import { maySee, rolesOf } from './people.ts';

/** A form with the person, the order and the workspace it is about. */
export interface Session {
  readonly id: OrderFormId;
  readonly bound: OrderForm;
  readonly team: string;
  readonly person: PersonRecord;
  readonly order: Order | undefined;
  readonly draftKey: DraftKey;
  readonly context: FormContext;
}

/** What the session starts from, as ids; `order` '' for a new one, `source` the message it is made from or ''. */
export interface About {
  readonly team: string;
  readonly person: string;
  readonly form: OrderFormId;
  readonly order: string;
  readonly source: string;
}

/** Loads everything a form needs; a sentence for the person instead when it cannot be. */
export async function startSession(deps: Deps, about: About): Promise<Session | { sorry: string }> {
  const { store, people, now } = deps;
  const { team, form } = about;
  // Only a new order has none yet, and it never has one.
  if ((form === 'submit') !== (about.order === ''))
    return { sorry: 'This form is from an older version of the app. Close it and open it again.' };
  const [person, order, settings] = await Promise.all([
    people.find(team, about.person),
    about.order ? store.order(team, about.order) : undefined,
    store.settings(team),
  ]);
  if (!person) return { sorry: 'Slack could not tell us who you are just now. Please try again in a moment.' };
  if (about.order && (!order || !maySee(person, order)))
    return { sorry: 'There is no such service order, or it is not one of yours.' };
  const { currency, taxRate } = order?.content ?? settings.money;
  return {
    id: form,
    bound: orderForms[form],
    team,
    person,
    order,
    draftKey: { team, person: person.id, form, order: about.order || about.source },
    context: {
      now: Math.floor(now() / 1000),
      order,
      person: { id: person.id, name: person.name },
      people: new Map(),
      currency,
      taxRate,
      locale: settings.document.locale,
      allowOwnApproval: settings.approval.allowOwn,
    },
  };
}

/** The session with everybody named in the draft resolved. */
export async function withPeople(deps: Deps, session: Session, draft: Draft): Promise<Session> {
  const found = await deps.people.findAll(session.team, peopleNamed(session.bound.form, draft));
  const people = new Map([...found].map(([id, { name, kind }]): [string, Candidate] => [id, { id, name, kind }]));
  return { ...session, context: { ...session.context, people } };
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

/** Why this person has no say in what the form does, whatever the order's state; undefined when they have. */
export function withoutSay(session: Session): Refusal | undefined {
  const [action] = session.bound.leadsTo;
  const { roles } = actorOf(session)(session.order);
  const allowed = rules[action].by;
  return allowed.some((role) => roles.includes(role)) ? undefined : { reason: 'not_allowed', action, allowed };
}

/** The order, or the one that is to be. */
export const orderOrNew = ({ order, team }: Session): Order | NewOrder => order ?? { state: 'new', team, id: 'new' };

/** The page of a form as a modal. */
export function drawPage(
  session: Session,
  draft: KeptDraft,
  source: string,
  extra: { notice?: string; resumed?: boolean } = {},
) {
  const metadata: PageMetadata = {
    k: draft.key,
    o: session.order?.id ?? '',
    p: draft.page,
    s: draft.submission,
    m: source,
  };
  return modal(session.bound.form, draft, session.context, {
    page: draft.page,
    metadata: encodePage(metadata),
    itemOffset: draft.itemOffset,
    generation: draft.generation,
    ...extra,
  });
}

/**
 * The draft with what the client shows on its page taken over. File inputs add to what was attached before, since
 * Slack cannot fill them in again; `files: false` leaves them out (the page has not been accepted yet).
 */
export function withState(session: Session, draft: KeptDraft, state: StateValues, files: boolean): KeptDraft {
  const page = pagesOf(session.bound.form, draft, session.context).find(({ id }) => id === draft.page);
  const values: Record<string, Raw> = { ...draft.values };
  for (const name of page ? fieldsOf(page, draft, session.context) : []) {
    const field = session.bound.form.fields[name];
    const typed = Object.values(state[name] ?? {})[0];
    if (!field || !typed) continue;
    if (!field.accumulates) values[name] = field.read(typed);
    else if (files) values[name] = mergedFiles(draft.values[name] ?? null, field.read(typed));
  }
  return { ...draft, values, touched: draft.touched || said(values) !== said(draft.values) };
}

/** What is typed, without the fields that are empty: those are nobody's doing. */
const said = (values: Readonly<Record<string, Raw>>): string =>
  JSON.stringify(
    Object.entries(values)
      .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
      .toSorted(),
  );

function mergedFiles(kept: Raw, added: Raw): Raw {
  const all = [kept, added]
    .flatMap((raw) => (Array.isArray(raw) ? raw : []))
    .filter((file) => typeof file === 'object');
  return [...new Map(all.map((file) => [file.fileId, file])).values()];
}

/** What the page that is shown has wrong, by field, and the page where the first other mistake stands. */
export function mistakes(session: Session, draft: KeptDraft, lastPage: boolean) {
  const { form } = session.bound;
  const { errors } = accept(form, draft, session.context, lastPage ? undefined : draft.page);
  const here: Record<string, string> = {};
  let elsewhere: { page: string; sentences: string[] } | undefined;
  for (const page of pagesOf(form, draft, session.context)) {
    for (const name of fieldsOf(page, draft, session.context)) {
      const error = errors[name];
      if (error === undefined) continue;
      if (page.id === draft.page) here[name] = error;
      else {
        elsewhere ??= { page: page.id, sentences: [] };
        if (elsewhere.page === page.id) elsewhere.sentences.push(`*${form.fields[name]?.label}*: ${escaped(error)}`);
      }
    }
  }
  return { here, elsewhere };
}

/** Every text typed so far, quoted under its label, so that it can be shown when the form cannot be sent. */
export function typedTexts(session: Session, draft: KeptDraft): string[] {
  return Object.entries(session.bound.form.fields).flatMap(([name, field]) => {
    const value = draft.values[name];
    const looksTyped = typeof value === 'string' && /\s/.test(value.trim());
    return looksTyped ? [`*${field.label}*\n${quoted(value)}`] : [];
  });
}
