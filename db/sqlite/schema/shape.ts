import { integer } from 'drizzle-orm/sqlite-core';

/** Rows from before shapes had numbers have the first. */
export const shape = () => integer().notNull().default(1);
