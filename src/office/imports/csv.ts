import { Readable } from 'node:stream';
import { setImmediate as breath } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';

/** What a file may be, at most: its bytes, lines, columns, and the characters of a line. Larger ones are imported in parts. */
export const CSV_LIMITS = { bytes: 10_000_000, lines: 20_000, columns: 60, record: 20_000 } as const;

/** Why a file is no table that can be read. `line`: where, counted from 1 as a spreadsheet counts it. */
export type CsvProblem =
  | { readonly code: 'empty' | 'too_large' | 'not_text' | 'too_many_lines' | 'too_many_columns' }
  | { readonly code: 'quote_open' | 'quote_within' | 'line_too_long'; readonly line: number };

/** A line with its number in the file (that of its first line, where a text in it has several). */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** How a file was read. */
export interface CsvTable {
  readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
  readonly delimiter: ',' | ';' | '\t';
  readonly header: readonly string[];
  /** Those with anything in them, after the header. */
  readonly lines: readonly CsvLine[];
}

/** Bytes that are parsed at once: about a millisecond. */
const AT_ONCE = 16_384;

/**
 * Reads a file as spreadsheets and other programs write it: UTF-8 with or without a mark, UTF-16 with one, else
 * Windows-1252; separated by comma, semicolon or tab, whichever the first line has most of; `sep=;` may stand above. A quotation mark
 * within a text that is in none is taken as it is. Lets others work between its pieces.
 */
export async function readCsv(bytes: Uint8Array): Promise<CsvTable | CsvProblem> {
  if (bytes.length > CSV_LIMITS.bytes) return { code: 'too_large' };
  const decoded = decodedText(bytes);
  if (!decoded) return { code: 'not_text' };
  const { encoding } = decoded;
  const told = /^sep=([,;\t])\r?\n/i.exec(decoded.text);
  const text = (told ? decoded.text.slice(told[0].length) : decoded.text).replace(/\r\n?/g, '\n');
  const above = told ? 1 : 0;
  if (text.trim() === '') return { code: 'empty' };
  const long = longLine(text);
  if (long !== undefined)
    return long === 1 ? { code: 'too_many_columns' } : { code: 'line_too_long', line: long + above };
  const delimiter = (told?.[1] as CsvTable['delimiter'] | undefined) ?? delimiterOf(text);
  const lines: CsvLine[] = [];
  try {
    for await (const { line, cells, raw } of parsed(text, delimiter)) {
      if (cells.some((cell) => isHalfQuoted(cell, raw))) return { code: 'quote_within', line: line + above };
      if (cells.length > CSV_LIMITS.columns) return { code: 'too_many_columns' };
      if (cells.every((cell) => cell.trim() === '')) continue;
      // The header is one of them.
      if (lines.length > CSV_LIMITS.lines) return { code: 'too_many_lines' };
      lines.push({ line: line + above, cells });
    }
  } catch (error) {
    if (error instanceof CsvError) return problemOf(error, above);
    throw error;
  }
  const [header, ...rest] = lines;
  return header ? { encoding, delimiter, header: header.cells, lines: rest } : { code: 'empty' };
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
  readonly raw: string;
}

async function* parsed(text: string, delimiter: string): AsyncGenerator<CsvLine & Pick<Parsed, 'raw'>> {
  const pieces = async function* () {
    for (let at = 0; at < text.length; at += AT_ONCE) {
      yield text.slice(at, at + AT_ONCE);
      await breath();
    }
  };
  const parser = parse({
    delimiter,
    info: true,
    raw: true,
    relax_column_count: true,
    max_record_size: CSV_LIMITS.record,
    record_delimiter: '\n',
    // As in `2" pipe`, of which nobody can be in doubt.
    relax_quotes: true,
  });
  const source = Readable.from(pieces());
  source.on('error', (error) => parser.destroy(error));
  for await (const { record, info, raw } of source.pipe(parser) as AsyncIterable<Parsed>)
    yield { line: info.lines - inside(raw), cells: record, raw };
}

/**
 * Whether a cell begins with a quotation mark that is none of its own, and does not end with the one that closes it: where the text
 * ends, and with it the cell, is then anybody's guess.
 */
const isHalfQuoted = (cell: string, raw: string): boolean =>
  cell.trimStart().startsWith('"') && !raw.includes(`"${cell.replaceAll('"', '""')}"`);

/** Ends of lines within a record. */
const inside = (raw: string): number => raw.trimEnd().match(/\n/g)?.length ?? 0;

function problemOf(error: CsvError, above: number): CsvProblem {
  const line = Number('lines' in error ? error.lines : 0) + above;
  return { code: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote_open' : 'line_too_long', line };
}

/** The first line that is longer than a record may be, looked for before millions of columns are taken apart. */
function longLine(text: string): number | undefined {
  let line = 1;
  for (const { 0: long } of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    if (long.length > CSV_LIMITS.record) return line;
    line++;
  }
  return undefined;
}

/** Undefined for what is no text: pictures, spreadsheets in their own format, archives. */
function decodedText(
  bytes: Uint8Array,
): { readonly text: string; readonly encoding: CsvTable['encoding'] } | undefined {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    const decoder = new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be');
    return { text: decoder.decode(bytes), encoding: 'utf-16' };
  }
  if (bytes.includes(0)) return undefined;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    // Every byte is a sign there: what else it may be cannot be known, but text has no control characters.
    const text = new TextDecoder('windows-1252').decode(bytes);
    return /[^\P{Cc}\t\n\v\f\r]/u.test(text) ? undefined : { text, encoding: 'windows-1252' };
  }
}

/** Whichever stands most often in the first line, outside quotes. */
function delimiterOf(text: string): CsvTable['delimiter'] {
  const first =
    text
      .slice(0, CSV_LIMITS.record)
      .replace(/"[^"]*"/g, '')
      .split('\n', 1)[0] ?? '';
  const count = (sign: string) => first.split(sign).length;
  return ([';', '\t'] as const).reduce<CsvTable['delimiter']>(
    (best, one) => (count(one) > count(best) ? one : best),
    ',',
  );
}
