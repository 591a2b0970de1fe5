import type { FormContext } from './context.ts';
import type { Draft } from './draft.ts';
import { type Answers, type Errors, type Fields, type Form, fieldsIn, fieldsOf, pagesOf } from './form.ts';

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
