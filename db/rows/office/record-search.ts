import { type AnyRecord, textsOfRecord } from '../../../src/office/master-data.ts';
import { folded, wordsWanted } from '../search-tokens.ts';
import { wordsOfRecord } from './record-row.ts';

/** Records that were used last which are looked at, at most. */
export const USED = 200;
/** Words that are looked up, at most, and records that are looked at by name; a word that more records have is common. */
export const FOUND = 500;
/** Words that are counted, at most, to find the rarest, however many are typed. */
const COUNTED = 16;
/** Of one reading, so many; the longest of them. */
const OF_READING = 4;
/** Rows that are counted, at most. */
const ROWS = 8 * FOUND;
/** Characters that are looked for; nobody types more. */
const TYPED = 200;
/** The last of all characters: whatever begins with a word is before the word with this. */
const LAST = '\u{10ffff}';

/** The words of the index from here to there, not included. */
export interface Words {
  readonly from: string;
  readonly to: string;
}

/** Words that are looked up; of each, so many at most. */
export interface LookUp {
  readonly ranges: readonly Words[];
  readonly most: number;
}

/** The same; `common`: more records have these words than are looked up, so that which ones are found is left to chance. */
export interface Chosen extends LookUp {
  readonly common: boolean;
}

/** What somebody typed, as records are looked for that have all of it. */
export interface Looked {
  /** What is counted before anything is looked up; undefined where there is nothing to choose. */
  readonly counted: LookUp | undefined;
  /** What is looked up, given how many records have each of the words that were counted: the rarest of them. */
  lookUp(counts?: readonly number[]): Chosen;
  /** Whether a record has every word, each as the beginning of one of its own. */
  has(record: AnyRecord): boolean;
  /** Whether its number or its name, as it is or as it is sorted by, is just what was typed. */
  is(record: { readonly externalId: string; readonly name: string }): boolean;
}

/** One of these words is in every record that has what was typed. */
type Group = readonly string[];

/** How records are looked for that have what was typed; undefined where there is no word in it. */
export function looked(typed: string): Looked | undefined {
  const text = typed.slice(0, TYPED);
  const wanted = wordsWanted(text);
  // The longest first: where nothing is rarer, it tells most.
  const chains = wanted
    .map((readings) => readings.map((reading) => longest(reading).slice(0, OF_READING)))
    .toSorted((a, b) => lengthOf(b) - lengthOf(a));
  const [first] = chains;
  if (!first) return undefined;
  const words = new Set(first.flat());
  const typedPlain = plain(text);
  const eligible = chains.filter((readings, n) => {
    const more = new Set([...words, ...readings.flat()]);
    if (n > 0 && more.size > COUNTED) return false;
    for (const word of more) words.add(word);
    return true;
  });
  const all = [...words];
  const most = Math.min(FOUND, Math.floor(ROWS / all.length));
  return {
    counted: all.length > 1 ? { ranges: all.map(rangeOf), most } : undefined,
    lookUp(counts = []) {
      const count = new Map(all.map((word, n) => [word, counts[n] ?? 0]));
      const groups = eligible.map((readings) => [...new Set(readings.map((reading) => rarest(reading, count)))]);
      const costs = groups.map((group) => group.reduce((sum, word) => sum + (count.get(word) ?? 0), 0));
      const least = Math.min(...costs.map((cost) => Math.min(cost, most)));
      // Where all are common, the first of each: a word as it was typed is before those that only begin with it.
      const common = least >= most;
      const chosen: Group[] = !common ? groups.filter((_, n) => costs[n] === least).slice(0, 1) : groups;
      const ranges = [...new Set(chosen.flat())].map(rangeOf);
      return { ranges, most: Math.ceil(FOUND / ranges.length), common };
    },
    has(record) {
      const isThere = (begins: (word: string) => boolean) =>
        wanted.every((readings) => readings.some((reading) => reading.every(begins)));
      // Most that do not have it are known without taking their words apart: no word has what the whole text has not.
      const whole = plain(textsOfRecord(record).join(' '));
      if (!isThere((word) => whole.includes(word))) return false;
      const own = [...wordsOfRecord(record)];
      return isThere((word) => own.some((one) => one.startsWith(word)));
    },
    is: ({ externalId, name }) => [externalId, name].some((one) => one !== '' && plain(one) === typedPlain),
  };
}

const rangeOf = (word: string): Words => ({ from: word, to: word + LAST });

const longest = (words: readonly string[]): string[] => [...new Set(words)].toSorted((a, b) => b.length - a.length);

/** The longest of those that the fewest records have. */
const rarest = (reading: Group, count: ReadonlyMap<string, number>): string =>
  reading.reduce((best, word) => ((count.get(word) ?? 0) < (count.get(best) ?? 0) ? word : best), reading[0] ?? '');

/** Of its longest word. */
const lengthOf = (readings: readonly Group[]): number => Math.max(0, ...readings.flat().map(({ length }) => length));

/** Without what people write differently in numbers and names: case, accents, signs, spaces. */
const plain = (text: string): string => folded(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
