import sharp from 'sharp';

/** A photo made ready for print: a JPEG without metadata, upright, in pixels. */
export interface Photo {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Photos that are to be printed, by the id of their file. */
export type Photos = ReadonlyMap<string, Photo>;

/** Printed half a page wide, this is some 200 dots an inch. */
const LONGEST_SIDE = 1200;
const QUALITY = 72;
/** A picture of more pixels than any camera takes is a decompression bomb. */
const MOST_PIXELS = 100_000_000;
/** What phones and scanners make, told by content, never by name. HEIC is not among what the decoder can read. */
const FORMATS = new Set(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif', 'heif']);

sharp.concurrency(1);
sharp.cache(false);

/**
 * The photo in these bytes, turned as its EXIF says, scaled down, with location and every other metadata left out; null
 * when it is no picture that can be printed. The same bytes give the same photo.
 */
export async function preparePhoto(bytes: Uint8Array): Promise<Photo | null> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 });
    const { format } = await picture.metadata();
    if (!FORMATS.has(format ?? '')) return null;
    const { data, info } = await picture
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY, chromaSubsampling: '4:2:0' })
      .toBuffer({ resolveWithObject: true });
    return { jpeg: new Uint8Array(data), width: info.width, height: info.height };
  } catch {
    // Truncated, forged, too large, or of a kind the decoder does not know: the document is issued without it.
    return null;
  }
}
