import type { Action } from '../../src/order/action.ts';
import type { Content } from '../../src/order/content.ts';
import type { Order } from '../../src/order/order.ts';
import { orderAfter } from './seeded.ts';
import type { Stage } from './stage.ts';
import { actions, content, farid, greta, item } from './workflow.ts';

/** Seconds. */
export const HOUR = 3600;
export const nowInSeconds = (): number => Math.floor(Date.now() / 1000);

/** What an order asks for when it is submitted in a story about queues: tomorrow, for 20.00 net, with Farid. */
export const asked = (change: Partial<Content> = {}): Content => ({
  ...content,
  ...{ requestedStart: nowInSeconds() + 24 * HOUR, requestedEnd: nowInSeconds() + 26 * HOUR },
  ...{ proposedCrew: [farid], items: [item('a'), item('b')] },
  ...change,
});

const submit = (change: Partial<Content>): Action => ({ ...actions().submit, content: asked(change) }) as Action;

/** An order that awaits Sam's decision. `at`: since when (milliseconds). */
export const waiting = (stage: Stage, change: Partial<Content> = {}, at?: number): Promise<Order> =>
  orderAfter(stage, [submit(change)], at);

/** An order that was approved for Farid and Gus (a guest) before it was to begin, with Carla as coordinator; `start` in seconds. */
export const planned = (stage: Stage, start: number, change: Partial<Content> = {}): Promise<Order> =>
  orderAfter(
    stage,
    [
      submit({ requestedStart: start, requestedEnd: start + 2 * HOUR, ...change }),
      { ...actions().approve, crew: [farid, greta], plannedStart: start } as Action,
    ],
    Math.min(Date.now(), (start - 24 * HOUR) * 1000),
  );
