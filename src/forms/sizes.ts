import type { KnownBlock } from '@slack/types';
import { listOf } from '../words/list.ts';
import type { Words } from '../words/words.ts';
import { section } from './blocks.ts';
import { clip, escaped } from './mrkdwn.ts';

/** Bytes of something as it goes over the wire. */
export const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value) ?? '').byteLength;

/** The first entries that have room together; each costs what it measures, and its separator. */
function fitting<T>(entries: readonly T[], room: number, cost: (entry: T) => number): T[] {
  let left = room;
  const end = entries.findIndex((entry) => {
    left -= cost(entry);
    return left < 0;
  });
  return end < 0 ? [...entries] : entries.slice(0, end);
}

/** The first blocks that together have at most so many bytes. */
export const leading = <B>(blocks: readonly B[], most: number): B[] =>
  fitting(blocks, most, (block) => bytesOf(block) + 1);

/** Characters of one line, and of one section, of a list (Slack: 3000). */
const LINE = 1000;
const SECTION = 2900;

/** Room for saying how many more there are. */
const REST = 100;

/** Characters of one name, and of all names, that stand beside one another. */
const NAME = 120;
const NAMES = 700;

/** Names beside one another, escaped: as many as fit into a few lines, the others counted. */
export const listed = (names: readonly string[], words: Words): string =>
  asFit(
    names.map((name) => escaped(clip(name, NAME))),
    words,
  );

/** The same as plain text, for sentences under fields. */
export const listedPlain = (names: readonly string[], words: Words): string =>
  asFit(
    names.map((name) => clip(name, NAME)),
    words,
  );

function asFit(shown: readonly string[], words: Words): string {
  const fit = fitting(shown, NAMES, (name) => name.length + 2);
  const others = shown.length - fit.length;
  return listOf(others === 0 ? shown : [...fit, words.forms.others({ count: others })], words);
}

/** Lines of a list (mrkdwn, escaped). `beyond`: so many more are in none of them. `more` says how many are not shown; `foot` ends it. */
export interface Lines {
  readonly lines: readonly string[];
  readonly beyond?: number;
  readonly more: (count: number) => string;
  readonly foot?: string;
}

/** As many of the lines as have room, then how many more there are. `measure` says how much of the `room` a text takes. */
export function shownLines({ lines, beyond = 0, more, foot }: Lines, room: number, measure = lengthOf): string[] {
  const clipped = lines.map((line) => clip(line, LINE));
  const cost = (line: string) => measure(line) + 1;
  const most = room - (foot ? cost(foot) : 0);
  const all = beyond === 0 && fitting(clipped, most, cost).length === clipped.length;
  const shown = all ? clipped : fitting(clipped, most - REST, cost);
  const rest = lines.length - shown.length + beyond;
  return [...shown, ...(all ? [] : [more(rest)]), ...(foot ? [foot] : [])];
}

const lengthOf = (text: string): number => text.length;

/** The same as sections. */
export const lineSections = (lines: Lines, room: number, measure = lengthOf): KnownBlock[] =>
  joined(shownLines(lines, room, measure)).map((text) => section(text));

/** Lines put together into as few texts as sections need. */
export function joined(lines: readonly string[]): string[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + line.length < SECTION) texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts;
}
