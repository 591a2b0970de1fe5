import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { createOrders } from './orders.ts';
import { createCalls } from './outbox/calls/calls.ts';
import type { Pace } from './outbox/calls/pace.ts';
import type { EffectContext } from './outbox/executor.ts';
import { handedOn } from './outbox/handed-on.ts';
import { createOutbox } from './outbox/outbox.ts';
import type { Printed } from './pdf/document.ts';
import type { Logo } from './pictures/logo.ts';
import { isPicture } from './pictures/picture.ts';
import { createDrafts } from './slack/drafts/drafts.ts';
import { createGroups } from './slack/people/groups.ts';
import { createPeople } from './slack/people/people.ts';
import { createBestEffortUpdates } from './slack/replies/best-effort-updates.ts';
import { createViews } from './slack/replies/open-views.ts';
import { createSeenHomes } from './slack/replies/seen-homes.ts';
import { FILES_NOT_KEPT, MAX_BACKOFF } from './slack-api/classify-error.ts';
import { createClients, type Identity, type SlackAccess, type Timeouts } from './slack-api/connect.ts';
import { createFetchFile, createSendFile } from './slack-api/fetch-file.ts';
import { missingScopes } from './slack-api/granted-scopes.ts';
import { isAnswerAddress } from './slack-api/hosts.ts';
import { watchInstallation } from './slack-api/installation.ts';
import { createLookAtOfficeChannel } from './slack-api/office-channel.ts';
import { createIsBroken, createReadFile, createWhoseFile } from './slack-api/peoples-files.ts';
import { createPostedPhotos } from './slack-api/posted-photos.ts';
import { createRedrawMessage } from './slack-api/redraw-message.ts';
import { createSendDocument } from './slack-api/send-document.ts';
import { writtenCode } from './verification.ts';

/** How long it is remembered that something people did was answered, milliseconds: nothing comes twice after that. */
const ANSWERS_REMEMBERED = 3_600_000;

/** The code on a sample document: no document that was issued has it. */
const SAMPLE_CODE = writtenCode({ number: 0, version: 1, check: '0'.repeat(12) });

/** A Slack workspace that the app is installed in: who the app is there, and everything that works with its token. */
export type Workspace = ReturnType<typeof createWorkspace>;

export type Workspaces = ReturnType<typeof workspacesOf>;

/** What the process has for all of its workspaces. `now` is in milliseconds. */
interface WorkspaceDeps
  extends Pick<
    EffectContext,
    'instance' | 'store' | 'log' | 'now' | 'renderer' | 'decoder' | 'fileTurns' | 'files' | 'prepared'
  > {
  readonly metrics: Metrics;
  readonly timeouts: Timeouts;
  /** Where the pages for people outside Slack are; undefined: nowhere. */
  readonly publicUrl?: string | undefined;
  /** Slack's tiers count by workspace: each has a pace of its own. */
  readonly makePace: () => Pace;
}

/** The workspaces that the app is installed in, found by their team. */
export function workspacesOf(workspaces: readonly Workspace[]) {
  const byTeam = new Map(workspaces.map((workspace) => [workspace.team, workspace]));
  return { of: (team: string): Workspace | undefined => byTeam.get(team), all: () => workspaces };
}

