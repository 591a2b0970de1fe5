import type { User } from '../entities.ts';
import { bringFile, postFiles } from '../files.ts';
import { type Message, shownMessage } from '../message-view.ts';
import { postMessage } from '../messages.ts';
import type { World } from '../world.ts';
import type { PickedFile } from './entries.ts';
import { visibleChannel } from './visible.ts';

/** Writes a message, with files or without, as a person does. */
export function sayIn(world: World, user: User, said: { channel: string; text: string; files: PickedFile[] }): Message {
  const { workspace, manifest } = world;
  const channel = visibleChannel(world, user, said.channel);
  if (channel.archived) throw new Error(`#${channel.name} is archived: nobody can write there`);
  if (!channel.members.has(user.id)) throw new Error(`${user.realName} would have to join #${channel.name} first`);
  if (channel.kind === 'im' && (!manifest.messagesTab || manifest.messagesTabReadOnly)) {
    throw new Error('The app takes no direct messages (features.app_home)');
  }
  const text = said.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const draft = { user: user.id, text };
  if (said.files.length === 0) return shownMessage(workspace, postMessage(workspace, channel, draft));
  const files = said.files.map((file) => bringFile(workspace, user.id, file));
  return shownMessage(workspace, postFiles(workspace, channel, files, { ...draft, subtype: 'file_share' }));
}
