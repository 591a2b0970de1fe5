import { join } from 'node:path';
import { addItem, beginOrder, sent } from '../tests/support/acting.ts';
import { type Figure, figure, type Size } from './figures.ts';
import { hired, pause, startBenchStage } from './stage.ts';

/** How long the app remembers what it answered (src/slack/repeats.ts), and a little. Milliseconds. */
const FORGOTTEN = 65_000;

/** The app's memory after a collection: at rest when it has just been at work a little, and after 10,000 orders. */
export async function measureMemory({ small }: Size): Promise<Figure[]> {
  const stage = await startBenchStage();
  const app = await stage.start(`file:${join(stage.folder, 'orders.db')}`);
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
            await addItem(clerk, { description: 'Pump', quantity: '1' });
            await sent(clerk);
            await clerk.command('/so list');
            await clerk.openHome();
          }
        }),
      );
    };
    /** When the answers that are kept for a minute, in case Slack delivers something again, have been let go. */
    const settled = async () => {
      await pause(small ? 0 : FORGOTTEN);
      for (const clerk of clerks) await clerk.command('/so list');
      return app.memory();
    };
    const fresh = await app.memory();
    // The first few hundred fill what is meant to stay: compiled code, prepared statements, connections.
    await submit(small ? 3 : 500);
    const rest = await settled();
    const orders = small ? 10 : 10_000;
    await submit(orders);
    const after = await settled();
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
