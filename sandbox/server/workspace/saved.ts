import { deserialize, serialize } from 'node:v8';
import type { Channel, Notice, OpenView, StoredFile, StoredMessage, User } from './entities.ts';

/** A workspace at rest: everything in it but what was under way. */
export interface SavedWorkspace {
  format: typeof FORMAT;
  teamId: string;
  botId: string;
  appId: string;
  users: Map<string, User>;
  conversations: Map<string, Channel>;
  files: Map<string, StoredFile>;
  homes: Map<string, OpenView>;
  notices: Map<string, Notice[]>;
  lastRead: Map<string, string>;
  ephemerals: StoredMessage[];
  deleted: Set<string>;
}

/** Changes whenever what is saved changes its shape. */
const FORMAT = 2;

/** What of a workspace is saved, and filled again. */
type Contents = Omit<SavedWorkspace, 'format'>;

/** The workspace as bytes; open modals are left out, for nobody comes back to them. */
export function saveWorkspace(workspace: Contents): Uint8Array {
  const { teamId, botId, appId, users, conversations, files, homes, notices, lastRead, ephemerals, deleted } =
    workspace;
  const saved: SavedWorkspace = {
    ...{ format: FORMAT, teamId, botId, appId },
    ...{ users, conversations, files, homes, notices, lastRead, ephemerals, deleted },
  };
  return serialize(saved);
}

/** What `saveWorkspace` wrote; undefined when it is damaged or of another version of the sandbox. */
export function readSaved(bytes: Uint8Array): SavedWorkspace | undefined {
  try {
    const saved: unknown = deserialize(bytes);
    return isSaved(saved) ? saved : undefined;
  } catch {
    return undefined;
  }
}

const isSaved = (value: unknown): value is SavedWorkspace =>
  typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT;

/** Fills an empty workspace with what was saved. */
export function restore(workspace: Omit<Contents, 'teamId' | 'botId' | 'appId'>, saved: SavedWorkspace): void {
  copy(saved.users, workspace.users);
  copy(saved.conversations, workspace.conversations);
  copy(saved.files, workspace.files);
  copy(saved.homes, workspace.homes);
  copy(saved.notices, workspace.notices);
  copy(saved.lastRead, workspace.lastRead);
  workspace.ephemerals.push(...saved.ephemerals);
  for (const id of saved.deleted) workspace.deleted.add(id);
}

function copy<T>(from: Map<string, T>, to: Map<string, T>): void {
  for (const [key, value] of from) to.set(key, value);
}
