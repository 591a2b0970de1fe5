import { addAppMetadata } from '@slack/web-api';
import { filesUrlFor } from '../db/database-url.ts';
import { openStore } from '../db/open.ts';
import type { Store } from '../db/ports.ts';
import type { Config } from './config.ts';
import { openStorage } from './files/open-storage.ts';
import { watchFiles } from './files/watch-files.ts';
import { metricsText, notReady } from './http/health.ts';
import { listenHttp } from './http/listen.ts';
import type { Log } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createPace } from './outbox/calls/pace.ts';
import { createTurns } from './outbox/calls/turns.ts';
import { oweDigests } from './outbox/effects/clock/plan-digests.ts';
import { createPreparedPhotos } from './outbox/prepared-photos.ts';
import { startRenderer } from './pdf/renderer.ts';
import { createDecoder } from './pictures/decoder.ts';
import { listen } from './slack/listeners.ts';
import { createSlackApp } from './slack/transport/app.ts';
import { defaultTimeouts, identify, tryAppToken } from './slack-api/connect.ts';
import { activateRestore, reportForeignOrders, reportUnreadableSettings } from './start-notices.ts';
import { startSweeper } from './sweep.ts';
import { createWeb } from './web/web.ts';
import { createWorkspace, type Workspace, workspacesOf } from './workspaces.ts';

/** Files of people's that are in memory at once; each may have 20 MB. */
const FILES_AT_ONCE = 2;

/** The running program. */
export interface Service {
  /** Where the HTTP listener is. */
  readonly port: number;
  readonly store: Store;
  /** Looks at once for what is due; a clock that was moved tells nobody. */
  nudge(): void;
  /** Finishes what is under way, leaves the rest in the outbox. */
  stop(): Promise<void>;
}

/**
 * How long a stop waits for answers over HTTP (after it has served on for a while), listeners, pictures and deliveries under
 * way, and for all that people wait for. Milliseconds; `docker stop` kills after ten seconds.
 */
const STOP_TIMEOUTS_MS = { answers: 3000, listeners: 3000, pictures: 3000, deliveries: 7000, people: 8500 };

/**
 * What can be had otherwise than usual. A pace keeps a workspace's outbox within Slack's limits; `now` is the computer's
 * clock, milliseconds.
 */
const usual = {
  makePace: () => createPace(() => performance.now()),
  timeouts: defaultTimeouts,
  now: Date.now,
  makeRenderer: startRenderer,
  makeDecoder: createDecoder,
  openFiles: openStorage,
  /** How often it is tried whether files can be kept again, milliseconds. */
  tryFilesEvery: 10_000,
};
export type ServiceOptions = Partial<typeof usual>;

/** The store, whose troubles are told once and counted. */
function openWatched({ databaseUrl, keysFile, instance }: Config, log: Log, metrics: Metrics): Promise<Store> {
  return openStore(
    databaseUrl,
    (problem) => {
      metrics.database.set(problem ? 0 : 1);
      if (problem)
        log.error({ event: 'database.unusable', error: problem.message }, 'the database is unavailable; retrying');
      else log.info({ event: 'database.usable' }, 'the database is available again');
    },
    (sentence) => log.warn({ event: 'database.notice' }, sentence),
    keysFile,
    instance,
  );
}

/**
 * Starts everything, in the order in which each part needs the one before. `onLost`: Slack is out of reach, and why.
 */
