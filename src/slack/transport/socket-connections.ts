import { setTimeout as wait } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import { WebAPIRateLimitedError } from '@slack/web-api';
import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import { codeOf } from '../../slack-api/classify-error.ts';

/** Several Socket Mode connections as one. */
export type Connections = ReturnType<typeof socketConnections>;

/** Milliseconds. */
const TIMEOUTS_MS = {
  /** No connection for this long, and the process ends for its supervisor to start it again. */
  lost: 180_000,
  /** From the request for an address to Slack's hello; the request itself may take ten seconds. */
  hello: 20_000,
};
/** A connection that lasted this long was a good one: the next is opened at once. Milliseconds. */
const GOOD = 10_000;
/** Waits between attempts, milliseconds: doubling from the first to the last. */
const FIRST_WAIT = 500;
const LAST_WAIT = 10_000;
/** How long the start waits for the other connections once one is up, and a stop for their closing. Milliseconds. */
const OTHERS = 3000;
const CLOSING = 2000;
/** What Slack says to the eleventh connection of an app. */
const TOO_MANY = 'too_many_websockets';
const TOO_MANY_SENTENCE =
  'Slack has ten connections of this app already and takes no more; each instance opens two, so run at most five instances in Socket Mode';

/**
 * Keeps `count` connections up. Each is used once: when Slack renews it, drops it or goes silent, another is opened at
 * once, beside the old one, so that a renewal costs no time. The SDK's own reconnection is off (it waits five seconds, and
 * its failures are rejections that nobody can catch). `onLost` is told why when none was up for three minutes.
 */
export function socketConnections(
  open: () => SocketModeReceiver,
  deps: { count: number; log: Log; metrics: Metrics; onLost: (why: string) => void },
  patience = TIMEOUTS_MS,
) {
  const { count, log, metrics, onLost } = deps;
  const up = new Set<SocketModeReceiver>();
  const inUse = new Set<SocketModeReceiver>();
  const stopper = new AbortController();
  const stopping = stopper.signal;
  let lastFailure = '';
  let watchdog: NodeJS.Timeout | undefined;
  /** Slack has turned one away since all were up. */
  let tooMany = false;

  const changed = () => {
    metrics.connected.set(up.size);
    if (up.size >= count) tooMany = false;
    if (up.size > 0 || stopping.aborted) {
      clearTimeout(watchdog);
      watchdog = undefined;
    } else watchdog ??= setTimeout(lost, patience.lost).unref();
  };

  function lost(): void {
    // A process that is started again is turned away as well; it waits for room.
    if (tooMany) {
      watchdog = undefined;
      changed();
      return;
    }
    const why = `no connection to Slack for ${patience.lost / 1000} seconds${lastFailure ? ` (${lastFailure})` : ''}`;
    log.fatal({ event: 'socket.lost' }, why);
    onLost(why);
  }

  /** One connection from its opening to its end. Rejects when it does not come up. */
  async function once(onUp: () => void): Promise<void> {
    const receiver = open();
    inUse.add(receiver);
    const down = endOf(receiver);
    try {
      const starting = receiver.start();
      // Stopped while it was asking for its address, the SDK connects all the same.
      starting.then(() => (stopping.aborted ? receiver.stop() : undefined)).catch(() => undefined);
      const failed = await Promise.race([
        starting.then(() => undefined),
        down.then((why) => why ?? 'closed_before_hello'),
        wait(patience.hello, 'no_hello', { ref: false }),
      ]);
      if (stopping.aborted) return;
      if (failed) throw new Error(failed);
      up.add(receiver);
      onUp();
      changed();
      await down;
    } finally {
      up.delete(receiver);
      changed();
      if (!stopping.aborted) {
        inUse.delete(receiver);
        receiver.stop().catch(() => undefined);
      }
    }
  }

  /**
   * Resolves when the connection is of no more use: Slack says that it ends (and why), it ended, or went silent; or all is
   * over.
   */
  function endOf({ client }: SocketModeReceiver): Promise<string | undefined> {
    return new Promise((resolve) => {
      const ended = (why?: string) => {
        stopping.removeEventListener('abort', over);
        resolve(why);
      };
      const over = () => ended();
      stopping.addEventListener('abort', over);
      client.on('disconnected', over);
      // The SDK closes the link as soon as Slack says this; its own event comes only when Slack has closed it, too.
      client.on('ws_message', (data: unknown) => {
        const goodbye = goodbyeIn(data);
        if (goodbye) ended(goodbye.reason);
      });
    });
  }

  /** One after the other, for as long as the process lives. */
  async function line(onUp: () => void): Promise<void> {
    let failures = 0;
    while (!stopping.aborted) {
      const begun = Date.now();
      let delay = 0;
      try {
        await once(onUp);
        failures = Date.now() - begun >= GOOD ? 0 : failures + 1;
        if (!stopping.aborted && up.size === 0)
          log.warn({ event: 'socket.disconnected' }, 'no connection to Slack; reconnecting');
      } catch (error) {
        failures++;
        lastFailure = codeOf(error);
        if (error instanceof WebAPIRateLimitedError) delay = error.retryAfter * 1000;
        if (lastFailure !== TOO_MANY)
          log.warn(
            { event: 'socket.connect_failed', code: lastFailure, failures },
            'a connection to Slack could not be opened',
          );
        else if (!tooMany) log.error({ event: 'socket.too_many' }, TOO_MANY_SENTENCE);
        tooMany ||= lastFailure === TOO_MANY;
      }
      // One that ended early is replaced at once the first time: Slack may renew a connection that is a second old.
      if (failures > 1) delay = Math.max(delay, Math.min(FIRST_WAIT * 2 ** (failures - 2), LAST_WAIT));
      if (delay > 0) await pause(delay * (1 + Math.random() / 4));
    }
  }

  /** A wait that a stop cuts short. */
  const pause = (ms: number): Promise<void> =>
    wait(ms, undefined, { ref: false, signal: stopping }).catch(() => undefined);

  return {
    /** Why Slack cannot reach us; undefined while one is up. */
    trouble: () =>
      up.size > 0 ? undefined : tooMany ? `no connection to Slack: ${TOO_MANY_SENTENCE}` : 'no connection to Slack',
    /** Resolves when they are up, or one of them is and the others are late. */
    async start(): Promise<void> {
      changed();
      const first = Array.from({ length: count }, () => new Promise<void>((onUp) => void line(onUp)));
      await Promise.race(first);
      await Promise.race([Promise.all(first), pause(OTHERS)]);
    },
    async stop(): Promise<void> {
      stopper.abort();
      clearTimeout(watchdog);
      const closing = Promise.all([...inUse].map(closed));
      await Promise.race([closing, wait(CLOSING, undefined, { ref: false })]);
    },
  };
}

/** Slack's word that it ends the connection, and why. */
function goodbyeIn(data: unknown): { readonly reason: string | undefined } | undefined {
  if (typeof data !== 'string' || data.length > 10_000 || !data.includes('disconnect')) return undefined;
  try {
    const message: unknown = JSON.parse(data);
    if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
    if (message.type !== 'disconnect') return undefined;
    return { reason: 'reason' in message && typeof message.reason === 'string' ? message.reason : undefined };
  } catch {
    return undefined;
  }
}

/** Closes a connection; resolves when it is closed. */
function closed(receiver: SocketModeReceiver): Promise<void> {
  return new Promise((resolve) => {
    receiver.client.once('disconnected', () => resolve());
    receiver.stop().catch(() => resolve());
  });
}
