import type { AnyRecord } from '../../../src/office/master-data.ts';
import { wordsWanted } from '../search-tokens.ts';
import { wordsOfRecord } from './record-row.ts';

/** Records that were used last which are looked at, at most. */
export const USED = 200;
/** Words that are looked up, at most, and records that are looked at by name. */
export const FOUND = 500;
/** Characters that are looked for; nobody types more. */
const TYPED = 200;
/** The last of all characters: whatever begins with a word is before the word with this. */
const LAST = '\u{10ffff}';

/** What somebody typed, as words are looked up. */
export interface Looked {
  /** Words from here to there, not included; of each, so many at most. */
  readonly ranges: readonly { readonly from: string; readonly to: string }[];
  readonly most: number;
  /** Whether a record has every word, each as the beginning of one of its own. */
  has(record: AnyRecord): boolean;
}

/** How records are looked for that have what was typed; undefined where there is no word in it. Look-ups are by its longest word. */
export function looked(typed: string): Looked | undefined {
  const wanted = wordsWanted(typed.slice(0, TYPED));
  const longest = wanted.toSorted(([a = []], [b = []]) => lengthOf(b) - lengthOf(a)).at(0);
  if (!longest) return undefined;
  const words = [...new Set(longest.map((reading) => reading.reduce((a, b) => (b.length > a.length ? b : a), '')))];
  return {
    ranges: words.map((word) => ({ from: word, to: word + LAST })),
    most: Math.ceil(FOUND / words.length),
    has(record) {
      const own = [...wordsOfRecord(record)];
      const begins = (word: string) => own.some((one) => one.startsWith(word));
      return wanted.every((readings) => readings.some((reading) => reading.every(begins)));
    },
  };
}

/** Of its longest word. */
const lengthOf = (reading: readonly string[]): number => Math.max(0, ...reading.map(({ length }) => length));
