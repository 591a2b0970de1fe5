import type { InputBlock, KnownBlock } from '@slack/types';
import type { Attachment, Content, Item, Plan, PriceAudience } from '../order/content.ts';
import type { Money } from '../order/money.ts';
import type { Order } from '../order/order.ts';
import type { OrderType, OwnForm } from '../order/own-fields.ts';
import type { Supervisor } from '../order/policy.ts';
import type { Version } from '../order/version.ts';
import type { Words } from '../words/words.ts';
import type { OfferedType, OnFile } from './on-file.ts';

/** Someone a form may name, as the shell resolved them. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly kind: 'member' | 'guest' | 'external' | 'bot' | 'deactivated' | 'unknown';
  /** An admin of the workspace. Missing: not known. */
  readonly admin?: boolean;
}

/** What a copied order starts from: what the other one says, and those of its people who can still be named (ids). */
export interface Copied {
  readonly content: Content;
  readonly supervisor: string | null;
  readonly coordinator: string | null;
  readonly crew: readonly string[];
}

/** What a form knows of the world while it is drawn and read. Instants are UNIX seconds. */
export interface FormContext {
  readonly now: number;
  /** The reader's. */
  readonly words: Words;
  /** The order the form is about; undefined for a new one. */
  readonly order: Order | undefined;
  /** Whether the person sees prices, and may set them: `order` has none otherwise. Missing: they do. */
  readonly seesPrices?: boolean;
  /** Prices that the person does not see are others than were approved, and nothing else of the items is. */
  readonly pricesDiffer?: boolean;
  /** Versions before its latest that the form builds on, by number, as far as they were read. */
  readonly earlier?: ReadonlyMap<number, Version>;
  /** The plan that the person was shown, where the order has moved on since. */
  readonly shownPlan?: Plan | undefined;
  /** The person filling it in. */
  readonly person: { readonly id: string; readonly name: string };
  /** Everybody named in the answers. */
  readonly people: ReadonlyMap<string, Candidate>;
  /** What the form counts in: the order's, the draft's where prices are typed already, else the workspace's. */
  readonly currency: string;
  readonly decimals: number;
  /** The workspace's currency, where the form keeps another one. */
  readonly newerCurrency?: string | undefined;
  /** The reader's, for numbers and amounts as they are shown and typed. */
  readonly locale: string;
  /** Thousandths of a percent. */
  readonly taxRate: number;
  /** Who will see the prices of a new order. */
  readonly pricesFor: PriceAudience;
  readonly allowOwnApproval: boolean;
  /** Those who may be asked to decide, and up to which amount; missing: every full member, up to any. */
  readonly supervisors?: readonly Supervisor[];
  /** What those amounts count in; missing: the same as the form. */
  readonly limitCurrency?: string;
  /** Ids of those whom settings make admins of the app: they approve any amount. */
  readonly admins?: readonly string[];
  /** The person's own (IANA), for hours that are full where they are. */
  readonly timeZone?: string;
  /** Whom the person last asked to approve an order, where that person still can. */
  readonly lastSupervisor?: string;
  /** The number of the order that a new one is copied from. */
  readonly copyOf?: number;
  /** The same as what the form is opened with. */
  readonly copied?: Copied;
  /** Orders of the last hours that read like the one that is about to be sent. */
  readonly similar?: readonly Similar[];
  /** What the office keeps on file, as far as the form asks for it; missing: nothing. */
  readonly onFile?: OnFile;
  /** The order types that a new order may have, by name, and those that are no longer active; missing: none. */
  readonly types?: readonly OfferedType[];
}

/** A version that the form builds on; undefined when there is none of this number. */
export const versionIn = ({ order, earlier }: FormContext, n: number | undefined): Version | undefined => {
  if (n === undefined) return undefined;
  return n === order?.latest?.n ? order.latest : earlier?.get(n);
};

/** An order that reads like another one. `number` only where the person may see it. */
export interface Similar {
  readonly id: string;
  readonly number?: number;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: number;
}

/**
 * Something that is allowed and hardly ever meant: the person is asked about it once before the form is sent. `id` says what
 * exactly (another value is asked about again), `text` is escaped mrkdwn.
 */
export interface Question {
  readonly id: string;
  readonly text: string;
}

/** An answer as it came from the client and is kept in a draft: not yet trusted. */
export type Raw = string | number | readonly string[] | readonly Attachment[] | null;

