import { EventEmitter } from 'node:events';
import { newId } from '../ids.ts';
import type { Clock } from '../instruments/clock.ts';
import type { JsonObject } from '../json.ts';
import type { Channel, Notice, OpenView, StoredFile, StoredMessage, User, UserGroup } from './entities.ts';
import { knownLocale, type Locale } from './locales.ts';
import { botUser, northwindPeople } from './people.ts';
import { restore, type SavedWorkspace } from './saved.ts';

/** An event as it enters the Events API; `channel` decides whether the app may see it. */
export interface WorkspaceEvent {
  event: JsonObject;
  channel?: Channel | undefined;
}

/** The whole state of the local Slack, the single truth; emits 'change' after every write and 'event' for the Events API. */
export class Workspace extends EventEmitter {
  readonly teamId: string;
  readonly teamName = 'Northwind Field Services';
  readonly domain = 'northwind-sandbox';
  readonly botId: string;
  readonly appId: string;
  /** Where the sandbox listens, with a slash at the end; known once it does. */
  url = '';
  readonly users = new Map<string, User>();
  readonly conversations = new Map<string, Channel>();
  readonly files = new Map<string, StoredFile>();
  readonly stacks = new Map<string, OpenView[]>();
  readonly homes = new Map<string, OpenView>();
  /** Ids of channels that existed once. */
  readonly deleted = new Set<string>();
  readonly ephemerals: StoredMessage[] = [];
  readonly notices = new Map<string, Notice[]>();
  /** ts of the last message a person has seen, by user id, a blank and conversation id. */
  readonly lastRead = new Map<string, string>();
  /** User groups by id; undefined on the free plan, which has none. */
  userGroups: Map<string, UserGroup> | undefined;
  /** Whether the app is installed here. */
  installed = true;
  /** Archived private channels are out of the app's sight altogether, even those it made. */
  hidesArchived = false;
  readonly bot: User;
  readonly general: Channel;
  readonly clock: Clock;
  #silent = false;
  #pending = 0;
  #lastMicros = 0;

  constructor(options: {
    clock: Clock;
    botName: string;
    saved?: SavedWorkspace | undefined;
    locales?: Readonly<Record<string, Locale>> | undefined;
  }) {
    super();
    const { saved } = options;
    this.setMaxListeners(0);
    this.clock = options.clock;
    this.teamId = saved?.teamId ?? newId('T');
    this.botId = saved?.botId ?? newId('B');
    this.appId = saved?.appId ?? newId('A');
    if (saved !== undefined) {
      restore(this, saved);
      this.bot = this.person('app');
      this.general = this.conversation('general');
      return;
    }
    this.bot = botUser(this.teamId, options.botName);
    for (const user of [...northwindPeople(this.teamId), this.bot]) this.users.set(user.id, user);
    for (const [key, locale] of Object.entries(options.locales ?? {})) this.person(key).locale = knownLocale(locale);
    const members = [...this.users.values()].filter((user) => !user.deleted && !user.isRestricted && !user.isStranger);
    this.general = this.addConversation({ name: 'general', kind: 'public', creator: this.person('olga').id });
    this.general.general = true;
    for (const user of members)
      if (user.id !== this.bot.id && user.id !== 'USLACKBOT') this.general.members.add(user.id);
  }

