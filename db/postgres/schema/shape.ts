import { integer } from '../columns.ts';

/** Rows from before shapes had numbers have the first. */
export const shape = () => integer().notNull().default(1);
