import type { Clock } from './clock.ts';
import type { Complaints } from './complaints.ts';
import type { Faults } from './faults.ts';
import type { Grants, Secrets } from './grants.ts';
import type { Inspector } from './inspector.ts';
import type { Manifest } from './manifest.ts';
import type { Guide } from './page/guide.ts';
import type { Switches } from './page/switches.ts';
import type { Delivery, ResponseUrls, SocketMode } from './ports.ts';
import type { Triggers } from './triggers.ts';
import type { Pace } from './web-api/pace.ts';
import type { Workspace } from './workspace.ts';

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
  /** The Socket Mode link; undefined when payloads go over HTTP. */
  socket: SocketMode | undefined;
}
