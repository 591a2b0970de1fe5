import { closeSync, openSync, readSync } from 'node:fs';

const LAST_CODE_POINT = 0x10ffff;

/** Unicode tables by platform and encoding, the best first (OpenType specification, "cmap"). */
const UNICODE = ['3.10', '0.6', '0.4', '3.1', '0.3', '0.2', '0.1', '0.0'];

/**
 * The code points that a font file has glyphs for, as its character table (`cmap`) says. Reads that table alone: opening a font takes a hundred times longer.
 * Throws when the file is no such font.
 */
export function coverageOf(file: string): ReadonlySet<number> {
  const covered = new Set<number>();
  const table = unicodeTable(cmapOf(file));
  const format = table?.readUInt16BE(0);
  if (table && format === 4) addSegments(table, covered);
  else if (table && format === 12) addGroups(table, covered);
  else throw new Error(`The font ${file} has no character table that is known here.`);
  return covered;
}

/** The bytes of a font file's `cmap` table. */
function cmapOf(file: string): Buffer {
  const handle = openSync(file, 'r');
  const read = (at: number, length: number) => {
    const bytes = Buffer.alloc(length);
    readSync(handle, bytes, 0, length, at);
    return bytes;
  };
  try {
    const directory = read(12, read(4, 2).readUInt16BE(0) * 16);
    for (let at = 0; at < directory.length; at += 16)
      if (directory.toString('latin1', at, at + 4) === 'cmap')
        return read(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12));
  } finally {
    closeSync(handle);
  }
  throw new Error(`The font ${file} has no character table.`);
}

function unicodeTable(cmap: Buffer): Buffer | undefined {
  const tables = new Map<string, Buffer>();
  for (let at = 4; at < 4 + cmap.readUInt16BE(2) * 8; at += 8)
    tables.set(`${cmap.readUInt16BE(at)}.${cmap.readUInt16BE(at + 2)}`, cmap.subarray(cmap.readUInt32BE(at + 4)));
  const name = UNICODE.find((one) => tables.has(one));
  return name === undefined ? undefined : tables.get(name);
}

/** Format 4: segments of the Basic Multilingual Plane, each with an offset or a list of its glyphs. */
function addSegments(table: Buffer, covered: Set<number>): void {
  const size = table.readUInt16BE(6);
  const ends = 14;
  const starts = ends + size + 2;
  const deltas = starts + size;
  const ranges = deltas + size;
  for (let segment = 0; segment < size; segment += 2) {
    const start = table.readUInt16BE(starts + segment);
    const end = table.readUInt16BE(ends + segment);
    const delta = table.readUInt16BE(deltas + segment);
    const range = table.readUInt16BE(ranges + segment);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const listed = range === 0 ? code : table.readUInt16BE(ranges + segment + range + 2 * (code - start));
      const glyph = range !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) covered.add(code);
    }
  }
}

/** Format 12: groups of code points whose glyphs follow one another. */
function addGroups(table: Buffer, covered: Set<number>): void {
  const groups = table.readUInt32BE(12);
  for (let at = 16; at < 16 + groups * 12; at += 12) {
    const start = table.readUInt32BE(at);
    const end = Math.min(table.readUInt32BE(at + 4), LAST_CODE_POINT);
    const glyph = table.readUInt32BE(at + 8);
    for (let code = start; code <= end; code++) if (glyph + code - start !== 0) covered.add(code);
  }
}
