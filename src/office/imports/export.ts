import { stringify } from 'csv-stringify/sync';
import { written } from '../../forms/fields/numbers.ts';
import type { Words } from '../../words/words.ts';

/** What a spreadsheet takes for a formula when a cell begins with it, also behind spaces; and what looks like one kept from that. */
const FORMULA = /^'*\s*[=+\-@\t\r]/;
/** A number may begin with a sign all the same. */
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/** A text as a spreadsheet shows it and never runs it: with an apostrophe before what begins like a formula. */
export const cell = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

/** The text of a cell that `cell` made. */
export const uncelled = (text: string): string => (/^'+\s*[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

/** The mark by which spreadsheets know UTF-8; it stands before the first line. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** What separates the cells of a file for these readers: a comma, unless their numbers have one. */
export const delimiterIn = ({ locale }: Pick<Words, 'locale'>): ',' | ';' =>
  written('1.5', { locale, decimals: 2 }).includes(',') ? ';' : ',';

/**
 * Lines of a CSV file. `delimiter`: a semicolon where a comma is the decimal
 * sign, as spreadsheets there expect it.
 */
export function csvOf(lines: readonly (readonly string[])[], delimiter: ',' | ';'): string {
  return stringify(
    lines.map((line) => line.map(cell)),
    { delimiter, record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  );
}