/** An answer as text; '' when it is something else. */
export const textIn = (raw: Raw | undefined): string => (typeof raw === 'string' ? raw : '');

/** The entries of an answer that are text: people, ticks. */
export const listIn = (raw: Raw | undefined): string[] =>
  Array.isArray(raw) ? raw.filter((entry): entry is string => typeof entry === 'string') : [];

/** The files in an answer. */
export const filesIn = (raw: Raw | undefined): Attachment[] =>
  Array.isArray(raw) ? raw.filter((entry): entry is Attachment => typeof entry === 'object' && entry !== null) : [];

/** What has been typed so far, by field name, and the item list where the form has one. */
export interface Draft {
  readonly values: Readonly<Record<string, Raw>>;
  readonly items: readonly Item[];
  /** What the prices of a new order were typed in; an order that exists has its own. */
  readonly money?: Money | undefined;
  /** Its items have no prices, since its author does not see those of the order. */
  readonly unpriced?: true | undefined;
  /** The type of a new order, as its author was shown it; an order that exists has its own. */
  readonly type?: OrderType | undefined;
  /**
   * The version (or 0) and submission of the order that the person has before them; where the plan is changed, `base` is
   * the number of its last entry.
   */
  readonly base: number;
  readonly submission: number;
}

/** What a form starts from that knows nothing yet. */
export const emptyDraft: Draft = { values: {}, items: [], base: 0, submission: 0 };

export type Accepted<A> = { readonly ok: A } | { readonly error: string };

/** Everything Slack says about one input in `state.values`; every element kind uses a few of these. */
export interface StateValue {
  readonly value?: string | null | undefined;
  readonly selected_date_time?: number | null | undefined;
  readonly selected_date?: string | null | undefined;
  readonly selected_option?: { readonly value: string } | null | undefined;
  readonly selected_options?: readonly { readonly value: string }[] | null | undefined;
  readonly selected_user?: string | null | undefined;
  readonly selected_users?: readonly string[] | null | undefined;
  readonly files?: readonly Attachment[] | null | undefined;
}

/** What stands around an input. */
export interface FieldTexts {
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
}

/** One input and its three sides: how it is drawn, how its state is read, and which answers are accepted. */
export interface Field<A> {
  texts(context: FormContext): FieldTexts;
  readonly optional?: boolean;
  /** Somebody's own words: they are shown to them again when the form cannot be sent. */
  readonly typed?: true;
  /** What is given comes on top of what was given before (files: Slack cannot fill them in again). */
  readonly accumulates?: true;
  render(current: Raw, context: FormContext): InputBlock['element'];
  read(value: StateValue): Raw;
  /** The typed answer, or a sentence for under the field that says what to do. */
  accept(raw: Raw, context: FormContext): Accepted<A>;
  /** User ids in an answer, to be resolved before it is accepted. */
  people?(raw: Raw): readonly string[];
  /** What an answer says in words, where it is kept as something else. */
  said?(raw: Raw, context: FormContext): string;
  /** The app is told of an answer at once, also in a form that is not kept. */
  readonly dispatches?: true;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Answers<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer A> ? A : never };
/** Sentences by field name. */
export type Errors = Readonly<Record<string, string>>;

/** One screen of a form: at most about six inputs, so that it fits a phone. */
export interface Page {
  readonly id: string;
  readonly fields: readonly string[];
  /** The page carries the item list with Add item, Edit and Remove. */
  readonly items?: 'plain' | 'against-version';
  /** Fields that are left out of the page as things stand. */
  without?(draft: Draft, context: FormContext): readonly string[];
  /** What is about to be sent, as it will be read, with everything that is unusual about it. */
  readonly review?: true;
  /** A copied order is opened here: the pages before say what the other one said. */
  readonly copiesBegin?: true;
  /** Stands for the pages, if any, that ask the order type's own fields of this form. */
  readonly own?: OwnForm;
  /** False skips the whole page. */
  when?(draft: Draft, context: FormContext): boolean;
  /** Blocks above the inputs. */
  intro?(draft: Draft, context: FormContext): KnownBlock[];
}

/** What an order's type adds to a form. */
export interface OwnParts {
  fields(draft: Draft, context: FormContext): Fields;
  /** The pages that a page stands for which is marked with `own`. */
  pages(page: Page, own: OwnForm, draft: Draft, context: FormContext): readonly Page[];
}

