import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Renderer, startRenderer } from '../src/pdf/renderer.ts';
import { typicalOrder } from './typical-order.ts';

/** As in the app: one thread, for as long as the process lives. */
let renderer: Renderer | undefined;

/** The 99th percentile of this process's event loop delay, milliseconds: for `rest` milliseconds, and while `count` documents are made. */
export async function printMany(count: number, rest: number): Promise<{ idle: number; busy: number }> {
  renderer ??= startRenderer();
  const printing = renderer;
  await printing.warm();
  const delay = monitorEventLoopDelay({ resolution: 10 });
  const measured = async (work: () => Promise<unknown>) => {
    delay.reset();
    delay.enable();
    await work();
    delay.disable();
    return delay.percentile(99) / 1e6;
  };
  const idle = await measured(() => new Promise((resolve) => setTimeout(resolve, rest)));
  const orders = Array.from({ length: count }, typicalOrder);
  const busy = await measured(() => Promise.all(orders.map((order) => printing.render(order, 1))));
  return { idle, busy };
}
