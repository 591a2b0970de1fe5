import { written as writtenNumber } from '../../forms/fields/numbers.ts';
import type { OrderExport } from '../../order/effect.ts';
import type { OrderType, OwnAnswer } from '../../order/own-fields.ts';
import { ownValue } from '../../words/own-value.ts';
import { BYTE_ORDER_MARK, csvOf, delimiterIn } from '../imports/export.ts';
import { type ExportedOrder, type ExportReader, headingsOf, linesOf } from './columns.ts';
import { addColumns, type OwnColumn, type OwnColumns, ownHeadings, ownKey, renamed } from './own-columns.ts';

/** What a file holds at most. */
export interface FileLimits {
  readonly lines: number;
  readonly characters: number;
}

/** The same for what is sent; more orders go into the next file. */
export const EXPORT_FILE: FileLimits = { lines: 50_000, characters: 20_000_000 };

/** Lines that are handed out together. */
const TOGETHER = 500;

/** A line without its end, and how many columns of own fields it has; the columns that were found later are missing. */
interface Line {
  readonly text: string;
  readonly own: number;
}

/**
 * A file of orders that is being filled. `columns`: of own fields, that the file before it has; `limits`: what it holds at most.
 */
export function createExportFile(
  lines: OrderExport['lines'],
  reader: ExportReader,
  columns: readonly OwnColumn[] = [],
  limits: FileLimits = EXPORT_FILE,
) {
  const { words } = reader;
  const delimiter = delimiterIn(words);
  const known: OwnColumns = new Map(columns.map((one) => [ownKey(one), one]));
  const written: Line[] = [];
  const counts = { orders: 0, items: 0 };
  let characters = 0;

  /** What the order answers, below the columns; its type's fields have theirs from now on. */
  function ownCells({ content: { type, own = [] } }: ExportedOrder['order']): string[] {
    if (type) addColumns(known, type);
    const answers = new Map(own.map((one) => [ownKey({ ...one, type: type?.id ?? '' }), ownCell(one, words)]));
    return [...known.keys()].map((key) => answers.get(key) ?? '');
  }

  return {
    /** Adds an order, whole; false when the file is full. One that is larger than a file has one of its own. */
    add(exported: ExportedOrder): boolean {
      const { order } = exported;
      const columnsBefore = known.size;
      const own = ownCells(order);
      const added = linesOf(exported, lines, reader).map((cells): Line => {
        return { text: csvOf([[...cells, ...own]], delimiter).slice(0, -2), own: own.length };
      });
      const more = added.reduce((sum, { text }) => sum + text.length, 0);
      const isFull = written.length + added.length > limits.lines || characters + more > limits.characters;
      if (isFull && written.length > 0) {
        for (const key of [...known.keys()].slice(columnsBefore)) known.delete(key);
        return false;
      }
      written.push(...added);
      characters += more;
      counts.orders++;
      counts.items += order.content.items.length;
      return true;
    },
    counts: (): Readonly<typeof counts> => ({ ...counts }),
    columns: (): OwnColumn[] => [...known.values()],
    /** The file, piece by piece. `types`: as they are on file now; they name their fields. */
    *pieces(types: readonly Pick<OrderType, 'id' | 'name' | 'fields'>[] = []): Iterable<string> {
      const headings = headingsOf(lines, words);
      yield BYTE_ORDER_MARK + csvOf([[...headings, ...ownHeadings(renamed(known, types), headings)]], delimiter);
      for (let from = 0; from < written.length; from += TOGETHER)
        yield written
          .slice(from, from + TOGETHER)
          .map((line) => `${line.text}${delimiter.repeat(known.size - line.own)}\r\n`)
          .join('');
    },
  };
}

/** An answer as the columns that every export has say the same: numbers without unit and groups, days as `2026-11-28`. */
function ownCell({ kind, value, unit }: OwnAnswer, words: ExportReader['words']): string {
  if (kind === 'number') return writtenNumber(value, { locale: words.locale, decimals: 2 });
  return kind === 'date' ? value : ownValue({ kind, value, unit }, words);
}
