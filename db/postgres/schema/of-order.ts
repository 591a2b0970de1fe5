import { type AnyPgColumn, foreignKey } from 'drizzle-orm/pg-core';
import { orders } from './order.ts';

/** A row of an order that is there. */
export const ofOrder = (t: { team: AnyPgColumn; order: AnyPgColumn }) =>
  foreignKey({ columns: [t.team, t.order], foreignColumns: [orders.team, orders.id] });
