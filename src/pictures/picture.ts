import type { Orientation } from './formats/exif.ts';
import { readGif } from './formats/gif.ts';
import { readJpeg } from './formats/jpeg.ts';
import { type Kind, kindOf } from './formats/kind.ts';
import { readPng } from './formats/png.ts';
import { readWebp } from './formats/webp.ts';
import type { Unprinted } from './unprinted.ts';

/** A picture as its own structure tells it, before any decoder has seen it. */
export interface Picture {
  readonly kind: 'jpeg' | 'png' | 'webp' | 'gif';
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** Whether it can be decoded row by row and scaled on the way, whatever its size. */
  readonly streams: boolean;
  /** What a decoder must hold of it at once, bytes. */
  readonly memory: number;
  /** Scans of a JPEG, each of which may cost a pass over all of it; frames of an animation. */
  readonly parts: number;
  /** Whether its end is there; a picture without one may still have all its pixels. */
  readonly ended: boolean;
  /** The same picture with its colours and this orientation, and with nothing else that it says of itself. */
  write(orientation: Orientation): Uint8Array;
}

/** JPEGs that can be scaled while they are read: the cameras with the most pixels make 200 million. */
const MAX_STREAMED_PIXELS = 200_000_000;
/** Every other picture. */
const MAX_PIXELS = 50_000_000;
/** No picture of fewer pixels is as long; one of a million rows costs as much time as one of a million columns memory. */
const MAX_SIDE = 65_535;
/** What a decoder may hold of one at once: 50 megapixels of three bytes, and a little. More than 200 MB end its process. */
const MAX_MEMORY = 155_000_000;
/** Cameras and editors make some ten scans. Of an animation the first frame is printed, but the others are looked through. */
const MAX_PARTS = { jpeg: 100, png: 5000, webp: 1000, gif: 5000 };

const readers = { jpeg: readJpeg, png: readPng, webp: readWebp, gif: readGif };

const isReadable = (kind: Kind): kind is keyof typeof readers => kind in readers;

/** The picture in these bytes, of whatever size; or what is wrong with it. Its time grows with the bytes, and with nothing else. */
export function readPicture(bytes: Uint8Array): Picture | Unprinted {
  const kind = kindOf(bytes);
  if (kind === undefined) return { code: 'not_a_picture' };
  if (!isReadable(kind)) return { code: 'unsupported', kind };
  const picture = readers[kind](Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return picture && picture.width > 0 && picture.height > 0 ? picture : { code: 'damaged' };
}

/** Whether these bytes are a picture at all, of whatever format and size, with its head intact. */
export function isPicture(bytes: Uint8Array): boolean {
  const picture = readPicture(bytes);
  return !('code' in picture) || (picture.code !== 'not_a_picture' && picture.code !== 'damaged');
}

/** The picture in these bytes when it may be given to a decoder. */
export function readForDecoding(bytes: Uint8Array): Picture | Unprinted {
  const picture = readPicture(bytes);
  if ('code' in picture) return picture;
  const megapixels = Math.ceil((picture.width * picture.height) / 1e6);
  const limit = picture.streams ? MAX_STREAMED_PIXELS : MAX_PIXELS;
  if (picture.width * picture.height > limit) return { code: 'too_large', megapixels, limit: limit / 1e6 };
  const heavy =
    Math.max(picture.width, picture.height) > MAX_SIDE ||
    picture.memory > MAX_MEMORY ||
    picture.parts > MAX_PARTS[picture.kind];
  return heavy ? { code: 'undecodable' } : picture;
}
