/** How a picture must be turned to stand upright: 1 to 8 as EXIF counts them, 1 for not at all. */
export type Orientation = number;

const TAG_ORIENTATION = 0x0112;

/** The orientation that an EXIF block (a TIFF file) says; 1 when it says none that is known. */
export function orientationIn(exif: Uint8Array): Orientation {
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  if (exif.byteLength < 14) return 1;
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return 1;
  const little = order === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > exif.byteLength) return 1;
  const entries = view.getUint16(directory, little);
  for (let at = directory + 2; at + 12 <= exif.byteLength && at < directory + 2 + 12 * entries; at += 12) {
    if (view.getUint16(at, little) !== TAG_ORIENTATION) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** An EXIF block that says the orientation and nothing else. */
export const exifOf = (orientation: Orientation): Uint8Array =>
  // biome-ignore format: a header, one directory with one entry (tag, type short, one value), no next directory
  Buffer.from([
    0x4d, 0x4d, 0, 42, 0, 0, 0, 8,
    0, 1,
    0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
    0, 0, 0, 0,
  ]);
