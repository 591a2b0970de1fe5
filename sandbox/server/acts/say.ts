import { bringFile, postFiles } from '../changes/files.ts';
import { postMessage } from '../changes/messages.ts';
import { type Message, shownMessage } from '../shown/message-view.ts';
import type { StoredFile, User } from '../workspace/entities.ts';
import type { World } from '../world.ts';
import type { PickedFile } from './entries.ts';
import { visibleChannel } from './visible.ts';

/** What a person writes: files from their device or uploaded before, and the thread it belongs to. */
interface Said {
  channel: string;
  text: string;
  files: readonly (PickedFile | string)[];
  thread?: string | undefined;
}

/** Writes a message, with files or without, as a person does. */
export function sayIn(world: World, user: User, said: Said): Message {
  const { workspace, manifest } = world;
  const channel = visibleChannel(world, user, said.channel);
  if (channel.archived) throw new Error(`#${channel.name} is archived: nobody can write there`);
  if (!channel.members.has(user.id)) throw new Error(`${user.realName} would have to join #${channel.name} first`);
  if (channel.kind === 'im' && (!manifest.messagesTab || manifest.messagesTabReadOnly)) {
    throw new Error('The app takes no direct messages (features.app_home)');
  }
  const text = said.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const thread = channel.messages.find(({ ts }) => ts === said.thread);
  if (said.thread !== undefined && thread === undefined) throw new Error('This thread is not there any more');
  const draft = { user: user.id, text, ...(thread ? { threadTs: thread.threadTs ?? thread.ts } : {}) };
  if (said.files.length === 0) return shownMessage(workspace, postMessage(workspace, channel, draft));
  const files = said.files.map((file) =>
    typeof file === 'string' ? ownFile(world, user, file) : bringFile(workspace, user.id, file),
  );
  return shownMessage(workspace, postFiles(workspace, channel, files, { ...draft, subtype: 'file_share' }));
}

function ownFile({ workspace }: World, user: User, id: string): StoredFile {
  const file = workspace.files.get(id);
  if (file === undefined || file.owner !== user.id || file.deleted) throw new Error('This file is not there any more');
  return file;
}
