import { startRenderer } from '../../src/pdf/renderer.ts';
import { approvedOrder, confirmed, manyItems } from './orders.ts';

/** What the determinism test renders, in this process and in others. */
export async function hashes(): Promise<string> {
  const renderer = startRenderer();
  const order = approvedOrder({ items: manyItems(12) });
  const report = confirmed(order, manyItems(14));
  const rendered = [
    await renderer.render(report, 2),
    await renderer.render(report, 1),
    await renderer.render(order, 1),
  ];
  await renderer.stop();
  return rendered.map(({ sha256 }) => sha256).join(' ');
}

if (process.argv[1] === import.meta.filename) process.stdout.write(await hashes());
