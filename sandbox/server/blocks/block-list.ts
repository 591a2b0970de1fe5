import { block } from './blocks.ts';
import { below, type Check, isJson, items, type Json, list, type Site } from './checks/checks.ts';
import { LIMITS } from './checks/limits.ts';
import { type Problem, says } from './checks/messages.ts';

interface Placed {
  readonly node: Json;
  readonly pointer: string;
}

const nests: Readonly<Record<string, string>> = { container: 'child_blocks', carousel: 'elements', plan: 'tasks' };

function placed(blocks: unknown, site: Site): Placed[] {
  return items(blocks).flatMap((node, index) => {
    if (!isJson(node)) return [];
    const here = below(site, index);
    const inside = typeof node.type === 'string' && Object.hasOwn(nests, node.type) ? nests[node.type] : undefined;
    const nested = inside === undefined ? [] : placed(node[inside], below(here, inside));
    return [{ node, pointer: here.pointer }, ...nested];
  });
}

/** The second and later of the blocks for which `test` holds. */
const afterFirst = (blocks: readonly Placed[], test: (type: unknown) => boolean): readonly Placed[] =>
  blocks.filter(({ node }) => test(node.type)).slice(1);

function focused(value: unknown, pointer: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = isJson(value) && value.focus_on_load === true ? [`${pointer}/focus_on_load`] : [];
  return [...own, ...Object.entries(value).flatMap(([key, member]) => focused(member, `${pointer}/${key}`))];
}

function repeatedBlockIds(blocks: readonly Placed[]): Problem[] {
  const seen = new Set<string>();
  return blocks.flatMap(({ node: { block_id: id }, pointer }) => {
    if (typeof id !== 'string') return [];
    if (seen.has(id)) return [{ message: says.exists('block_id', id), pointer: `${pointer}/block_id` }];
    seen.add(id);
    return [];
  });
}

function markdownTotal(blocks: readonly Placed[]): Problem[] {
  const markdown = blocks.filter(({ node }) => node.type === 'markdown' && typeof node.text === 'string');
  const total = markdown.reduce((sum, { node }) => sum + String(node.text).length, 0);
  const last = markdown.at(-1);
  return markdown.length > 1 && last !== undefined && total > LIMITS.markdown
    ? [{ message: says.shorterThan(LIMITS.markdown), pointer: `${last.pointer}/text` }]
    : [];
}

/** A whole list of blocks: each block, their number, and what must hold among them. */
export const blockList =
  (min: number): Check =>
  (value, site) => {
    const blocks = placed(value, site);
    const at =
      (message: string) =>
      ({ pointer }: Placed): Problem => ({ message, pointer });
    return [
      ...list(block, min, LIMITS.blocks[site.surface])(value, site),
      ...repeatedBlockIds(blocks),
      ...focused(value, site.pointer)
        .slice(1)
        .map((pointer) => ({ message: says.oneFocus, pointer })),
      ...markdownTotal(blocks),
      ...afterFirst(blocks, (type) => type === 'table' || type === 'data_table').map(at(says.oneTable)),
      ...afterFirst(blocks, (type) => type === 'plan').map(at(says.onePlan)),
    ];
  };
