import { type Order, peopleOf } from '../../src/order/order.ts';
import type { OwnAnswer, OwnKind } from '../../src/order/own-fields.ts';

/** A word is known by this many of its first letters; what follows is not told apart. */
const WORD = 40;
/** Beginnings of words that are kept, by length in letters: enough to find `replacement` by `repl`. */
const BEGINNING = { from: 3, to: 8 } as const;
/** Words that are also kept written as one, at most: `O'Brien` as `obrien`, `+49 40 5550-19` as `4940555019`. */
const JOINED = 6;
/** Words of a chain that are looked for in every way they may be joined; a longer chain apart and as one. */
const JOINED_WANTED = 4;
/** Different words of one order that can be found; nobody types more, and a hostile order must not fill the index. */
const WORDS = 1500;

/** What an order is found by. */
type Searchable = Pick<Order, 'team' | 'number' | 'content' | 'requester' | 'supervisor' | 'coordinator' | 'crew'>;

/**
 * Everything an order can be found by, as the index keeps it: its words, the beginnings of its words (marked `_`) and
 * its people. The index only ever looks whole tokens up, so that the oldest habit of search engines,
 * reading every order that has a common word, never happens.
 */
export function tokensOf(order: Searchable): string {
  const { team, number, content, crew } = order;
  const { title, client, location, description, clientReference, contact, items, type, own = [] } = content;
  const people = peopleOf(order).map(([, party]) => party);
  const names = people.map(({ name }) => name);
  const texts = [
    title,
    client,
    clientReference,
    location,
    contact,
    ...names,
    type?.name ?? '',
    description,
    ...own.flatMap(wordsIn),
  ];
  const numbers = [String(number), String(number).padStart(6, '0')];
  const known = new Set([IN_ALL, ...numbers]);
  const chains = [
    ...texts,
    ...items.flatMap(({ code = '', description, time }) => [code, description, time?.worker.name ?? '']),
  ].flatMap(chainsOf);
  // Words as they are come first: a hostile order's own joined ones must not push them out.
  for (const chain of chains) for (const word of chain) if (known.size < WORDS) known.add(word);
  for (const chain of chains)
    for (const word of known.size < WORDS ? joinedIn(chain) : []) if (known.size < WORDS) known.add(word);
  const who = people.map(({ id }) => personToken(team, id));
  const marks = [...who, ...crew.map(({ id }) => crewToken(team, id)), ...numbers.map((one) => IN_ALL + one)];
  const tokens = new Set([...marks, ...known]);
  for (const word of known) for (const beginning of beginningsOf(word)) tokens.add(beginning);
  return [...tokens].join(' ');
}

/** What was answered to an own field in somebody's own words, or a company's. */
const wordsIn = ({ kind, value }: OwnAnswer): string[] => (SEARCHED.includes(kind) ? [value] : []);
const SEARCHED: readonly OwnKind[] = ['text', 'long_text', 'number', 'choice'];

/**
 * The same from the columns of a row of `orders`, as SQL has them, in any shape: what an order is found by has never changed.
 * An order that cannot be read is found by nothing. For the migrations that fill the index.
 */
export function searchTokensOfRow(team: string, number: number, ...columns: readonly (string | null)[]): string {
  try {
    const [content, requester, supervisor, coordinator, crew] = columns.map((text) => (text ? JSON.parse(text) : null));
    return tokensOf({ team, number, content, requester, supervisor, coordinator, crew });
  } catch {
    return '';
  }
}

/**
 * The words of texts of which the first count most, and those of their neighbours that are also written as one; so many at
 * most.
 */
export function wordsOf(texts: readonly string[], most: number): Set<string> {
  const chains = texts.flatMap(chainsOf);
  const words = [...chains.flat(), ...chains.flatMap(joinedIn)];
  return new Set([...new Set(words)].slice(0, most));
}

/** What a person looks for who typed this: for each chain of words its readings. Nothing: there is no word in it. */
export const wordsWanted = (typed: string): Wanted => chainsOf(typed).map(readingsOf);

/** A word of every order's number: it tells no order from another. */
const IN_ALL = 'so';

/** What an order must have to be meant: for each chain of words one of its readings, and of that every token. */
export type Wanted = readonly (readonly (readonly string[])[])[];

/** What a person looks for who typed this; the last word may be the beginning of one. Nothing: there is no word in it. */
export function tokensWanted(typed: string): Wanted {
  const chains = chainsOf(typed);
  const telling = chains.map((chain) => readingsOf(chain).map((reading) => reading.filter((word) => word !== IN_ALL)));
  const wanted = telling.filter((readings) => readings.every((reading) => reading.length > 0));
  if (wanted.length === 0) return chains.length > 0 ? [[[IN_ALL]]] : [];
  const last = wanted.length - 1;
  const tokens = wanted.map((readings, at) => (at === last ? readings.map(withBeginning) : readings));
  const distinct = tokens.map((readings) => readings.map((reading) => [...new Set(reading)]));
  return [...new Map(distinct.map((readings) => [JSON.stringify(readings), readings])).values()];
}

