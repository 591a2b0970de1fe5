import type { Picture } from '../picture.ts';

const HEADER = 13;
const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const CONTROL = 0xf9;
const APPLICATION = 0xff;
/** Applications whose block says how often an animation is played. Others hold comments, XMP and worse. */
const LOOPS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

/** A GIF by its blocks (GIF89a). Undefined when there is no image in it. What is cut off at the end is missing in what is written. */
export function readGif(bytes: Buffer): Picture | undefined {
  if (bytes.length < HEADER) return undefined;
  let at = HEADER + tableAt(bytes, 10);
  const kept: Uint8Array[] = [bytes.subarray(0, at)];
  let width = bytes.readUInt16LE(6);
  let height = bytes.readUInt16LE(8);
  let frames = 0;
  while (at < bytes.length) {
    const start = at;
    if (bytes[at] === IMAGE && at + 10 <= bytes.length) {
      width = Math.max(width, bytes.readUInt16LE(at + 5));
      height = Math.max(height, bytes.readUInt16LE(at + 7));
      // A descriptor, a table of colours, the size of the codes, and the compressed pixels.
      at = endOfBlocks(bytes, at + 10 + tableAt(bytes, at + 9) + 1);
      frames++;
      kept.push(bytes.subarray(start, at));
    } else if (bytes[at] === EXTENSION) {
      at = endOfBlocks(bytes, at + 2);
      if (isKept(bytes, start)) kept.push(bytes.subarray(start, at));
    } else break;
  }
  if (frames === 0) return undefined;
  return {
    kind: 'gif',
    width,
    height,
    orientation: 1,
    streams: false,
    // The decoder keeps a canvas of four bytes a pixel, and copies parts of it.
    memory: 6 * width * height,
    parts: frames,
    ended: bytes[at] === TRAILER,
    write: () => Buffer.concat([...kept, Buffer.from([TRAILER])]),
  };
}

const isKept = (bytes: Buffer, at: number): boolean =>
  bytes[at + 1] === CONTROL || (bytes[at + 1] === APPLICATION && LOOPS.has(bytes.toString('latin1', at + 3, at + 14)));

/** The size of the table of colours that these flags announce, bytes. */
const tableAt = (bytes: Buffer, at: number): number => {
  const flags = bytes[at] ?? 0;
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
};

/** Where a row of blocks ends: after an empty one, or with the file. */
function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from;
  for (let size = bytes[at]; size !== undefined && size > 0; size = bytes[at]) at += size + 1;
  return Math.min(at + 1, bytes.length);
}
