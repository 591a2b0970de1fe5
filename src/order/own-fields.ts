/** What an own field asks for. `check` is one line of a checklist. */
export const OWN_KINDS = ['text', 'long_text', 'number', 'date', 'choice', 'yes_no', 'check'] as const;
export type OwnKind = (typeof OWN_KINDS)[number];

/** In which form an own field is asked: of a new order, of a confirmation, of a closing. */
export const OWN_FORMS = ['submit', 'confirm', 'close'] as const;
export type OwnForm = (typeof OWN_FORMS)[number];

/** What a line of a checklist may come to. */
export const CHECK_RESULTS = ['pass', 'fail', 'not_applicable'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** A field that a company has added to an order type. */
export interface OwnField {
  readonly id: string;
  readonly kind: OwnKind;
  readonly label: string;
  readonly asked: OwnForm;
  readonly required: boolean;
  /** What a number is counted in; '' for none. */
  readonly unit: string;
  /** What a choice may be made of; empty for any other kind. */
  readonly choices: readonly string[];
}

/** What has to be there before an order is closed as performed. */
export interface ClosingDemands {
  readonly photos: boolean;
  readonly checklist: boolean;
  readonly acceptance: boolean;
}

/** An order's type as it was when the order was submitted: changing a type never changes an order. */
export interface OrderType {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly OwnField[];
  readonly closing: ClosingDemands;
}

/**
 * An answer with what was asked, so that it can be read without its type. `value`: text as typed, a number as a canonical decimal,
 * a date as `2026-11-28`, the choice's text, `yes` or `no`, a check's result.
 */
export interface OwnAnswer {
  readonly field: string;
  readonly kind: OwnKind;
  readonly label: string;
  readonly unit: string;
  readonly value: string;
}

/** An answer to a field as it is kept. */
export const answerTo = ({ id, kind, label, unit }: OwnField, value: string): OwnAnswer => ({
  field: id,
  ...{ kind, label, unit, value },
});

/** What was answered to this field; '' for nothing. */
export const answeredTo = (answers: readonly OwnAnswer[] | undefined, field: string): string =>
  answers?.find((one) => one.field === field)?.value ?? '';

/**
 * The answers to a type's fields, in the order of its fields: those of before, with what was given on top of them. An empty one
 * takes an answer back. `asked`: where what is given may come from; anything else is not taken.
 */
export function mergedAnswers(
  type: OrderType,
  before: readonly OwnAnswer[] | undefined,
  given: readonly OwnAnswer[] | undefined,
  asked: readonly OwnForm[],
): OwnAnswer[] {
  return type.fields.flatMap((field) => {
    const isGiven = asked.includes(field.asked) && given?.some((one) => one.field === field.id);
    const value = answeredTo(isGiven ? given : before, field.id);
    return value === '' ? [] : [answerTo(field, value)];
  });
}

/** What an order's type asks for before it is closed as performed, and is not there. */
export interface Lacking {
  readonly photos: boolean;
  /** Lines of the checklist without an answer. */
  readonly lines: readonly OwnField[];
  readonly acceptance: boolean;
}

/** What is there when an order is to be closed. */
interface AtClosing {
  readonly own: readonly OwnAnswer[] | undefined;
  /** How many. */
  readonly photos: number;
  readonly accepted: boolean;
}

/** What is lacking to close an order of this type as performed; undefined where nothing is. */
export function lackingToClose(type: OrderType | undefined, { own, photos, accepted }: AtClosing): Lacking | undefined {
  if (!type) return undefined;
  const { closing } = type;
  const lacking: Lacking = {
    photos: closing.photos && photos === 0,
    // What a new order did not answer, nobody can answer later.
    lines: closing.checklist
      ? type.fields.filter(
          ({ id, kind, asked }) => kind === 'check' && asked !== 'submit' && answeredTo(own, id) === '',
        )
      : [],
    acceptance: closing.acceptance && !accepted,
  };
  return lacking.photos || lacking.lines.length > 0 || lacking.acceptance ? lacking : undefined;
}
