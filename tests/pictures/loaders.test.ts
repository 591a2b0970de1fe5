import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { allowOnly, LOGO_LOADERS, PHOTO_LOADERS } from '../../src/pictures/loaders.ts';
import { plain } from '../support/crafted-pictures.ts';

const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
);
const samples: Record<string, Promise<Buffer>> = {
  VipsForeignLoadJpegBuffer: plain(9, 9).jpeg().toBuffer(),
  VipsForeignLoadPngBuffer: plain(9, 9).png().toBuffer(),
  VipsForeignLoadWebpBuffer: plain(9, 9).webp().toBuffer(),
  VipsForeignLoadNsgifBuffer: plain(9, 9).gif().toBuffer(),
  VipsForeignLoadSvgBuffer: Promise.resolve(svg),
};
const dangerous: Record<string, Promise<Buffer>> = {
  avif: plain(16, 16).avif({ effort: 0 }).toBuffer(),
  tiff: plain(9, 9).tiff().toBuffer(),
};
const reads = async (bytes: Buffer) =>
  sharp(bytes)
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );

afterAll(() => sharp.unblock({ operation: ['VipsForeignLoad'] }));

describe('F1 loaders of libvips', () => {
  it.each([...new Set([...PHOTO_LOADERS, ...LOGO_LOADERS])])(
    '%s is a name that libvips knows, and opens one kind',
    async (name) => {
      await Promise.all([...Object.values(samples), ...Object.values(dangerous)]);
      allowOnly([name]);
      for (const [loader, sample] of Object.entries(samples))
        expect([loader, await reads(await sample)]).toEqual([loader, loader === name]);
    },
  );

  it('a name that is misspelled opens nothing', async () => {
    allowOnly(['VipsForeignLoadJpegBufer']);
    for (const sample of Object.values(samples)) expect(await reads(await sample)).toBe(false);
  });

  it.each([
    ['photos', PHOTO_LOADERS],
    ['logos', LOGO_LOADERS],
  ])('for %s open nothing else', async (_, loaders) => {
    allowOnly(loaders);
    for (const [kind, sample] of Object.entries({ ...samples, ...dangerous }))
      expect([kind, await reads(await sample)]).toEqual([kind, loaders.includes(kind)]);
  });
});
