import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

/** Without it nobody can look at a page; `tools.ts` sees to it that CI has it. */
export const withoutEyes = spawnSync('pdftoppm', ['-v']).error !== undefined;

/** A page as grey pixels, row by row. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** Every page at 50 dots an inch. */
export async function looksOf(pdf: Uint8Array): Promise<Look[]> {
  const folder = mkdtempSync(join(tmpdir(), 'looks-'));
  try {
    writeFileSync(join(folder, 'document.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', '50', '-gray', '-png', join(folder, 'document.pdf'), join(folder, 'page')]);
    const pages = readdirSync(folder)
      .filter((name) => name.endsWith('.png'))
      .sort();
    return await Promise.all(pages.map((name) => look(readFileSync(join(folder, name)))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The look that is kept in a PNG. */
export async function look(png: Uint8Array): Promise<Look> {
  const { data, info } = await sharp(png)
    .toColourspace('b-w')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    width: info.width,
    height: info.height,
    grey: new Uint8Array(data.filter((_, at) => at % info.channels === 0)),
  };
}

/** A look as a small PNG of sixteen greys. */
export const pngOf = ({ width, height, grey }: Look): Promise<Buffer> =>
  sharp(grey, { raw: { width, height, channels: 1 } })
    .png({ palette: true, colours: 16, dither: 0, compressionLevel: 9, effort: 10 })
    .toBuffer();

/** Two greys that are this near to one another are one to the eye, and to another version of poppler. */
const NEAR = 56;
/** So many pixels may be otherwise on a page: less than the shortest word has. */
export const MAX_PIXELS = 12;

/**
 * How many pixels of one look are found nowhere near their place in the other, and the other way round: another
 * antialiasing moves ink by less than a pixel, a lost line leaves hundreds alone.
 */
export function differing(one: Look, other: Look): number {
  if (one.width !== other.width || one.height !== other.height) return Number.POSITIVE_INFINITY;
  return Math.max(lonely(one, other), lonely(other, one));
}

function lonely(one: Look, other: Look): number {
  const { width, height, grey } = one;
  let count = 0;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (!found(grey[y * width + x] ?? 255, other, x, y)) count++;
  return count;
}

function found(value: number, { width, height, grey }: Look, x: number, y: number): boolean {
  // Most pixels are where they were.
  if (Math.abs((grey[y * width + x] ?? 255) - value) <= NEAR) return true;
  for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++)
    for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++)
      if (Math.abs((grey[row * width + column] ?? 255) - value) <= NEAR) return true;
  return false;
}
