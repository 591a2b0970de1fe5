import { LANGUAGES } from '../../words/languages.ts';
import { type Words, wordsFor } from '../../words/words.ts';
import type { RecordKind } from '../master-data.ts';
import { fieldLabel } from '../records/say.ts';
import { ADDRESS_PARTS, type AddressPart, CODE_AFTER_CITY, HEADINGS } from './headings.ts';

/** What a column of a file may be. `client`: the number or the name of the client whose site a line is. */
export const COLUMNS = {
  client: ['externalId', 'name', 'taxId', 'address', 'contact', 'language', 'paymentNotes', 'active'],
  site: ['client', 'externalId', 'name', 'address', 'accessNotes', 'contact', 'active'],
  item: ['externalId', 'kind', 'description', 'unit', 'unitPrice', 'active'],
} as const satisfies Readonly<Record<RecordKind, readonly string[]>>;

export type Column = (typeof COLUMNS)[RecordKind][number];

/** Without these nothing can be told from a line. */
export const NEEDED: Readonly<Record<RecordKind, readonly Column[]>> = {
  client: ['name'],
  site: ['client', 'name'],
  item: ['description'],
};

/** What most files have: an author is told that there is no column of it. */
const EXPECTED: Readonly<Record<RecordKind, readonly Column[]>> = {
  client: ['externalId', 'address'],
  site: ['externalId', 'address'],
  item: ['externalId', 'unitPrice'],
};

/** How a column is called in what the app exports. */
export const headingOf = (kind: RecordKind, column: Column, words: Words): string =>
  column === 'client' ? words.fields.client.label : fieldLabel(kind, column, words);

/**
 * Which column stands where; `parts`: of an address in several columns; `unknown`: headings that say nothing to us, which are
 * left out; `missing`: what most files have, and this one has not; `width`: columns of the first line.
 */
export interface Mapping {
  readonly at: ReadonlyMap<Column, number>;
  readonly parts: Readonly<Partial<Record<AddressPart, number>>> & { readonly codeAfterCity: boolean };
  readonly unknown: readonly string[];
  readonly missing: readonly Column[];
  readonly width: number;
}

/** Why a header says nothing: columns that are needed and missing, or one that stands there twice. */
export type HeaderProblem =
  | { readonly code: 'column_missing'; readonly columns: readonly Column[] }
  | { readonly code: 'column_twice'; readonly heading: string };

/** Reads a file's first line. A name of ours, in whatever language, wins over what others call a column. */
export function mappingOf(kind: RecordKind, header: readonly string[]): Mapping | HeaderProblem {
  const headings = HEADINGS[kind];
  const columns = COLUMNS[kind] as readonly Column[];
  const at = new Map<Column, number>();
  const parts: Partial<Record<AddressPart, number>> = {};
  let codeAfterCity = false;
  const unknown: string[] = [];
  const plain = header.map(plainHeading);
  const ours = new Map(
    LANGUAGES.flatMap((language) =>
      columns.map((column) => [plainHeading(headingOf(kind, column, wordsFor(language))), column] as const),
    ),
  );
  for (const [index, heading] of plain.entries()) {
    const column = ours.get(heading) ?? columns.find((one) => !at.has(one) && isOneOf(headings[one] ?? [], heading));
    const part = column === undefined && columns.includes('address') ? partOf(heading) : undefined;
    if (part !== undefined && parts[part] === undefined) {
      parts[part] = index;
      if (part === 'postalCode') codeAfterCity = isOneOf(CODE_AFTER_CITY, heading);
    } else if (column === undefined) {
      if (heading !== '') unknown.push(header[index] ?? '');
    } else if (at.has(column)) return { code: 'column_twice', heading: header[index] ?? '' };
    else at.set(column, index);
  }
  const missing = NEEDED[kind].filter((column) => !at.has(column));
  if (missing.length > 0) return { code: 'column_missing', columns: missing };
  const isThere = (column: Column) => at.has(column) || (column === 'address' && Object.keys(parts).length > 0);
  const expected = EXPECTED[kind].filter((column) => !isThere(column));
  return { at, parts: { ...parts, codeAfterCity }, unknown, missing: expected, width: header.length };
}

const isOneOf = (names: readonly string[], heading: string): boolean =>
  names.some((name) => plainHeading(name) === heading);

const partOf = (heading: string): AddressPart | undefined =>
  (['postalCode', 'city'] as const).find((part) => isOneOf(ADDRESS_PARTS[part], heading));

/** Without what people write differently: case, accents, signs, a currency at the end; `N.º` and `N°` are `No`. */
export const plainHeading = (heading: string): string =>
  heading
    .replace(/[([]\s*[A-Z]{3}\s*[)\]]\s*$/, '')
    .replace(/°/g, 'o')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\bn\. ?o(?!\p{L})/gu, 'no')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
