import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPerson, type Person } from './acts.ts';
import type { Clock } from './clock.ts';
import type { Complaint } from './complaints.ts';
import { createWorld } from './create-world.ts';
import type { Outcome, Parcel } from './delivery/ack-watch.ts';
import type { Faults } from './faults.ts';
import type { Grants } from './grants.ts';
import type { Inspector } from './inspector.ts';
import { install, uninstall } from './installation.ts';
import { type Manifest, readManifest } from './manifest.ts';
import type { Guide } from './page/guide.ts';
import { createLive } from './page/live.ts';
import type { Switches } from './page/switches.ts';
import { newMember } from './people.ts';
import { route } from './routes.ts';
import type { SavedWorkspace } from './saved.ts';
import { TooLarge } from './web-api/request.ts';
import type { Workspace, WorkspaceEvent } from './workspace.ts';

/** How a sandbox is set up; every option has a default. */
export interface SandboxOptions {
  /** Path of the app's manifest, default `slack-manifest.yml`. */
  manifest?: string | undefined;
  /** 0 (the default) takes any free port. */
  port?: number | undefined;
  /** Default: what the manifest's `socket_mode_enabled` says. */
  mode?: 'socket' | 'http' | undefined;
  /** Where the app listens, in HTTP mode; can also be set later. */
  requestUrl?: string | undefined;
  /** Default: the manifest's bot scopes. */
  grantedScopes?: string[] | undefined;
  fileShareDelayMs?: number | undefined;
  rateLimits?: 'off' | 'tiers' | undefined;
  clock?: Clock | undefined;
  /** How long Slack waits for an ack; tests may shorten it, never lengthen it. Default 3000. */
  ackMs?: number | undefined;
  /** Waits before redeliveries of an event. Default: at once, one minute, five minutes. */
  eventRetryMs?: readonly number[] | undefined;
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
  workspace: Workspace;
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
  setRequestUrl(url: string): void;
  /** Delivers a payload that no client of Slack's would send; resolves with what the app made of it. */
  deliver(parcel: Parcel): Promise<Outcome>;
  /** A trigger as Slack puts it into a payload of this person. */
  trigger(userId: string): string;
  /** Resolves when so many Socket Mode connections are up. */
  connected(count?: number): Promise<void>;
  /** Resolves when no delivery awaits its ack and no file its share. */
  idle(timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

// biome-ignore format: a list of names
const NAMES = ['ana', 'ben', 'sam', 'sofia', 'carla', 'farid', 'fiona', 'felix', 'gus', 'gina', 'adam', 'olga', 'dora', 'ext'] as const;

type Fixtures = Record<(typeof NAMES)[number], Person>;

const CONNECT_MS = 30_000;
const IDLE_MS = 30_000;

/** Starts a local Slack on 127.0.0.1 and resolves once it listens. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const manifest = readManifest(options.manifest ?? 'slack-manifest.yml');
  const mode = options.mode ?? (manifest.socketMode ? 'socket' : 'http');
  let requestUrl = options.requestUrl;
  const world = createWorld(manifest, mode, options, () => requestUrl);
  const { workspace, secrets, delivery, faults, socket } = world;
  workspace.on('event', (event: WorkspaceEvent) => delivery.event(event));
  faults.attach({ ...(socket ? { socket: socket.faults } : {}), redeliver: () => delivery.redeliverEvent() });

  const people: Record<string, Person> = {};
  for (const user of workspace.users.values())
    if (user.id !== workspace.bot.id) people[user.key] = createPerson(world, user);
  if (!hasFixtures(people)) throw new Error('The people of the sandbox are incomplete');

  const live = createLive(world);
  const sandboxRef: { current?: Sandbox } = {};
  const server = createServer((request, response) => {
    route(world, sandboxRef.current, request, response).catch((error: unknown) => {
      if (error instanceof TooLarge) {
        response.writeHead(413, { connection: 'close' }).end('Request Entity Too Large');
        return;
      }
      world.inspector.note(
        `The sandbox failed on ${request.url}: ${error instanceof Error ? error.stack : String(error)}`,
      );
      if (!response.headersSent) response.writeHead(500).end();
    });
  });
  server.on('upgrade', (request, raw, head) => {
    if (request.url === '/page/live') live.upgrade(request, raw, head);
    else if (socket && request.url?.startsWith('/link')) socket.upgrade(request, raw, head);
    else raw.destroy();
  });
  const url = await listen(server, options.port ?? 0);
  workspace.url = url;

  const sandbox: Sandbox = {
    url: url.slice(0, -1),
    apiUrl: `${url}api/`,
    get botToken() {
      return secrets.botToken;
    },
    appToken: secrets.appToken,
    signingSecret: secrets.signingSecret,
    teamId: workspace.teamId,
    botUserId: workspace.bot.id,
    appId: workspace.appId,
    get env(): Record<string, string> {
      return {
        SLACK_API_URL: `${url}api/`,
        SLACK_BOT_TOKEN: secrets.botToken,
        ...(mode === 'socket'
          ? { SLACK_APP_TOKEN: secrets.appToken }
          : { SLACK_SIGNING_SECRET: secrets.signingSecret }),
      };
    },
    workspace,
    faults,
    switches: world.switches,
    grants: world.grants,
    clock: world.clock,
    complaints: world.complaints.list,
    inspector: world.inspector,
    manifest,
    people,
    hire: (key, realName) => {
      const user = newMember(workspace.teamId, key, realName);
      workspace.users.set(user.id, user);
      workspace.general.members.add(user.id);
      const person = createPerson(world, user);
      people[key] = person;
      return person;
    },
    deliver: (parcel) => delivery.forged(parcel),
    trigger: (userId) => world.triggers.issue(userId),
    uninstall: () => uninstall(world),
    install: () => install(world),
    setRequestUrl: (address) => {
      requestUrl = address;
      delivery.flush();
    },
    connected: async (count = 1) => {
      await workspace.waitFor(() => (socket?.connections() ?? 0) >= count, CONNECT_MS);
    },
    idle: async (timeoutMs = IDLE_MS) => {
      await new Promise((resolve) => setImmediate(resolve));
      await workspace.waitFor(() => workspace.pending === 0, timeoutMs);
    },
    stop: () =>
      new Promise((resolve) => {
        socket?.stop();
        live.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  sandboxRef.current = sandbox;
  return sandbox;
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address: string | AddressInfo | null = server.address();
      if (address === null || typeof address === 'string') return reject(new Error('The sandbox has no port'));
      resolve(`http://127.0.0.1:${address.port}/`);
    });
  });
}

function hasFixtures(people: Record<string, Person>): people is Record<string, Person> & Fixtures {
  return NAMES.every((name) => name in people);
}
