import sharp, { type Sharp } from 'sharp';
import { kindOf } from './formats/kind.ts';
import { type Logo, MIN_LOGO_PIXELS } from './logo.ts';
import { readPicture } from './picture.ts';

/** What is taken, in bytes. */
export const LARGEST_LOGO = 1_000_000;
/** The room it has on the letterhead is 190 × 54 points: this is some 340 dots an inch. */
const MAX_WIDE = 900;
const MAX_HIGH = 300;
const MAX_PIXELS = 50_000_000;
const UNREADABLE = 'it cannot be read as a picture; give a PNG, a JPEG or an SVG, of 50 megapixels at most';
/** What a drawing may be scaled by; more means that its own size is given in other units than it is drawn in. */
const MAX_DENSITY = 72 * 100;

/** What a drawing may not hold, and how to correct it. */
const UNFIT: readonly [what: RegExp, sentence: string][] = [
  [/<!ENTITY/i, 'the SVG has entities; save it as plain SVG'],
  [/<(?:script|foreignObject)[\s>/]/i, 'the SVG has a script or a web page in it; save it as plain SVG'],
  [/<text[\s>/]/i, 'the SVG has text, which looks different on every computer; convert the text to paths'],
  [
    /(?:href\s*=\s*["'](?!\s*(?:#|data:image\/(?:png|jpe?g);))|url\(\s*["']?(?!\s*["']?(?:#|data:image\/(?:png|jpe?g);)))|@import|<\?xml-stylesheet/i,
    'the SVG refers to another file; embed it',
  ],
];

/**
 * The logo in these bytes, made ready for print: drawings become pictures, transparency is kept, any colours become sRGB. A
 * sentence's second half ("… is a GIF; give …") when it cannot be had. What it is, its content tells, never its name. Runs
 * in the decoder's process only.
 */
export async function decodeLogo(bytes: Uint8Array): Promise<Logo | string> {
  if (bytes.length > LARGEST_LOGO) return `it has ${(bytes.length / 1e6).toFixed(1)} MB; at most 1 MB is taken`;
  if (bytes.length === 0) return 'the file is empty';
  try {
    const kind = kindOf(bytes);
    if (kind === undefined) return UNREADABLE;
    if (kind === 'svg') return await drawn(bytes);
    if (kind !== 'png' && kind !== 'jpeg') return `it is ${kind}; give a PNG, a JPEG or an SVG`;
    const picture = readPicture(bytes);
    if ('code' in picture || picture.width * picture.height > MAX_PIXELS) return UNREADABLE;
    const { width, height, orientation } = picture;
    if (Math.max(width, height) < MIN_LOGO_PIXELS)
      return `it has only ${width} × ${height} pixels and would be blurred in print; give one of ${MIN_LOGO_PIXELS} pixels or more on its longer side, or an SVG`;
    return await printable(sharp(picture.write(orientation), { failOn: 'error', pages: 1 }).autoOrient(), kind);
  } catch {
    return UNREADABLE;
  }
}

async function drawn(bytes: Uint8Array): Promise<Logo | string> {
  const text = new TextDecoder().decode(bytes);
  const unfit = UNFIT.find(([what]) => what.test(text));
  if (unfit) return unfit[1];
  const { width = 0, height = 0 } = await sharp(bytes, { limitInputPixels: MAX_PIXELS }).metadata();
  const density = 72 * Math.min(MAX_WIDE / width, MAX_HIGH / height);
  if (!(density >= 1 && density <= MAX_DENSITY)) return 'the SVG has no usable size; give it a width and a height';
  return printable(sharp(bytes, { limitInputPixels: MAX_PIXELS, density }), 'svg');
}

async function printable(picture: Sharp, from: 'svg' | 'png' | 'jpeg'): Promise<Logo | string> {
  const small = await picture
    .resize({ width: MAX_WIDE, height: MAX_HIGH, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png()
    .toBuffer();
  const onPaper = await sharp(await sharp(small).flatten({ background: '#ffffff' }).toBuffer()).stats();
  if (onPaper.channels.every(({ min }) => min > 225)) return 'it would not be seen on white paper; give a dark one';
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
