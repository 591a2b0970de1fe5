import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { type Renderer, type RendererOptions, startPool, startRenderer } from '../../src/pdf/renderer.ts';
import type { RenderTask } from '../../src/pdf/worker.ts';
import { approvedOrder, manyItems } from '../pdf/orders.ts';
import { hashes } from '../pdf/print-hashes.ts';

const open: Renderer[] = [];
const start = (options?: RendererOptions): Renderer => {
  const renderer = startRenderer(options);
  open.push(renderer);
  return renderer;
};
afterEach(() => Promise.all(open.splice(0).map((renderer) => renderer.stop())));

const order = approvedOrder();
const crashing = new URL('../pdf/crashing-worker.ts', import.meta.url);

test('gives bytes, their hash and a file name; names what it cannot do', async () => {
  const renderer = start();
  const { bytes, sha256, fileName } = await renderer.render(order, 1);
  expect(new TextDecoder('latin1').decode(bytes.slice(0, 8))).toBe('%PDF-1.7');
  expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  expect(fileName).toBe('SO-000123 v1.pdf');
  await expect(renderer.render(order, 4)).rejects.toThrow('The PDF SO-000123 v4 failed: SO-000123 has no version 4.');
  await expect(renderer.render(order, 1)).resolves.toMatchObject({ sha256 });
});

test('the same version is the same file, in another process, time zone and language too', async () => {
  const script = new URL('../pdf/print-hashes.ts', import.meta.url).pathname;
  const elsewhere = (TZ: string, LANG: string) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', script], { env: { TZ, LANG } });
  const [here, first] = await Promise.all([hashes(), elsewhere('Asia/Tokyo', 'de_DE.UTF-8')]);
  const second = await elsewhere('America/New_York', 'C');
  expect(first.stdout).toBe(here);
  expect(second.stdout).toBe(here);
  const [, originalOfReport, original] = here.split(' ');
  expect(originalOfReport).toBe(original);
});

test('the thread keeps nothing of the documents it has made', async () => {
  const pool = startPool(new URL('../pdf/measured-worker.ts', import.meta.url));
  try {
    const memory = async () => Number(await pool.run(null, { name: 'memory' })) / 1e6;
    const task: RenderTask = { order, version: 1, photos: new Map(), logo: null, code: '' };
    const render = async (times: number) => {
      for (let n = 0; n < times; n++) await pool.run(task, { name: 'render' });
    };
    await render(20);
    const before = await memory();
    await render(60);
    // What React puts off used to keep every document: some 0.1 MB each.
    expect((await memory()) - before).toBeLessThan(2);
  } finally {
    await pool.destroy();
  }
});

test('the event loop stays free while it renders', async () => {
  const renderer = start();
  await renderer.warm();
  const gaps: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    gaps.push(now - last);
    last = now;
  }, 5);
  const started = performance.now();
  await renderer.render(approvedOrder({ items: manyItems(200) }), 1);
  const took = performance.now() - started;
  clearInterval(timer);
  expect(gaps.length).toBeGreaterThan(took / 50);
  expect(Math.max(...gaps)).toBeLessThan(400);
});

test('nothing of react-pdf is loaded outside the thread', () => {
  const source = readFileSync(new URL('../../src/pdf/renderer.ts', import.meta.url), 'utf8');
  const imports = [...source.matchAll(/^import (type )?.* from '(.+)';$/gm)].map(([, type, from]) =>
    type ? '' : from,
  );
  expect(imports.filter(Boolean)).toEqual(['node:url', 'piscina', '../order/text/order-number.ts']);
});

test('a render that takes too long is killed, and the next one works', async () => {
  const renderer = start({ timeoutMs: 3000, worker: crashing });
  await renderer.render(order, 1);
  const hanging = renderer.render(order, 3);
  const waiting = renderer.render(order, 1);
  await expect(hanging).rejects.toThrow('The PDF SO-000123 v3 was stopped: it took longer than 3 s.');
  await expect(waiting).resolves.toMatchObject({ fileName: 'SO-000123 v1.pdf' });
});

test('a thread that dies fails its own task only', async () => {
  const renderer = start({ worker: crashing });
  const results = await Promise.allSettled([1, 2, 1].map((version) => renderer.render(order, version)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(results[1]).toMatchObject({ reason: { message: 'The PDF SO-000123 v2 failed: worker exited with code: 7' } });
});

test('a caller may give up, before its turn or in it', async () => {
  const renderer = start({ worker: crashing });
  const givenUp = new Error('given up');
  await expect(renderer.render(order, 1, { signal: AbortSignal.abort(givenUp) })).rejects.toBe(givenUp);
  const controller = new AbortController();
  const hanging = renderer.render(order, 3, { signal: controller.signal });
  setTimeout(() => controller.abort(givenUp), 100);
  await expect(hanging).rejects.toBe(givenUp);
  await expect(renderer.render(order, 1)).resolves.toBeDefined();
});

test('stopped, it rejects what was left and anything new', async () => {
  const renderer = start({ worker: crashing });
  const left = [renderer.render(order, 3), renderer.render(order, 1)].map((render) =>
    expect(render).rejects.toThrow('The PDF renderer was stopped.'),
  );
  await renderer.stop();
  await Promise.all(left);
  await expect(renderer.render(order, 1)).rejects.toThrow('The PDF renderer was stopped.');
});
