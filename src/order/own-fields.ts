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
