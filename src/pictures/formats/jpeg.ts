import type { Picture } from '../picture.ts';
import { exifOf, orientationIn } from './exif.ts';

// Markers of ISO/IEC 10918-1, table B.1.
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
/** Tables and what else belongs to the image itself: Huffman and arithmetic tables, quantization, restart interval. */
const TABLES = new Set([0xc4, 0xcc, 0xdb, 0xdd]);
/** Frame headers; C4, C8 and CC mean something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Application data that says how colours are meant. Everything else says who, where and with what. */
const COLOURS: readonly [marker: number, start: string][] = [
  [0xe2, 'ICC_PROFILE\0'],
  [0xee, 'Adobe'],
];
/** The largest colour profiles, for presses, have some two million bytes. */
const MAX_PROFILE = 4_000_000;
/** What a JFIF header has before its thumbnail: length, name, version, density. */
const JFIF_LENGTH = 14;

/** A JPEG by its segments. Undefined when there is no image in it. What is cut off at the end is missing in what is written. */
export function readJpeg(bytes: Buffer): Picture | undefined {
  const kept: Uint8Array[] = [];
  let jfif: Uint8Array | undefined;
  let frame: Frame | undefined;
  let orientation: number | undefined;
  let scans = 0;
  let interleaved = false;
  let profile = 0;
  let ended = false;
  let at = 2;
  for (;;) {
    const segment = nextSegment(bytes, at);
    ended = segment?.marker === EOI;
    if (!segment || ended) break;
    const { marker, start, end } = segment;
    const body = bytes.subarray(start + 4, end);
    at = end;
    if (marker === SOI) return undefined;
    if (isFrame(marker)) {
      if (frame) return undefined;
      frame = frameIn(marker, body);
      if (!frame) return undefined;
      kept.push(bytes.subarray(start, end));
    } else if (marker === SOS) {
      if (!frame) return undefined;
      if (scans === 0) interleaved = body[0] === frame.parts.length;
      scans++;
      at = endOfScan(bytes, end);
      kept.push(bytes.subarray(start, at));
    } else if (TABLES.has(marker)) kept.push(bytes.subarray(start, end));
    else if (marker === APP0 && startsWith(body, 'JFIF\0')) jfif ??= body.subarray(0, JFIF_LENGTH - 2);
    else if (marker === APP1 && startsWith(body, 'Exif\0\0')) orientation ??= orientationIn(body.subarray(6));
    else if (COLOURS.some(([one, text]) => one === marker && startsWith(body, text))) {
      profile += body.length;
      if (profile <= MAX_PROFILE) kept.push(bytes.subarray(start, end));
    }
  }
  if (!frame || scans === 0) return undefined;
  const streams = frame.baseline && interleaved;
  return {
    kind: 'jpeg',
    width: frame.width,
    height: frame.height,
    orientation: orientation ?? 1,
    streams,
    memory: streams ? 0 : coefficients(frame),
    parts: scans,
    ended,
    write: (turned) =>
      Buffer.concat([
        Buffer.from([0xff, SOI]),
        ...(jfif?.length === JFIF_LENGTH - 2 ? [segmentOf(APP0, Buffer.concat([jfif, Buffer.of(0, 0)]))] : []),
        ...(turned === 1 ? [] : [segmentOf(APP1, Buffer.concat([Buffer.from('Exif\0\0'), exifOf(turned)]))]),
        ...kept,
        Buffer.from([0xff, EOI]),
      ]),
  };
}

interface Segment {
  readonly marker: number;
  /** Where its marker stands, and where the next one may. */
  readonly start: number;
  readonly end: number;
}

/** The next segment at or after a place, as decoders look for it; undefined when it is not there whole. */
function nextSegment(bytes: Buffer, from: number): Segment | undefined {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1];
    if (marker === undefined) return undefined;
    // Fill bytes, stuffed data that belongs to no scan, and markers that stand alone.
    if (marker === 0xff || marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd7)) continue;
    if (marker === EOI || marker === SOI) return { marker, start: at, end: at + 2 };
    if (at + 4 > bytes.length) return undefined;
    const length = bytes.readUInt16BE(at + 2);
    return length < 2 || at + 2 + length > bytes.length ? undefined : { marker, start: at, end: at + 2 + length };
  }
  return undefined;
}

/** Where the compressed data that begin here end: at the next marker that is no restart, or with the file. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; ) {
    const next = bytes[at + 1];
    if (next === undefined) return at;
    const inside = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!inside) return at;
    at = bytes.indexOf(0xff, next === 0xff ? at + 1 : at + 2);
  }
  return bytes.length;
}

interface Frame {
  readonly baseline: boolean;
  readonly width: number;
  readonly height: number;
  /** Of each component, how often it is sampled. */
  readonly parts: readonly { readonly across: number; readonly down: number }[];
}

function frameIn(marker: number, body: Buffer): Frame | undefined {
  const count = body[5] ?? 0;
  if (count === 0 || count > 4 || body.length < 6 + 3 * count) return undefined;
  const parts = Array.from({ length: count }, (_, n) => body[7 + 3 * n] ?? 0).map((factors) => ({
    across: factors >> 4,
    down: factors & 15,
  }));
  if (parts.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)) return undefined;
  return {
    baseline: marker === 0xc0 || marker === 0xc1,
    height: body.readUInt16BE(1),
    width: body.readUInt16BE(3),
    parts,
  };
}

/** What a decoder holds of a picture whose scans each tell a part of it: two bytes for every sample. */
function coefficients({ width, height, parts }: Frame): number {
  const across = Math.max(...parts.map((part) => part.across));
  const down = Math.max(...parts.map((part) => part.down));
  return parts.reduce((sum, part) => sum + (2 * width * height * part.across * part.down) / (across * down), 0);
}

const startsWith = (body: Buffer, text: string): boolean => body.subarray(0, text.length).toString('latin1') === text;

function segmentOf(marker: number, body: Uint8Array): Uint8Array {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
