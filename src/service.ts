import { WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import { openStore } from '../db/open.ts';
import type { Store } from '../db/ports.ts';
import type { Config } from './config.ts';
import { listenHttp } from './http.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createOrders } from './orders.ts';
import { createCalls } from './outbox/calls/calls.ts';
import { createMissingScopes } from './outbox/calls/missing-scopes.ts';
import { createPace, type Pace } from './outbox/calls/pace.ts';
import { createTurns } from './outbox/calls/turns.ts';
import type { EffectContext } from './outbox/executor.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createPreparedPhotos } from './outbox/prepared-photos.ts';
import { type Renderer, startRenderer } from './pdf/renderer.ts';
import { createDecoder, type Decoder } from './pictures/decoder.ts';
import { createDrafts } from './slack/drafts/drafts.ts';
import { sweepOldDrafts } from './slack/drafts/old-drafts.ts';
import { createOpenings } from './slack/drafts/openings.ts';
import { createSeenHomes } from './slack/home/seen-homes.ts';
import { listen } from './slack/listeners.ts';
import { createPeople } from './slack/people/people.ts';
import { createBestEffortUpdates } from './slack/replies/best-effort-updates.ts';
import { createViews } from './slack/replies/open-views.ts';
import { createSlackApp } from './slack/transport/app.ts';
import { MAX_BACKOFF } from './slack-api/classify-error.ts';
import { createClients, defaultTimeouts, identify, type Timeouts, tryAppToken } from './slack-api/connect.ts';
import { createFetchFile, createSendFile } from './slack-api/fetch-file.ts';
import { watchInstallation } from './slack-api/installation.ts';
import { createReach } from './slack-api/reach.ts';
import { createReadFile } from './slack-api/read-file.ts';
import { createWhoseFile } from './slack-api/whose-file.ts';

/** How often Slack is asked at most whether it takes our token again, milliseconds. */
const ASK_EVERY = 10_000;

/** Files of people's that are in memory at once; each may have 20 MB. */
const FILES_AT_ONCE = 2;

/** The running program. */
export interface Service {
  /** Where the HTTP listener is. */
  readonly port: number;
  readonly store: Store;
  /** Finishes what is under way, leaves the rest in the outbox. */
  stop(): Promise<void>;
}

/** How long a stop waits for listeners, pictures and deliveries under way. Milliseconds; `docker stop` kills after ten seconds. */
const STOP_TIMEOUTS_MS = { listeners: 3000, pictures: 3000, deliveries: 7000 };

/** What can be had otherwise than usual. `pace` keeps the outbox within Slack's limits; `now` is the computer's clock, milliseconds. */
export interface ServiceOptions {
  readonly pace?: Pace;
  readonly timeouts?: Timeouts;
  readonly now?: () => number;
  readonly makeRenderer?: () => Renderer;
  readonly makeDecoder?: () => Decoder;
}

/**
 * Starts everything, in the order in which each part needs the one before. `onLost`: Slack is out of reach for good, and why.
 */
export async function startService(
  config: Config,
  log: Log,
  onLost: (why: string) => void,
  {
    pace = createPace(() => performance.now()),
    timeouts = defaultTimeouts,
    now = Date.now,
    makeRenderer = startRenderer,
    makeDecoder = createDecoder,
  }: ServiceOptions = {},
): Promise<Service> {
  const metrics = createMetrics();
  const store = await openStore(
    config.databaseUrl,
    (problem) => {
      metrics.database.set(problem ? 0 : 1);
      if (problem) log.error({ error: problem.message }, 'the database cannot be used; trying again');
      else log.info('the database can be used again');
    },
    (sentence) => log.warn(sentence),
  );
  const undo: (() => Promise<unknown> | unknown)[] = [() => store.close()];
  try {
    const identity = await identify(config, log);
    if (config.delivery.mode === 'socket') await tryAppToken(config, config.delivery.appToken, log);
    const clients = createClients(config, log, timeouts);
    const renderer = makeRenderer();
    undo.unshift(() => renderer.stop());
    const decoder = makeDecoder();
    undo.unshift(() => decoder.stop());
    const reach = createReach({
      ask: () => clients.lookup.auth.test(),
      answered: (error) => error instanceof WebAPIPlatformError || error instanceof WebAPIRateLimitedError,
      now: () => performance.now(),
    });
    const installation = watchInstallation(log, () => void catchUp());
    const { unreadable } = await store.settings(identity.team);
    for (const [setting, value] of Object.entries(unreadable ?? {}))
      log.warn(
        { event: 'settings.unreadable', setting, value },
        'a setting cannot be used with this version of the program or of Node; its default is used until it is changed, or until a version that knows it is started',
      );
    const missingScopes = createMissingScopes(() => performance.now());
    const expediteRetries = () => store.expediteRetries(identity.team, now(), now() + MAX_BACKOFF);
    const calls = createCalls({ pace, missingScopes, now: () => performance.now(), onBack: () => void catchUp() });
    const fetchFile = createFetchFile(config, timeouts.files);
    const means: EffectContext = {
      missingScopes,
      fetchFile,
      sendFile: createSendFile(config, timeouts.files),
      store,
      renderer,
      decoder,
      fileTurns: createTurns(FILES_AT_ONCE),
      prepared: createPreparedPhotos(),
      identity,
      log,
      now,
      client: clients.outbox,
      paced: (method, call, channel, by) =>
        calls(method, () => reach.watch(() => installation.watch(method, call)), channel, by),
      warnOnce: createWarnOnce(log),
    };
    const outbox = createOutbox(means, metrics);
    const { nudge } = outbox;
    /** Slack is back: what waits to be tried again need not wait any longer. */
    async function catchUp(): Promise<void> {
      try {
        if ((await expediteRetries()) > 0) nudge();
      } catch (error) {
        log.warn({ error }, 'what waits to be tried again could not be brought forward');
      }
    }
    let asked = Number.NEGATIVE_INFINITY;
    /** While nothing is owed and nobody presses anything, nothing else would notice that the token is good again. */
    function tokenTrouble(): string | undefined {
      const trouble = installation.trouble();
      if (trouble === undefined || performance.now() - asked < ASK_EVERY) return trouble;
      asked = performance.now();
      installation.watch('auth.test', () => clients.lookup.auth.test()).catch(() => undefined);
      return trouble;
    }
    const people = createPeople({ store, client: clients.lookup, watch: installation.watch, log, now, nudge });
    const updates = createBestEffortUpdates((error) => log.warn({ error }, 'something could not be shown again'));
    const app = createSlackApp({ config, identity, log, metrics, onLost });
    listen(app.bolt, {
      store,
      people,
      log,
      now,
      nudge,
      installation,
      orders: createOrders({ store, nudge, now }),
      drafts: createDrafts(
        store,
        now,
        (problem) => log.error({ problem }, 'a draft cannot be read; its form starts empty'),
        config.botToken,
      ),
      updates,
      homes: createSeenHomes(),
      openings: createOpenings(now),
      whoseFile: createWhoseFile(clients.lookup, log),
      readFile: createReadFile(clients.lookup, fetchFile, log),
      views: createViews(clients.interactive, updates, log, installation.watch),
    });
    const http = await listenHttp(config.host, config.port, {
      events: app.events,
      notReady: async () =>
        app.connected()
          ? (await store.alive())
            ? (tokenTrouble() ?? (await reach.trouble()))
            : 'the database cannot be used; the log says why'
          : 'no connection to Slack',
      async metrics() {
        // Without the database there are still the other numbers, and that one; none is better than an old one.
        metrics.backlog.reset();
        const backlog = await store.backlog(identity.team, now()).catch(() => ({}));
        for (const [status, count] of Object.entries(backlog))
          if (status !== 'oldestDue') metrics.backlog.set({ status }, count ?? 0);
        return metrics.registry.metrics();
      },
    });
    undo.unshift(() => http.stop(0));
    const taken = await store.activateRestore(now());
    if (taken)
      log.warn(
        { recordsEnd: new Date(taken.gap.from).toISOString(), orders: taken.orders },
        'the database is a copy that is used for the first time: what happened since it was made is unknown; cards are drawn anew',
      );
    await app.start();
    await catchUp();
    await outbox.start();
    void people.warm(identity.team);
    const stopSweeping = sweepOldDrafts(store, log, now);
    let stopping = false;
    void renderer.warm().catch((error: unknown) => stopping || log.error({ error }, 'no PDF can be made'));
    log.info({ mode: config.delivery.mode, port: http.port, team: identity.team }, 'ready');
    return {
      port: http.port,
      store,
      async stop() {
        stopping = true;
        stopSweeping();
        // A picture that takes longer is tried again at the next start; that it was given up is still written down.
        setTimeout(() => void decoder.stop(), STOP_TIMEOUTS_MS.pictures).unref();
        const listeners = [http.stop(STOP_TIMEOUTS_MS.listeners), app.stop(STOP_TIMEOUTS_MS.listeners)];
        await Promise.all([...listeners, outbox.stop(STOP_TIMEOUTS_MS.deliveries)]);
        await Promise.all([renderer.stop(), decoder.stop()]);
        await store.close();
      },
    };
  } catch (error) {
    for (const step of undo) await step();
    throw error;
  }
}

function createWarnOnce(log: Log): (what: string) => void {
  const said = new Set<string>();
  return (what) => {
    if (said.has(what)) return;
    said.add(what);
    log.warn(what);
  };
}
