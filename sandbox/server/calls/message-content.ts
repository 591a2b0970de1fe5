import { Refusal } from '../access/refusal.ts';
import { textLimit, textTotal } from '../blocks/message-text.ts';
import { withActionIds } from '../changes/views.ts';
import { type JsonObject, objectsOf, stringOf } from '../json.ts';
import type { World } from '../world.ts';
import { checkedBlocks } from './block-errors.ts';
import { type Args, optional, structured } from './method.ts';

const TEXT_MAX = 40_000;
const TEXT_ADVISED = 4000;
const MARKDOWN_MAX = 12_000;
const BROADCAST = /<!(?:channel|here|everyone)(?:\|[^>]*)?>/;

/** What the reader of a message gets. */
export interface Content {
  text: string;
  blocks: JsonObject[];
  attachments: JsonObject[];
  unannounced: boolean;
}

/** Text, blocks and attachments of a message, checked as chat.* methods do; complains of what a reviewer would mark. */
export function checkedContent(world: World, args: Args, method: string): Content {
  const markdown = optional(args, 'markdown_text');
  const text = optional(args, 'text') ?? '';
  const blocks = checkedBlocks(world, args.blocks, method).map(withActionIds);
  const attachments = objectsOf(structured(args, 'attachments'));
  if (markdown !== undefined) checkMarkdown(markdown, text, blocks);
  if (text === '' && markdown === undefined && blocks.length === 0 && attachments.length === 0)
    throw new Refusal('no_text');
  if (attachments.length > 100) throw new Refusal('too_many_attachments');
  checkLength(world, [blocks, attachments], method);
  const unannounced = text === '' && (blocks.length > 0 || attachments.length > 0);
  if (unannounced) {
    world.complaints.raise(
      'missing_text',
      `${method} with blocks but no text: notifications and screen readers show nothing`,
      {
        method,
      },
    );
  }
  if (text.length > TEXT_ADVISED)
    world.complaints.raise('limit', `${method}: the text has ${text.length} characters, 4,000 are advised`, { method });
  for (const spoken of [text, ...markedUp(blocks)]) {
    if (BROADCAST.test(spoken))
      world.complaints.raise('broadcast', `${method} pings a whole channel: ${spoken.slice(0, 200)}`, { method });
  }
  return { text: (markdown ?? text).slice(0, TEXT_MAX), blocks, attachments, unannounced };
}

function checkLength(world: World, parts: unknown, method: string): void {
  const total = textTotal(parts);
  const most = textLimit(parts);
  if (total <= most) return;
  const text = `${method}: the blocks have ${total} characters of text together, Slack takes ${most}`;
  world.complaints.raise('limit', text, { method });
  throw new Refusal('msg_blocks_too_long');
}

function checkMarkdown(markdown: string, text: string, blocks: JsonObject[]): void {
  if (text !== '' || blocks.length > 0) throw new Refusal('markdown_text_conflict');
  if (markdown.length > MARKDOWN_MAX) throw new Refusal('msg_too_long');
}

/** Every piece of text in which Slack resolves mentions; a broadcast in rich text is spelled as one. */
function markedUp(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(markedUp);
  if (typeof node !== 'object' || node === null) return [];
  const { type, text, range } = Object.fromEntries(Object.entries(node));
  const own =
    type === 'mrkdwn' || type === 'markdown' ? [stringOf(text) ?? ''] : type === 'broadcast' ? [`<!${range}>`] : [];
  return [...own, ...Object.values(node).flatMap(markedUp)];
}