/** A workspace as seen through this token; `identity` is what Slack said of it. */
export function createWorkspace(access: SlackAccess, identity: Identity, deps: WorkspaceDeps) {
  const { store, now, metrics, timeouts, makePace } = deps;
  const { team } = identity;
  const log = deps.log.child({ team });
  const clients = createClients(access, log, timeouts);

  /** Slack is back: what waits to be tried again need not wait any longer. Never rejects. */
  async function catchUp(): Promise<void> {
    try {
      if ((await store.expediteRetries(team, now(), now() + MAX_BACKOFF)) > 0) outbox.nudge();
    } catch (error) {
      log.warn({ event: 'outbox.retries_not_expedited', error }, 'pending retries could not be rescheduled');
    }
  }

  /** Files can be kept again: what could not be issued is tried again. Never rejects. */
  async function retryFiles(): Promise<void> {
    try {
      if ((await store.unparkAll(team, now(), FILES_NOT_KEPT)) > 0) outbox.nudge();
    } catch (error) {
      log.warn({ event: 'outbox.retries_not_expedited', error }, 'pending retries could not be rescheduled');
    }
  }

  const onBack = () => void catchUp();
  const installation = watchInstallation(
    log,
    () => clients.lookup.auth.test(),
    onBack,
    () => performance.now(),
    () => store.wake(team, 'access'),
  );
  store.onWake((news, about) => {
    if ((about ?? team) === team && (news === 'access' || news === 'missed')) void installation.look();
  });
  const lookup = { team, store, client: clients.lookup, watch: installation.watch, log, now };
  const groups = createGroups(lookup);
  const fetchFile = createFetchFile(access, timeouts.files);
  const sendFile = createSendFile(access, timeouts.files);
  const pace = makePace();
  const outbox = createOutbox(
    {
      ...deps,
      log,
      identity,
      fetchFile,
      sendFile,
      slack: createCalls({
        client: clients.outbox,
        pace,
        watch: installation.watch,
        now: () => performance.now(),
        onBack,
      }),
      groupMembers: groups.members,
      saidAway: new Map(),
      warnOnce: createWarnOnce(log),
    },
    metrics,
    {
      memory: handedOn(pace, clients.heldUntil, now, () => performance.now()),
      // The one that delivers reads everybody in the workspace, for all instances.
      onTaken: () => void people.warm(),
    },
  );
  const { nudge } = outbox;
  const updates = createBestEffortUpdates((error) =>
    log.warn({ event: 'views.update_failed', error }, 'a view could not be refreshed'),
  );
  const people = createPeople({ ...lookup, groups, nudge });
  const once = (key: string) => store.once(team, key, now() + ANSWERS_REMEMBERED);
  return {
    ...{ team, identity, log, clients, installation, updates, outbox, nudge, catchUp, retryFiles },
    people,
    groups,
    views: createViews(clients, updates, log, installation.watch, once),
    orders: createOrders({ store, nudge, now, verifyAt: deps.publicUrl }),
    drafts: createDrafts(
      store,
      now,
      (problem) =>
        log.error({ event: 'drafts.unreadable', problem }, 'a draft could not be read; its form starts empty'),
      access.botToken,
    ),
    homes: createSeenHomes(store, team, now),
    /** Whether a private answer may be sent there. */
    isAnswerable: (address: string) => isAnswerAddress(address, access.apiUrl),
    readFile: createReadFile(clients.lookup, fetchFile, log),
    whoseFile: createWhoseFile(clients.lookup, team, log),
    /** Whether a file that somebody wants as a photo is none. */
    isBroken: createIsBroken(clients.lookup, fetchFile, isPicture, log),
    postedPhotos: createPostedPhotos({ client: clients.lookup, team, bot: identity.botUserId, log, now }),
    sendDocument: createSendDocument(clients.lookup, sendFile),
    /** Shows a message of ours as it is now; when Slack does not take it, it is drawn with what comes next. */
    redrawMessage: createRedrawMessage(clients.lookup, log),
    /** Whether a channel can get documents with prices, and who reads there. */
    officeChannel: createLookAtOfficeChannel(clients.lookup, log),
    /** Where the pages for people outside Slack are; undefined: nowhere. */
    publicUrl: deps.publicUrl,
    missingScopes: () => missingScopes(clients.lookup),
    /** The logo in a file that somebody uploaded, as it is printed; why not, for operators. */
    decodeLogo: (bytes: Uint8Array) => deps.decoder.logo(bytes),
    /** A document of an order that is not in the database. */
    renderSample: (order: Printed, logo: Logo | null) => deps.renderer.render(order, 1, { logo, code: SAMPLE_CODE }),
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
