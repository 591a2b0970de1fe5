import { Refusal } from '../access/refusal.ts';
import { newBlockId, newHex, newId } from '../ids.ts';
import { isObject, type JsonObject, objectOf, objectsOf, stringOf } from '../json.ts';
import { stateOf } from '../workspace/element-state.ts';
import type { OpenView } from '../workspace/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { withBlockIds } from './messages.ts';

/** A root view and two pushed ones. */
export const MAX_STACK = 3;

/** Every open modal and every home of the workspace. */
export function allViews(workspace: Workspace): OpenView[] {
  return [...[...workspace.stacks.values()].flat(), ...workspace.homes.values()];
}

/** The modals on a person's screen, the visible one last. */
export function stackOf(workspace: Workspace, userId: string): OpenView[] {
  return workspace.stacks.get(userId) ?? [];
}

/** Puts a modal on a person's screen, in that client: alone (`root`) or on top of the stack (`push`), where that is. */
export function showModal(
  workspace: Workspace,
  userId: string,
  view: JsonObject,
  how: 'root' | 'push',
  client = '',
): OpenView {
  const below = how === 'push' ? stackOf(workspace, userId) : [];
  if (below.length >= MAX_STACK) throw new Refusal('push_limit_reached');
  const open = newView(workspace, userId, view);
  open.previousId = below.at(-1)?.id ?? null;
  open.rootId = below[0]?.id ?? open.id;
  open.client = below[0]?.client ?? client;
  workspace.stacks.set(userId, [...below, open]);
  workspace.changed();
  return open;
}

/** A person's home, published or replaced. */
export function publishHome(workspace: Workspace, userId: string, view: JsonObject): OpenView {
  const open = workspace.homes.get(userId) ?? newView(workspace, userId, view);
  redraw(workspace, open, view);
  workspace.homes.set(userId, open);
  workspace.changed();
  return open;
}

/** Replaces a view in place: new hash, values kept where the ids are the same, errors and banner gone. */
export function redraw(workspace: Workspace, open: OpenView, view: JsonObject): void {
  Object.assign(open, drawn(workspace, view, open));
  workspace.changed();
}

/** Takes the visible modal, or the whole stack, off a person's screen. */
export function dropModals(workspace: Workspace, userId: string, how: 'top' | 'all'): void {
  workspace.stacks.set(userId, how === 'all' ? [] : stackOf(workspace, userId).slice(0, -1));
  workspace.changed();
}

function newView(workspace: Workspace, userId: string, view: JsonObject): OpenView {
  const id = newId('V');
  const type = view.type === 'home' ? 'home' : 'modal';
  return { id, type, userId, client: '', rootId: id, previousId: null, ...drawn(workspace, view) };
}

type Drawn = Omit<OpenView, 'id' | 'type' | 'userId' | 'client' | 'rootId' | 'previousId'>;

function drawn(workspace: Workspace, view: JsonObject, before?: OpenView): Drawn {
  const blocks = withBlockIds(objectsOf(view.blocks)).map(withActionIds);
  return {
    hash: `${workspace.seconds()}.${newHex(4)}`,
    externalId: stringOf(view.external_id) ?? '',
    callbackId: stringOf(view.callback_id) ?? '',
    privateMetadata: stringOf(view.private_metadata) ?? '',
    title: orNull(view.title),
    submit: orNull(view.submit),
    close: orNull(view.close),
    blocks,
    clearOnClose: view.clear_on_close === true,
    notifyOnClose: view.notify_on_close === true,
    state: stateOf(blocks, before?.state),
    errors: {},
    trouble: undefined,
  };
}

const orNull = (text: unknown) => (isObject(text) ? text : null);

/** Slack makes action ids where the app gave none. */
export function withActionIds(block: JsonObject): JsonObject {
  const named = (element: JsonObject) => (element.action_id ? element : { ...element, action_id: newBlockId() });
  if (block.type === 'actions') return { ...block, elements: objectsOf(block.elements).map(named) };
  if (block.type === 'input') return { ...block, element: named(objectOf(block.element)) };
  const accessory = objectOf(block.accessory);
  return accessory.type === undefined || accessory.type === 'image' ? block : { ...block, accessory: named(accessory) };
}
