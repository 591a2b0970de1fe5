import { blockList } from './block-list.ts';
import type { Problem, Surface } from './checks/messages.ts';
import { view } from './view.ts';

export type { Problem, Surface } from './checks/messages.ts';

/** Every problem of a block list, in Slack's words; pointers start at /blocks. An empty list passes in messages only. */
export function validateBlocks(surface: Surface, blocks: unknown): Problem[] {
  return blockList(surface === 'message' ? 0 : 1)(blocks, { surface, pointer: '/blocks' });
}

/** Every problem of a view, in Slack's words; pointers start at /view. The size of the whole JSON is the caller's to check. */
export function validateView(value: unknown): Problem[] {
  return view(value, { surface: 'modal', pointer: '/view' });
}
