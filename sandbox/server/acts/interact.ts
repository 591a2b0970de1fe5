import { blockActionsPayload, type Surface } from '../delivery/payloads.ts';
import type { JsonObject } from '../json.ts';
import type { Outcome } from '../ports.ts';
import type { Control, Pressable } from '../shown/controls.ts';
import type { StateValues, User } from '../workspace/entities.ts';
import type { World } from '../world.ts';

/** The values of a place, where a person's choices are kept. */
function stateAt(surface: Surface, user: User): StateValues {
  if (surface.in === 'view') return surface.view.state;
  surface.message.states[user.id] ??= {};
  return surface.message.states[user.id] ?? {};
}

/** Keeps a choice, as Slack does before it tells the app. */
export function keepChoice(surface: Surface, user: User, control: Control, value: JsonObject): void {
  const state = stateAt(surface, user);
  const blockId = String(control.block.block_id);
  state[blockId] = { ...state[blockId], [String(control.element.action_id)]: value };
}

/** Tells the app that a button or overflow entry was pressed. */
export function pressOn(
  world: World,
  user: User,
  surface: Surface,
  { element, block, option }: Pressable,
): Promise<Outcome> {
  const value = option
    ? { selected_option: option }
    : { text: element.text, ...(element.value ? { value: element.value } : {}) };
  return act(world, user, surface, { element, block, value });
}

/** Tells the app that something was chosen or entered. */
export function chooseOn(
  world: World,
  user: User,
  surface: Surface,
  control: Control,
  value: JsonObject,
): Promise<Outcome> {
  keepChoice(surface, user, control, value);
  const { element, block } = control;
  const placeholder = element.placeholder ? { placeholder: element.placeholder } : {};
  return act(world, user, surface, { element, block, value: { ...placeholder, ...value } });
}

function act(
  world: World,
  user: User,
  surface: Surface,
  what: { element: JsonObject; block: JsonObject; value: JsonObject },
): Promise<Outcome> {
  const { element, block, value } = what;
  const ids = { type: element.type, action_id: element.action_id, block_id: block.block_id };
  if (element.confirm) world.inspector.note(`${user.realName} confirmed the dialog of ${String(element.action_id)}`);
  const payload = blockActionsPayload(world, user, surface, { ...ids, ...value });
  const label = `block_actions ${String(element.action_id)}`;
  return world.delivery.interaction(user.id, { type: 'interactive', payload, acceptsResponse: false, label });
}
