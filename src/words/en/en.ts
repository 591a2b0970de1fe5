import { fields } from './fields.ts';
import { forms } from './forms.ts';
import { items } from './items.ts';
import { order } from './order.ts';
import { review } from './review.ts';

/** English: the source of every other catalogue, and their type. */
export const en = { fields, forms, items, order, review } as const;
