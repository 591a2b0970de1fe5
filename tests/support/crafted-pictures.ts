import { constants, deflateRawSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** A plain picture of so many pixels. */
export const plain = (width: number, height: number, background = '#2060a0') =>
  sharp({ create: { width, height, channels: 3, background } });

/** A picture in which every corner has another colour, so that its orientation can be seen. */
export function corners(width = 80, height = 60) {
  const colours = [
    [200, 30, 30],
    [30, 200, 30],
    [30, 30, 200],
    [220, 220, 30],
  ] as const;
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      pixels.set(colours[(x < width / 2 ? 0 : 1) + (y < height / 2 ? 0 : 2)] ?? [0, 0, 0], (y * width + x) * 3);
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** Where a photo was taken, as texts to look for. */
export const SECRETS = ['WHERE-IT-WAS', 'Secret Street 5', 'Camera 4711'];
const [PLACE = '', STREET = '', CAMERA = ''] = SECRETS;

/** A pipeline that writes place, street and camera into EXIF and XMP. */
export const withSecrets = (picture: Sharp, orientation = 1) =>
  picture
    .withExif({
      IFD0: { Make: CAMERA },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 5/1 15/1', GPSMapDatum: PLACE },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="">${STREET}</rdf:Description></rdf:RDF></x:xmpmeta>`,
    )
    .withMetadata({ orientation });

/** A segment of a JPEG. */
export function jpegSegment(marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** A chunk of a PNG. */
export function pngChunk(type: string, body: Uint8Array): Buffer {
  const chunk = Buffer.alloc(12 + body.length);
  chunk.writeUInt32BE(body.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(body, 8);
  chunk.writeUInt32BE(crc(chunk.subarray(4, 8 + body.length)), 8 + body.length);
  return chunk;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) =>
  Array.from({ length: 8 }).reduce<number>((value) => (value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1) >>> 0, n),
);

const crc = (bytes: Uint8Array): number =>
  (bytes.reduce((value, byte) => (TABLE[(value ^ byte) & 255] ?? 0) ^ (value >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

/** A megabyte of zeros, packed so that it can be repeated within one stream. */
const PACKED = deflateRawSync(Buffer.alloc(1_000_000), { level: 9, finishFlush: constants.Z_FULL_FLUSH });

/** So many zeros as a zlib stream: a thousandth of them in size. */
export function packedZeros(bytes: number): Buffer {
  const check = Buffer.from([0, 0, 0, 1]);
  check.writeUInt16BE(bytes % 65_521, 0);
  const whole = Array.from({ length: Math.floor(bytes / 1e6) }, () => PACKED);
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...whole, deflateRawSync(Buffer.alloc(bytes % 1e6)), check]);
}

interface Png {
  readonly width: number;
  readonly height: number;
  readonly depth?: 8 | 16;
  /** 2 RGB, 6 RGB with alpha. */
  readonly colour?: 2 | 6;
  readonly interlaced?: boolean;
  readonly more?: readonly Buffer[];
}

/** The seven passes of an interlaced PNG: where each begins, and its steps. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** A black PNG of any size; it is small however many pixels it has. */
export function blackPng({ width, height, depth = 8, colour = 6, interlaced = false, more = [] }: Png): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8);
  const pixel = (colour === 6 ? 4 : 3) * (depth / 8);
  const bytes = (interlaced ? ADAM7 : [[0, 0, 1, 1] as const]).reduce((sum, [x, y, dx, dy]) => {
    const [across, down] = [Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)];
    return sum + (across > 0 && down > 0 ? down * (across * pixel + 1) : 0);
  }, 0);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    ...more,
    pngChunk('IDAT', packedZeros(Math.min(2e9, bytes))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The place of a JPEG's frame header. */
function frameAt(jpeg: Buffer): number {
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    const marker = jpeg[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return at;
  }
  throw new Error('there is no frame header');
}

/** The same JPEG that says that it has other dimensions. */
export function resizedJpeg(jpeg: Buffer, width: number, height: number): Buffer {
  const lying = Buffer.from(jpeg);
  lying.writeUInt16BE(height, frameAt(jpeg) + 5);
  lying.writeUInt16BE(width, frameAt(jpeg) + 7);
  return lying;
}

/** The same progressive JPEG with its last scan repeated. */
export function manyScans(jpeg: Buffer, scans: number): Buffer {
  const last = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = jpeg.subarray(last, -2);
  return Buffer.concat([jpeg.subarray(0, last), ...Array.from({ length: scans }, () => scan), jpeg.subarray(-2)]);
}

/** A GIF of one pixel with so many frames. */
export function manyFrames(frames: number): Buffer {
  const head = Buffer.from('GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1');
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]);
}

/** A lossless WebP of one pixel that says it has the most that there can be. */
export async function lyingWebp(): Promise<Buffer> {
  const webp = Buffer.from(await plain(2, 2).webp({ lossless: true }).toBuffer());
  const at = webp.indexOf('VP8L') + 9;
  webp.writeUInt32LE(((webp.readUInt32LE(at) & 0xf0000000) | 0x0fffffff) >>> 0, at);
  return webp;
}

/** A drawing whose style sheet costs librsvg the square of its size. */
export function heavySvg(rules: number, elements: number): Buffer {
  const css = Array.from({ length: rules }, (_, n) => `g g g *:not(.a${n}) .b${n} > rect { fill: #123 }`).join('');
  const shapes = '<g class="x"><rect width="1" height="1"/></g>'.repeat(elements);
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><style>${css}</style>${shapes}</svg>`,
  );
}

/** A small drawing with filters upon filters: seconds or hours of work in a few kilobytes. */
export function filteredSvg(filters: number): Buffer {
  const steps = Array.from(
    { length: filters },
    () =>
      '<feTurbulence type="turbulence" baseFrequency="0.013" numOctaves="2000" result="t"/><feGaussianBlur stdDeviation="90"/><feMorphology operator="dilate" radius="90"/>',
  ).join('');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300" viewBox="0 0 900 300"><filter id="f" x="0" y="0" width="1" height="1">${steps}</filter><rect width="900" height="300" fill="#0a5c36" filter="url(#f)"/></svg>`,
  );
}

/** The first bytes of a HEIC file as phones write them; what follows is nothing. */
export const heicHead = (): Buffer =>
  Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(400, 7)]);

/** A bitmap of Windows, 24 bits a pixel. */
export function bmp(width: number, height: number): Buffer {
  const row = Math.ceil((width * 3) / 4) * 4;
  const bytes = Buffer.alloc(54 + row * height, 0x70);
  bytes.fill(0, 0, 54);
  bytes.write('BM', 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  return bytes;
}
