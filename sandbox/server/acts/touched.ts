import { stackOf } from '../changes/views.ts';
import type { Surface } from '../delivery/payloads.ts';
import { objectsOf, stringOf, textOf } from '../json.ts';
import type { Pressable } from '../shown/controls.ts';
import { elementsOf } from '../workspace/element-state.ts';
import type { OpenView, User } from '../workspace/entities.ts';
import type { World } from '../world.ts';
import { blocksAt, visibleMessages } from './visible.ts';

/** Where something is, by ids: a message, or a modal or Home. */
export type PlaceById = { channel: string; ts: string } | { view: string };

/** The person's own open view of that id: the modal on top, or Home; throws when it is not on their screen. */
export function viewById({ workspace }: World, user: User, id: string): OpenView {
  const top = stackOf(workspace, user.id).at(-1);
  const home = workspace.homes.get(user.id);
  const found = [top, home].find((view) => view?.id === id);
  if (found === undefined) throw new Error('This is not on the screen any more');
  return found;
}

/** The place of that id as this person sees it; throws when they do not. */
export function placeById(world: World, user: User, place: PlaceById): Surface {
  if ('view' in place) return { in: 'view', view: viewById(world, user, place.view) };
  const found = visibleMessages(world, user, { message: place.ts }).find(({ channel }) => channel.id === place.channel);
  if (found === undefined) throw new Error('This message is not there any more');
  return found;
}

/** What a person touched has been taken away meanwhile. */
export class Gone extends Error {
  override name = 'Gone';
}

/** The element a person touched, by its ids (and the value of the overflow entry); throws `Gone` when it is not there. */
export function controlById(
  surface: Surface,
  ids: { block: string; action: string; option?: string | undefined },
): Pressable {
  const block = blocksAt(surface).find((one) => one.block_id === ids.block);
  const element = block && elementsOf(block).find((one) => one.action_id === ids.action);
  if (block === undefined || element === undefined) throw new Gone('This control is not there any more');
  const option = objectsOf(element.options).find((one) => stringOf(one.value) === ids.option);
  const labels = [textOf(block.label) || textOf(element.text) || ids.action];
  return { block, element, labels, keys: [ids.action], ...(ids.option !== undefined && option ? { option } : {}) };
}
