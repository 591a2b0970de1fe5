import { crc32, inflateSync } from 'node:zlib';
import type { Picture } from '../picture.ts';
import { exifOf, orientationIn } from './exif.ts';

const SIGNATURE = 8;
/** The image, its colours and its animation (PNG third edition, chapter 11). Texts, times and unknown things are left out. */
const KEPT = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT cICP bKGD pHYs acTL fcTL fdAT'.split(' '));
/** Samples of a pixel by colour type: grey, RGB, palette (drawn as RGB with alpha), grey and RGB with alpha. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 4, 4: 2, 6: 4 };
const MAX_PROFILE = 4_000_000;

/** A PNG by its chunks. Undefined when there is no image in it. An image that is cut off ends where it was cut. */
export function readPng(bytes: Buffer): Picture | undefined {
  const kept: Uint8Array[] = [];
  let header: Buffer | undefined;
  let orientation = 1;
  let frames = 1;
  let hasImage = false;
  let ended = false;
  for (let at = SIGNATURE; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const whole = at + 12 + length <= bytes.length;
    const body = bytes.subarray(at + 8, Math.min(at + 8 + length, bytes.length - (whole ? 0 : 4)));
    if (!whole && type !== 'IDAT') break;
    ended = type === 'IEND';
    if (ended) break;
    if (type === 'IHDR') {
      if (header || body.length !== 13) return undefined;
      header = body;
    }
    if (!header) return undefined;
    if (type === 'IDAT') hasImage = true;
    if (type === 'fcTL') frames++;
    if (type === 'eXIf') orientation = orientationIn(body);
    if (KEPT.has(type) || (type === 'iCCP' && isProfile(body)))
      kept.push(whole ? bytes.subarray(at, at + 12 + length) : chunkOf(type, body));
    at += 12 + length;
  }
  if (!header || !hasImage) return undefined;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const samples = SAMPLES[header[9] ?? -1];
  if (samples === undefined) return undefined;
  const interlaced = header[12] !== 0;
  const [first = Buffer.alloc(0), ...rest] = kept;
  return {
    kind: 'png',
    width,
    height,
    orientation,
    streams: false,
    memory: interlaced ? width * height * samples * (header[8] === 16 ? 2 : 1) : 0,
    parts: frames,
    ended,
    write: (turned) =>
      Buffer.concat([
        bytes.subarray(0, SIGNATURE),
        first,
        ...(turned === 1 ? [] : [chunkOf('eXIf', exifOf(turned))]),
        ...rest,
        chunkOf('IEND', Buffer.alloc(0)),
      ]),
  };
}

/** A colour profile that stays small when it is unpacked: name, zero, method, compressed profile. */
function isProfile(body: Buffer): boolean {
  const end = body.indexOf(0);
  if (end < 1 || end > 79) return false;
  try {
    inflateSync(body.subarray(end + 2), { maxOutputLength: MAX_PROFILE });
    return true;
  } catch {
    return false;
  }
}

function chunkOf(type: string, body: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(12 + body.length);
  chunk.writeUInt32BE(body.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(body, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + body.length)), 8 + body.length);
  return chunk;
}
