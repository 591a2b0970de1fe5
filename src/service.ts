import { openStore } from '../db/open.ts';
import type { Store } from '../db/store.ts';
import type { Config } from './config.ts';
import { listenHttp } from './http.ts';
import type { Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createOrders } from './orders.ts';
import type { Means } from './outbox/executor.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createPace, type Pace, type PacedMethod } from './outbox/pace.ts';
import { verdictOn } from './outbox/slack-errors.ts';
import { startRenderer } from './pdf/renderer.ts';
import { createSlackApp } from './slack/app.ts';
import { createClients, identify, tryAppToken } from './slack/connect.ts';
import { createDrafts } from './slack/drafts.ts';
import { codeOf } from './slack/error-code.ts';
import { createFetchFile } from './slack/fetch-file.ts';
import { listen } from './slack/listeners.ts';
import { createViews } from './slack/open-views.ts';
import { createPeople } from './slack/people.ts';

/** The running program. */
export interface Service {
  /** Where the HTTP listener is. */
  readonly port: number;
  readonly store: Store;
  /** Finishes what is under way, leaves the rest in the outbox. */
  stop(): Promise<void>;
}

/** How long a stop waits for listeners, and for deliveries, under way. Milliseconds. */
const PATIENCE = { listeners: 3000, deliveries: 10_000 };

/**
 * Starts everything, in the order in which each part needs the one before. `onLost`: Slack is out of reach for good.
 * `pace` keeps the outbox within Slack's limits.
 */
export async function startService(
  config: Config,
  log: Log,
  onLost: () => void,
  pace: Pace = createPace(Date.now),
): Promise<Service> {
  const now = Date.now;
  const store = await openStore(config.databaseUrl);
  const undo: (() => Promise<unknown> | unknown)[] = [() => store.close()];
  try {
    const identity = await identify(config, log);
    if (config.delivery.mode === 'socket') await tryAppToken(config, config.delivery.appToken, log);
    const clients = createClients(config, log);
    const metrics = createMetrics();
    const renderer = startRenderer();
    undo.unshift(() => renderer.stop());
    const lacking = new Set<PacedMethod>();
    const means: Means = {
      lacking,
      fetchFile: createFetchFile(config),
      store,
      renderer,
      identity,
      log,
      now,
      client: clients.outbox,
      async paced(method, call, channel) {
        await pace.take(method, channel);
        try {
          return await call();
        } catch (error) {
          const verdict = verdictOn(error);
          if (verdict.kind === 'later') pace.hold(method, verdict.wait);
          if (codeOf(error) === 'missing_scope') lacking.add(method);
          throw error;
        }
      },
      warnOnce: createWarnOnce(log),
    };
    const outbox = createOutbox(means, metrics);
    const { nudge } = outbox;
    const people = createPeople({ store, client: clients.lookup, log, now });
    const app = createSlackApp({ config, identity, log, metrics, onLost });
    listen(app.bolt, {
      store,
      people,
      log,
      now,
      nudge,
      orders: createOrders({ store, nudge, now }),
      drafts: createDrafts(store, now),
      views: createViews(clients.interactive, log),
    });
    const http = await listenHttp(config.host, config.port, {
      events: app.events,
      notReady: async () =>
        app.connected()
          ? (await store.alive())
            ? undefined
            : 'the database does not answer'
          : 'no connection to Slack',
      async metrics() {
        for (const [status, count] of Object.entries(await store.backlog(now())))
          if (status !== 'oldestDue') metrics.backlog.set({ status }, count ?? 0);
        return metrics.registry.metrics();
      },
    });
    undo.unshift(() => http.server.close());
    await app.start();
    await outbox.start();
    void people.warm(identity.team);
    let stopping = false;
    void renderer.warm().catch((error: unknown) => stopping || log.error({ error }, 'no PDF can be made'));
    log.info({ mode: config.delivery.mode, port: http.port, team: identity.team }, 'ready');
    return {
      port: http.port,
      store,
      async stop() {
        stopping = true;
        http.server.close();
        http.server.closeIdleConnections();
        await app.stop(PATIENCE.listeners);
        await Promise.race([outbox.stop(), new Promise((resolve) => setTimeout(resolve, PATIENCE.deliveries).unref())]);
        await renderer.stop();
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
