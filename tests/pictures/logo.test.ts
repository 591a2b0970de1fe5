import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { decodeLogo } from '../../src/pictures/decode-logo.ts';
import { LARGEST_LOGO, type Logo, type LogoProblem } from '../../src/pictures/logo.ts';
import { blackPng } from '../support/crafted-pictures.ts';

const svg = (inside: string, head = 'width="300" height="100" viewBox="0 0 300 100"') =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${head}>${inside}</svg>`,
  );
const CIRCLE = '<circle cx="50" cy="50" r="45" fill="#0a5c36"/>';
const picture = (width: number, height: number, background = '#0a5c36') =>
  sharp({ create: { width, height, channels: 4, background } });

async function taken(bytes: Uint8Array): Promise<Logo> {
  const logo = await decodeLogo(bytes);
  if ('code' in logo) throw expect.unreachable(logo.code);
  return logo;
}

describe('a logo is taken', () => {
  test('from a drawing, in print resolution and with its transparency, always as the same bytes', async () => {
    const logo = await taken(svg(CIRCLE));
    expect(logo).toMatchObject({ type: 'image/png', width: 900, height: 300 });
    expect(await sharp(logo.bytes).metadata()).toMatchObject({ format: 'png', hasAlpha: true, space: 'srgb' });
    expect(await taken(svg(CIRCLE))).toEqual(logo);
  });

  test('from a drawing that is tiny, tall, or has no size but a view box', async () => {
    expect(await taken(svg(CIRCLE, 'width="24" height="24" viewBox="0 0 100 100"'))).toMatchObject({ height: 300 });
    expect(await taken(svg(CIRCLE, 'viewBox="0 0 100 200"'))).toMatchObject({ width: 150, height: 300 });
  });

  test('from a drawing with a picture inside it, gradients and links within itself', async () => {
    const inner = (await picture(4, 4).png().toBuffer()).toString('base64');
    const gradient = '<defs><linearGradient id="g"><stop stop-color="#123"/></linearGradient></defs>';
    const whole = `${gradient}<rect width="300" height="50" fill="url(#g)"/><image xlink:href="data:image/png;base64,${inner}" width="9" height="9"/>`;
    expect(await taken(svg(whole))).toMatchObject({ width: 900 });
  });

  test('from a PNG, whatever its name; what hides nothing needs no transparency', async () => {
    const seen = await taken(await picture(600, 200, '#0a5c3680').png().toBuffer());
    expect(await sharp(seen.bytes).metadata()).toMatchObject({ hasAlpha: true, width: 600 });
    const opaque = await taken(await picture(3000, 1500).png().toBuffer());
    expect(await sharp(opaque.bytes).metadata()).toMatchObject({ hasAlpha: false, width: 600, height: 300 });
  });

  test('from a JPEG in the colours of a printing press', async () => {
    const cmyk = await picture(400, 200).toColourspace('cmyk').jpeg().toBuffer();
    expect(await sharp(cmyk).metadata()).toMatchObject({ space: 'cmyk' });
    const logo = await taken(cmyk);
    expect(logo).toMatchObject({ type: 'image/jpeg', width: 400, height: 200 });
    expect(await sharp(logo.bytes).metadata()).toMatchObject({ format: 'jpeg', space: 'srgb', channels: 3 });
  });

  test('from a JPEG turned as its camera says, without what it says of itself', async () => {
    const turned = await picture(400, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const logo = await taken(turned);
    expect(logo).toMatchObject({ width: 150, height: 300 });
    const metadata = await sharp(logo.bytes).metadata();
    expect(metadata.exif ?? metadata.icc).toBeUndefined();
  });
});

describe('a logo is refused, and what is wrong with it is told:', () => {
  const cases: [what: string, bytes: () => Uint8Array | Promise<Uint8Array>, says: LogoProblem][] = [
    ['an empty file', () => new Uint8Array(), { code: 'empty' }],
    ['a text', () => new TextEncoder().encode('hello'), { code: 'not_a_picture' }],
    ['too many bytes', () => new Uint8Array(LARGEST_LOGO + 1), { code: 'too_large', bytes: LARGEST_LOGO + 1 }],
    ['a GIF', () => picture(300, 100).gif().toBuffer(), { code: 'format', kind: 'gif' }],
    [
      'half a PNG',
      async () => (await picture(900, 900).png({ compressionLevel: 0 }).toBuffer()).subarray(0, 9000),
      { code: 'damaged' },
    ],
    ['an icon', () => picture(32, 32).png().toBuffer(), { code: 'too_small', width: 32, height: 32, least: 100 }],
    ['a strip', () => picture(3000, 10).png().toBuffer(), { code: 'strip', width: 3000, height: 10, most: 20 }],
    [
      'more pixels than anything has',
      () => blackPng({ width: 8000, height: 7000 }),
      { code: 'too_many_pixels', megapixels: 56, limit: 50 },
    ],
    ['a white drawing', () => svg('<circle cx="50" cy="50" r="45" fill="#fff"/>'), { code: 'too_light' }],
    ['a drawing of nothing', () => svg(''), { code: 'too_light' }],
    ['a drawing with text', () => svg(`${CIRCLE}<text x="9" y="9">Acme</text>`), { code: 'text' }],
    ['a drawing with a script', () => svg(`${CIRCLE}<script>alert(1)</script>`), { code: 'active' }],
    [
      'a drawing with a file of the computer',
      () => svg(`${CIRCLE}<image xlink:href="file:///etc/hostname"/>`),
      { code: 'linked' },
    ],
    [
      'a drawing with a picture from the net',
      () => svg(`${CIRCLE}<image href='https://example.com/a.png'/>`),
      { code: 'linked' },
    ],
    [
      'a drawing with a fill from elsewhere',
      () => svg(`<rect width="9" height="9" fill="url(other.svg#a)"/>`),
      { code: 'linked' },
    ],
    ['a drawing in a drawing', () => svg(`${CIRCLE}<use href="data:image/svg+xml;base64,AAAA"/>`), { code: 'linked' }],
    [
      'a drawing with a style sheet from elsewhere',
      () => svg(`${CIRCLE}<style>@import "a.css";</style>`),
      { code: 'linked' },
    ],
    [
      'a drawing with entities',
      () =>
        new TextEncoder().encode(
          `<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">&a;</svg>`,
        ),
      { code: 'active' },
    ],
    ['a drawing without a size', () => svg(CIRCLE, 'width="1000000" height="1"'), { code: 'no_size' }],
  ];
  test.each(cases)('%s', async (_, bytes, says) => {
    const answer = await decodeLogo(await bytes());
    expect(answer).toEqual(says);
  });
});
