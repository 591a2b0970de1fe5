import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePhoto } from '../../src/pictures/decode-photo.ts';
import type { Photo } from '../../src/pictures/photo.ts';
import { readForDecoding } from '../../src/pictures/picture.ts';
import {
  blackPng,
  bmp,
  corners,
  heicHead,
  lyingWebp,
  manyFrames,
  manyScans,
  packedZeros,
  plain,
  pngChunk,
  resizedJpeg,
  SECRETS,
  withSecrets,
} from '../support/crafted-pictures.ts';

async function printed(bytes: Uint8Array): Promise<Photo> {
  const photo = await decodePhoto(bytes);
  if ('code' in photo) throw expect.unreachable(photo.code);
  return photo;
}
/** Mean colour of what is printed. */
const colourOf = async ({ jpeg }: Photo) => (await sharp(jpeg).stats()).channels.map(({ mean }) => Math.round(mean));

describe('C4 photos as phones, cameras and programs make them', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('stand upright: orientation %i', async (orientation) => {
    const photo = await withSecrets(corners(400, 300), orientation).jpeg({ quality: 100 }).toBuffer();
    const { jpeg, width, height } = await printed(photo);
    const wanted = await sharp(photo).autoOrient().raw().toBuffer({ resolveWithObject: true });
    expect([width, height]).toEqual([wanted.info.width, wanted.info.height]);
    const found = await sharp(jpeg).raw().toBuffer();
    const corner = (data: Buffer, x: number, y: number) => [
      ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
    ];
    for (const [x, y] of [
      [20, 20],
      [width - 20, 20],
      [20, height - 20],
      [width - 20, height - 20],
    ] as const) {
      const apart = corner(found, x, y).map((value, n) => Math.abs(value - (corner(wanted.data, x, y)[n] ?? 0)));
      expect(Math.max(...apart)).toBeLessThan(12);
    }
    for (const secret of SECRETS) expect(Buffer.from(jpeg).includes(secret)).toBe(false);
  });

  it('a JPEG without its end marker is whole, one that is cut is printed as far as it goes and says so', async () => {
    const noise = Buffer.from(Array.from({ length: 600 * 400 * 3 }, (_, n) => (n * 7919) % 251));
    const jpeg = await sharp(noise, { raw: { width: 600, height: 400, channels: 3 } })
      .jpeg()
      .toBuffer();
    expect((await printed(jpeg)).incomplete).toBeUndefined();
    expect((await printed(jpeg.subarray(0, -2))).incomplete).toBeUndefined();
    expect(await printed(jpeg.subarray(0, Math.round(jpeg.length * 0.95)))).toMatchObject({
      width: 600,
      height: 400,
      incomplete: true,
    });
  });

  it('a PNG that is cut is printed as far as it goes and says so', async () => {
    const noise = Buffer.from(Array.from({ length: 300 * 200 * 3 }, (_, n) => (n * 7919) % 251));
    const png = await sharp(noise, { raw: { width: 300, height: 200, channels: 3 } })
      .png()
      .toBuffer();
    expect((await printed(png)).incomplete).toBeUndefined();
    expect(await printed(png.subarray(0, Math.round(png.length * 0.8)))).toMatchObject({ incomplete: true });
  });

  // One of 200 is among the proofs.
  it('a JPEG of 48 megapixels, in the colours it has', async () => {
    const jpeg = await plain(8000, 6000, '#c03010').jpeg({ quality: 50 }).toBuffer();
    const [red = 0, green = 0] = await colourOf(await printed(jpeg));
    expect(red - green).toBeGreaterThan(100);
  }, 60_000);

  it('a JPEG for presses has its colours, not their negative', async () => {
    const cmyk = await plain(400, 300, '#c03010').toColourspace('cmyk').jpeg().toBuffer();
    const [red = 0, green = 0, blue = 0] = await colourOf(await printed(cmyk));
    expect(red).toBeGreaterThan(120);
    expect(Math.max(green, blue)).toBeLessThan(110);
  });

  it('what is seen through stands on white', async () => {
    const clear = sharp({ create: { width: 50, height: 50, channels: 4, background: '#00000000' } });
    for (const bytes of [await clear.png().toBuffer(), await clear.webp().toBuffer(), await clear.gif().toBuffer()])
      expect(Math.min(...(await colourOf(await printed(bytes))))).toBeGreaterThan(250);
  });

  it.each([
    ['HEIC', heicHead(), { code: 'unsupported', kind: 'heic' }],
    ['BMP', bmp(30, 20), { code: 'unsupported', kind: 'bmp' }],
    ['text', Buffer.from('not a picture'), { code: 'not_a_picture' }],
    ['nothing', Buffer.alloc(0), { code: 'not_a_picture' }],
    ['a JPEG of which only the head is left', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), { code: 'damaged' }],
  ])('%s is named with its reason', async (_, bytes, why) => {
    expect(await decodePhoto(bytes)).toEqual(why);
  });
});

describe('F1, F2 what a picture says of itself is looked at before a decoder sees it:', () => {
  const baseline = () => plain(64, 64).jpeg().toBuffer();
  const progressive = () => plain(64, 64).jpeg({ progressive: true }).toBuffer();
  const cases: [string, () => Promise<Buffer> | Buffer, string][] = [
    ['a PNG of four billion by four billion', () => blackPng({ width: 0xffffffff, height: 0xffffffff }), 'too_large'],
    ['a PNG of 51 megapixels', () => blackPng({ width: 10_200, height: 5000 }), 'too_large'],
    [
      'an interlaced PNG of 50 megapixels of eight bytes',
      () => blackPng({ width: 10_000, height: 5000, depth: 16, interlaced: true }),
      'undecodable',
    ],
    [
      'a PNG of 49 million rows of one pixel',
      () => blackPng({ width: 1, height: 49_000_000, colour: 2 }),
      'undecodable',
    ],
    ['a baseline JPEG of 4 gigapixels', async () => resizedJpeg(await baseline(), 65_535, 65_535), 'too_large'],
    ['a progressive JPEG of 60 megapixels', async () => resizedJpeg(await progressive(), 10_000, 6000), 'too_large'],
    ['a progressive JPEG of 3000 scans', async () => manyScans(await progressive(), 3000), 'undecodable'],
    ['a GIF of 100,000 frames', () => manyFrames(100_000), 'undecodable'],
    ['a WebP of 268 megapixels', lyingWebp, 'too_large'],
  ];
  it.each(cases)('%s', async (_, make, code) => {
    expect(readForDecoding(await make())).toMatchObject({ code });
  });

  it('profiles and texts that grow when they are unpacked do not reach the decoder', async () => {
    const profile = Buffer.concat([Buffer.from('bomb\0\0'), packedZeros(1e9)]);
    const text = Buffer.concat([Buffer.from('bomb\0\0'), packedZeros(1e9)]);
    const bomb = blackPng({ width: 9, height: 9, more: [pngChunk('iCCP', profile), pngChunk('zTXt', text)] });
    const picture = readForDecoding(bomb);
    if ('code' in picture) throw expect.unreachable(picture.code);
    expect(bomb.length).toBeGreaterThan(1_000_000);
    expect(picture.write(1).length).toBeLessThan(3000);
  });
});
