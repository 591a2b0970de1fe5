import { isObject } from '../json.ts';
import { LIMITS } from './checks/limits.ts';

/** Where Slack's block kinds hold words that people read or hear; every text object has its own under `text`. */
const WORDS = new Set(['text', 'alt_text', 'accessibility_label', 'title', 'caption', 'fallback', 'author_name']);

/** Characters in all texts of a message's blocks and attachments together, in whatever part of them: the strictest reading. */
export function textTotal(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, member) => sum + textTotal(member), 0);
  if (!isObject(node)) return 0;
  return Object.entries(node).reduce(
    (sum, [key, value]) => sum + (typeof value === 'string' ? (WORDS.has(key) ? value.length : 0) : textTotal(value)),
    0,
  );
}

/** The most characters that Slack takes in one message; fewer when it has rich text. */
export const textLimit = (blocks: unknown): number =>
  holdsRichText(blocks) ? LIMITS.message.richText : LIMITS.message.text;

function holdsRichText(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(holdsRichText);
  return isObject(node) && (node.type === 'rich_text' || Object.values(node).some(holdsRichText));
}
