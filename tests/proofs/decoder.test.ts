import { existsSync, readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { createDecoder, DecoderStopped } from '../../src/pictures/decoder.ts';
import {
  blackPng,
  corners,
  filteredSvg,
  heavySvg,
  jpegSegment,
  plain,
  SECRETS,
  withSecrets,
} from '../support/crafted-pictures.ts';

const decoder = createDecoder();
afterAll(() => decoder.stop());

describe('F1, F2 pictures are decoded in a process of their own', () => {
  it('makes photos for print', async () => {
    const photo = await decoder.photo(await plain(3000, 2000).jpeg().toBuffer());
    expect(photo).toMatchObject({ width: 1200, height: 800 });
  });

  it('never opens what is no JPEG, PNG, WebP or GIF, whatever it is called', async () => {
    const disguised: [string, Buffer][] = [
      ['svg', heavySvg(200, 200)],
      ['svg', Buffer.from('<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>')],
      ['avif', await plain(16, 16).avif({ effort: 0 }).toBuffer()],
      ['tiff', await plain(16, 16).tiff().toBuffer()],
      ['jxl', Buffer.from('\0\0\0\x0cJXL \r\n\x87\n', 'latin1')],
      ['jp2', Buffer.from('\0\0\0\x0cjP  \r\n\x87\n', 'latin1')],
    ];
    for (const [kind, bytes] of disguised) expect(await decoder.photo(bytes)).toEqual({ code: 'unsupported', kind });
  });

  it('a picture with another file behind it or within it is only that picture', async () => {
    const svg = heavySvg(5, 5);
    const jpeg = await plain(300, 200).jpeg().toBuffer();
    const inside = Buffer.concat([jpeg.subarray(0, 2), jpegSegment(0xfe, svg), jpeg.subarray(2)]);
    for (const polyglot of [Buffer.concat([jpeg, svg]), inside])
      expect(await decoder.photo(polyglot)).toMatchObject({ width: 300, height: 200 });
  });

  it('a picture cut anywhere, or with bytes changed anywhere, is printed or named, and the next one is read', async () => {
    const small = corners(60, 40);
    const kinds = [
      small.jpeg(),
      small.clone().jpeg({ progressive: true }),
      small.clone().png(),
      small.clone().webp(),
      small.clone().gif(),
    ];
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (const kind of kinds) {
      const whole = await kind.toBuffer();
      for (let n = 0; n < 40; n++) {
        const broken = Buffer.from(whole.subarray(0, n % 2 ? random(whole.length) : whole.length));
        for (let change = 0; change < n % 5 && broken.length > 0; change++) broken[random(broken.length)] = random(256);
        const photo = await decoder.photo(broken);
        if ('code' in photo) expect(['damaged', 'not_a_picture', 'too_large', 'undecodable']).toContain(photo.code);
        else expect(Math.max(photo.width, photo.height)).toBeLessThanOrEqual(1200);
      }
      expect(await decoder.photo(whole)).toMatchObject({ width: 60, height: 40 });
    }
  }, 60_000);

  it('the largest pictures that are read stay within the limit', async () => {
    const progressive = await plain(8600, 5800).jpeg({ progressive: true }).toBuffer();
    for (const bytes of [
      progressive,
      blackPng({ width: 8600, height: 5800, depth: 16 }),
      blackPng({ width: 8600, height: 5800, colour: 2, interlaced: true }),
    ])
      expect(await decoder.photo(bytes)).toMatchObject({ width: 1200 });
  }, 120_000);

  it('a JPEG of 200 megapixels is printed in the colours it has', async () => {
    const photo = await decoder.photo(await plain(16_320, 12_240, '#c03010').jpeg({ quality: 50 }).toBuffer());
    if ('code' in photo) throw expect.unreachable(photo.code);
    const { channels } = await sharp(photo.jpeg).stats();
    const [red = 0, green = 0] = channels.map(({ mean }) => mean);
    expect(red - green).toBeGreaterThan(100);
  }, 60_000);

  it('F17 cleans a photo without decoding it', async () => {
    const photo = await withSecrets(corners(), 6).jpeg().toBuffer();
    const clean = await decoder.clean(photo);
    if ('code' in clean) throw expect.unreachable(clean.code);
    for (const secret of SECRETS) expect(Buffer.from(clean).includes(secret)).toBe(false);
    expect((await sharp(clean).metadata()).orientation).toBe(6);
  });

  it('F16 a logo with a heavy filter is refused in time, and the next one is taken', async () => {
    const started = performance.now();
    const heavy = filteredSvg(60);
    expect(heavy.length).toBeLessThan(27_000);
    expect(await decoder.logo(heavy)).toEqual({ code: 'too_heavy' });
    expect(performance.now() - started).toBeLessThan(60_000);
    expect(await decoder.logo(await plain(400, 200).png().toBuffer())).toMatchObject({ type: 'image/png', width: 400 });
    expect(await decoder.photo(await plain(40, 20).png().toBuffer())).toMatchObject({ width: 40 });
  }, 90_000);
});

describe('F2 a process that ends', () => {
  const module = new URL('../pictures/troubled-decoder.ts', import.meta.url);
  const pidOf = async (troubled: ReturnType<typeof createDecoder>): Promise<number> => {
    const photo = await troubled.photo(Buffer.from('p'));
    return 'jpeg' in photo ? Number(Buffer.from(photo.jpeg).toString()) : 0;
  };

  it.each([
    ['dies', 'd'],
    ['hangs', 'h'],
    ['says what nobody understands', 'g'],
  ])(
    'a picture on which it %s is named; a new process reads the next',
    async (_, what) => {
      const troubled = createDecoder({ module, timeoutMs: 3000 });
      const first = await pidOf(troubled);
      expect(await troubled.photo(Buffer.from(what))).toEqual({ code: 'undecodable' });
      const second = await pidOf(troubled);
      expect(second).not.toBe(first);
      await vi.waitFor(() => expect(existsSync(`/proc/${first}`)).toBe(false));
      await troubled.stop();
      await vi.waitFor(() => expect(existsSync(`/proc/${second}`)).toBe(false));
    },
    60_000,
  );

  it('pictures are read one at a time, in the order they came; a stop ends them all', async () => {
    const troubled = createDecoder({ module, timeoutMs: 60_000 });
    const pid = await pidOf(troubled);
    const all = ['h', 'p', 'p'].map((what) => troubled.photo(Buffer.from(what)).catch((error: unknown) => error));
    await troubled.stop();
    for (const one of await Promise.all(all)) expect(one).toBeInstanceOf(DecoderStopped);
    await vi.waitFor(() => expect(existsSync(`/proc/${pid}`)).toBe(false));
  }, 60_000);

  it('a program that does not start is said', async () => {
    const missing = createDecoder({ module: new URL('./no-such-module.mjs', import.meta.url) });
    await expect(missing.photo(Buffer.from('p'))).rejects.toThrow(/did not start: .*no-such-module/s);
    await missing.stop();
  }, 30_000);
});

it('F1 libvips is loaded by the decoder alone', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const importing = (what: RegExp) =>
    sources.filter((file) => what.test(readFileSync(`src/${file}`, 'utf8'))).map((file) => file.replaceAll('\\', '/'));
  const users = importing(/from 'sharp'|import\('sharp'\)/);
  expect(users.sort()).toEqual(['pictures/decode-logo.ts', 'pictures/decode-photo.ts', 'pictures/loaders.ts']);
  expect(importing(/(?:from |import\()'[^']*\/(?:decode-logo|decode-photo|loaders)\.ts'/).sort()).toEqual([
    'pictures/decoder-process.ts',
  ]);
});
