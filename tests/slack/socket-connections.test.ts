import { LogLevel, SocketModeReceiver } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics.ts';
import { type Connections, socketConnections } from '../../src/slack/transport/socket-connections.ts';
import { openSocket } from '../sandbox/test-app.ts';

describe('connections to Slack', () => {
  let sandbox: Sandbox;
  let connections: Connections;
  const lost = vi.fn<(why: string) => void>();
  beforeEach(async () => {
    lost.mockReset();
    sandbox = await startSandbox();
  });
  afterEach(async () => {
    await connections.stop();
    await sandbox.stop();
  });

  /** What is logged about too many connections. */
  const tooMany: unknown[] = [];
  const log = Object.assign(createLog('silent'), {
    error: (fields: unknown, sentence: unknown) => void tooMany.push([fields, sentence]),
  });

  function connect(patience?: { lost: number; hello: number }): Connections {
    const open = () =>
      new SocketModeReceiver({
        appToken: sandbox.appToken,
        autoReconnectEnabled: false,
        logger: silent,
        installerOptions: {
          clientOptions: {
            slackApiUrl: sandbox.apiUrl,
            retryConfig: { retries: 0 },
            rejectRateLimitedCalls: true,
          },
        },
      });
    const deps = { count: 2, log, metrics: createMetrics('a'), onLost: lost };
    connections = patience ? socketConnections(open, deps, patience) : socketConnections(open, deps);
    return connections;
  }
  const opened = () => sandbox.inspector.calls('apps.connections.open').length;

  test('two are opened; one that Slack renews is replaced at once, and only that one', async () => {
    await connect().start();
    await sandbox.connected(2);
    sandbox.faults.socket.refresh(1);
    const begun = performance.now();
    await vi.waitFor(() => expect(opened()).toBe(3), { timeout: 3000, interval: 5 });
    await sandbox.connected(2);
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(connections.trouble()).toBeUndefined();
    expect(opened()).toBe(3);
  });

  test('both are dropped: others are opened', async () => {
    await connect().start();
    sandbox.faults.socket.drop();
    await vi.waitFor(() => expect(opened()).toBe(4), { timeout: 3000, interval: 5 });
    await sandbox.connected(2);
  });

  test('Slack refuses the token for a while, opens no link, says nothing sensible: it goes on trying, ever more slowly', async () => {
    await connect().start();
    const refusals = [
      sandbox.faults.on('apps.connections.open', { kind: 'error', error: 'invalid_auth' }, { times: 2 }),
      sandbox.faults.on('apps.connections.open', { kind: 'html' }, { times: 1 }),
      sandbox.faults.on('apps.connections.open', { kind: 'cut' }, { times: 1 }),
      sandbox.faults.on('apps.connections.open', { kind: 'ratelimited', retryAfter: 1 }, { times: 1 }),
    ];
    sandbox.faults.socket.refuse(1);
    sandbox.faults.socket.drop();
    expect(refusals).toHaveLength(4);
    await vi.waitFor(() => expect(opened()).toBe(2 + 6 + 2), { timeout: 15_000, interval: 20 });
    await sandbox.connected(2);
    expect(lost).not.toHaveBeenCalled();
  });

  test('Slack has ten already: that is said once, the app waits for room, and is reachable when there is some', async () => {
    const others = await Promise.all(Array.from({ length: 10 }, () => openSocket(sandbox)));
    void connect({ lost: 300, hello: 5000 }).start();
    await vi.waitFor(() => expect(opened()).toBeGreaterThan(10 + 5), { timeout: 10_000, interval: 20 });
    expect(connections.trouble()).toMatch(/^no connection to Slack: .*ten connections.*at most five instances/);
    expect(tooMany).toEqual([[{ event: 'socket.too_many' }, expect.stringContaining('at most five instances')]]);
    expect(lost).not.toHaveBeenCalled();
    for (const one of others) one.close();
    await vi.waitFor(() => expect(connections.trouble()).toBeUndefined(), { timeout: 15_000, interval: 20 });
  }, 30_000);

  test('none comes back in time: it is said why', async () => {
    await connect({ lost: 400, hello: 5000 }).start();
    sandbox.faults.on('apps.connections.open', { kind: 'error', error: 'account_inactive' });
    sandbox.faults.socket.drop();
    await vi.waitFor(
      () => expect(lost).toHaveBeenCalledExactlyOnceWith('no connection to Slack for 0.4 seconds (account_inactive)'),
      3000,
    );
  });

  test('a start that hangs is no start: it is tried again, and in the end given up', async () => {
    sandbox.faults.on('apps.connections.open', { kind: 'hang' });
    void connect({ lost: 600, hello: 150 }).start();
    await vi.waitFor(
      () => expect(lost).toHaveBeenCalledExactlyOnceWith('no connection to Slack for 0.6 seconds (no_hello)'),
      3000,
    );
    expect(opened()).toBeGreaterThan(2);
  });
});

const silent = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};
