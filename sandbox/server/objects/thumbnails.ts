import type { JsonObject } from '../json.ts';
import type { StoredFile } from '../workspace/entities.ts';

/** The sizes of the pictures that Slack makes of a photo, longest side in pixels, largest first. */
const SIZES = [1024, 960, 800, 720, 480, 360] as const;
/** Brands of HEIC files (ISO 23008-12). */
const HEIC = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);
/** A sandbox that cannot decode HEIC shows this in its place: grey, four by three. */
const GREY = '#8a8f94';

/** Slack tells what a file is by its content. Thumbnails of other kinds are not needed here. */
const isPhotoOfApple = ({ bytes }: StoredFile): boolean =>
  bytes?.toString('latin1', 4, 8) === 'ftyp' && HEIC.has(bytes.toString('latin1', 8, 12));

/** The `thumb_*` fields of a file object: where Slack's own pictures of a HEIC photo are, and how large. */
export function thumbnailFields(file: StoredFile, url: string, team: string): JsonObject {
  if (!isPhotoOfApple(file) || file.deleted) return {};
  const fields = SIZES.map((size) => ({
    [`thumb_${size}`]: `${url}files-tmb/${team}-${file.id}-${file.uploadToken.slice(0, 10)}/photo_${size}.jpg`,
    [`thumb_${size}_w`]: size,
    [`thumb_${size}_h`]: (size / 4) * 3,
  }));
  return Object.assign({ original_w: 4032, original_h: 3024 }, ...fields);
}

/** The picture at an address of `thumbnailFields`; undefined when there is none. */
export async function thumbnailAt(path: string, files: ReadonlyMap<string, StoredFile>): Promise<Buffer | undefined> {
  const [, id = '', token, size] = /^\/files-tmb\/T\w+-(F\w+)-(\w+)\/photo_(\d+)\.jpg$/.exec(path) ?? [];
  const file = files.get(id);
  const width = SIZES.find((one) => String(one) === size);
  if (!file || file.deleted || !isPhotoOfApple(file) || !file.uploadToken.startsWith(token ?? '-') || !width)
    return undefined;
  const { default: sharp } = await import('sharp');
  return sharp({ create: { width, height: (width / 4) * 3, channels: 3, background: GREY } })
    .jpeg()
    .toBuffer();
}
