import { type JsonObject, objectOf, objectsOf, stringOf, textOf } from '../json.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Slack text as a human reads it: mentions by name, links by label, entities undone. */
export function readable(workspace: Workspace, text: string): string {
  return text
    .replaceAll(/<@([UW]\w+)(?:\|[^>]*)?>/g, (_, id: string) => `@${workspace.nameOf(id)}`)
    .replaceAll(/<#([CG]\w+)(?:\|[^>]*)?>/g, (_, id: string) => `#${workspace.conversations.get(id)?.name ?? id}`)
    .replaceAll(/<!date\^[^>|]*\|([^>]*)>/g, '$1')
    .replaceAll(/<!(\w+)(?:\^[^>|]*)?(?:\|([^>]*))?>/g, (_, word: string, label?: string) => label ?? `@${word}`)
    .replaceAll(/<([^@#!>|][^>|]*)\|([^>]*)>/g, '$2')
    .replaceAll(/<([^@#!>|][^>|]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** The blocks as lines of plain text; controls stand in square brackets. */
export function shownBlocks(workspace: Workspace, blocks: JsonObject[]): string {
  return blocks.map((block) => shownBlock(workspace, block)).join('\n');
}

type Show = (block: JsonObject, workspace: Workspace) => string;

const words = (workspace: Workspace, text: unknown) => readable(workspace, textOf(text));

// biome-ignore format: a table reads best as a table
const SHOW: Record<string, Show> = {
  section: (block, w) => [words(w, block.text), ...objectsOf(block.fields).map((field) => words(w, field)), shownControl(objectOf(block.accessory))].filter(Boolean).join('\n'),
  header:  (block, w) => words(w, block.text),
  alert:   (block, w) => words(w, block.text),
  markdown: (block) => stringOf(block.text) ?? '',
  divider: () => '---',
  image:   (block) => `[image: ${stringOf(block.alt_text) ?? ''}]`,
  context: (block, w) => objectsOf(block.elements).map((one) => (one.type === 'image' ? `[image: ${stringOf(one.alt_text) ?? ''}]` : words(w, one))).join(' '),
  actions: (block) => objectsOf(block.elements).map(shownControl).join(' '),
  input:   (block, w) => [`${words(w, block.label)}: ${shownControl(objectOf(block.element))}`, words(w, block.hint)].filter(Boolean).join('\n'),
  rich_text: (block, w) => richText(w, block),
};

function shownBlock(workspace: Workspace, block: JsonObject): string {
  const show = SHOW[stringOf(block.type) ?? ''];
  return show ? show(block, workspace) : `[${stringOf(block.type) ?? 'block'}]`;
}

function shownControl(element: JsonObject): string {
  if (element.type === undefined) return '';
  if (element.type === 'image') return `[image: ${stringOf(element.alt_text) ?? ''}]`;
  const options = objectsOf(element.options).map((option) => textOf(option.text));
  if (element.type === 'button') return `[${textOf(element.text)}]`;
  if (options.length > 0 && element.type !== 'static_select') return `[${options.join(' | ')}]`;
  return `[${textOf(element.placeholder) || String(element.type)}]`;
}

function richText(workspace: Workspace, node: JsonObject): string {
  if (node.type === 'text') return stringOf(node.text) ?? '';
  if (node.type === 'user') return `@${workspace.nameOf(stringOf(node.user_id) ?? '')}`;
  if (node.type === 'link') return stringOf(node.text) ?? stringOf(node.url) ?? '';
  if (node.type === 'broadcast') return `@${stringOf(node.range) ?? ''}`;
  const glue = node.type === 'rich_text' || node.type === 'rich_text_list' ? '\n' : '';
  return objectsOf(node.elements)
    .map((element) => richText(workspace, element))
    .join(glue);
}
