import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { Sandbox, SandboxOptions } from '../../sandbox/server/server.ts';
import { testSandbox } from './test-app.ts';

describe('several addresses of one app over HTTP', () => {
  let sandbox: Sandbox;
  const instances: Instance[] = [];
  afterEach(async () => {
    await Promise.all(instances.splice(0).map((one) => one.stop()));
    await sandbox.stop();
  });

  /** A sandbox and so many instances, each at an address. */
  async function start(count: number, options: SandboxOptions = {}): Promise<Instance[]> {
    sandbox = await testSandbox({ mode: 'http', eventRetryMs: [0, 0, 0], ...options });
    for (let n = 0; n < count; n += 1) instances.push(await startInstance());
    sandbox.setRequestUrl(...instances.map(({ url }) => url));
    return instances;
  }
  const hosts = () => instances.map(({ url }) => new URL(url).host);
  const inTurn = () => {
    let turn = 0;
    sandbox.faults.route((among) => turn++ % among);
  };
  const command = () => sandbox.people.ana.command('/ticket');
  const changePerson = () => sandbox.workspace.admin.changePerson('ana', { title: 'Head of desk' });
  const acks = () => sandbox.inspector.acks().map(({ outcome, by }) => [outcome, by]);
  const got = () => instances.map(({ requests }) => requests.length);

  test('every payload goes to exactly one of them, any one', async () => {
    await start(3);
    for (let n = 0; n < 60; n += 1) expect((await command()).trouble).toBeUndefined();
    expect(got().reduce((sum, count) => sum + count)).toBe(60);
    expect(Math.min(...got())).toBeGreaterThan(0);
  });

  test('the inspector says who answered: by the name in the answer, or the address', async () => {
    const [named] = await start(2);
    if (named) named.name = 'a';
    inTurn();
    await command();
    await command();
    const [, second] = hosts();
    expect(acks()).toEqual([
      ['acked', 'a'],
      ['acked', second],
    ]);
  });

  test('nobody listens at one of them: an event comes again and may reach another; what a person did does not', async () => {
    const [dead, other] = await start(2);
    await dead?.stop();
    inTurn();
    changePerson();
    await sandbox.workspace.waitFor(() => acks().length === 2);
    const [first, second] = hosts();
    expect(acks()).toEqual([
      ['lost', first],
      ['acked', second],
    ]);
    expect(other?.requests[0]).toMatchObject({
      'x-slack-retry-num': '1',
      'x-slack-retry-reason': 'connection_failed',
    });
    expect((await command()).trouble).toContain('dispatch_failed');
    await sandbox.idle();
    expect(other?.requests).toHaveLength(1);
    expect(sandbox.complaints).toEqual([]);
  });

  test('one that is taken out gets nothing new and finishes what it has; put back, it is like the others', async () => {
    const [first, second] = await start(2);
    if (!first || !second) throw new Error('there are not two');
    sandbox.faults.route(() => 0);
    const underWay = command();
    const held = await first.held();
    sandbox.addresses.takeOut(first.url);
    for (let n = 0; n < 3; n += 1) await command();
    expect(got()).toEqual([1, 3]);
    held.end();
    expect((await underWay).trouble).toBeUndefined();
    sandbox.addresses.putBack(first.url);
    await command();
    expect(got()).toEqual([2, 3]);
    expect(() => sandbox.addresses.takeOut('http://127.0.0.1:1/')).toThrow("none of the app's addresses");
  });

  test('while all are out, the load balancer answers 503: people see it fail, events come again', async () => {
    const [only] = await start(1, { eventRetryMs: [0, 60_000] });
    sandbox.addresses.takeOut(only?.url ?? '');
    expect((await command()).trouble).toContain('dispatch_failed');
    changePerson();
    await sandbox.workspace.waitFor(() => acks().length === 3);
    expect(acks()).toEqual(Array(3).fill(['http_error', undefined]));
    expect(got()).toEqual([0]);
    expect(sandbox.complaints).toEqual([]);
  });

  test('with readyMs, an address takes payloads only while its /readyz is fine', async () => {
    const [first, second] = await start(2, { readyMs: 5 });
    if (!first || !second) throw new Error('there are not two');
    await sandbox.connected(2);
    first.ready = false;
    await sandbox.workspace.waitFor(() => !sandbox.addresses.list()[0]?.ready);
    for (let n = 0; n < 10; n += 1) await command();
    expect(got()).toEqual([0, 10]);
    first.ready = true;
    await second.stop();
    await sandbox.workspace.waitFor(() => sandbox.addresses.list()[0]?.ready && !sandbox.addresses.list()[1]?.ready);
    await command();
    expect(got()).toEqual([1, 10]);
  });

  test('each is replaced by another in turn, and nobody notices', async () => {
    await start(2);
    const commands: ReturnType<typeof command>[] = [];
    for (const [n, old] of instances.entries()) {
      const others = () => instances.map(({ url }) => url);
      for (let k = 0; k < 10; k += 1) commands.push(command());
      sandbox.addresses.takeOut(old.url);
      for (let k = 0; k < 10; k += 1) commands.push(command());
      await Promise.all(commands);
      await old.stop();
      instances[n] = await startInstance();
      sandbox.setRequestUrl(...others());
    }
    for (let k = 0; k < 10; k += 1) commands.push(command());
    expect((await Promise.all(commands)).filter(({ trouble }) => trouble)).toEqual([]);
    expect(acks().filter(([outcome]) => outcome !== 'acked')).toEqual([]);
  });

  test('on the page, each of several addresses has a switch that takes it out', async () => {
    await start(1);
    const outs = () => sandbox.switches.list().filter(({ id }) => id.startsWith('out '));
    expect(outs()).toEqual([]);
    instances.push(await startInstance());
    sandbox.setRequestUrl(...instances.map(({ url }) => url));
    expect(outs().map(({ label, on }) => [label, on])).toEqual(hosts().map((host) => [`Take out ${host}`, false]));
    sandbox.switches.set(outs()[1]?.id ?? '', true);
    expect(sandbox.addresses.list().map(({ takenOut }) => takenOut)).toEqual([false, true]);
    sandbox.switches.off();
    expect(outs().map(({ on }) => on)).toEqual([false, false]);
  });
});

/** An instance of an app that acks whatever it gets. */
interface Instance {
  readonly url: string;
  /** The headers of each payload. */
  readonly requests: IncomingHttpHeaders[];
  ready: boolean;
  /** What it says that it is called. */
  name: string | undefined;
  /** The next answer, which the test ends. */
  held(): Promise<ServerResponse>;
  stop(): Promise<void>;
}

async function startInstance(): Promise<Instance> {
  let hold: ((response: ServerResponse) => void) | undefined;
  const server: Server = createServer((request, response) => {
    if (request.url === '/readyz') return void response.writeHead(instance.ready ? 200 : 503).end();
    request.resume();
    instance.requests.push(request.headers);
    if (instance.name !== undefined) response.setHeader('x-served-by', instance.name);
    if (!hold) return void response.end();
    hold(response);
    hold = undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const instance: Instance = {
    url: `http://127.0.0.1:${address.port}/slack/events`,
    requests: [],
    ready: true,
    name: undefined,
    held: () =>
      new Promise((resolve) => {
        hold = resolve;
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return instance;
}
