import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import type { DocumentModel } from '../src/pdf/document.ts';
import { documentModel } from '../src/pdf/document.ts';
import { type Renderer, startPool, startRenderer } from '../src/pdf/renderer.ts';
import type { RenderedBytes, RenderTask } from '../src/pdf/worker.ts';
import { type Figure, figure, median, quantile, type Size } from './figures.ts';
import { startBenchStage } from './stage.ts';
import { typicalOrder } from './typical-order.ts';
import { webFoot, webPage } from './web-page.ts';

/**
 * What a document costs, in a thread that is warm, against the same content drawn by hand with PDFKit in such a thread, and
 * printed as a web page by a Chromium that is warm; how many a second; what the thread keeps; and what the app's main
 * thread notices of it.
 */
export async function measureDocuments({ small }: Size): Promise<Figure[]> {
  return [
    ...(await sideBySide(small ? { rounds: 3, before: 1 } : { rounds: 40, before: 100 })),
    ...(await perSecond(small ? 4 : 120)),
    ...(await kept(small ? 5 : 1000)),
    ...(await noticed(small ? 5 : 200, small ? 300 : 5000)),
  ];
}

const PRINTING = { preferCSSPageSize: true, displayHeaderFooter: true, headerTemplate: '<i></i>' };

/** By turns; `before` they count, the compilers have seen the code that often: ours is not compiled to the end before some sixty documents. */
async function sideBySide({ rounds, before }: { rounds: number; before: number }): Promise<Figure[]> {
  const ours = startRenderer();
  const byHand = startRenderer({ worker: new URL('./hand-drawn.ts', import.meta.url) });
  const browser = await chromiumOf();
  try {
    await Promise.all([ours.warm(), byHand.warm()]);
    const page = await browser.newPage();
    const byChromium = async (model: DocumentModel) => {
      await page.setContent(webPage(model));
      return page.pdf({ ...PRINTING, footerTemplate: webFoot(model) });
    };
    const times = { ours: [] as number[], byHand: [] as number[], byChromium: [] as number[] };
    const sizes = { ours: 0, byHand: 0, byChromium: 0 };
    for (let round = -before; round < rounds; round++) {
      const job = typicalOrder();
      const one = await timed(() => ours.render(job, 1));
      const two = await timed(() => byHand.render(job, 1));
      const three = await timed(() => byChromium(documentModel(job, 1)));
      Object.assign(sizes, {
        ours: one.result.bytes.length,
        byHand: two.result.bytes.length,
        byChromium: three.result.length,
      });
      if (round < 0) continue;
      times.ours.push(one.ms);
      times.byHand.push(two.ms);
      times.byChromium.push(three.ms);
    }
    const mine = median(times.ours);
    const what = 'document of two pages, 25 items';
    return [
      figure(`${what}, by hand with PDFKit, median`, median(times.byHand), 'ms'),
      figure(`${what}, by Chromium, median`, median(times.byChromium), 'ms'),
      figure(`${what}, median of ${rounds}`, mine, 'ms', {
        ratio: mine / median(times.byHand),
        against: 'by hand',
        target: { of: 'ratio', must: 1.3 },
      }),
      figure(`${what}, the same median`, mine, 'ms', {
        ratio: mine / median(times.byChromium),
        against: 'Chromium',
        target: { of: 'ratio', must: 0.25 },
      }),
      figure(`${what}, p95`, quantile(times.ours, 0.95), 'ms'),
      figure(`${what}, size by hand`, sizes.byHand / 1000, 'kB'),
      figure(`${what}, size by Chromium`, sizes.byChromium / 1000, 'kB'),
      figure(`${what}, size`, sizes.ours / 1000, 'kB', { target: { of: 'value', aim: 60 } }),
    ];
  } finally {
    await Promise.all([ours.stop(), byHand.stop(), browser.close()]);
  }
}

async function perSecond(count: number): Promise<Figure[]> {
  const renderers: Renderer[] = [startRenderer(), startRenderer()];
  try {
    await Promise.all(renderers.map((one) => one.warm()));
    const rate = async (workers: readonly Renderer[]) => {
      const each = Math.ceil(count / workers.length);
      const { ms } = await timed(() =>
        Promise.all(workers.flatMap((one) => Array.from({ length: each }, () => one.render(typicalOrder(), 1)))),
      );
      return (each * workers.length * 1000) / ms;
    };
    await rate(renderers);
    const one = await rate(renderers.slice(0, 1));
    const two = await rate(renderers);
    return [
      // Targets are upper bounds, so the time of one is held to what ten a second leave it.
      figure('documents a second, one thread', one, '/s'),
      figure('time of a document when many wait, one thread', 1000 / one, 'ms', { target: { of: 'value', aim: 100 } }),
      figure('documents a second, two threads', two, '/s', { ratio: two / one, against: 'one thread' }),
    ];
  } finally {
    await Promise.all(renderers.map((one) => one.stop()));
  }
}

/** Memory of the thread itself: its heap and its buffers. */
async function kept(count: number): Promise<Figure[]> {
  const pool = startPool(new URL('../tests/pdf/measured-worker.ts', import.meta.url));
  try {
    const print = async (times: number) => {
      for (let n = 0; n < times; n++) {
        const { bytes }: RenderedBytes = await pool.run(
          { order: typicalOrder(), version: 1, photos: new Map(), logo: null, code: '' } satisfies RenderTask,
          {
            name: 'render',
          },
        );
        if (bytes.length === 0) throw new Error('a document without bytes');
      }
    };
    const memory = async () => Number(await pool.run(null, { name: 'memory' })) / 1e6;
    await pool.run(null, { name: 'warm' });
    await print(Math.ceil(count / 10));
    const before = await memory();
    await print(count);
    const after = await memory();
    return [
      figure(`memory of the PDF thread after ${count} more documents`, after, 'MB', {
        ratio: after / before,
        against: `after ${Math.ceil(count / 10)}`,
        target: { of: 'ratio', aim: 1.1 },
      }),
    ];
  } finally {
    await pool.destroy();
  }
}

/** In the app's own process, beside everything else that it does. */
async function noticed(count: number, rest: number): Promise<Figure[]> {
  const stage = await startBenchStage();
  const app = await stage.start(`file:${join(stage.folder, 'orders.db')}`, { BENCH_PRINT: `${count} ${rest}` });
  try {
    const { idle, busy } = await app.printing();
    return [
      figure('event loop delay of the app at rest, p99', idle, 'ms'),
      figure(`event loop delay of the app with ${count} documents under way, p99`, busy, 'ms', {
        ratio: busy / idle,
        against: 'at rest',
        target: { of: 'ratio', aim: 2 },
      }),
    ];
  } finally {
    await app.kill();
    await stage.stop();
  }
}

function chromiumOf(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const begun = performance.now();
  const result = await work();
  return { ms: performance.now() - begun, result };
}
