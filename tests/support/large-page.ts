import { expect, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import type { Order } from '../../src/order/order.ts';
import { approve, next, open, sent } from './acting.ts';
import { longItems, type Script, scripts, withItems } from './long-orders.ts';
import { submitted } from './resubmitted.ts';
import type { Stage } from './stage.ts';
import { words } from './words.ts';

const HOUR = 3_600_000;

/** The first order of the stage. */
export async function firstOrder({ store, sandbox }: Stage): Promise<Order> {
  const order = await store.orderByNumber(sandbox.teamId, 1);
  if (!order) throw new Error('no order');
  return order;
}

/** Opens a confirmation with these items added, and goes on to its last page. */
async function toReview(
  stage: Stage,
  worker: Person,
  channel: string,
  added: Parameters<typeof longItems>,
): Promise<void> {
  await open(worker, 'confirm', channel);
  await withItems(stage, worker, 'confirm', (await firstOrder(stage)).id, (items) => [
    ...items,
    ...longItems(...added),
  ]);
  await next(worker);
  await worker.fill({
    workDone: scripts.Japanese(500),
    startedAt: new Date(Date.now() - 3 * HOUR),
    endedAt: new Date(Date.now() - HOUR),
    reason: scripts.Japanese(100),
  });
  await next(worker);
}

/** As far as it stands alike in an answer and on the screen. */
export const LOADING = words.notice.loadingPage.split('*')[0] ?? '';

/** An answer never has 19,000 bytes, whichever way it takes. */
export function answersAreSmall(stage: Stage): void {
  for (const { label, body } of stage.sandbox.inspector.acks())
    expect(Buffer.byteLength(JSON.stringify(body ?? {})), label).toBeLessThan(19_000);
}

/** Two people confirm at once; the second is shown what the first has added, on top of much of their own. */
export async function overtaken(stage: Stage): Promise<Person> {
  const { ana, ben, sam } = stage.people;
  const channel = await submitted(stage, ana, sam, [1, 'Japanese', 40]);
  await approve(stage, sam, channel, [ana, ben]);
  await toReview(stage, ana, channel, [25, 'Japanese', 200, 100]);
  await toReview(stage, ben, channel, [12, 'Japanese', 200, 1]);
  await sent(ben);
  await stage.idle(60_000);
  return ana;
}

/** Waits until the page that somebody has open says that they were overtaken. */
export const drawnPage = (stage: Stage, person: Person): Promise<void> =>
  vi.waitFor(() => {
    const overtakenBy = words.forms.draft.issuedBy({ name: stage.people.ben.name, version: 2 });
    if (!person.screen().includes(overtakenBy)) throw new Error(person.screen());
  }, 10_000);

/** An order is confirmed with so many items of a length, and so much work done: all of it comes, and the PDF has what messages do not hold. */
export async function confirmedAtLength(
  stage: Stage,
  [script, count, length, work]: readonly [Script, number, number, number],
): Promise<void> {
  const { ana, sam } = stage.people;
  const channel = await submitted(stage, ana, sam, [1, script, length]);
  await approve(stage, sam, channel, [ana]);
  await open(ana, 'confirm', channel);
  await withItems(stage, ana, 'confirm', (await firstOrder(stage)).id, (items) => [
    ...items,
    ...longItems(count, script, length, 1),
  ]);
  await next(ana);
  await ana.fill({
    workDone: scripts[script](work),
    startedAt: new Date(Date.now() - 3 * HOUR),
    endedAt: new Date(Date.now() - HOUR),
    reason: scripts[script](1000),
  });
  await next(ana);
  await sent(ana);
  await stage.idle(60_000);
  expect(await stage.store.parked(stage.sandbox.teamId, 9)).toEqual([]);
  expect(stage.sandbox.complaints).toEqual([]);
  const posts = JSON.stringify(sam.messages(channel));
  const inPdf = Array.from({ length: count }, (_, n) => words.items.moreInPdf({ count: n + 1 }));
  expect(inPdf.some((more) => posts.includes(more))).toBe(true);
  expect(posts).toContain('SO-000001 v2.pdf');
}
