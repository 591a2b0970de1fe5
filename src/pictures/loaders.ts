import sharp from 'sharp';

/**
 * libvips' own names of the loaders that may ever be reached. A name that does not exist is silently ignored: a test
 * holds each of them to a picture that it alone can read.
 */
export const PHOTO_LOADERS = [
  'VipsForeignLoadJpegBuffer',
  'VipsForeignLoadPngBuffer',
  'VipsForeignLoadWebpBuffer',
  'VipsForeignLoadNsgifBuffer',
];
/** Logos may also be drawings. */
export const LOGO_LOADERS = ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadSvgBuffer'];

/** Lets libvips read these kinds and no others, one thing at a time, keeping nothing. */
export function allowOnly(loaders: readonly string[]): void {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: [...loaders] });
  sharp.concurrency(1);
  sharp.cache(false);
}
