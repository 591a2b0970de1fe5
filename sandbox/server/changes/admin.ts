import type { Workspace } from '../workspace/workspace.ts';
import { archive, convertToPublic, eventOf, join, leave, rename, share, unarchive, unshare } from './channels.ts';
import { deleteMessage } from './messages.ts';
import { changePerson, type PersonChange, setUserGroup } from './people.ts';

/** What a workspace owner does by hand, without asking the app. Channels and people are given by name. */
export interface Admin {
  createChannel(name: string, options?: { isPrivate?: boolean; members?: string[] }): void;
  archiveChannel(channel: string): void;
  unarchiveChannel(channel: string): void;
  renameChannel(channel: string, name: string): void;
  deleteChannel(channel: string): void;
  inviteTo(channel: string, person: string): void;
  removeFrom(channel: string, person: string): void;
  kickApp(channel: string): void;
  inviteApp(channel: string): void;
  /** Makes a private channel public, for good. */
  convertToPublic(channel: string): void;
  /** Shares a channel with another organisation; `newId`: it gets another id by that, as private channels may. */
  shareChannel(channel: string, options?: { newId?: boolean }): void;
  unshareChannel(channel: string): void;
  /** Deletes the newest message in which these words stand. */
  deleteMessage(channel: string, words: string): void;
  /** Takes every pin away. */
  removePins(channel: string): void;
  /** Deletes a file, by id, name or title. */
  deleteFile(file: string): void;
  /** Puts exactly these people into a user group, making it if need be; the workspace is on a paid plan from then on. Its id. */
  setUserGroup(name: string, people: readonly string[]): string;
  /** Changes flags or names of a person, e.g. `{ deleted: true }`; fires user_change. */
  changePerson(person: string, change: PersonChange): void;
}

/** The owner's hands. */
export function createAdmin(workspace: Workspace): Admin {
  const owner = () => workspace.person('olga').id;
  const at = (name: string) => workspace.conversation(name);
  return {
    createChannel: (name, options = {}) => {
      const kind = options.isPrivate ? 'private' : 'public';
      const channel = workspace.addConversation({ name, kind, creator: owner() });
      channel.members.add(owner());
      for (const person of options.members ?? []) join(workspace, channel, workspace.person(person).id);
    },
    archiveChannel: (name) => archive(workspace, at(name), owner()),
    unarchiveChannel: (name) => unarchive(workspace, at(name), owner()),
    renameChannel: (channel, name) => rename(workspace, at(channel), name, owner()),
    deleteChannel: (name) => {
      const channel = at(name);
      workspace.announce({ type: eventOf(channel, 'deleted'), channel: channel.id, actor_id: owner() }, channel);
      workspace.conversations.delete(channel.id);
      workspace.deleted.add(channel.id);
      workspace.changed();
    },
    inviteTo: (name, person) => join(workspace, at(name), workspace.person(person).id, owner()),
    removeFrom: (name, person) => leave(workspace, at(name), workspace.person(person).id),
    kickApp: (name) => leave(workspace, at(name), workspace.bot.id, owner()),
    inviteApp: (name) => join(workspace, at(name), workspace.bot.id, owner()),
    convertToPublic: (name) => convertToPublic(workspace, at(name), owner()),
    shareChannel: (name, options = {}) => share(workspace, at(name), options.newId === true),
    unshareChannel: (name) => unshare(workspace, at(name)),
    deleteMessage: (name, words) => {
      const channel = at(name);
      const message = channel.messages.findLast((one) => one.text.includes(words));
      if (message === undefined) throw new Error(`No message with "${words}" in #${channel.name}`);
      deleteMessage(workspace, channel, message);
    },
    removePins: (name) => {
      const channel = at(name);
      channel.pins = [];
      workspace.changed();
    },
    deleteFile: (name) => {
      const file = workspace.storedFile(name);
      file.deleted = true;
      const places = file.shares.map((one) => one.channel);
      const [place] = places;
      const gone = { type: 'file_deleted', file_id: file.id, channel_ids: places };
      workspace.announce(gone, place === undefined ? undefined : workspace.conversations.get(place));
      workspace.changed();
    },
    setUserGroup: (name, people) =>
      setUserGroup(
        workspace,
        name,
        people.map((one) => workspace.person(one).id),
      ),
    changePerson: (person, change) => changePerson(workspace, workspace.person(person), change),
  };
}
