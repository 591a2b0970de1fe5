import { order } from './order.ts';
import { remedy } from './remedy.ts';

/** English: the source of every other catalogue, and their type. */
export const en = { order, remedy } as const;
