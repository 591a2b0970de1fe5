import type { InputBlock, KnownBlock } from '@slack/types';
import type { Attachment } from '../order/content.ts';
import type { Order } from '../order/order.ts';
import type { OwnForm } from '../order/own-fields.ts';
import type { Words } from '../words/words.ts';
import type { FormContext } from './context.ts';
import type { Draft, Raw } from './draft.ts';

/**
 * Something that is allowed and hardly ever meant: the person is asked about it once before the form is sent. `id` says what
 * exactly (another value is asked about again), `text` is escaped mrkdwn.
 */
export interface Question {
  readonly id: string;
  readonly text: string;
}

export type Accepted<A> = { readonly ok: A } | { readonly error: string };

/** Everything Slack says about one input in `state.values`; every element kind uses a few of these. */
export interface StateValue {
  readonly value?: string | null | undefined;
  readonly selected_date_time?: number | null | undefined;
  readonly selected_date?: string | null | undefined;
  readonly selected_time?: string | null | undefined;
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
  /** `draft`: as it is when the input is drawn. */
  texts(context: FormContext, draft?: Draft): FieldTexts;
  readonly optional?: boolean;
  /** Whether it has to be filled in all the same, as things stand. */
  needed?(draft: Draft, context: FormContext): boolean;
  /** What stands there until it is answered, as things stand when its page is drawn: the page leaves it so, or takes it over. */
  initially?(draft: Draft, context: FormContext): Raw;
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
  /** It stands in the item list, which draws it; untouched, it says what the list does. */
  readonly fromItems?: true;
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
  /** More fields, those of its item list. */
  more?(draft: Draft): readonly string[];
  /** Fields that are left out of the page as things stand. */
  without?(draft: Draft, context: FormContext): readonly string[];
  /** What is about to be sent, as it will be read, with everything that is unusual about it. */
  readonly review?: true;
  /** A copied order is opened here: the pages before say what the other one said. */
  readonly copiesBegin?: true;
  /** Stands for the pages, if any, that ask the order type's own fields of this form. */
  readonly own?: OwnForm;
  /** Leaving it may change what other pages say (`taken`), as leaving an item list does. */
  readonly decides?: true;
  /** Leaving it, the photos of the order's channel are looked for that the next page may offer. */
  readonly findsPhotos?: true;
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
  /** Slack takes 24 characters. `order`: the one that it is about. */
  title(words: Words, order?: Order): string;
  /** The button on the last page; Slack takes 24 characters. */
  submit(words: Words, order?: Order): string;
  readonly fields: F;
  readonly pages: readonly Page[];
  /** True: what is typed is kept on the server and found again. */
  readonly drafted: boolean;
  readonly own?: OwnParts;
  /** The fields of its item list. */
  listed?(draft: Draft): Fields;
  /** What leaving the page of the item list, or one that `decides`, makes of what was entered there. Done twice, it comes to the same. */
  taken?<D extends Draft>(draft: D, context: FormContext): D;
  /** The value that the files of a message become which it is opened from. */
  readonly brings?: string;
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

/** All fields of a form as things stand: its own, those of the order's type, and those of its item list. */
export const fieldsIn = (form: Form, draft: Draft, context: FormContext): Fields => ({
  ...form.fields,
  ...form.own?.fields(draft, context),
  ...form.listed?.(draft),
});

/** The fields of a page as things stand. */
export function fieldsOf(page: Page, draft: Draft, context: FormContext): string[] {
  const without = page.without?.(draft, context) ?? [];
  return [...page.fields, ...(page.more?.(draft) ?? [])].filter((name) => !without.includes(name));
}
