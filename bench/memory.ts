import { join } from 'node:path';
import { addItem, beginOrder, sent } from '../tests/support/acting.ts';
import { type Figure, figure, type Size } from './figures.ts';
import { hired, startBenchStage } from './stage.ts';

/** The app's memory after a collection: at rest when it has just been at work a little, and after 10,000 orders. */
export async function measureMemory({ small }: Size): Promise<Figure[]> {
  const stage = await startBenchStage();
  const app = await stage.start(join(stage.folder, 'orders.db'));
  const { sandbox } = stage;
  try {
    const { sam } = sandbox.people;
    const clerks = hired(sandbox, 'Clerk', 10);
    const submit = (orders: number) => {
      let left = orders;
      return Promise.all(
        clerks.map(async (clerk) => {
          while (left-- > 0) {
            await beginOrder(clerk, sam);
            await addItem(clerk, { Description: 'Pump', Quantity: '1' });
            await sent(clerk);
            await clerk.command('/so list');
            await clerk.openHome();
          }
        }),
      );
    };
    const fresh = await app.memory();
    // The first few hundred fill what is meant to stay: compiled code, prepared statements, connections.
    await submit(small ? 3 : 500);
    const rest = await app.memory();
    const orders = small ? 10 : 10_000;
    await submit(orders);
    const after = await app.memory();
    const against = 'after 500 orders';
    return [
      figure('memory just started, resident', fresh.rss, 'MB'),
      figure('memory just started, heap', fresh.heap, 'MB'),
      figure(`memory after ${orders} more orders, resident`, after.rss, 'MB', {
        ratio: after.rss / rest.rss,
        against,
        target: { of: 'ratio', aim: 1.1 },
      }),
      figure(`memory after ${orders} more orders, heap`, after.heap, 'MB', {
        ratio: after.heap / rest.heap,
        against,
        target: { of: 'ratio', aim: 1.1 },
      }),
    ];
  } finally {
    await app.kill();
    await stage.stop();
  }
}