/** The last word of a reading by its longest beginning that is kept. */
function withBeginning(reading: readonly string[]): string[] {
  const last = reading.at(-1) ?? '';
  return [...reading.slice(0, -1), beginningsOf(last).at(-1) ?? last];
}

/** `abc-123` as two words and as one: it may be written either way. */
function readingsOf(chain: readonly string[]): string[][] {
  const [first, ...others] = chain;
  if (first === undefined || others.length === 0) return [[...chain]];
  if (chain.length > JOINED_WANTED) return [[...chain], [chain.join('')]];
  return readingsOf(others).flatMap(([next = '', ...rest]) => [
    [first, next, ...rest],
    [`${first}${next}`, ...rest],
  ]);
}

/** Every few neighbours of a chain written as one word. */
function joinedIn(chain: readonly string[]): string[] {
  const found: string[] = [];
  for (let from = 0; from < chain.length; from++)
    for (let to = from + 2; to <= Math.min(from + JOINED, chain.length); to++)
      found.push(chain.slice(from, to).join(''));
  return found.filter((word) => word.length <= WORD || [...word].length <= WORD);
}

/** Marks of who may see an order, by ids in hex, so that nothing anybody types can ever be one: anybody with a role in it. */
export const personToken = (team: string, person: string): string => `p_${hex(team)}_${hex(person)}`;
/** Its field workers only. */
export const crewToken = (team: string, person: string): string => `c_${hex(team)}_${hex(person)}`;

const hex = (id: string): string => Buffer.from(id).toString('hex');

/** Numbers are looked up whole: SO-12 is not SO-1250. Scripts without spaces have their pairs instead. */
function beginningsOf(word: string): string[] {
  if (/^(?:so)?\p{N}+$/u.test(word) || isUnspaced(word)) return [];
  const letters = isAscii(word) ? word : [...word];
  const beginnings: string[] = [];
  for (let end = BEGINNING.from; end <= BEGINNING.to && end <= letters.length; end++)
    beginnings.push(`_${typeof letters === 'string' ? letters.slice(0, end) : letters.slice(0, end).join('')}`);
  return beginnings;
}

/**
 * The words of a text: lower case, without accents, in chains of those that may as well be written as one. Chinese,
 * Japanese, Korean, Thai and their like are written without spaces (or glue words together): there every letter and
 * every pair of neighbours is a word, so that any part is found.
 */
function chainsOf(text: string): string[][] {
  const plain = folded(text);
  const chains: string[][] = [];
  let end = -1;
  for (const { 0: run, index } of plain.matchAll(isAscii(plain) ? ASCII_RUNS : RUNS)) {
    const letters = [...run];
    if (isUnspaced(run)) {
      for (const letter of letters) chains.push([letter]);
      for (const [i, letter] of letters.slice(1).entries()) chains.push([`${letters[i]}${letter}`]);
      end = -1;
      continue;
    }
    const word = letters.slice(0, WORD).join('');
    const chain = chains.at(-1);
    if (chain && end >= 0 && mayBeOne(chain.at(-1) ?? '', plain.slice(end, index), word)) chain.push(word);
    else chains.push([word]);
    end = index + run.length;
  }
  return chains;
}

/**
 * Whether people leave out what stands between two words: a sign (`O'Brien`, `ABC-123`), or a space beside a number (`1234
 * 5678`, `XYZ 500`).
 */
function mayBeOne(before: string, between: string, after: string): boolean {
  if (/^\S{1,3}$/.test(between)) return true;
  if (!/^[^\S\n]{0,2}[-\u2010-\u2013/()+#]{0,2}[^\S\n]{0,2}$/.test(between)) return false;
  const [first, second] = [before, after].map((word) => /^\p{N}+$/u.test(word));
  return (first && second) || (first !== second && (first ? after : before).length <= SERIES);
}

/** Letters of a code that stands before or after a number, at most: `XYZ 500`. */
const SERIES = 5;

const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Bopomofo', 'Thai', 'Lao', 'Khmer', 'Myanmar'];
const unspaced = `[${SCRIPTS.map((script) => `\\p{scx=${script}}`).join('')}]`;
const UNSPACED = new RegExp(`^(?=[\\p{L}\\p{M}\\p{N}])${unspaced}`, 'u');
const isUnspaced = (word: string): boolean => !isAscii(word) && UNSPACED.test(word);
const RUNS = new RegExp(`(?:(?=[\\p{L}\\p{M}\\p{N}])${unspaced})+|(?:(?!${unspaced})[\\p{L}\\p{M}\\p{N}])+`, 'gu');

/** In most texts of most orders there is nothing else, and nothing in them needs to be folded. */
const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);
const ASCII_RUNS = /[a-z0-9]+/g;

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

/** Lower case, without accents. */
export const folded = (text: string): string => (isAscii(text) ? text.toLowerCase() : unaccented(text));

const unaccented = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    // Apostrophes that Unicode counts as letters.
    .replace(/[\u02b9-\u02bf\u02c8]/g, "'")
    .toLowerCase()
    .replace(/[ßøłđðæœıþ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
