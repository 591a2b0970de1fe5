import type { Action, Entry } from '../../src/order/action.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import type { Party } from '../../src/order/people.ts';
import type { Version } from '../../src/order/version.ts';
import { HOSTILE } from './markup.ts';

/** A copy in which every text that a person may have typed is hostile. */
export function poisoned<T>(value: T, text = HOSTILE): T {
  return replaced(value, '', text) as T;
}

/** What is not typed: ids, codes, and what the product counts. */
const untyped = new Set([
  ...['id', 'fileId', 'type', 'kind', 'outcome', 'state', 'priority', 'reasonCode', 'currency', 'timeZone', 'key'],
  ...['team', 'mimetype', 'channel', 'ts', 'locale', 'pageSize', 'unitPrice'],
]);

function replaced(value: unknown, name: string, text: string): unknown {
  if (typeof value === 'string') return untyped.has(name) ? value : text;
  if (Array.isArray(value)) return value.map((one) => replaced(one, name, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, replaced(member, key, text)]));
}

/** Everybody on an order. */
export const idsOn = (order: WholeOrder): string[] =>
  [order.requester, order.supervisor, order.coordinator, ...order.crew, ...order.entries.map(({ by }) => by)]
    .filter((party): party is Party => party !== null)
    .map(({ id }) => id);

/** An entry of a poisoned order with another action. */
export function entryWith(order: WholeOrder, action: Action, version: Version | null): Entry {
  const last = order.entries.at(-1);
  if (!last) throw new Error('an order has entries');
  return { ...last, action: poisoned(action), version: version?.n ?? null };
}
