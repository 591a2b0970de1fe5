import {
  answeredTo,
  answerTo,
  CHECK_RESULTS,
  type OrderType,
  type OwnAnswer,
  type OwnField,
  type OwnForm,
} from '../../order/own-fields.ts';
import type { FormContext } from '../context.ts';
import { type Draft, listIn } from '../draft.ts';
import { date, decimal, missing, optional, select, text } from '../fields/fields.ts';
import { numberErrorText, readDecimal, written } from '../fields/numbers.ts';
import type { Field, Fields, OwnParts } from '../form.ts';

/** Inputs on a page. */
const INPUTS = 6;
/** The most characters of an answer. */
const TEXT = { line: 200, paragraph: 2000 } as const;
/** Decimals of a number. */
const DECIMALS = 6;

/** What the field of a form is called that asks an own field of a type. */
export const ownName = (id: string): string => `own-${id}`;

/** The type whose own fields a form asks: the order's, for a new one the draft's. */
export const typeOf = (draft: Draft, { order }: Pick<FormContext, 'order'>): OrderType | undefined =>
  order ? order.content.type : draft.type;

/** What the type of an order adds to a form. */
export const ownParts: OwnParts = {
  fields(draft, context) {
    const type = typeOf(draft, context);
    return type ? ownFieldsOf(type) : {};
  },
  pages(page, form, draft, context) {
    const fields = typeOf(draft, context)?.fields ?? [];
    const names = fields.flatMap(({ id, asked }) => (asked === form ? [ownName(id)] : []));
    return Array.from({ length: Math.ceil(names.length / INPUTS) }, (_, index) => ({
      ...page,
      id: index === 0 ? page.id : `${page.id}-${index + 1}`,
      fields: names.slice(index * INPUTS, (index + 1) * INPUTS),
    }));
  },
};

const known = new WeakMap<OrderType, Fields>();

function ownFieldsOf(type: OrderType): Fields {
  const fields =
    known.get(type) ??
    Object.fromEntries(
      type.fields.map((own) => [ownName(own.id), whereFinal(fieldOf(asDemanded(own, type)), own, type)]),
    );
  known.set(type, fields);
  return fields;
}

/** A line of the checklist that only the closing asks has to be answered where closing needs the checklist. */
const asDemanded = (own: OwnField, { closing }: OrderType): OwnField =>
  closing.checklist && own.kind === 'check' && own.asked === 'close' ? { ...own, required: true } : own;

/** A line of the checklist that confirmations ask has to be answered, at the latest, by the one that closes the order. */
const whereFinal = (field: Field<string>, { kind, asked }: OwnField, { closing }: OrderType): Field<string> =>
  closing.checklist && kind === 'check' && asked === 'confirm'
    ? { ...field, needed: ({ values: { final = null } }) => listIn(final).includes('yes') }
    : field;

/** An own field as a field of a form; it answers the canonical value, '' where it is optional and empty. */
function fieldOf(own: OwnField): Field<string> {
  const { kind, label, unit, required } = own;
  const texts = () => ({ label: unit === '' ? label : `${label} (${unit})` });
  switch (kind) {
    case 'text':
    case 'long_text': {
      const multiline = kind === 'long_text';
      return text({ texts, max: multiline ? TEXT.paragraph : TEXT.line, multiline, optional: !required });
    }
    case 'number':
      return asked(
        own,
        decimal({
          texts,
          read: (typed, { words, ...format }) => {
            const read = readDecimal(typed, DECIMALS, format);
            return 'error' in read ? { error: numberErrorText(read.error, words) } : read;
          },
        }),
      );
    case 'date':
      return asked(own, date({ texts }));
    case 'choice':
      return asked(
        own,
        menu(own, () => own.choices.map((value) => ({ value, text: value }))),
      );
    case 'yes_no':
      return asked(
        own,
        menu(own, ({ words: { order } }) =>
          (['yes', 'no'] as const).map((value) => ({ value, text: order.yesNo[value] })),
        ),
      );
    case 'check':
      return asked(
        own,
        menu(own, ({ words: { order } }) => CHECK_RESULTS.map((value) => ({ value, text: order.check[value] }))),
      );
  }
}

/** Stands for no answer in a menu, which Slack lets nobody empty again: longer than any choice. */
const NONE = '-'.repeat(100);

/** A menu; where it need not be answered, an answer can be taken back. */
function menu(
  { label, required }: OwnField,
  options: (context: FormContext) => readonly { readonly value: string; readonly text: string }[],
): Field<string> {
  const field = select<string>({
    texts: () => ({ label }),
    as: 'menu',
    options: (context) => [
      ...(required ? [] : [{ value: NONE, text: context.words.fields.noAnswer }]),
      ...options(context),
    ],
  });
  return {
    ...field,
    accept: (raw, context) => (raw !== NONE ? field.accept(raw, context) : required ? missing(context) : { ok: '' }),
  };
}

function asked({ required }: OwnField, field: Field<string>): Field<string> {
  if (required) return field;
  const free = optional(field);
  return {
    ...field,
    optional: true,
    accept: (raw, context) => {
      const accepted = free.accept(raw, context);
      return 'error' in accepted ? accepted : { ok: accepted.ok ?? '' };
    },
  };
}

/** What was answered before, as a form starts with it. */
export function ownValues(
  type: OrderType | undefined,
  answers: readonly OwnAnswer[] | undefined,
  format: Pick<FormContext, 'locale' | 'decimals'>,
): Draft['values'] {
  return Object.fromEntries(
    (type?.fields ?? []).flatMap(({ id, kind }) => {
      const value = answeredTo(answers, id);
      return value === '' ? [] : [[ownName(id), kind === 'number' ? written(value, format) : value]];
    }),
  );
}

/** The answers of a form to the own fields that it asks in these places; '' for those that are empty. */
export function ownAnswers(
  type: OrderType | undefined,
  places: readonly OwnForm[],
  answers: Readonly<Record<string, unknown>>,
): OwnAnswer[] {
  return (type?.fields ?? []).flatMap((field) => {
    const value = answers[ownName(field.id)];
    return places.includes(field.asked) && typeof value === 'string' ? [answerTo(field, value)] : [];
  });
}

/**
 * The same without those that say what was there before: what somebody did not change is no answer of theirs, and takes back
 * nobody else's.
 */
export const givenAnswers = (answers: readonly OwnAnswer[], before: readonly OwnAnswer[] | undefined): OwnAnswer[] =>
  answers.filter(({ field, value }) => value !== answeredTo(before, field));
