import { translation } from '../translation.ts';
import { fields } from './fields.ts';
import { forms } from './forms.ts';
import { items } from './items.ts';
import { order } from './order.ts';
import { review } from './review.ts';

export const de = translation({ fields, forms, items, order, review });
