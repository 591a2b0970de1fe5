import { expect } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { beginOrder, decide, next, open, sent } from './acting.ts';
import { longItems, withItems } from './long-orders.ts';
import type { Stage } from './stage.ts';

type Items = Parameters<typeof longItems>;

/** Submits an order with these items; its channel. */
export async function submitted(stage: Stage, requester: Person, supervisor: Person, items: Items): Promise<string> {
  await beginOrder(requester, supervisor);
  await withItems(stage, requester, 'submit', '', () => longItems(...items));
  await sent(requester);
  await stage.idle(60_000);
  return stage.sandbox.workspace.channels().at(-1)?.name ?? '';
}

/** An order with these items is submitted, sent back, and resubmitted with all of them. */
export async function resubmitted(stage: Stage, items: Items): Promise<void> {
  const { ana, sam } = stage.people;
  const channel = await submitted(stage, ana, sam, items);
  await decide(stage, sam, 'request_changes', channel, 'Please check.');
  await open(ana, 'resubmit', channel);
  await next(ana);
  await next(ana);
  await sent(ana);
  await stage.idle(60_000);
  const order = await stage.store.orderByNumber(stage.sandbox.teamId, 1);
  expect(order?.content.items).toHaveLength(items[0]);
  expect(stage.sandbox.complaints).toEqual([]);
}
