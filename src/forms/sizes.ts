import type { KnownBlock } from '@slack/types';
import { clip, escaped, mrkdwn } from './mrkdwn.ts';

/** Bytes of something as it goes over the wire. */
export const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value) ?? '').byteLength;

/** The first blocks that together have at most so many bytes. */
export function leading<B>(blocks: readonly B[], most: number): B[] {
  let left = most;
  const end = blocks.findIndex((block) => {
    left -= bytesOf(block) + 1;
    return left < 0;
  });
  return end < 0 ? [...blocks] : blocks.slice(0, end);
}

/** Characters of one line, and of one section, of a list (Slack: 3000). */
const LINE = 1000;
const SECTION = 2900;

/** Room for saying how many more there are. */
const REST = 100;

/** Characters of one name, and of all names, that stand beside one another. */
const NAME = 120;
const NAMES = 700;

/** Names beside one another, escaped: as many as fit into a few lines, the others counted. */
export function listed(names: readonly string[]): string {
  const shown = names.map((name) => escaped(clip(name, NAME)));
  let left = NAMES;
  const end = shown.findIndex((name) => {
    left -= name.length + 2;
    return left < 0;
  });
  return end < 0 ? shown.join(', ') : `${shown.slice(0, end).join(', ')} … and ${shown.length - end} more`;
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
  const costs = clipped.map((line) => measure(line) + 1);
  const ends = foot ? [foot] : [];
  const most = room - ends.reduce((sum, line) => sum + measure(line) + 1, 0);
  if (beyond === 0 && costs.reduce((sum, cost) => sum + cost, 0) <= most) return [...clipped, ...ends];
  let left = most - REST;
  const cut = costs.findIndex((cost) => {
    left -= cost;
    return left < 0;
  });
  const shown = cut < 0 ? clipped : clipped.slice(0, cut);
  return [...shown, more(lines.length - shown.length + beyond), ...ends];
}

const lengthOf = (text: string): number => text.length;

/** The same as sections. */
export function lineSections(lines: Lines, room: number, measure = lengthOf): KnownBlock[] {
  const texts: string[] = [];
  for (const line of shownLines(lines, room, measure)) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + line.length < SECTION) texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts.map((text) => ({ type: 'section', text: mrkdwn(text) }));
}
