import type { JsonObject } from '../json.ts';
import type { Locale } from './locales.ts';

/** A human, bot or guest of the workspace, with the flags `users.info` reports. */
export interface User {
  id: string;
  /** Lower-case first name, by which tests know the person. */
  key: string;
  handle: string;
  realName: string;
  title: string;
  email: string;
  phone: string;
  tz: string;
  /** The language of their Slack. */
  locale: Locale;
  teamId: string;
  deleted: boolean;
  isBot: boolean;
  isAdmin: boolean;
  isOwner: boolean;
  isPrimaryOwner: boolean;
  isRestricted: boolean;
  isUltraRestricted: boolean;
  isStranger: boolean;
  updated: number;
  /** Their status; `expiration` in seconds, 0: it stays. */
  status?: { readonly emoji: string; readonly text: string; readonly expiration: number } | undefined;
  /** When they are not to be disturbed, seconds: the next time or the one that is on. */
  dnd?: { readonly from: number; readonly until: number } | undefined;
}

/** A user group (subteam): a paid plan has them. */
export interface UserGroup {
  readonly id: string;
  readonly name: string;
  members: string[];
}

/** Values of interactive elements: block_id → action_id → the shape of section 2.6. */
export type StateValues = Record<string, Record<string, JsonObject>>;

/** A message as Slack keeps it. `ephemeralTo` marks one that a single person sees. */
export interface StoredMessage {
  ts: string;
  channel: string;
  text: string;
  blocks: JsonObject[];
  attachments: JsonObject[];
  files: string[];
  reactions: { name: string; users: string[] }[];
  states: Record<string, StateValues>;
  user: string;
  botId?: string | undefined;
  subtype?: string | undefined;
  threadTs?: string | undefined;
  metadata?: JsonObject | undefined;
  edited?: { user: string; ts: string } | undefined;
  ephemeralTo?: string | undefined;
  /** The notification text was missing although there are blocks. */
  unannounced?: boolean | undefined;
}

/** What a person's phone shows of a message. */
export interface Notice {
  text: string;
  channel: string;
  ts: string;
}

/** A pinned message. */
export interface Pin {
  ts: string;
  by: string;
  at: number;
}

/** A link in the bar at the top of a channel. */
export interface Bookmark {
  id: string;
  title: string;
  link: string;
  emoji: string;
  type: string;
  created: number;
  updated: number;
  by: string;
}

/** A topic or purpose with its author. */
export interface Remark {
  value: string;
  creator: string;
  last_set: number;
}

/** A conversation: public channel, private channel or direct message. */
export interface Channel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  members: Set<string>;
  creator: string;
  created: number;
  updated: number;
  archived: boolean;
  general: boolean;
  topic: Remark;
  purpose: Remark;
  previousNames: string[];
  messages: StoredMessage[];
  pins: Pin[];
  bookmarks: Bookmark[];
  /** The organisation it is shared with. */
  sharedWith?: string | undefined;
  /** The person at the other end of a direct message with the app. */
  im?: string | undefined;
}

/** A file: announced by getUploadURLExternal, filled by the upload, visible once shared. */
export interface StoredFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  owner: string;
  created: number;
  expectedLength: number;
  bytes?: Buffer | undefined;
  uploadToken: string;
  completed: boolean;
  deleted: boolean;
  altText: string;
  shares: { channel: string; ts: string }[];
}

/** A modal on somebody's screen, or their App Home. */
export interface OpenView {
  id: string;
  type: 'modal' | 'home';
  userId: string;
  /** The tab in which a modal was opened; '' when it was in none. */
  client: string;
  hash: string;
  rootId: string;
  previousId: string | null;
  externalId: string;
  callbackId: string;
  privateMetadata: string;
  title: JsonObject | null;
  submit: JsonObject | null;
  close: JsonObject | null;
  blocks: JsonObject[];
  clearOnClose: boolean;
  notifyOnClose: boolean;
  state: StateValues;
  /** Errors the app put under fields, by block_id. */
  errors: Record<string, string>;
  /** Text of the banner shown when Slack could not make sense of the app's answer. */
  trouble?: string | undefined;
}
