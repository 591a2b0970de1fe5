import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPerson, type Person } from './acts.ts';
import { type Clock, realClock } from './clock.ts';
import { type Complaint, createComplaints } from './complaints.ts';
import { answerControl } from './control.ts';
import { createDelivery } from './delivery/delivery.ts';
import { sendOverHttp } from './delivery/http.ts';
import { createResponseUrls } from './delivery/response-url.ts';
import { createSocketMode } from './delivery/socket-mode.ts';
import { createFaults, type Faults } from './faults.ts';
import { serveFile, takeUpload } from './file-server.ts';
import { newHex, newId } from './ids.ts';
import { createInspector, type Inspector } from './inspector.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { createTriggers } from './triggers.ts';
import { createPace } from './web-api/pace.ts';
import { answerCall } from './web-api/router.ts';
import { Workspace, type WorkspaceEvent } from './workspace.ts';
import type { World } from './world.ts';

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
}

/** A running sandbox. */
export interface Sandbox {
  url: string;
  apiUrl: string;
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
  clock: Clock;
  complaints: Complaint[];
  inspector: Inspector;
  manifest: Manifest;
  /** Everybody, by first name in lower case. */
  people: Record<string, Person> & Fixtures;
  setRequestUrl(url: string): void;
  /** Resolves when so many Socket Mode connections are up. */
  connected(count?: number): Promise<void>;
  /** Resolves when no delivery awaits its ack and no file its share. */
  idle(timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

type Fixtures = Record<
  | 'ana'
  | 'ben'
  | 'sam'
  | 'sofia'
  | 'carla'
  | 'farid'
  | 'fiona'
  | 'felix'
  | 'gus'
  | 'gina'
  | 'adam'
  | 'olga'
  | 'dora'
  | 'ext',
  Person
>;

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

  const sandboxRef: { current?: Sandbox } = {};
  const server = createServer((request, response) => {
    route(world, sandboxRef.current, request, response).catch((error: unknown) => {
      world.inspector.note(
        `The sandbox failed on ${request.url}: ${error instanceof Error ? error.stack : String(error)}`,
      );
      if (!response.headersSent) response.writeHead(500).end();
    });
  });
  server.on('upgrade', (request, raw, head) => {
    if (socket && request.url?.startsWith('/link')) socket.upgrade(request, raw, head);
    else raw.destroy();
  });
  const url = await listen(server, options.port ?? 0);
  workspace.url = url;

  const sandbox: Sandbox = {
    url: url.slice(0, -1),
    apiUrl: `${url}api/`,
    botToken: secrets.botToken,
    appToken: secrets.appToken,
    signingSecret: secrets.signingSecret,
    teamId: workspace.teamId,
    botUserId: workspace.bot.id,
    appId: workspace.appId,
    env: {
      SLACK_API_URL: `${url}api/`,
      SLACK_BOT_TOKEN: secrets.botToken,
      ...(mode === 'socket' ? { SLACK_APP_TOKEN: secrets.appToken } : { SLACK_SIGNING_SECRET: secrets.signingSecret }),
    },
    workspace,
    faults,
    clock: world.clock,
    complaints: world.complaints.list,
    inspector: world.inspector,
    manifest,
    people,
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
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  sandboxRef.current = sandbox;
  return sandbox;
}

function createWorld(
  manifest: Manifest,
  mode: 'socket' | 'http',
  options: SandboxOptions,
  requestUrl: () => string | undefined,
): World {
  const clock = options.clock ?? realClock();
  const complaints = createComplaints(() => clock.now());
  const self = (): World => world;
  const socket = mode === 'socket' ? createSocketMode(self) : undefined;
  const world: World = {
    workspace: new Workspace({ clock, botName: manifest.botName, complaints: complaints.list }),
    manifest,
    scopes: new Set(options.grantedScopes ?? manifest.botScopes),
    secrets: newSecrets(),
    timing: {
      ackMs: Math.min(options.ackMs ?? 3000, 3000),
      fileShareDelayMs: options.fileShareDelayMs ?? 50,
      eventRetryMs: options.eventRetryMs ?? [0, 60_000, 300_000],
    },
    clock,
    faults: createFaults(),
    complaints,
    inspector: createInspector(() => clock.now()),
    triggers: createTriggers(clock),
    pace: createPace(clock, options.rateLimits ?? 'off'),
    delivery: createDelivery(self, (parcel, id) =>
      socket ? socket.send(parcel, id) : sendOverHttp(world, requestUrl(), parcel, id),
    ),
    responseUrls: createResponseUrls(self),
    socket,
  };
  return world;
}

function newSecrets(): World['secrets'] {
  return {
    botToken: `xoxb-sandbox-${newHex(12)}`,
    appToken: `xapp-1-${newId('A')}-${newHex(16)}`,
    signingSecret: newHex(16),
    verificationToken: newHex(12),
  };
}

async function route(
  world: World,
  sandbox: Sandbox | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', world.workspace.url);
  if (url.pathname.startsWith('/api/')) return answerCall(world, request, response, url);
  if (url.pathname.startsWith('/upload/')) return takeUpload(world, request, response, url);
  if (url.pathname.startsWith('/files-pri/')) return serveFile(world, request, response, url);
  if (url.pathname.startsWith('/actions/')) return world.responseUrls.answer(request, response, url);
  if (url.pathname.startsWith('/sandbox/') && sandbox) return answerControl(sandbox, request, response, url);
  response.writeHead(404, { 'content-type': 'text/plain' }).end('This is a sandbox, not Slack. There is nothing here.');
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
  return [
    'ana',
    'ben',
    'sam',
    'sofia',
    'carla',
    'farid',
    'fiona',
    'felix',
    'gus',
    'gina',
    'adam',
    'olga',
    'dora',
    'ext',
  ].every((key) => key in people);
}
