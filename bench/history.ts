import { join } from 'node:path';
import { openStore } from '../db/open.ts';
import type { Store } from '../db/ports.ts';
import type { Order } from '../src/order/order.ts';
import { storedOrder, type Taps, tapsOf, WORKER } from '../tests/support/taps.ts';
import { type Figure, figure, median, type Size } from './figures.ts';

const TARGET = { of: 'ratio', aim: 1.2, must: 1.5 } as const;

/** What people do about an order that has been confirmed again and again, and what an effect reads of it. */
const taps: Readonly<Record<string, (taps: Taps, order: Order, store: Store) => Promise<unknown>>> = {
  'open a confirmation': (taps, order) => taps.open('confirm', order),
  'send its first page': async (taps, order) => taps.submit(await taps.open('confirm', order)),
  'open Close order': (taps, order) => taps.open('close', order),
  'show it from Home': (taps, order) => taps.show(order),
  '`show`': (taps, { number }) => taps.command(`show SO-${number}`),
  'what an effect reads': (_, { team, id }, store) => store.order(team, id),
};

/**
 * A tap on an order of 200 items with a long history against one on an order with two versions, by turns, in this process:
 * answer built but not sent.
 */
export async function measureHistory(folder: string, { small }: Size): Promise<Figure[]> {
  const versions = small ? 4 : 61;
  const rounds = small ? 2 : 60;
  const warmUp = small ? 1 : 30;
  const store = await openStore(`file:${join(folder, 'history.db')}`);
  try {
    const short = await storedOrder(store, 'short', { versions: 2, items: 200 });
    const long = await storedOrder(store, 'long', { versions, items: 200 });
    const worker = tapsOf(store, WORKER);
    const figures: Figure[] = [];
    for (const [what, tap] of Object.entries(taps)) {
      const times = { short: [] as number[], long: [] as number[] };
      for (let round = 0; round < rounds + warmUp; round++)
        for (const [length, order] of [['short', short] as const, ['long', long] as const]) {
          const begun = performance.now();
          await tap(worker, order, store);
          if (round >= warmUp) times[length].push(performance.now() - begun);
        }
      const [base, value] = [median(times.short), median(times.long)];
      const against = 'one with 2 versions';
      figures.push(
        figure(`${what}: an order with ${versions} versions of 200 items`, value, 'ms', {
          ...{ ratio: value / base, against, target: TARGET },
        }),
      );
    }
    return figures;
  } finally {
    await store.close();
  }
}
