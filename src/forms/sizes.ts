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

/** Lines as sections: as many as have room, then how many more there are. `measure` says how much of the `room` a text takes. */
export function lineSections(
  { lines, beyond = 0, more, foot }: Lines,
  room: number,
  measure: (text: string) => number = (text) => text.length,
): KnownBlock[] {
  const clipped = lines.map((line) => clip(line, LINE));
  const costs = clipped.map((line) => measure(line) + 1);
  const all = costs.reduce((sum, cost) => sum + cost, foot ? measure(foot) + 1 : 0);
  const whole = beyond === 0 && all <= room;
  const texts: string[] = [];
  let left = room - (whole ? 0 : REST) - (foot ? measure(foot) + 1 : 0);
  let shown = 0;
  const add = (line: string) => {
    const last = texts.at(-1);
    if (last !== undefined && last.length + line.length < SECTION) texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  };
  for (const [index, line] of clipped.entries()) {
    left -= costs[index] ?? 0;
    if (left < 0) break;
    add(line);
    shown++;
  }
  const rest = lines.length - shown + beyond;
  if (rest > 0) add(more(rest));
  if (foot) add(foot);
  return texts.map((text) => ({ type: 'section', text: mrkdwn(text) }));
}
