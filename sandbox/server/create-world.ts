import { createGrants } from './access/grants.ts';
import type { Manifest } from './access/manifest.ts';
import { createPace } from './access/pace.ts';
import { createTriggers } from './access/triggers.ts';
import { createRotation } from './delivery/addresses.ts';
import { createDelivery } from './delivery/delivery.ts';
import { sendOverHttp } from './delivery/http.ts';
import { createResponseUrls } from './delivery/response-url.ts';
import { createSocketMode } from './delivery/socket-mode.ts';
import { newHex, newId } from './ids.ts';
import { realClock } from './instruments/clock.ts';
import { createComplaints } from './instruments/complaints.ts';
import { createFaults } from './instruments/faults.ts';
import { noGuide } from './instruments/guide.ts';
import { createInspector } from './instruments/inspector.ts';
import { createSwitches } from './instruments/switches.ts';
import type { SandboxOptions } from './sandbox.ts';
import { SandboxWorkspace } from './sandbox-workspace.ts';
import type { World } from './world.ts';

/** A world whose workspace can be handed out. */
interface SandboxWorld extends World {
  workspace: SandboxWorkspace;
}

/** Puts the parts of a sandbox together; nothing listens yet. */
export function createWorld(manifest: Manifest, mode: 'socket' | 'http', options: SandboxOptions): SandboxWorld {
  const clock = options.clock ?? realClock();
  const complaints = createComplaints(() => clock.now());
  const self = (): World => world;
  const scopes = new Set(options.grantedScopes ?? manifest.botScopes);
  const secrets = newSecrets();
  const socket = mode === 'socket' ? createSocketMode(self) : undefined;
  const faults = createFaults(options.choose);
  const addresses = createRotation(self, options);
  const world: SandboxWorld = {
    workspace: new SandboxWorkspace({
      clock,
      botName: manifest.botName,
      saved: options.saved,
      locales: options.locales,
    }),
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
      socket ? socket.send(parcel, id) : sendOverHttp(world, parcel, id),
    ),
    responseUrls: createResponseUrls(self),
    switches: createSwitches(faults, addresses),
    guide: options.guide ?? noGuide,
    addresses,
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
