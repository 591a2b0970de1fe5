import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Renderer } from '../../src/pdf/renderer.ts';
import { sharedRenderer } from '../support/shared.ts';
import { GOLDEN_CODES, GOLDEN_FOLDER, GOLDENS, type Golden } from './golden-documents.ts';
import { differing, look, looksOf, MAX_PIXELS, pngOf, withoutEyes } from './looks.ts';
import { approvedOrder } from './orders.ts';

/** `UPDATE_GOLDENS=1 npx vitest run tests/pdf/golden.test.ts` keeps what the documents are now: look at the pictures before you commit. */
const update = process.env.UPDATE_GOLDENS === '1';

const file = (name: string) => new URL(name, GOLDEN_FOLDER);
const hashes: Record<string, string> = existsSync(file('sha256.json'))
  ? JSON.parse(readFileSync(file('sha256.json'), 'utf8'))
  : {};

/** What the bytes depend on besides the product: what is in a PDF is packed by zlib, dates are written by ICU. */
const { zlib = '', icu = '' } = process.versions;
const MADE_BY = `${process.arch}, zlib ${zlib}, ICU ${icu}`;

let renderer: Renderer;
beforeAll(() => {
  renderer = sharedRenderer();
  return renderer.warm();
});
afterAll(() => {
  if (update) writeFileSync(file('sha256.json'), `${JSON.stringify(hashes, null, 2)}\n`);
});

/** What is wrong with the looks of a document: a line for each page that is not as it was kept. */
async function wrongWith({ name, pages }: Golden, pdf: Uint8Array): Promise<string[]> {
  const wrong: string[] = [];
  for (const [index, now] of (await looksOf(pdf)).entries()) {
    const page = index + 1;
    if (pages && !pages.includes(page)) continue;
    const kept = file(`${name}-${page}.png`);
    const actual = file(`${name}-${page}.actual.png`);
    rmSync(actual, { force: true });
    if (update) writeFileSync(kept, await pngOf(now));
    const pixels = existsSync(kept) ? differing(await look(readFileSync(kept)), now) : Number.POSITIVE_INFINITY;
    if (pixels <= MAX_PIXELS) continue;
    writeFileSync(actual, await pngOf(now));
    wrong.push(`page ${page} differs in ${pixels} pixels; as it is now: ${actual.pathname}`);
  }
  return wrong;
}

describe('documents stay as they are:', () => {
  test.each(GOLDENS.map((golden) => [golden.name, golden] as const))('%s', async (name, golden) => {
    const code = GOLDEN_CODES[name] ?? '';
    const { bytes, sha256 } = await renderer.render(golden.order, golden.version, { ...golden.options, code });
    if (update) Object.assign(hashes, { 'made by': MADE_BY, [name]: sha256 });
    if (!withoutEyes) expect(await wrongWith(golden, bytes)).toEqual([]);
    // Another zlib packs the same pages otherwise: then the looks must do.
    if (hashes['made by'] === MADE_BY)
      expect(sha256, 'the pages look the same, but the bytes are others').toBe(hashes[name]);
  });
});

test.skipIf(withoutEyes || update)('a page with one word changed, or one line lost, is seen', async () => {
  const short = GOLDENS.find(({ name }) => name === 'short');
  if (!short) throw expect.unreachable('no short document');
  const title = short.order.content.title;
  for (const changes of [
    { title: title.replace('pump', 'valve') },
    { clientReference: '' },
    { contact: 'Mr. Hansen, caretaker, +49 40 5550 19' },
  ]) {
    const { bytes } = await renderer.render(approvedOrder(changes), 1);
    const [before] = await looksOf((await renderer.render(short.order, 1)).bytes);
    const [after] = await looksOf(bytes);
    if (!before || !after) throw expect.unreachable('no page');
    expect(differing(before, after)).toBeGreaterThan(MAX_PIXELS);
  }
});
