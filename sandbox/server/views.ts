import { validateView } from './blocks/validate.ts';
import { stateOf } from './element-state.ts';
import type { OpenView } from './entities.ts';
import { newBlockId, newHex, newId } from './ids.ts';
import { isObject, type JsonObject, objectOf, objectsOf, parseJson, stringOf } from './json.ts';
import { withBlockIds } from './messages.ts';
import { limitComplaint } from './web-api/block-errors.ts';
import { Refusal } from './web-api/refusal.ts';
import type { Workspace } from './workspace.ts';
import type { World } from './world.ts';

const MAX_BYTES = 250 * 1024;
/** A root view and two pushed ones. */
export const MAX_STACK = 3;

/** The view as an object, checked like Slack does; refuses with Slack's error otherwise. */
export function checkedView(
  world: World,
  given: unknown,
  options: { type: 'modal' | 'home'; replaces?: OpenView },
): JsonObject {
  const view = typeof given === 'string' ? parseJson(given) : given;
  if (!isObject(view)) throw new Refusal('invalid_arguments', badView('must provide an object [json-pointer:/view]'));
  if (Buffer.byteLength(JSON.stringify(view)) > MAX_BYTES) {
    world.complaints.raise('limit', 'A view larger than 250 KB was sent', { callback_id: view.callback_id });
    throw new Refusal('view_too_large');
  }
  if (view.type !== options.type)
    throw new Refusal('invalid_arguments', badView(`unsupported type: ${String(view.type)} [json-pointer:/view/type]`));
  const problems = validateView(view);
  if (problems.length > 0) {
    limitComplaint(world, `view ${String(view.callback_id)}`, problems);
    const messages = problems.map((problem) => `[ERROR] ${problem.message} [json-pointer:${problem.pointer}]`);
    throw new Refusal('invalid_arguments', { response_metadata: { messages } });
  }
  const wantsFiles = objectsOf(view.blocks).some((block) => objectOf(block.element).type === 'file_input');
  if (wantsFiles) complainUnlessGranted(world, 'files:read', 'A file_input');
  const externalId = stringOf(view.external_id) ?? '';
  const twin = externalId && allViews(world.workspace).find((open) => open.externalId === externalId);
  if (twin && twin !== options.replaces) throw new Refusal('duplicate_external_id');
  return view;
}

function complainUnlessGranted(world: World, scope: string, what: string): void {
  if (!world.scopes.has(scope))
    world.complaints.raise('missing_scope', `${what} needs the scope ${scope}`, { needed: scope });
}

const badView = (message: string) => ({ response_metadata: { messages: [`[ERROR] ${message}`] } });

/** Every open modal and every home of the workspace. */
export function allViews(workspace: Workspace): OpenView[] {
  return [...[...workspace.stacks.values()].flat(), ...workspace.homes.values()];
}

/** The modals on a person's screen, the visible one last. */
export function stackOf(workspace: Workspace, userId: string): OpenView[] {
  return workspace.stacks.get(userId) ?? [];
}

/** Puts a modal on a person's screen, in that client: alone (`root`) or on top of the stack (`push`), where that is. */
export function showModal(world: World, userId: string, view: JsonObject, how: 'root' | 'push', client = ''): OpenView {
  const below = how === 'push' ? stackOf(world.workspace, userId) : [];
  if (below.length >= MAX_STACK) throw new Refusal('push_limit_reached');
  const open = newView(world, userId, view);
  open.previousId = below.at(-1)?.id ?? null;
  open.rootId = below[0]?.id ?? open.id;
  open.client = below[0]?.client ?? client;
  world.workspace.stacks.set(userId, [...below, open]);
  world.workspace.changed();
  return open;
}

/** A person's home, published or replaced. */
export function publishHome(world: World, userId: string, view: JsonObject): OpenView {
  const open = world.workspace.homes.get(userId) ?? newView(world, userId, view);
  redraw(world, open, view);
  world.workspace.homes.set(userId, open);
  world.workspace.changed();
  return open;
}

/** Replaces a view in place: new hash, values kept where the ids are the same, errors and banner gone. */
export function redraw(world: World, open: OpenView, view: JsonObject): void {
  Object.assign(open, drawn(world, view, open));
  world.workspace.changed();
}

/** Takes the visible modal, or the whole stack, off a person's screen. */
export function dropModals(workspace: Workspace, userId: string, how: 'top' | 'all'): void {
  workspace.stacks.set(userId, how === 'all' ? [] : stackOf(workspace, userId).slice(0, -1));
  workspace.changed();
}

function newView(world: World, userId: string, view: JsonObject): OpenView {
  const id = newId('V');
  const type = view.type === 'home' ? 'home' : 'modal';
  return { id, type, userId, client: '', rootId: id, previousId: null, ...drawn(world, view) };
}

type Drawn = Omit<OpenView, 'id' | 'type' | 'userId' | 'client' | 'rootId' | 'previousId'>;

function drawn(world: World, view: JsonObject, before?: OpenView): Drawn {
  const blocks = withBlockIds(objectsOf(view.blocks)).map(withActionIds);
  return {
    hash: `${world.workspace.seconds()}.${newHex(4)}`,
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
