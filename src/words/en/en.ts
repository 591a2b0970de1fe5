import { document } from './document.ts';
import { issued } from './issued.ts';
import { order } from './order.ts';
import { photo } from './photo.ts';

/** English: the source of every other catalogue, and their type. */
export const en = { document, issued, order, photo } as const;
