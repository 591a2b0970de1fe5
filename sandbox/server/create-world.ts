import { realClock } from './clock.ts';
import { createComplaints } from './complaints.ts';
import { createDelivery } from './delivery/delivery.ts';
import { sendOverHttp } from './delivery/http.ts';
import { createResponseUrls } from './delivery/response-url.ts';
import { createSocketMode } from './delivery/socket-mode.ts';
import { createFaults } from './faults.ts';
import { createGrants } from './grants.ts';
import { newHex, newId } from './ids.ts';
import { createInspector } from './inspector.ts';
import type { Manifest } from './manifest.ts';
import { noGuide } from './page/guide.ts';
import { createSwitches } from './page/switches.ts';
import type { SandboxOptions } from './sandbox.ts';
import { SandboxWorkspace } from './sandbox-workspace.ts';
import { createTriggers } from './triggers.ts';
import { createPace } from './web-api/pace.ts';
import type { World } from './world.ts';

/** A world whose workspace can be handed out. */
interface SandboxWorld extends World {
  workspace: SandboxWorkspace;
}

/** Puts the parts of a sandbox together; nothing listens yet. */
export function createWorld(
  manifest: Manifest,
  mode: 'socket' | 'http',
  options: SandboxOptions,
  requestUrl: () => string | undefined,
): SandboxWorld {
  const clock = options.clock ?? realClock();
  const complaints = createComplaints(() => clock.now());
  const self = (): World => world;
  const scopes = new Set(options.grantedScopes ?? manifest.botScopes);
  const secrets = newSecrets();
  const socket = mode === 'socket' ? createSocketMode(self) : undefined;
  const faults = createFaults();
  const world: SandboxWorld = {
    workspace: new SandboxWorkspace({ clock, botName: manifest.botName, saved: options.saved }),
    manifest,
    scopes,
    grants: createGrants(secrets, scopes),
    secrets,
    timing: {
      ackMs: Math.min(options.ackMs ?? 3000, 3000),
      fileShareDelayMs: options.fileShareDelayMs ?? 50,
      eventRetryMs: options.eventRetryMs ?? [0, 60_000, 300_000],
    },
    clock,
    faults,
    complaints,
    inspector: createInspector(() => clock.now()),
    triggers: createTriggers(clock),
    pace: createPace(clock, options.rateLimits ?? 'off'),
    delivery: createDelivery(self, (parcel, id) =>
      socket ? socket.send(parcel, id) : sendOverHttp(world, requestUrl(), parcel, id),
    ),
    responseUrls: createResponseUrls(self),
    switches: createSwitches(faults),
    guide: options.guide ?? noGuide,
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
