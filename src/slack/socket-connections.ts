import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';

/** Several Socket Mode connections as one. */
export interface Connections {
  /** At least one is up. */
  up(): boolean;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** No connection for this long, and the process ends for its supervisor to start it anew. Milliseconds. */
const LOST_AFTER = 180_000;
/** How long closing may take before we go on. Milliseconds. */
const CLOSING = 2000;
/** How long a spare connection stays once the others are back, so that what it took is acked. Milliseconds. */
const SPARE_STAYS = 10_000;

/**
 * Starts, watches and stops the connections. The SDK reconnects by itself for as long as it takes, but waits five
 * seconds before it tries: when Slack takes all connections down at once, a `spare` one is opened at once and closed when
 * the others are back. `onLost` is called when none has come back for three minutes.
 */
export function socketConnections(
  receivers: readonly SocketModeReceiver[],
  { spare, log, metrics, onLost }: { spare: () => SocketModeReceiver; log: Log; metrics: Metrics; onLost: () => void },
): Connections {
  const up = new Set<SocketModeReceiver>();
  let watchdog: NodeJS.Timeout | undefined;
  let standIn: SocketModeReceiver | undefined;
  let stopping = false;

  const bringSpare = () => {
    if (standIn) return;
    const receiver = spare();
    standIn = receiver;
    watch(receiver);
    receiver.start().catch((error: unknown) => {
      log.warn({ error: String(error) }, 'the spare connection could not be opened');
      if (standIn === receiver) standIn = undefined;
    });
  };

  const dismissSpare = () => {
    const receiver = standIn;
    if (!receiver || !receivers.every((one) => up.has(one))) return;
    standIn = undefined;
    setTimeout(() => void receiver.stop().catch(() => undefined), SPARE_STAYS).unref();
  };

  const changed = () => {
    metrics.connected.set(up.size);
    clearTimeout(watchdog);
    if (stopping) return;
    if (up.size > 0) return dismissSpare();
    log.warn('no connection to Slack; reconnecting');
    bringSpare();
    watchdog = setTimeout(() => {
      log.fatal(`no connection to Slack for ${LOST_AFTER / 1000} seconds`);
      onLost();
    }, LOST_AFTER);
    watchdog.unref();
  };
  function watch(receiver: SocketModeReceiver): void {
    receiver.client.on('connected', () => {
      up.add(receiver);
      changed();
    });
    for (const event of ['disconnected', 'reconnecting', 'close']) {
      receiver.client.on(event, () => {
        if (up.delete(receiver)) changed();
      });
    }
  }
  receivers.forEach(watch);

  return {
    up: () => up.size > 0,
    async start() {
      await Promise.all(receivers.map((receiver) => receiver.start()));
    },
    async stop() {
      stopping = true;
      clearTimeout(watchdog);
      const all = standIn ? [...receivers, standIn] : receivers;
      const closed = Promise.allSettled(all.map((receiver) => receiver.stop()));
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, CLOSING).unref())]);
    },
  };
}
