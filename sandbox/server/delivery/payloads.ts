import type { JsonObject } from '../json.ts';
import { messageObject } from '../objects/message.ts';
import { viewObject } from '../objects/view.ts';
import { stateOf } from '../workspace/element-state.ts';
import type { Channel, OpenView, StoredMessage, User } from '../workspace/entities.ts';
import type { World } from '../world.ts';

/** What every interaction payload carries. */
function base(world: World, user: User): JsonObject {
  const { workspace, secrets } = world;
  return {
    team: { id: workspace.teamId, domain: workspace.domain },
    user: { id: user.id, username: user.handle, name: user.handle, team_id: user.teamId },
    api_app_id: workspace.appId,
    token: secrets.verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A slash command: flat, all strings. */
export function commandPayload(
  world: World,
  user: User,
  typed: { command: string; text: string; channel: Channel },
): JsonObject {
  const { workspace, secrets, triggers, responseUrls } = world;
  const names = { public: typed.channel.name, private: 'privategroup', im: 'directmessage' };
  return {
    token: secrets.verificationToken,
    team_id: workspace.teamId,
    team_domain: workspace.domain,
    channel_id: typed.channel.id,
    channel_name: names[typed.channel.kind],
    user_id: user.id,
    user_name: user.handle,
    command: typed.command,
    text: typed.text,
    api_app_id: workspace.appId,
    is_enterprise_install: 'false',
    response_url: responseUrls.issue({ userId: user.id, channelId: typed.channel.id }),
    trigger_id: triggers.issue(user.id),
  };
}

/** A global shortcut: no channel, no response_url. */
export function shortcutPayload(world: World, user: User, callbackId: string): JsonObject {
  const actionTs = world.workspace.nextTs();
  return {
    ...base(world, user),
    type: 'shortcut',
    callback_id: callbackId,
    trigger_id: world.triggers.issue(user.id),
    action_ts: actionTs,
  };
}

/** A shortcut on a message. */
export function messageShortcutPayload(
  world: World,
  user: User,
  picked: { callbackId: string; channel: Channel; message: StoredMessage },
): JsonObject {
  const { workspace, triggers, responseUrls } = world;
  return {
    ...base(world, user),
    type: 'message_action',
    callback_id: picked.callbackId,
    trigger_id: triggers.issue(user.id),
    action_ts: workspace.nextTs(),
    message_ts: picked.message.ts,
    channel: channelStub(picked.channel),
    message: messageObject(workspace, picked.message),
    response_url: responseUrls.issue({ userId: user.id, channelId: picked.channel.id }),
  };
}

/** Where an interactive element stands. */
export type Surface = { in: 'message'; channel: Channel; message: StoredMessage } | { in: 'view'; view: OpenView };

/** A press or choice in a message, a modal or the home. */
export function blockActionsPayload(world: World, user: User, surface: Surface, action: JsonObject): JsonObject {
  const { workspace, triggers } = world;
  const actions = [{ ...action, action_ts: workspace.nextTs() }];
  const common = { ...base(world, user), type: 'block_actions', trigger_id: triggers.issue(user.id), actions };
  return surface.in === 'view'
    ? { ...common, ...viewPlace(world, surface.view) }
    : { ...common, ...messagePlace(world, user, surface) };
}

function viewPlace({ workspace }: World, view: OpenView): JsonObject {
  return { container: { type: 'view', view_id: view.id }, view: viewObject(workspace, view) };
}

function messagePlace(world: World, user: User, { channel, message }: Extract<Surface, { in: 'message' }>): JsonObject {
  const ephemeral = message.ephemeralTo !== undefined;
  const thread = message.threadTs ? { thread_ts: message.threadTs } : {};
  const issued = { userId: user.id, channelId: channel.id, message };
  return {
    container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral: ephemeral, ...thread },
    channel: channelStub(channel),
    ...(ephemeral ? {} : { message: messageObject(world.workspace, message) }),
    state: { values: structuredClone(stateOf(message.blocks, message.states[user.id])) },
    response_url: world.responseUrls.issue(issued),
  };
}

/** The submit button of a modal. */
export function submissionPayload(world: World, user: User, view: OpenView): JsonObject {
  return {
    ...base(world, user),
    type: 'view_submission',
    trigger_id: world.triggers.issue(user.id),
    view: viewObject(world.workspace, view),
    response_urls: [],
  };
}

/** A closed modal; values of input blocks are left out. */
export function closedPayload(world: World, user: User, view: OpenView, isCleared: boolean): JsonObject {
  const inputs = new Set(view.blocks.filter((block) => block.type === 'input').map((block) => String(block.block_id)));
  const state = Object.fromEntries(Object.entries(view.state).filter(([blockId]) => !inputs.has(blockId)));
  const object = { ...viewObject(world.workspace, view), state: { values: state } };
  return { ...base(world, user), type: 'view_closed', view: object, is_cleared: isCleared };
}

/** A request for the options of an external menu. */
export function suggestionPayload(
  world: World,
  user: User,
  surface: Surface,
  asked: { actionId: string; blockId: string; value: string },
): JsonObject {
  const {
    response_url: _,
    state: __,
    ...place
  } = surface.in === 'view' ? viewPlace(world, surface.view) : messagePlace(world, user, surface);
  const names = { action_id: asked.actionId, block_id: asked.blockId, value: asked.value };
  return { ...base(world, user), type: 'block_suggestion', ...names, ...place };
}

function channelStub(channel: Channel): JsonObject {
  return {
    id: channel.id,
    name: channel.kind === 'im' ? 'directmessage' : channel.kind === 'private' ? 'privategroup' : channel.name,
  };
}
