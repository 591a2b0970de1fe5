import { newHex, newId } from '../ids.ts';
import type { Channel, StoredFile } from '../workspace/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Draft, postMessage } from './messages.ts';

const MIME: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  heic: 'image/heic',
  txt: 'text/plain',
  csv: 'text/csv',
};

/** Announces a file: it has a name and an upload address, but no bytes yet. */
export function announceFile(workspace: Workspace, file: { name: string; length: number; owner: string }): StoredFile {
  const extension = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const stored: StoredFile = {
    id: newId('F'),
    name: file.name,
    title: file.name,
    mimetype: MIME[extension] ?? 'application/octet-stream',
    owner: file.owner,
    created: workspace.seconds(),
    expectedLength: file.length,
    uploadToken: newHex(24),
    completed: false,
    deleted: false,
    altText: '',
    shares: [],
  };
  workspace.files.set(stored.id, stored);
  return stored;
}

/** A file a person brings along (in a message or a file input): complete at once, not yet shared. */
export function bringFile(
  workspace: Workspace,
  owner: string,
  given: { name: string; bytes: Uint8Array; mimetype?: string | undefined },
): StoredFile {
  const file = announceFile(workspace, { name: given.name, length: given.bytes.length, owner });
  file.bytes = Buffer.from(given.bytes);
  file.completed = true;
  if (given.mimetype) file.mimetype = given.mimetype;
  workspace.changed();
  return file;
}

/** Posts a message with files and fires file_shared for each; returns the message. */
export function postFiles(workspace: Workspace, channel: Channel, files: StoredFile[], draft: Draft) {
  const message = postMessage(workspace, channel, { ...draft, files: files.map((file) => file.id) });
  for (const file of files) {
    file.shares.push({ channel: channel.id, ts: message.ts });
    const shared = { file_id: file.id, user_id: draft.user, file: { id: file.id }, channel_id: channel.id };
    workspace.announce({ type: 'file_shared', ...shared }, channel);
  }
  workspace.changed();
  return message;
}