  /** Resolves with the first truthy answer of the predicate, asked again after every change; rejects after `timeoutMs`. */
  waitFor<T>(predicate: (workspace: this) => T | undefined | false | null, timeoutMs = 5000): Promise<T> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        this.off('change', ask);
      };
      const ask = () => {
        try {
          const answer = predicate(this);
          if (answer === undefined || answer === null || answer === false) return;
          settle();
          resolve(answer);
        } catch (error) {
          settle();
          reject(error);
        }
      };
      const timer = setTimeout(() => {
        settle();
        reject(
          new Error(`Nothing in the workspace matched within ${timeoutMs} ms: ${predicate.toString().slice(0, 200)}`),
        );
      }, timeoutMs);
      this.on('change', ask);
      ask();
    });
  }

  /** Tells everybody who waits that something was written. */
  changed(): void {
    this.emit('change');
  }

  /** Does something of which the app does not hear: it was down, and Slack gave up telling it. */
  silently(work: () => void): void {
    this.#silent = true;
    try {
      work();
    } finally {
      this.#silent = false;
    }
  }

  /** Hands an event to the Events API. */
  announce(event: JsonObject, channel?: Channel): void {
    if (this.#silent) return;
    this.emit('event', { event: { ...event, event_ts: this.nextTs() }, channel } satisfies WorkspaceEvent);
  }

  /** Something is under way until the returned function is called; `idle` waits for all of them. */
  begin(): () => void {
    this.#pending += 1;
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      this.#pending -= 1;
      this.changed();
    };
  }

  /** How many deliveries and file shares are under way. */
  get pending(): number {
    return this.#pending;
  }

  /** A message timestamp, unique and growing: seconds, a dot and six digits. */
  nextTs(): string {
    const micros = Math.max(Math.floor(this.clock.now()) * 1000, this.#lastMicros + 1);
    this.#lastMicros = micros;
    const digits = String(micros);
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  }

  /** The sandbox's time in whole seconds. */
  seconds(): number {
    return Math.floor(this.clock.now() / 1000);
  }

  /** The person known by this key (first name), handle, real name or id; throws when there is none. */
  person(name: string): User {
    const wanted = name.replace(/^@/, '');
    const is = (user: User) => [user.id, user.key, user.handle, user.realName].includes(wanted);
    const found = [...this.users.values()].find(is);
    if (found === undefined) throw new Error(`There is nobody called "${name}" in the workspace`);
    return found;
  }

  /** The stored conversation of that name or id; throws when there is none. */
  conversation(nameOrId: string): Channel {
    const name = nameOrId.replace(/^#/, '');
    const found =
      this.conversations.get(name) ??
      [...this.conversations.values()].find((one) => one.kind !== 'im' && one.name === name);
    if (found !== undefined) return found;
    const names = this.allChannels().map((channel) => channel.name);
    throw new Error(`There is no channel "${nameOrId}"; there are: ${names.join(', ')}`);
  }

  /** The newest stored file of that id, title or name; throws when there is none. */
  storedFile(nameOrId: string): StoredFile {
    const found = [...this.files.values()].findLast((file) => [file.id, file.name, file.title].includes(nameOrId));
    if (found === undefined) throw new Error(`No file "${nameOrId}" in the workspace`);
    return found;
  }

  /** Stored public and private channels, oldest first. */
  allChannels(): Channel[] {
    return [...this.conversations.values()].filter((channel) => channel.kind !== 'im');
  }

  /** The direct messages between this person and the app; made when it is first needed. */
  directMessages(userId: string): Channel {
    const existing = [...this.conversations.values()].find((channel) => channel.im === userId);
    if (existing !== undefined) return existing;
    const channel = this.addConversation({ name: '', kind: 'im', creator: userId });
    channel.im = userId;
    channel.members.add(userId).add(this.bot.id);
    return channel;
  }

  /** Puts an empty conversation into the workspace. */
  addConversation(options: { name: string; kind: Channel['kind']; creator: string }): Channel {
    const nobody = () => ({ value: '', creator: '', last_set: 0 });
    const channel: Channel = {
      ...options,
      id: newId(options.kind === 'im' ? 'D' : 'C'),
      members: new Set(),
      created: this.seconds(),
      updated: this.clock.now(),
      archived: false,
      general: false,
      topic: nobody(),
      purpose: nobody(),
      previousNames: [],
      messages: [],
      pins: [],
      bookmarks: [],
    };
    this.conversations.set(channel.id, channel);
    this.changed();
    return channel;
  }

  /** The name a human sees for a user id. */
  nameOf(userId: string): string {
    return this.users.get(userId)?.realName ?? userId;
  }
}
