import type { Content, Party } from '../../src/order/order.ts';

/** A word is known by this many of its first letters; what follows is not told apart. */
const WORD = 40;
/** Beginnings of words that are kept, by length in letters: enough to find `replacement` by `repl`. */
const BEGINNING = { from: 3, to: 8 } as const;
/** Different words of one order that can be found; nobody types more, and a hostile order must not fill the index. */
const WORDS = 1500;

/** What an order is found by, as its row in `orders` has it. */
export interface Searchable {
  readonly team: string;
  readonly number: number;
  readonly content: Content;
  readonly people: readonly Party[];
  readonly crew: readonly Party[];
}

/**
 * Everything an order can be found by, as the index keeps it: its words, the beginnings of its words (marked `_`) and
 * its people. The index only ever looks whole tokens up, so that the oldest habit of search engines,
 * reading every order that has a common word, never happens.
 */
export function tokensOf({ team, number, content, people, crew }: Searchable): string {
  const { title, client, location, description, clientReference, contact, items } = content;
  const names = [...people, ...crew].map(({ name }) => name);
  const texts = [title, client, clientReference, location, contact, ...names, description];
  const known = new Set([IN_ALL, String(number), String(number).padStart(6, '0')]);
  for (const text of [...texts, ...items.map((item) => item.description)]) {
    for (const word of wordsOf(text)) if (known.size < WORDS) known.add(word);
  }
  const beginnings = new Set([...known].flatMap(beginningsOf));
  const who = [...people, ...crew].map(({ id }) => personToken(team, id));
  return [...new Set([...who, ...crew.map(({ id }) => crewToken(team, id)), ...known, ...beginnings])].join(' ');
}

/**
 * The same from the columns of a row of `orders`, as SQL has them, in any shape: what an order is found by has never changed.
 * An order that cannot be read is found by nothing.
 */
export function searchTokensOfRow(team: string, number: number, ...columns: readonly (string | null)[]): string {
  try {
    return tokensOfColumns(team, number, columns);
  } catch {
    return '';
  }
}

function tokensOfColumns(team: string, number: number, columns: readonly (string | null)[]): string {
  const [content, requester, supervisor, coordinator, crew] = columns.map((text) => (text ? JSON.parse(text) : null));
  const people = [requester, supervisor, coordinator].filter((party) => party !== null);
  return tokensOf({ team, number, content, people, crew });
}

/** A word of every order's number: it tells no order from another. */
const IN_ALL = 'so';

/** The tokens an order must have to be meant by what a person typed; the last word may be the beginning of one. */
export function tokensWanted(typed: string): string[] {
  const typedWords = wordsOf(typed);
  const telling = typedWords.filter((word) => word !== IN_ALL);
  const words = telling.length > 0 ? telling : typedWords;
  const last = words.at(-1);
  if (last === undefined) return [];
  const longest = beginningsOf(last).at(-1);
  return [...new Set([...words.slice(0, -1), longest ?? last])];
}

/** Marks of who may see an order, by ids in hex, so that nothing anybody types can ever be one: anybody with a role in it. */
export const personToken = (team: string, person: string): string => `p_${hex(team)}_${hex(person)}`;
/** Its field workers only. */
export const crewToken = (team: string, person: string): string => `c_${hex(team)}_${hex(person)}`;

const hex = (id: string): string => Buffer.from(id).toString('hex');

/** Numbers are looked up whole: SO-12 is not SO-1250. Scripts without spaces have their pairs instead. */
function beginningsOf(word: string): string[] {
  if (/^\p{N}+$/u.test(word) || UNSPACED.test(word)) return [];
  const letters = [...word];
  const longest = Math.min(BEGINNING.to, letters.length);
  return Array.from(
    { length: Math.max(0, longest - BEGINNING.from + 1) },
    (_, i) => `_${letters.slice(0, BEGINNING.from + i).join('')}`,
  );
}

/**
 * The words of a text: lower case, without accents. Chinese, Japanese, Korean, Thai and their like are written without
 * spaces (or glue words together): there every letter and every pair of neighbours is a word, so that any part is found.
 */
function wordsOf(text: string): string[] {
  const runs = folded(text).match(RUNS) ?? [];
  return runs.flatMap((run) => {
    const letters = [...run];
    if (!UNSPACED.test(run)) return [letters.slice(0, WORD).join('')];
    const pairs = letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
    return [...letters, ...pairs];
  });
}

const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Bopomofo', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
const unspaced = `[${SCRIPTS.map((script) => `\\p{scx=${script}}`).join('')}]`;
const UNSPACED = new RegExp(`^(?=[\\p{L}\\p{M}\\p{N}])${unspaced}`, 'u');
const RUNS = new RegExp(`(?:(?=[\\p{L}\\p{M}\\p{N}])${unspaced})+|(?:(?!${unspaced})[\\p{L}\\p{M}\\p{N}])+`, 'gu');

/** Latin, Greek, Cyrillic, Hebrew and Arabic marks; vowel signs of other scripts are letters to their readers. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]/g;
/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  þ: 'th',
};

const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replace(/[ßøłđðæœıþ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
