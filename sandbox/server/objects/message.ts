import type { JsonObject } from '../json.ts';
import type { StoredMessage } from '../workspace/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { fileObject } from './file.ts';

/** The message object of events, payloads and posting methods, metadata included. */
export function messageObject(workspace: Workspace, message: StoredMessage): JsonObject {
  const files = message.files.flatMap((id) => workspace.files.get(id) ?? []);
  return structuredClone({
    type: 'message',
    ...(message.subtype ? { subtype: message.subtype } : {}),
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: workspace.teamId,
    ...(message.botId ? { bot_id: message.botId, app_id: workspace.appId, bot_profile: botProfile(workspace) } : {}),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
    ...(files.length > 0 ? { files: files.map((file) => fileObject(workspace, file)), upload: false } : {}),
    ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    ...(message.metadata ? { metadata: message.metadata } : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.reactions.length > 0
      ? { reactions: message.reactions.map((one) => ({ ...one, count: one.users.length })) }
      : {}),
  });
}

/** The `bot_profile` of a message by the app. */
function botProfile(workspace: Workspace): JsonObject {
  const profile = { id: workspace.botId, app_id: workspace.appId, name: workspace.bot.realName, deleted: false };
  return { ...profile, team_id: workspace.teamId, updated: workspace.bot.updated, icons: {} };
}
