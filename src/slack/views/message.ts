import type { KnownBlock } from '@slack/types';
import { context, section } from '../../forms/blocks.ts';
import { clip } from '../../forms/mrkdwn.ts';
import { type Lines, lineSections } from '../../forms/sizes.ts';

/** A message as Slack takes it: `text` says it all, in plain words, for notifications and screen readers. Made by `message`. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** A list of one block each. `more` says how many are not shown, and where they can be seen (mrkdwn). */
export interface Rows {
  readonly rows: readonly KnownBlock[];
  readonly more: (count: number) => string;
}

/** A part of a message: a block, which is always shown, or a list, of which only as much is shown as there is room for. */
export type Part = KnownBlock | Lines | Rows;

/**
 * What a message may hold. All texts of its blocks together: Slack refuses more than about 13,200 characters, 11,341 with
 * rich text (msg_blocks_too_long: slackapi/bolt-js#2509, #2867). `text`: chat.update takes 4,000 characters. 50 blocks.
 */
export const MESSAGE = { characters: 11_000, text: 3900, blocks: 50 } as const;

/** Characters that lists keep where the rest of a message would leave them none. */
const LIST_KEEPS = 2000;

/**
 * The one way to a message: whatever its parts hold, Slack takes it. The app's own bold is taken out of `text`. Lists get the room that the blocks leave and count what
 * has none; where the blocks alone are too much, their longest texts are shortened.
 */
export function message(text: string, parts: readonly Part[]): Message {
  const wanted = parts.reduce((sum, part) => sum + (isBlock(part) ? 0 : charactersOf(membersOf(part))), 0);
  const kept = shortened(parts.filter(isBlock), MESSAGE.characters - Math.min(wanted, LIST_KEEPS));
  let characters = MESSAGE.characters - charactersOf(kept);
  let room = MESSAGE.blocks - kept.length;
  const blocks = parts.flatMap((part): KnownBlock[] => {
    if (isBlock(part)) return kept.splice(0, 1);
    const shown = 'lines' in part ? lineSections(part, characters) : rowsOf(part, characters, room);
    characters -= charactersOf(shown);
    room -= shown.length;
    return shown;
  });
  return { text: clip(unmarked(text), MESSAGE.text), blocks };
}

/** A few words as a message. mrkdwn, escaped. */
export const words = (text: string): Message => message(text, [section(text)]);

/** The sign of bold text where Slack takes it for one; what people typed is guarded (`escaped`), so this is the app's own. */
const BOLD = /(?<![A-Za-z0-9*\uFEFF])\*(?=[^\s*\uFEFF])([^*\n]*[^\s*\uFEFF]|[^\s*\uFEFF])\*(?![A-Za-z0-9*\uFEFF])/g;

/** mrkdwn without its signs: a notification shows a text as it is. */
const unmarked = (text: string): string => text.replace(BOLD, '$1').replaceAll('`', '');

const isBlock = (part: Part): part is KnownBlock => !('lines' in part || 'rows' in part);
const membersOf = (list: Lines | Rows) => ('lines' in list ? list.lines : list.rows);

/** Room for saying how many more there are. */
const REST = 200;

function rowsOf({ rows, more }: Rows, characters: number, room: number): KnownBlock[] {
  if (rows.length <= room && charactersOf(rows) <= characters) return [...rows];
  let left = characters - REST;
  const end = rows.findIndex((row, index) => {
    left -= charactersOf(row);
    return left < 0 || index >= room - 1;
  });
  return [...rows.slice(0, end), context(more(rows.length - end))];
}

/** Where blocks hold words; every text object has its own under `text`. */
const WORDS = new Set(['text', 'alt_text', 'accessibility_label']);

/** Characters in all texts of blocks, labels included. */
function charactersOf(node: unknown): number {
  if (typeof node === 'string') return node.length;
  if (Array.isArray(node)) return node.reduce((sum: number, member) => sum + charactersOf(member), 0);
  if (typeof node !== 'object' || node === null) return 0;
  return Object.entries(node).reduce(
    (sum, [key, value]) => sum + (typeof value === 'string' && !WORDS.has(key) ? 0 : charactersOf(value)),
    0,
  );
}

/** Lengths to which texts are shortened, one after the other, until all of them fit. */
const LENGTHS = [2000, 1500, 1000, 700, 500, 300, 150];

/** The blocks with their longest texts cut, where they have more than `most` characters together. */
function shortened(blocks: readonly KnownBlock[], most: number): KnownBlock[] {
  let cut = [...blocks];
  for (const length of LENGTHS) {
    if (charactersOf(cut) <= most) return cut;
    cut = blocks.map((block) => withTexts(block, length));
  }
  return cut;
}

function withTexts(block: KnownBlock, length: number): KnownBlock {
  const short = <T extends { text: string }>(text: T): T => ({ ...text, text: clip(text.text, length) });
  if (block.type === 'section')
    return {
      ...block,
      ...(block.text ? { text: short(block.text) } : {}),
      ...(block.fields ? { fields: block.fields.map(short) } : {}),
    };
  if (block.type === 'context')
    return { ...block, elements: block.elements.map((one) => ('text' in one ? short(one) : one)) };
  return block;
}
