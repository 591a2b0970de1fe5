import sharp, { type Sharp } from 'sharp';
import { kindOf } from './formats/kind.ts';
import { LARGEST_LOGO, type Logo, type LogoProblem } from './logo.ts';
import { readPicture } from './picture.ts';

/** The room it has on the letterhead is 190 × 54 points: this is some 340 dots an inch. */
const MAX_WIDE = 900;
const MAX_HIGH = 300;
/** A smaller picture would be blurred in print. */
const MIN_PIXELS = 100;
/** A longer strip would be a line in the room that a logo has. */
const MAX_STRIP = 20;
const MAX_PIXELS = 50_000_000;
/** What a drawing may be scaled by; more means that its own size is given in other units than it is drawn in. */
const MAX_DENSITY = 72 * 100;

/** What a drawing may not hold. */
const UNFIT: readonly [what: RegExp, code: 'active' | 'text' | 'linked'][] = [
  [/<!ENTITY/i, 'active'],
  [/<(?:script|foreignObject)[\s>/]/i, 'active'],
  [/<text[\s>/]/i, 'text'],
  [
    /(?:href\s*=\s*["'](?!\s*(?:#|data:image\/(?:png|jpe?g);))|url\(\s*["']?(?!\s*["']?(?:#|data:image\/(?:png|jpe?g);)))|@import|<\?xml-stylesheet/i,
    'linked',
  ],
];

/**
 * The logo in these bytes, made ready for print: drawings become pictures, transparency is kept, any colours become sRGB. Why
 * not, when it cannot be had. What it is, its content tells, never its name. Runs in the decoder's process only.
 */
export async function decodeLogo(bytes: Uint8Array): Promise<Logo | LogoProblem> {
  if (bytes.length > LARGEST_LOGO) return { code: 'too_large', bytes: bytes.length };
  if (bytes.length === 0) return { code: 'empty' };
  try {
    const kind = kindOf(bytes);
    if (kind === undefined) return { code: 'not_a_picture' };
    if (kind === 'svg') return await drawn(bytes);
    if (kind !== 'png' && kind !== 'jpeg') return { code: 'format', kind };
    const picture = readPicture(bytes);
    if ('code' in picture) return { code: 'damaged' };
    const { width, height, orientation } = picture;
    if (width * height > MAX_PIXELS)
      return { code: 'too_many_pixels', megapixels: Math.ceil((width * height) / 1e6), limit: MAX_PIXELS / 1e6 };
    if (Math.max(width, height) < MIN_PIXELS) return { code: 'too_small', width, height, least: MIN_PIXELS };
    if (isStrip(width, height)) return { code: 'strip', width, height, most: MAX_STRIP };
    return await printable(sharp(picture.write(orientation), { failOn: 'error', pages: 1 }).autoOrient(), kind);
  } catch {
    return { code: 'damaged' };
  }
}

const isStrip = (width: number, height: number): boolean =>
  Math.max(width, height) > MAX_STRIP * Math.min(width, height);

async function drawn(bytes: Uint8Array): Promise<Logo | LogoProblem> {
  const text = new TextDecoder().decode(bytes);
  const unfit = UNFIT.find(([what]) => what.test(text));
  if (unfit) return { code: unfit[1] };
  const { width = 0, height = 0 } = await sharp(bytes, { limitInputPixels: MAX_PIXELS }).metadata();
  const density = 72 * Math.min(MAX_WIDE / width, MAX_HIGH / height);
  if (!(density >= 1 && density <= MAX_DENSITY)) return { code: 'no_size' };
  if (isStrip(width, height)) return { code: 'strip', width, height, most: MAX_STRIP };
  return printable(sharp(bytes, { limitInputPixels: MAX_PIXELS, density }), 'svg');
}

async function printable(picture: Sharp, from: 'svg' | 'png' | 'jpeg'): Promise<Logo | LogoProblem> {
  const small = await picture
    .resize({ width: MAX_WIDE, height: MAX_HIGH, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png()
    .toBuffer();
  const onPaper = await sharp(await sharp(small).flatten({ background: '#ffffff' }).toBuffer()).stats();
  if (onPaper.channels.every(({ min }) => min > 225)) return { code: 'too_light' };
  const { isOpaque } = await sharp(small).stats();
  const last = isOpaque ? sharp(small).removeAlpha() : sharp(small);
  const { data, info } = await (from === 'jpeg'
    ? last.jpeg({ quality: 92, chromaSubsampling: '4:4:4' })
    : last.png({ compressionLevel: 9, adaptiveFiltering: true })
  ).toBuffer({ resolveWithObject: true });
  return {
    type: from === 'jpeg' ? 'image/jpeg' : 'image/png',
    width: info.width,
    height: info.height,
    bytes: new Uint8Array(data),
  };
}