export async function startService(
  config: Config,
  log: Log,
  onLost: (why: string) => void,
  options: ServiceOptions = {},
): Promise<Service> {
  const { makePace, timeouts, now, makeRenderer, makeDecoder, openFiles, tryFilesEvery } = { ...usual, ...options };
  const { delivery } = config;
  const { instance } = config;
  const metrics = createMetrics(instance);
  // Every client that is made from here on says it in its User-Agent.
  addAppMetadata({ name: 'instance', version: instance });
  const store = await openWatched(config, log, metrics);
  const undo: (() => Promise<unknown> | unknown)[] = [() => store.close()];
  try {
    const identity = await identify(config, log);
    if (delivery.mode === 'socket') await tryAppToken(config, delivery.appToken, log);
    const renderer = makeRenderer();
    undo.push(() => renderer.stop());
    const decoder = makeDecoder();
    undo.push(() => decoder.stop());
    const filesUrl = filesUrlFor(config.filesUrl, config.databaseUrl);
    if (filesUrl === undefined)
      log.info({ event: 'files.none' }, 'issued documents are kept in Slack only: FILES_URL names no place');
    const storage = filesUrl === undefined ? undefined : openFiles(filesUrl, config.filesKeys);
    const files = storage && watchFiles(storage, log, { onBack: () => void filesBack(), every: tryFilesEvery });
    undo.push(() => files?.stop());
    const shared = {
      ...{ instance, store, log, now, metrics, timeouts, makePace, renderer, decoder },
      publicUrl: config.publicUrl,
      fileTurns: createTurns(FILES_AT_ONCE),
      files,
      prepared: createPreparedPhotos(),
    };
    const workspaces = workspacesOf([createWorkspace(config, identity, shared)]);
    /** What waited for files to be kept goes on. */
    const filesBack = () => Promise.all(workspaces.all().map((one) => one.retryFiles()));
    await files?.start();
    const teams = workspaces.all().map(({ team }) => team);
    const app = createSlackApp({ config, installed: workspaces.of, log, metrics, onLost });
    listen(app.bolt, { store, log, now });
    const { publicUrl } = config;
    const web =
      publicUrl === undefined
        ? undefined
        : createWeb({
            ...{ publicUrl, store, log, now, files, teams: () => teams },
            served: (team) => {
              const workspace = workspaces.of(team);
              return workspace && { orders: workspace.orders, asLastSeen: workspace.people.asLastSeen };
            },
          });
    let stopping = false;
    const http = await listenHttp(config.host, config.port, {
      ...{ instance, web },
      events: app.events,
      notReady: async () => (stopping ? 'stopping' : notReady(app.unreachable, store, workspaces)),
      metrics: () => metricsText(metrics, store, teams, now()),
    });
    undo.push(() => http.stop({ serve: 0, answer: 0 }));
    await reportUnreadableSettings(store, teams, log);
    await reportForeignOrders(store, teams, log);
    await activateRestore(store, teams, log, now());
    for (const team of teams) await oweDigests(store, team, now());
    await app.start();
    const eachWorkspace = (work: (one: Workspace) => Promise<void>) => Promise.all(workspaces.all().map(work));
    await eachWorkspace((one) => one.catchUp());
    await filesBack();
    for (const one of workspaces.all()) one.outbox.start();
    const stopSweeping = startSweeper(store, log, now);
    void renderer.warm().catch((error: unknown) => {
      if (!stopping) log.error({ event: 'pdf.no_renderer', error }, 'PDFs cannot be rendered');
    });
    log.info({ event: 'service.ready', mode: delivery.mode, port: http.port, teams }, 'ready');
    return {
      port: http.port,
      store,
      nudge() {
        for (const one of workspaces.all()) one.outbox.nudge();
      },
      async stop() {
        stopping = true;
        const begun = performance.now();
        stopSweeping();
        files?.stop();
        // A picture that takes longer is tried again at the next start; that it was given up is still written down.
        setTimeout(() => void decoder.stop(), STOP_TIMEOUTS_MS.pictures).unref();
        const deliveries = eachWorkspace((one) => one.outbox.stop(STOP_TIMEOUTS_MS.deliveries));
        const serve = delivery.mode === 'http' ? config.drain : 0;
        const listeners = http.stop({ serve, answer: STOP_TIMEOUTS_MS.answers });
        // What is still taken over HTTP is finished as well.
        if (delivery.mode === 'http') await listeners;
        const left = STOP_TIMEOUTS_MS.people - (performance.now() - begun);
        await Promise.all([app.stop(Math.min(STOP_TIMEOUTS_MS.listeners, left)), listeners, deliveries]);
        await Promise.all([renderer.stop(), decoder.stop()]);
        await store.close();
      },
    };
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  }
}