export interface Form<F extends Fields = Fields> {
  readonly id: string;
  /** Slack takes 24 characters. */
  title(words: Words): string;
  /** The button on the last page; Slack takes 24 characters. */
  submit(words: Words): string;
  readonly fields: F;
  readonly pages: readonly Page[];
  /** True: what is typed is kept on the server and found again. */
  readonly drafted: boolean;
  readonly own?: OwnParts;
  /** What the form starts with. */
  start(context: FormContext): Draft;
  /** Rules between fields, asked page by page: of what is answered so far. */
  check?(answers: Partial<Answers<F>>, draft: Draft, context: FormContext): Errors;
  /** What new answers make of others. */
  follow?(before: Draft, after: Draft, context: FormContext): Draft;
  /** What is unusual about the answers. */
  ask?(answers: Partial<Answers<F>>, draft: Draft, context: FormContext): readonly Question[];
}

/** Checks that pages and fields belong together when the program starts, not when somebody opens the form. */
export function defineForm<F extends Fields>(form: Form<F>): Form<F> {
  const placed = form.pages.flatMap((page) => page.fields);
  for (const name of placed) if (!(name in form.fields)) throw new Error(`form ${form.id}: no field ${name}`);
  for (const name of Object.keys(form.fields))
    if (!placed.includes(name)) throw new Error(`form ${form.id}: field ${name} is on no page`);
  return form;
}

/** The pages this person walks through as things stand. */
export const pagesOf = (form: Form, draft: Draft, context: FormContext): Page[] =>
  form.pages.flatMap((page) => {
    if (page.when && !page.when(draft, context)) return [];
    return page.own ? (form.own?.pages(page, page.own, draft, context) ?? []) : [page];
  });

/** All fields of a form as things stand: its own, and those of the order's type. */
export const fieldsIn = (form: Form, draft: Draft, context: FormContext): Fields =>
  form.own ? { ...form.fields, ...form.own.fields(draft, context) } : form.fields;

/** The fields of a page as things stand. */
export function fieldsOf(page: Page, draft: Draft, context: FormContext): string[] {
  const without = page.without?.(draft, context) ?? [];
  return page.fields.filter((name) => !without.includes(name));
}

/** What came of typed answers: those that are accepted, and the sentences that say what is wrong, by field. */
export interface FormAnswers<F extends Fields = Fields> {
  readonly answers: Partial<Answers<F>>;
  readonly errors: Errors;
}

/**
 * Accepts what is typed on the pages up to and including `last` (all of them without it): every answer so far, and
 * the sentences that say what is wrong, by field.
 */
export function accept<F extends Fields>(
  form: Form<F>,
  draft: Draft,
  context: FormContext,
  last?: string,
): FormAnswers<F> {
  const pages = pagesOf(form, draft, context);
  const until = pages.findIndex(({ id }) => id === last);
  const names = (until < 0 ? pages : pages.slice(0, until + 1)).flatMap((page) => fieldsOf(page, draft, context));
  const answers: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  const fields = fieldsIn(form, draft, context);
  for (const name of names) {
    const field = fields[name];
    if (!field) continue;
    const accepted = field.accept(draft.values[name] ?? null, context);
    if ('error' in accepted) errors[name] = accepted.error;
    else answers[name] = accepted.ok;
  }
  const typed = answers as Partial<Answers<F>>;
  return { answers: typed, errors: { ...form.check?.(typed, draft, context), ...errors } };
}

/** Accepts the whole form. Fields that are not asked as things stand answer undefined. */
export function parse<F extends Fields>(
  form: Form<F>,
  draft: Draft,
  context: FormContext,
): { answers: Answers<F> } | { errors: Errors } {
  return whole(accept(form, draft, context));
}

/** The answers to a whole form, where nothing in them is wrong. */
export function whole<F extends Fields>({
  answers,
  errors,
}: FormAnswers<F>): { answers: Answers<F> } | { errors: Errors } {
  return Object.keys(errors).length > 0 ? { errors } : { answers: answers as Answers<F> };
}

/** User ids in everything typed so far. */
export const peopleNamed = (form: Form, draft: Draft): string[] =>
  Object.entries(form.fields).flatMap(([name, field]) => [...(field.people?.(draft.values[name] ?? null) ?? [])]);
