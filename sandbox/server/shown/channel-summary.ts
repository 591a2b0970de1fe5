import type { Bookmark, Channel, StoredFile } from '../workspace/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Message, shownMessage } from './message-view.ts';

/** A channel as tests and pages look at it: names instead of ids, files in the order they were shared. */
export interface ChannelSummary {
  id: string;
  name: string;
  isPrivate: boolean;
  isArchived: boolean;
  topic: string;
  purpose: string;
  /** Real names, in the order people came in. */
  members: string[];
  messages: Message[];
  /** Titles of the files, in the order they were shared. */
  files: string[];
  pins: Message[];
  bookmarks: Bookmark[];
  /** Real name of the creator. */
  creator: string;
}

/** A file as tests and pages look at it. */
export interface FileSummary {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  owner: string;
  size: number;
  bytes: Buffer;
  /** Names of the channels it is in. */
  channels: string[];
}

/** A snapshot of a channel. */
export function summarizeChannel(workspace: Workspace, channel: Channel): ChannelSummary {
  const messages = channel.messages.map((message) => shownMessage(workspace, message));
  return {
    id: channel.id,
    name: channel.name,
    isPrivate: channel.kind === 'private',
    isArchived: channel.archived,
    topic: channel.topic.value,
    purpose: channel.purpose.value,
    members: [...channel.members].map((id) => workspace.nameOf(id)),
    messages,
    files: messages.flatMap((message) => message.files.map((file) => file.title)),
    pins: channel.pins.flatMap((pin) => messages.filter((message) => message.ts === pin.ts)),
    bookmarks: channel.bookmarks.map((bookmark) => ({ ...bookmark })),
    creator: workspace.nameOf(channel.creator),
  };
}

/** A snapshot of a file; `bytes` is empty until it was uploaded. */
export function summarizeFile(workspace: Workspace, file: StoredFile): FileSummary {
  const bytes = file.bytes ?? Buffer.alloc(0);
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    owner: workspace.nameOf(file.owner),
    size: bytes.length,
    bytes,
    channels: file.shares.map((share) => workspace.conversations.get(share.channel)?.name ?? share.channel),
  };
}
