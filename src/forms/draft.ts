import type { Money } from '../order/amounts/money.ts';
import type { Attachment, Item } from '../order/content.ts';
import type { OrderType } from '../order/own-fields.ts';

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
