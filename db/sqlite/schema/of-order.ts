import { type AnySQLiteColumn, foreignKey } from 'drizzle-orm/sqlite-core';
import { orders } from './order.ts';

/** A row of an order that is there. */
export const ofOrder = (t: { team: AnySQLiteColumn; order: AnySQLiteColumn }) =>
  foreignKey({ columns: [t.team, t.order], foreignColumns: [orders.team, orders.id] });
