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

/**
 * Starts, watches and stops the connections. The SDK reconnects by itself for as long as it takes; `onLost` is called
 * when none has come back for three minutes.
 */
export function socketConnections(
  receivers: readonly SocketModeReceiver[],
  { log, metrics, onLost }: { log: Log; metrics: Metrics; onLost: () => void },
): Connections {
  const up = new Set<SocketModeReceiver>();
  let watchdog: NodeJS.Timeout | undefined;
  let stopping = false;

  const changed = () => {
    metrics.connected.set(up.size);
    clearTimeout(watchdog);
    if (up.size > 0 || stopping) return;
    log.warn('no connection to Slack; reconnecting');
    watchdog = setTimeout(() => {
      log.fatal(`no connection to Slack for ${LOST_AFTER / 1000} seconds`);
      onLost();
    }, LOST_AFTER);
    watchdog.unref();
  };
  for (const receiver of receivers) {
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

  return {
    up: () => up.size > 0,
    async start() {
      await Promise.all(receivers.map((receiver) => receiver.start()));
    },
    async stop() {
      stopping = true;
      clearTimeout(watchdog);
      const closed = Promise.allSettled(receivers.map((receiver) => receiver.stop()));
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, CLOSING).unref())]);
    },
  };
}
