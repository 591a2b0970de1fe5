import { canSee } from '../acts/visible.ts';
import type { Channel, StoredFile, User } from '../workspace/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { World } from '../world.ts';

/** Why this person cannot write in the conversation, as Slack's client says it; '' when they can. */
export function closedBecause({ manifest }: World, user: User, channel: Channel): string {
  if (channel.archived) return 'This channel is archived. It can be read, and nothing can be written in it.';
  if (!channel.members.has(user.id)) return `You are looking at #${channel.name}. Join it to write.`;
  if (channel.kind === 'im' && (!manifest.messagesTab || manifest.messagesTabReadOnly))
    return 'Sending messages to this app has been turned off. Slash commands work.';
  return '';
}

/** The file that a bookmark leads to, by its permalink. */
export function bookmarkedFile(workspace: Workspace, link: string): StoredFile | undefined {
  const id = /\/(F[A-Z0-9]{6,})(?:\/|$)/.exec(link)?.[1];
  const file = id === undefined ? undefined : workspace.files.get(id);
  return file?.deleted ? undefined : file;
}

/** True for a file of their own, or one in a conversation that the person sees. */
export function seesFile(workspace: Workspace, user: User, file: StoredFile): boolean {
  if (file.deleted || file.bytes === undefined) return false;
  if (file.owner === user.id) return true;
  return file.shares.some(({ channel }) => {
    const found = workspace.conversations.get(channel);
    return found !== undefined && canSee(user, found);
  });
}
