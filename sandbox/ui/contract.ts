// What the sandbox's page and its server say to each other. Types only: both sides import them.

/** JSON from the app that nobody has typed: blocks, elements, state values. */
export type Json = Record<string, unknown>;

/** Values of interactive elements: block_id → action_id → value as Slack keeps it. */
export type Values = Record<string, Record<string, Json>>;

export interface PersonCard {
  id: string;
  key: string;
  name: string;
  title: string;
  kind: 'owner' | 'admin' | 'member' | 'guest' | 'external' | 'deactivated' | 'bot';
  /** IANA time zone. */
  zone: string;
  /** The language of their Slack, e.g. `es-LA`. */
  locale: string;
  /** Whether one can be this person on the page. */
  canSignIn: boolean;
}

/** A line of the sidebar; `app` is the direct message with the app. */
export interface ConversationRow {
  id: string;
  kind: 'public' | 'private' | 'app';
  name: string;
  archived: boolean;
  member: boolean;
  unread: number;
  /** Unread messages that address this person. */
  mentions: number;
}

export interface FileCard {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  kind: 'pdf' | 'image' | 'other';
}

export interface ShownMessage {
  ts: string;
  user: string;
  isApp: boolean;
  isSystem: boolean;
  text: string;
  blocks: Json[];
  files: FileCard[];
  edited: boolean;
  onlyYou: boolean;
  threadTs?: string;
  values: Values;
}

export interface OpenConversation extends ConversationRow {
  topic: string;
  members: string[];
  bookmarks: { id: string; title: string; link: string; emoji: string; file?: FileCard }[];
  /** ts of pinned messages. */
  pins: string[];
  messages: ShownMessage[];
  /** Why nothing can be written here; '' when it can. */
  closed: string;
}

export interface ShownView {
  id: string;
  hash: string;
  title: string;
  submit: string;
  close: string;
  blocks: Json[];
  values: Values;
  /** Errors under fields, by block_id. */
  errors: Record<string, string>;
  trouble?: string;
}

/** What a phone would show: the message's `text`, and nothing else of it. */
export interface Notice {
  ts: string;
  channel: string;
  place: string;
  text: string;
}

/** One thing to try next in the demo. */
export interface Step {
  title: string;
  detail: string;
  /** The person who does it. */
  as: string;
  done: boolean;
}

export interface PageView {
  team: { name: string; app: string };
  /** The languages there are, each under its own name. */
  languages: { locale: string; name: string }[];
  me: PersonCard;
  people: PersonCard[];
  /** Names of every channel that may be linked to, by id. */
  channelNames: Record<string, string>;
  conversations: ConversationRow[];
  open?: OpenConversation;
  /** The modals on the screen, the visible one last. */
  modals: ShownView[];
  home?: ShownView;
  notices: Notice[];
  commands: { command: string; description: string; hint: string }[];
  shortcuts: { name: string; type: 'global' | 'message' }[];
  steps: Step[];
  /** What goes on behind the scenes, e.g. while the demo fills the workspace. */
  status?: string;
  switches: { id: string; label: string; hint: string; on: boolean }[];
  complaints: { kind: string; text: string; at: number }[];
  connected: boolean;
}

/** Where something was touched: a message, or a modal or Home. */
export type Place = { channel: string; ts: string } | { view: string };

/** What a person entered: text, a number, the value of an option, ids of people, channels or files. */
export type Entered = string | number | null | string[];

/** Everything entered in a view that the server has not heard of yet. */
export type EnteredValues = Record<string, Record<string, Entered>>;

interface Touch {
  place: Place;
  block: string;
  action: string;
}

/** What a person can do on the page. */
export type Act =
  | { act: 'say'; channel: string; text: string; files: string[]; thread?: string }
  | { act: 'command'; channel: string; line: string }
  | ({ act: 'press'; option?: string; twice?: boolean; values?: EnteredValues } & Touch)
  | ({ act: 'enter'; value: Entered; dispatch: boolean; values?: EnteredValues } & Touch)
  | ({ act: 'suggest'; typed: string } & Touch)
  | { act: 'submit'; view: string; values: EnteredValues }
  | { act: 'close'; view: string; all: boolean }
  | { act: 'shortcut'; name: string }
  | { act: 'messageShortcut'; name: string; channel: string; ts: string }
  | { act: 'openHome' }
  | { act: 'read'; channel: string }
  | { act: 'join'; channel: string }
  | { act: 'createChannel'; name: string; isPrivate: boolean }
  | { act: 'dismiss'; ts: string }
  | { act: 'language'; locale: string }
  | { act: 'redeliver' };

/** What came of an act. `problems`: the client itself refuses to send a form, by block_id; `channel`: the id of a new one. */
export interface ActResult {
  trouble?: string;
  problems?: Record<string, string>;
  options?: Json[];
  channel?: string;
}

export type Answer<T> = { ok: true; result: T } | { ok: false; error: string };

/** One line of the inspector. */
export interface TrafficLine {
  n: number;
  kind: 'call' | 'envelope' | 'ack' | 'note';
  at: number;
  title: string;
  detail: string;
  /** The instance of the app that answered or called. */
  by?: string;
  bad: boolean;
  body?: unknown;
}

/** What the server pushes. */
export type LiveMessage = { type: 'change' } | { type: 'traffic'; lines: TrafficLine[] };
