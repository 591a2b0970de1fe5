import type { Grants, Secrets } from './access/grants.ts';
import type { Manifest } from './access/manifest.ts';
import type { Pace } from './access/pace.ts';
import type { Triggers } from './access/triggers.ts';
import type { Clock } from './instruments/clock.ts';
import type { Complaints } from './instruments/complaints.ts';
import type { Faults } from './instruments/faults.ts';
import type { Guide } from './instruments/guide.ts';
import type { Inspector } from './instruments/inspector.ts';
import type { Switches } from './instruments/switches.ts';
import type { Delivery, ResponseUrls, Rotation, SocketMode } from './ports.ts';
import type { Workspace } from './workspace/workspace.ts';

/** How long Slack waits, in milliseconds. */
export interface Timing {
  ackMs: number;
  fileShareDelayMs: number;
  /** Waits before the first, second and third redelivery of an event. */
  eventRetryMs: readonly number[];
}

/** Everything the parts of the sandbox share. */
export interface World {
  workspace: Workspace;
  manifest: Manifest;
  scopes: ReadonlySet<string>;
  grants: Grants;
  secrets: Secrets;
  timing: Timing;
  clock: Clock;
  faults: Faults;
  complaints: Complaints;
  inspector: Inspector;
  triggers: Triggers;
  pace: Pace;
  delivery: Delivery;
  responseUrls: ResponseUrls;
  /** Faults that people switch on the page. */
  switches: Switches;
  /** What a demo adds to the page. */
  guide: Guide;
  /** Where payloads go over HTTP. */
  addresses: Rotation;
  /** The Socket Mode link; undefined when payloads go over HTTP. */
  socket: SocketMode | undefined;
}
