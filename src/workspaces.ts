import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { createOrders, type Orders } from './orders.ts';
import { createCalls } from './outbox/calls/calls.ts';
import type { Pace } from './outbox/calls/pace.ts';
import type { EffectContext } from './outbox/executor.ts';
import { createOutbox, type Outbox } from './outbox/outbox.ts';
import { createDrafts, type Drafts } from './slack/drafts/drafts.ts';
import { createOpenings, type Openings } from './slack/drafts/openings.ts';
import { createSeenHomes, type SeenHomes } from './slack/home/seen-homes.ts';
import { createPeople, type People } from './slack/people/people.ts';
import { type BestEffortUpdates, createBestEffortUpdates } from './slack/replies/best-effort-updates.ts';
import { createViews, type Views } from './slack/replies/open-views.ts';
import { MAX_BACKOFF } from './slack-api/classify-error.ts';
import { type Clients, createClients, type Identity, type SlackAccess, type Timeouts } from './slack-api/connect.ts';
import { createFetchFile, createSendFile } from './slack-api/fetch-file.ts';
import { type Installation, watchInstallation } from './slack-api/installation.ts';
import { createReach } from './slack-api/reach.ts';
import { createReadFile, type ReadFile } from './slack-api/read-file.ts';
import { createWhoseFile, type WhoseFile } from './slack-api/whose-file.ts';

/** A Slack workspace that the app is installed in: who the app is there, and everything that works with its token. */
export interface Workspace {
  readonly team: string;
  readonly identity: Identity;
  /** Its lines name the workspace. */
  readonly log: Log;
  readonly clients: Clients;
  /** Whether Slack lets the app act there. */
  readonly installation: Installation;
  readonly people: People;
  readonly views: Views;
  readonly updates: BestEffortUpdates;
  readonly drafts: Drafts;
  readonly openings: Openings;
  readonly homes: SeenHomes;
  readonly readFile: ReadFile;
  readonly whoseFile: WhoseFile;
  readonly orders: Orders;
  /** Delivers what Slack is owed there. */
  readonly outbox: Outbox;
  /** Wakes the outbox. */
  readonly nudge: () => void;
  /** Why the app cannot act there just now, in words; undefined when it can. Resolves within two seconds. */
  trouble(): Promise<string | undefined>;
  /** Slack is back: what waits to be tried again need not wait any longer. Never rejects. */
  catchUp(): Promise<void>;
}

/** The workspaces that the app is installed in. */
export interface Workspaces {
  of(team: string): Workspace | undefined;
  all(): readonly Workspace[];
}

/** What the process has for all of its workspaces. `now` is in milliseconds. */
export interface WorkspaceDeps
  extends Pick<EffectContext, 'store' | 'log' | 'now' | 'renderer' | 'decoder' | 'fileTurns' | 'prepared'> {
  readonly metrics: Metrics;
  readonly timeouts: Timeouts;
  /** Slack's tiers count by workspace: each has a pace of its own. */
  readonly makePace: () => Pace;
}

/** How often Slack is asked at most whether it takes a token again, milliseconds. */
const ASK_EVERY = 10_000;

/** These workspaces, found by their team. */
export function workspacesOf(workspaces: readonly Workspace[]): Workspaces {
  const byTeam = new Map(workspaces.map((workspace) => [workspace.team, workspace]));
  return { of: (team) => byTeam.get(team), all: () => [...byTeam.values()] };
}

/** A workspace as seen through this token; `identity` is what Slack said of it. */
export function createWorkspace(access: SlackAccess, identity: Identity, deps: WorkspaceDeps): Workspace {
  const { store, now, metrics, timeouts, makePace } = deps;
  const { team } = identity;
  const log = deps.log.child({ team });
  const clients = createClients(access, log, timeouts);
  const clock = () => performance.now();
  const reach = createReach({
    ask: () => clients.lookup.auth.test(),
    answered: (error) => error instanceof WebAPIPlatformError || error instanceof WebAPIRateLimitedError,
    now: clock,
  });

  async function catchUp(): Promise<void> {
    try {
      if ((await store.expediteRetries(team, now(), now() + MAX_BACKOFF)) > 0) outbox.nudge();
    } catch (error) {
      log.warn(
        { event: 'outbox.retries_not_expedited', error },
        'what waits to be tried again could not be brought forward',
      );
    }
  }

  const installation = watchInstallation(log, () => void catchUp());
  let asked = Number.NEGATIVE_INFINITY;
  /** While nothing is owed and nobody presses anything, nothing else would notice that the token is good again. */
  function tokenTrouble(): string | undefined {
    const trouble = installation.trouble();
    if (trouble === undefined || clock() - asked < ASK_EVERY) return trouble;
    asked = clock();
    installation.watch('auth.test', () => clients.lookup.auth.test()).catch(() => undefined);
    return trouble;
  }

  const fetchFile = createFetchFile(access, timeouts.files);
  const outbox = createOutbox(
    {
      ...deps,
      log,
      identity,
      fetchFile,
      sendFile: createSendFile(access, timeouts.files),
      slack: createCalls({
        ...{ client: clients.outbox, pace: makePace(), now: clock, onBack: () => void catchUp() },
        watch: (method, call) => reach.watch(() => installation.watch(method, call)),
      }),
      warnOnce: createWarnOnce(log),
    },
    metrics,
  );
  const { nudge } = outbox;
  const updates = createBestEffortUpdates((error) =>
    log.warn({ event: 'views.update_failed', error }, 'something could not be shown again'),
  );
  return {
    ...{ team, identity, log, clients, installation, updates, outbox, nudge, catchUp },
    people: createPeople({ team, store, client: clients.lookup, watch: installation.watch, log, now, nudge }),
    views: createViews(clients.interactive, updates, log, installation.watch),
    orders: createOrders({ store, nudge, now }),
    drafts: createDrafts(
      store,
      now,
      (problem) => log.error({ event: 'drafts.unreadable', problem }, 'a draft cannot be read; its form starts empty'),
      access.botToken,
    ),
    openings: createOpenings(now),
    homes: createSeenHomes(),
    readFile: createReadFile(clients.lookup, fetchFile, log),
    whoseFile: createWhoseFile(clients.lookup, team, log),
    trouble: async () => tokenTrouble() ?? (await reach.trouble()),
  };
}

function createWarnOnce(log: Log): (what: string) => void {
  const said = new Set<string>();
  return (what) => {
    if (said.has(what)) return;
    said.add(what);
    log.warn({ event: 'outbox.optional_missing' }, what);
  };
}
