import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readManifest } from './access/manifest.ts';
import { createPerson, type Person } from './acts.ts';
import { TooLarge } from './calls/request.ts';
import { createWorld } from './create-world.ts';
import { install, uninstall } from './installation.ts';
import { createLive } from './page/live.ts';
import { route } from './routes/routes.ts';
import { hasFixtures, type Sandbox, type SandboxOptions } from './sandbox.ts';
import { newMember } from './workspace/people.ts';
import type { WorkspaceEvent } from './workspace/workspace.ts';

export type { Sandbox, SandboxOptions } from './sandbox.ts';

const CONNECT_MS = 30_000;
const IDLE_MS = 30_000;

/** Starts a local Slack on 127.0.0.1 and resolves once it listens. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const manifest = readManifest(options.manifest ?? 'slack-manifest.yml');
  const mode = options.mode ?? (manifest.socketMode ? 'socket' : 'http');
  const world = createWorld(manifest, mode, options);
  const { workspace, secrets, delivery, faults, socket, addresses } = world;
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
    setRequestUrl: (...urls) => addresses.set(...urls),
    addresses,
    connected: async (count = 1) => {
      await workspace.waitFor(() => (socket?.connections() ?? addresses.up()) >= count, CONNECT_MS);
    },
    idle: async (timeoutMs = IDLE_MS) => {
      await new Promise((resolve) => setImmediate(resolve));
      await workspace.waitFor(() => workspace.pending === 0, timeoutMs);
    },
    stop: () =>
      new Promise((resolve) => {
        socket?.stop();
        addresses.stop();
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
