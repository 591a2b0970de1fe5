import { deflateSync } from 'node:zlib';

const WIDTH = 480;
const HEIGHT = 320;

type Colour = readonly [number, number, number];

/** A picture that stands for a photo from the plant room: a pump between two pipes, as a PNG. */
export function pumpPhoto(): Uint8Array {
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH }, (_, x) => colourAt(x, y)).flat()]),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const data = deflateSync(Buffer.concat(rows));
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function colourAt(x: number, y: number): Colour {
  const fromPump = Math.hypot(x - 240, y - 165);
  if (fromPump < 14) return [230, 232, 235];
  if (fromPump < 62) return shade([24, 92, 140], (y - 100) / 130);
  if (fromPump < 74) return [40, 44, 50];
  if (Math.abs(y - 165) < 20)
    return Math.abs(Math.abs(x - 240) - 100) < 9 ? [70, 74, 80] : shade([176, 110, 62], Math.abs(y - 165) / 24);
  if (y > 270) return shade([120, 118, 112], (y - 270) / 60);
  const seam = x % 60 < 2 || y % 45 < 2;
  return seam ? [196, 192, 184] : shade([226, 222, 212], (x + y) / 1600);
}

const shade = ([r, g, b]: Colour, dark: number): Colour => {
  const keep = 1 - Math.min(Math.max(dark, 0), 1) * 0.45;
  return [Math.round(r * keep), Math.round(g * keep), Math.round(b * keep)];
};

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc(named));
  return Buffer.concat([length, named, check]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
