import { order } from './order.ts';

/** English: the source of every other catalogue, and their type. */
export const en = { order } as const;
