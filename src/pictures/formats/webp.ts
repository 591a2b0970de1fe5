import type { Picture } from '../picture.ts';
import { exifOf, orientationIn } from './exif.ts';

const HEADER = 12;
/** The image, its colours and its animation (WebP container specification). EXIF, XMP and unknown chunks are left out. */
const KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const MAX_PROFILE = 4_000_000;
/** Flags of VP8X that announce what is left out. */
const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;
/** A frame's own place, size and time stand before its chunks. */
const FRAME_HEADER = 16;

interface Chunk {
  readonly type: string;
  readonly body: Buffer;
}

/** A WebP by its chunks. Undefined when there is no image in it. An image that is cut off ends where it was cut. */
export function readWebp(bytes: Buffer): Picture | undefined {
  const chunks = chunksIn(bytes.subarray(HEADER));
  const kept = chunks.filter(({ type, body }) => KEPT.has(type) && !(type === 'ICCP' && body.length > MAX_PROFILE));
  const frames = kept.filter(({ type }) => type === 'ANMF').map(({ body }) => chunksIn(body.subarray(FRAME_HEADER)));
  const images = [...kept, ...frames.flat()].filter(({ type }) => type === 'VP8 ' || type === 'VP8L');
  if (images.length === 0) return undefined;
  const sizes = [...kept, ...frames.flat()].flatMap((chunk) => sizeIn(chunk) ?? []);
  const width = Math.max(...sizes.map((size) => size.width));
  const height = Math.max(...sizes.map((size) => size.height));
  const exif = chunks.find(({ type }) => type === 'EXIF')?.body;
  const whole = images.some(({ type }) => type === 'VP8L') || frames.length > 0;
  return {
    kind: 'webp',
    width,
    height,
    orientation: exif ? orientationIn(withoutName(exif)) : 1,
    streams: false,
    // The simple lossy kind is scaled row by row; an animation is drawn on a canvas of its own.
    memory: whole ? 4 * width * height * (frames.length > 0 ? 2 : 1) : 0,
    parts: Math.max(1, frames.length),
    ended: bytes.readUInt32LE(4) + 8 <= bytes.length,
    write: (turned) => riffOf([...kept.map((chunk) => cleaned(chunk, turned)), ...exifChunk(kept, turned)]),
  };
}

/** Some programs write the name that EXIF has in a JPEG. */
const withoutName = (exif: Buffer): Buffer =>
  exif.subarray(0, 6).toString('latin1') === 'Exif\0\0' ? exif.subarray(6) : exif;

/** Only the extended kind can say an orientation; in the simple kinds there was none. */
const exifChunk = (kept: readonly Chunk[], turned: number): Chunk[] =>
  turned !== 1 && kept.some(({ type }) => type === 'VP8X') ? [{ type: 'EXIF', body: Buffer.from(exifOf(turned)) }] : [];

function cleaned({ type, body }: Chunk, turned: number): Chunk {
  if (type === 'VP8X') {
    const flags = Buffer.from(body);
    flags[0] = ((flags[0] ?? 0) & ~(EXIF_FLAG | XMP_FLAG)) | (turned === 1 ? 0 : EXIF_FLAG);
    return { type, body: flags };
  }
  if (type !== 'ANMF') return { type, body };
  const inner = chunksIn(body.subarray(FRAME_HEADER)).filter((chunk) => KEPT.has(chunk.type));
  return { type, body: Buffer.concat([body.subarray(0, FRAME_HEADER), ...inner.map(written)]) };
}

function chunksIn(bytes: Buffer): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4);
    chunks.push({
      type: bytes.toString('latin1', at, at + 4),
      body: bytes.subarray(at + 8, Math.min(at + 8 + length, bytes.length)),
    });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

/** The size of a canvas or an image, in pixels. */
function sizeIn({ type, body }: Chunk): { width: number; height: number } | undefined {
  if (body.length < 10) return undefined;
  if (type === 'VP8X') return { width: body.readUIntLE(4, 3) + 1, height: body.readUIntLE(7, 3) + 1 };
  if (type === 'VP8 ') return { width: body.readUInt16LE(6) & 0x3fff, height: body.readUInt16LE(8) & 0x3fff };
  if (type !== 'VP8L') return undefined;
  const bits = body.readUInt32LE(1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

function riffOf(chunks: readonly Chunk[]): Uint8Array {
  const body = Buffer.concat(chunks.map(written));
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + body.length, 4);
  return Buffer.concat([head, body]);
}

function written({ type, body }: Chunk): Uint8Array {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}
