import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Picture, readPicture } from '../../src/pictures/picture.ts';
import { corners, jpegSegment, pngChunk, SECRETS, withSecrets } from '../support/crafted-pictures.ts';

function read(bytes: Uint8Array): Picture {
  const picture = readPicture(bytes);
  if ('code' in picture) throw expect.unreachable(picture.code);
  return picture;
}
const cleaned = (bytes: Uint8Array): Buffer => {
  const picture = read(bytes);
  return Buffer.from(picture.write(picture.orientation));
};
const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer();
const upright = (bytes: Uint8Array) => sharp(bytes).autoOrient().raw().toBuffer({ resolveWithObject: true });
const secretsIn = (bytes: Uint8Array) => SECRETS.filter((secret) => Buffer.from(bytes).includes(secret));

const formats: [string, () => Promise<Buffer>][] = [
  ['JPEG', () => withSecrets(corners(), 6).jpeg().toBuffer()],
  ['progressive JPEG', () => withSecrets(corners(), 6).jpeg({ progressive: true }).toBuffer()],
  ['PNG', () => withSecrets(corners(), 6).png().toBuffer()],
  ['WebP', () => withSecrets(corners(), 6).webp({ lossless: true }).toBuffer()],
];

describe('F17 what a photo says of place and device', () => {
  it.each(formats)('is taken out of a %s, which stays the same pixel by pixel and as it stands', async (_, make) => {
    const photo = await make();
    expect(secretsIn(photo).length).toBeGreaterThan(1);
    const clean = cleaned(photo);
    expect(secretsIn(clean)).toEqual([]);
    expect(await pixels(clean)).toEqual(await pixels(photo));
    expect((await sharp(clean).metadata()).orientation).toBe(6);
    expect((await upright(clean)).data).toEqual((await upright(photo)).data);
    const { xmp, iptc, comments } = await sharp(clean).metadata();
    expect([xmp, iptc, comments]).toEqual([undefined, undefined, undefined]);
    // What is clean stays as it is.
    expect(cleaned(clean)).toEqual(clean);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('leaves a JPEG with orientation %i as it stands', async (orientation) => {
    const photo = await withSecrets(corners(), orientation).jpeg().toBuffer();
    const clean = cleaned(photo);
    expect((await upright(clean)).data).toEqual((await upright(photo)).data);
  });

  it('is taken out of every segment of a JPEG: comments, maker notes, IPTC, further pictures behind its end', async () => {
    const jpeg = await corners().jpeg().toBuffer();
    const secret = Buffer.from(SECRETS[0] ?? '');
    const photo = Buffer.concat([
      jpeg.subarray(0, 2),
      jpegSegment(0xfe, secret),
      jpegSegment(0xe0, Buffer.concat([Buffer.from('JFXX\0'), secret])),
      jpegSegment(0xe2, Buffer.concat([Buffer.from('MPF\0'), secret])),
      jpegSegment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), secret])),
      jpegSegment(0xef, secret),
      jpeg.subarray(2),
      secret,
      await withSecrets(corners()).jpeg().toBuffer(),
    ]);
    const clean = cleaned(photo);
    expect(secretsIn(clean)).toEqual([]);
    expect(await pixels(clean)).toEqual(await pixels(jpeg));
  });

  it('is taken out of the texts of a PNG, packed or not', async () => {
    const png = await corners().png().toBuffer();
    const secret = Buffer.from(`Comment\0${SECRETS[0]}`);
    const texts = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'prVt'].map((type) => pngChunk(type, secret));
    const photo = Buffer.concat([png.subarray(0, 33), ...texts, png.subarray(33), secret]);
    const clean = cleaned(photo);
    expect(secretsIn(clean)).toEqual([]);
    expect(await pixels(clean)).toEqual(await pixels(png));
  });

  it('is taken out of the comments of a GIF, whose frames stay', async () => {
    const frame = { width: 20, height: 15, channels: 3 as const };
    const stack = Buffer.concat([Buffer.alloc(900, 10), Buffer.alloc(900, 200)]);
    const gif = await sharp(stack, { raw: { ...frame, height: 30, pageHeight: 15 } })
      .gif()
      .toBuffer();
    const secret = Buffer.from(SECRETS[0] ?? '');
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe, secret.length]), secret, Buffer.of(0)]);
    const xmp = Buffer.concat([
      Buffer.from([0x21, 0xff, 11]),
      Buffer.from('XMP DataXMP'),
      Buffer.of(secret.length),
      secret,
      Buffer.of(0),
    ]);
    const table = 13 + 3 * 2 ** (((gif[10] ?? 0) & 7) + 1);
    const at = (gif[10] ?? 0) & 0x80 ? table : 13;
    const photo = Buffer.concat([gif.subarray(0, at), comment, xmp, gif.subarray(at)]);
    expect(secretsIn(photo)).toHaveLength(1);
    const clean = cleaned(photo);
    expect(secretsIn(clean)).toEqual([]);
    expect((await sharp(clean, { pages: -1 }).metadata()).pages).toBe(2);
    expect(await sharp(clean, { pages: -1 }).raw().toBuffer()).toEqual(
      await sharp(gif, { pages: -1 }).raw().toBuffer(),
    );
  });

  it('the colours that a photo says it has are kept', async () => {
    for (const make of [() => corners().withIccProfile('p3').jpeg(), () => corners().withIccProfile('p3').png()]) {
      const photo = await make().toBuffer();
      expect((await sharp(cleaned(photo)).metadata()).icc).toEqual((await sharp(photo).metadata()).icc);
    }
    const cmyk = await corners().toColourspace('cmyk').jpeg().toBuffer();
    expect(await sharp(cleaned(cmyk)).metadata()).toMatchObject({ space: 'cmyk', channels: 4 });
  });
});
