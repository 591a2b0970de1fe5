import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Config } from '../../config.ts';
import { boltLogger, type Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import { fitted } from './answer-size.ts';
import { type Admitted, createGate, type Gate } from './gate.ts';
import { signedRequests } from './signed-requests.ts';
import { socketConnections } from './socket-connections.ts';
import { hearSafely } from './socket-messages.ts';

/** How long nothing must have arrived before the connections are closed. Milliseconds. */
const QUIET = 50;

/** A call of the SDK fails at once: we try again ourselves. */
const ONE_TRY = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };

/** Two connections in one process: while Slack renews one, the other answers. */
const CONNECTIONS = 2;

/**
 * Bolt with what carries Slack's payloads to it: Socket Mode or signed HTTP, as configured. `installed` finds the workspace
 * of a team; `onLost`: no connection came back in time, and why.
 */
export function createSlackApp<W>(deps: {
  config: Config;
  installed: (team: string) => W | undefined;
  log: Log;
  metrics: Metrics;
  onLost: (why: string) => void;
}) {
  const { config, installed, log, metrics, onLost } = deps;
  const { delivery } = config;
  const logger = boltLogger(log);
  const http =
    delivery.mode === 'http'
      ? new HTTPReceiver({ signingSecret: delivery.signingSecret, endpoints: ['/slack/events'], logger })
      : undefined;
  const bolt = new App<Admitted<W>>({
    receiver: http ?? onItsOwn,
    logger,
    // What we did ourselves is acked as well; the handlers know what of it is no news.
    ignoreSelf: false,
    // Bolt gets no token: listeners call Slack through the workspace of their payload.
    authorize: async () => ({}),
    clientOptions: { slackApiUrl: config.apiUrl, ...ONE_TRY },
  });
  const connections =
    delivery.mode === 'socket'
      ? socketConnections(
          () => {
            const receiver = socketReceiver(config, delivery.appToken, log);
            receiver.init(bolt);
            return receiver;
          },
          { count: CONNECTIONS, log, metrics, onLost },
        )
      : undefined;

  const gate = createGate({ installed, apiUrl: config.apiUrl, log });
  const underWay = watched(bolt, { metrics, gate, log });
  return {
    bolt,
    /** Answers `POST /slack/events`; undefined in Socket Mode. */
    events:
      http && delivery.mode === 'http'
        ? signedRequests(delivery.signingSecret, (request, response) => http.requestListener(request, response))
        : undefined,
    /** Why Slack cannot reach us now; undefined when it can. */
    unreachable: () => connections?.trouble(),
    /** Opens the connections (Socket Mode); resolves when Slack can reach us. */
    start: async () => connections?.start(),
    /** Waits for the listeners under way (at most `patience` milliseconds), then closes the connections. */
    async stop(patience: number) {
      await Promise.race([underWay.idle(), new Promise((resolve) => setTimeout(resolve, patience).unref())]);
      await connections?.stop();
    },
  };
}

/** Bolt wants one receiver; in Socket Mode there are several, and they come and go. */
const onItsOwn: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} };

/** One connection, to be used once. */
function socketReceiver(config: Config, appToken: string, log: Log): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: { slackApiUrl: config.apiUrl, timeout: 10_000, ...ONE_TRY },
    },
  });
  hearSafely(receiver, log);
  return receiver;
}

/** Counts the payloads under way, measures their acks, and keeps these small enough for Slack; `gate` stands before Bolt. */
function watched<W>(
  bolt: App<Admitted<W>>,
  { metrics: { acks }, gate, log }: { metrics: Metrics; gate: Gate; log: Log },
): { idle(): Promise<void> } {
  const running = new Set<Promise<void>>();
  const process = bolt.processEvent.bind(bolt);
  bolt.processEvent = (event) => {
    const begun = performance.now();
    const ack = event.ack;
    event.ack = async (response) => {
      acks.observe({ kind: kindOf(event.body) }, (performance.now() - begun) / 1000);
      // Here every answer leaves, over either transport.
      const answer = fitted(response);
      if (answer !== response)
        log.warn(
          { event: 'answer.shortened', kind: kindOf(event.body) },
          'a response was too large for Slack and was shortened',
        );
      return ack(answer);
    };
    const run = gate(event, process).finally(() => running.delete(run));
    running.add(run);
    return run;
  };
  return {
    async idle() {
      do {
        await Promise.allSettled(running);
        // What was sent just before has arrived by then.
        await new Promise((resolve) => setTimeout(resolve, QUIET));
      } while (running.size > 0);
    },
  };
}

/** A metric's label is one of a few, whatever a payload says. */
function kindOf(body: Record<string, unknown> | null | undefined): string {
  if (typeof body?.command === 'string') return 'command';
  return KINDS.find((kind) => kind === body?.type) ?? 'unknown';
}

const KINDS = [
  'event_callback',
  'block_actions',
  'block_suggestion',
  'shortcut',
  'message_action',
  'view_submission',
  'view_closed',
];
