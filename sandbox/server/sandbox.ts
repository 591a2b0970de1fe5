import type { Grants } from './access/grants.ts';
import type { Manifest } from './access/manifest.ts';
import type { Person } from './acts.ts';
import type { Addresses } from './instruments/addresses.ts';
import type { Clock } from './instruments/clock.ts';
import type { Complaint } from './instruments/complaints.ts';
import type { Choice, Faults } from './instruments/faults.ts';
import type { Guide } from './instruments/guide.ts';
import type { Inspector } from './instruments/inspector.ts';
import type { Switches } from './instruments/switches.ts';
import type { Outcome, Parcel } from './ports.ts';
import type { SandboxWorkspace } from './sandbox-workspace.ts';
import type { Locale } from './workspace/locales.ts';
import type { SavedWorkspace } from './workspace/saved.ts';

/** How a sandbox is set up; every option has a default. */
export interface SandboxOptions {
  /** Path of the app's manifest, default `slack-manifest.yml`. */
  manifest?: string | undefined;
  /** 0 (the default) takes any free port. */
  port?: number | undefined;
  /** Default: what the manifest's `socket_mode_enabled` says. */
  mode?: 'socket' | 'http' | undefined;
  /** Where the app listens, in HTTP mode: its address, or those of its instances; can also be set later. */
  requestUrl?: string | readonly string[] | undefined;
  /** How often each address is asked whether it is ready (its /readyz), and takes payloads only while it is. Default: never. */
  readyMs?: number | undefined;
  /** Chooses who takes each payload, of several connections or addresses: tests may give a seeded choice. Default: any. */
  choose?: Choice | undefined;
  /** Default: the manifest's bot scopes. */
  grantedScopes?: string[] | undefined;
  fileShareDelayMs?: number | undefined;
  rateLimits?: 'off' | 'tiers' | undefined;
  clock?: Clock | undefined;
  /** How long Slack waits for an ack; tests may shorten it, never lengthen it. Default 3000. */
  ackMs?: number | undefined;
  /** Waits before redeliveries of an event. Default: at once, one minute, five minutes. */
  eventRetryMs?: readonly number[] | undefined;
  /** The languages of people's Slack, by first name in lower case; en-US where nothing is said. */
  locales?: Readonly<Record<string, Locale>> | undefined;
  /** The workspace as it was saved, to go on with. */
  saved?: SavedWorkspace | undefined;
  /** What a demo adds to the page: things to try, and what goes on. */
  guide?: Guide | undefined;
}

/** A running sandbox. */
export interface Sandbox {
  url: string;
  apiUrl: string;
  /** The bot token that is good now. */
  botToken: string;
  appToken: string;
  signingSecret: string;
  teamId: string;
  botUserId: string;
  appId: string;
  /** The environment that points the app at this sandbox. */
  env: Record<string, string>;
  workspace: SandboxWorkspace;
  faults: Faults;
  /** The faults that people switch on the page. */
  switches: Switches;
  grants: Grants;
  clock: Clock;
  complaints: Complaint[];
  inspector: Inspector;
  manifest: Manifest;
  /** Everybody, by first name in lower case. */
  people: Record<string, Person> & Fixtures;
  /** Somebody new, a member like any other; the app is told by no event. */
  hire(key: string, realName: string): Person;
  /** An owner removes the app from the workspace: it is out of every channel, and its token is refused. */
  uninstall(): void;
  /** Installs it again: a new token in `botToken` and `env`; it is in no channel. */
  install(): void;
  /** Where the app listens, in HTTP mode; several are its instances, each payload to any one of them. */
  setRequestUrl(...urls: string[]): void;
  /** Those addresses, and which of them are in the load balancer's rotation. */
  addresses: Addresses;
  /** Delivers a payload that no client of Slack's would send; resolves with what the app made of it. */
  deliver(parcel: Parcel): Promise<Outcome>;
  /** A trigger as Slack puts it into a payload of this person. */
  trigger(userId: string): string;
  /** Resolves when so many Socket Mode connections are up, or so many addresses in rotation. */
  connected(count?: number): Promise<void>;
  /** Resolves when no delivery awaits its ack and no file its share. */
  idle(timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

// biome-ignore format: a list of names
const NAMES = ['ana', 'ben', 'sam', 'sofia', 'carla', 'farid', 'fiona', 'felix', 'gus', 'gina', 'adam', 'olga', 'dora', 'ext'] as const;

type Fixtures = Record<(typeof NAMES)[number], Person>;

/** True when everybody whom tests know by name is there. */
export function hasFixtures(people: Record<string, Person>): people is Record<string, Person> & Fixtures {
  return NAMES.every((name) => name in people);
}
