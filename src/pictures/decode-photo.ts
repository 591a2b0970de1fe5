import sharp from 'sharp';
import type { Photo } from './photo.ts';
import { readForDecoding } from './picture.ts';
import type { Unprinted } from './unprinted.ts';

/** Printed as wide as a page, this is some 180 dots an inch. */
const MAX_SIDE = 1200;
const QUALITY = 72;

/** How a scaled picture is set upright: mirrored first, then turned clockwise. By EXIF's orientation, from 2 on. */
const TURNS: readonly (readonly [mirrored: boolean, angle: 0 | 90 | 180 | 270])[] = [
  [true, 0],
  [false, 180],
  [true, 180],
  [true, 270],
  [false, 90],
  [true, 90],
  [false, 270],
];

/**
 * The photo in these bytes, turned as its EXIF says, scaled down, without anything else that it says of itself; a picture
 * that is cut off or damaged at its end as far as it goes. The same bytes give the same photo. Runs in the decoder's
 * process only.
 */
export async function decodePhoto(bytes: Uint8Array): Promise<Photo | Unprinted> {
  const picture = readForDecoding(bytes);
  if ('code' in picture) return picture;
  // Turned after scaling, when a picture is small: turning needs all of it at once.
  const upright = picture.write(1);
  // Where the end is missing, a warning tells whether only the mark of it is.
  const whole = await scaled(upright, picture.ended ? 'error' : 'warning').catch(() => undefined);
  const pixels = whole ?? (await scaled(upright, 'none').catch(() => undefined));
  if (!pixels) return { code: 'damaged' };
  const { width, height } = pixels.info;
  const [mirrored, angle] = TURNS[picture.orientation - 2] ?? [false, 0];
  const { data, info } = await sharp(pixels.data, { raw: { width, height, channels: 3 } })
    .flop(mirrored)
    .rotate(angle)
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:2:0' })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: new Uint8Array(data), width: info.width, height: info.height, ...(whole ? {} : { incomplete: true }) };
}

/** `limitInputPixels` is not needed: the size was looked at before. */
const scaled = (bytes: Uint8Array, failOn: 'warning' | 'error' | 'none') =>
  sharp(bytes, { limitInputPixels: false, failOn, pages: 1 })
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
