import { ITEM_KINDS } from '../../order/content.ts';
import { LANGUAGES } from '../../words/languages.ts';
import { isolated } from '../../words/message.ts';
import type { Words } from '../../words/words.ts';
import type { RecordKind } from '../master-data.ts';
import { plainNumber } from '../records/add.ts';
import { type RecordFieldName, recordFields } from '../records/fields.ts';
import { type RecordError, readRecord, recordErrorText, type Typing } from '../records/read.ts';
import type { Values } from '../records/values.ts';
import { languageText } from '../say.ts';
import { typedIn, typedPrice } from './cells.ts';
import { type Column, headingOf, type Mapping } from './columns.ts';
import { uncelled } from './export.ts';

/** The text of a column in a line; '' where the file has no such column. */
export function cellOf({ at }: Mapping, cells: readonly string[], column: Column): string {
  const index = at.get(column);
  return index === undefined ? '' : uncelled(cells[index] ?? '').trim();
}

/** A client's or a site's address, also where it stands in several columns: the street above, code and city below. */
function addressIn(mapping: Mapping, cells: readonly string[]): string {
  const { postalCode, city, codeAfterCity } = mapping.parts;
  const text = (index: number | undefined) => (index === undefined ? '' : uncelled(cells[index] ?? '').trim());
  const place = [text(postalCode), text(city)];
  if (codeAfterCity) place.reverse();
  return [cellOf(mapping, cells, 'address'), place.filter(Boolean).join(' ')].filter(Boolean).join('\n');
}

/** What a line says of a record, and what is wrong with it, a sentence for each mistake. What no
 * cell says stays as it is. */
export function readLine(
  kind: RecordKind,
  mapping: Mapping,
  cells: readonly string[],
  typing: Typing,
): { readonly values: Values; readonly mistakes: readonly string[] } {
  const typed: Partial<Record<RecordFieldName, string>> = {};
  for (const { name } of recordFields[kind]) {
    const index = mapping.at.get(name as Column);
    const cell = name === 'address' ? addressIn(mapping, cells) : index === undefined ? '' : (cells[index] ?? '');
    if (cell.trim() === '') continue;
    const text = typedIn(name, cell);
    // By its number a record is known: however the file writes it, it stays as it is.
    if (name === 'externalId' && plainNumber(text) === plainNumber(typing.kept.externalId ?? '')) continue;
    if (name !== 'unitPrice' || !isKeptPrice(text, typing)) typed[name] = text;
  }
  const { values, errors } = readRecord(kind, typed, typing);
  const mistakes = recordFields[kind].flatMap(({ name }) => {
    const error = errors[name];
    return error ? [mistakeText(kind, name as Column, typed[name as RecordFieldName] ?? '', error, typing.words)] : [];
  });
  return { values, mistakes };
}

/** A price in a currency of before, as it was exported: it stays. */
function isKeptPrice(text: string, { kept, currency, numbers, words }: Typing): boolean {
  const price = typedPrice(kept.unitPrice ?? '', { currency, locale: (numbers ?? words).locale });
  return /[A-Z]$/.test(price) && text === price;
}

function mistakeText(kind: RecordKind, column: Column, typed: string, error: RecordError, words: Words): string {
  const { mistake } = words.imports;
  const value = isolated(typed.slice(0, 60));
  const listed = (all: readonly string[]) => all.join(', ');
  if (error.kind === 'option') {
    if (column === 'active') return mistake.active({ value });
    if (column === 'kind') return mistake.kind({ value, all: listed(ITEM_KINDS.map((one) => words.order.kind[one])) });
    if (column === 'language')
      return mistake.language({ value, all: listed(LANGUAGES.map((one) => languageText(one, words))) });
  }
  return mistake.field({ column: headingOf(kind, column, words), problem: recordErrorText(error, words) });
}
