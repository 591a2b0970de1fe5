import { afterAll, describe, expect, type TestContext, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import type { Fault } from '../../sandbox/server/instruments/faults.ts';
import type { Sandbox } from '../../sandbox/server/server.ts';
import { createPace } from '../../src/outbox/calls/pace.ts';
import { approve, beginOrder, close, confirm, open, sent, submitOrder } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, anyOrder, did, part, until, words } from '../support/words.ts';

const MINUTE = 60_000;
/** Everything is level again this soon after Slack is back: no wait between attempts is longer than 75 seconds. */
const LEVEL = 75_000;
/** What nobody is owed (an answer to a press without a response_url, Home) comes at the latest. */
const COURTESY = 90_000;

const everyMethod = (fault: Fault) => (sandbox: Sandbox) => sandbox.faults.on('*', fault);

/** How Slack fails, and how it is put right. */
// biome-ignore format: a table reads best as a table
const outages: [string, 'socket' | 'http', (sandbox: Sandbox) => () => void][] = [
  ['answers 429 and says for how long',       'socket', everyMethod({ kind: 'ratelimited', retryAfter: 10 })],
  ['answers 429 without saying for how long', 'socket', everyMethod({ kind: 'ratelimited', retryAfter: 0, headerless: true })],
  ['answers “ratelimited” on 200',            'socket', everyMethod({ kind: 'error', error: 'ratelimited' })],
  ['answers 500',                             'socket', everyMethod({ kind: 'status', status: 500 })],
  ['answers 500 (HTTP mode)',                 'http',   everyMethod({ kind: 'status', status: 500 })],
  ['hangs',                                   'socket', everyMethod({ kind: 'hang' })],
  ['hangs (HTTP mode)',                       'http',   everyMethod({ kind: 'hang' })],
  ['answers with a page',                     'socket', everyMethod({ kind: 'html' })],
  ['refuses the token',                       'socket', ({ grants }) => { grants.revokeToken(); return grants.restoreToken; }],
];

const figures: string[] = [];
afterAll(() => void process.stdout.write(`${figures.join('\n')}\n`));

let before: Promise<unknown> = Promise.resolve();
/** Stages are busy one after the other, and wait side by side: all of them are in one process. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = before.then(work, work);
  before = turn.catch(() => undefined);
  return turn;
}

async function staged({ onTestFinished }: TestContext, mode: 'socket' | 'http' = 'socket') {
  const stage = await startStage(mode, { rateLimits: 'tiers' }, { makePace: () => createPace(Date.now) });
  onTestFinished(() => stage.stop());
  const scene = { sandbox: stage.sandbox, idle: () => stage.idle(120_000) };
  return { stage, scene, ...stage };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** Resolves when the app knows these people: of a stranger it asks Slack, and waits no longer than is good. */
const known = ({ sandbox, store }: Stage, people: readonly Person[]) =>
  vi.waitFor(
    async () => {
      for (const { id } of people) expect(await store.person(sandbox.teamId, id)).toBeDefined();
    },
    { timeout: 10_000 },
  );

/** Slack's answer to a call was “too fast”, and no fault of the sandbox's made it so. */
const ownFault = (sandbox: Sandbox) =>
  sandbox.inspector.calls().filter(({ status, fault }) => status === 429 && !fault);

/** What stands in a channel, in its order: each entry of these acts once, each PDF once. */
function toldIn(sandbox: Sandbox, name: string): string[] {
  return sandbox.workspace.channel(name).messages.flatMap(({ text, files }) => {
    const acts = (['submit', 'approve', 'confirm_partial', 'close'] as const).filter((act) => text.includes(did(act)));
    return [...(files.length === 0 ? acts : []), ...files.map(({ title }) => title)];
  });
}

/** What somebody is told for whom the form of a new order could not be opened, by what kept it. */
const notOpened = Object.values(words.notice.notOpened).map((say) =>
  until(say({ form: words.forms.title.submit, code: ANY })),
);
const isNotOpened = ({ text }: { text?: string }) => notOpened.some((said) => text?.includes(said));

describe.concurrent('for a minute Slack', () => {
  test.for(outages)(
    '%s: people go on working, and afterwards everything is there',
    async ([what, mode, begin], context) => {
      const { stage, first, begun, end } = await inTurn(async () => {
        const { stage, scene, sandbox, people } = await staged(context, mode);
        const { ana, ben, sam, carla, farid, adam } = people;
        const first = await submitOrder(scene, ana, sam);
        await open(sam, 'approve', first);
        await sam.fill({ crew: [farid] });
        await beginOrder(ben, sam, { job: { title: 'Second job' } });

        const begun = Date.now();
        const end = begin(sandbox);
        await sent(sam);
        await sent(ben);
        expect((await ana.command('/so list')).text).toContain('SO-000001');
        expect((await ana.command('/so history SO-1')).text).toContain(did('approve'));
        await ana.command('/service-order');
        await carla.shortcut('new_service_order');
        // The card still has the buttons of before: it could not be drawn again.
        await sam.press('reject', { channel: first });
        void adam.openHome();
        return { stage, first, begun, end };
      });
      const { sandbox, people } = stage;
      const { ana, sam, carla, farid, adam } = people;
      await vi.waitFor(() => expect(ana.ephemerals().at(-1)).toSatisfy(isNotOpened), { timeout: 15_000 });
      await vi.waitFor(
        () =>
          expect(sam.ephemerals().at(-1)?.shown).toContain(
            words.refusal.stands.approve({ order: `SO-${first.slice(3, 9)}`, name: sam.name }),
          ),
        15_000,
      );
      expect(sandbox.inspector.acks().filter(({ outcome, ms }) => outcome !== 'acked' || ms >= 3000)).toEqual([]);
      const slowest = Math.max(...sandbox.inspector.acks().map(({ ms }) => ms));
      await pause(MINUTE - (Date.now() - begun));

      const asked = sandbox.inspector.calls().filter(({ at }) => at >= begun).length;
      const back = Date.now();
      end();
      await stage.idle(LEVEL);
      const level = Date.now() - back;
      const second = 'so-000002-acme-second-job';
      expect(toldIn(sandbox, first)).toEqual(['submit', 'approve', 'SO-000001 v1.pdf']);
      expect(toldIn(sandbox, second)).toEqual(['submit']);
      for (const name of [first, second]) expect(sandbox.workspace.channel(name).pins).toHaveLength(1);
      expect(sandbox.workspace.channel(first).bookmarks).toHaveLength(1);
      expect(sandbox.workspace.channels().filter(({ name }) => name.startsWith('so-'))).toHaveLength(2);
      const told = (person: typeof ana, what: string) =>
        person.directMessages().filter(({ text }) => text?.includes(what)).length;
      expect([
        told(farid, part(words.tell.lead.crew_joined(anyOrder))),
        told(ana, part(words.tell.lead.approved(anyOrder))),
        told(sam, part(words.tell.lead.request({ order: ANY, name: ANY, title: 'Second job' }))),
      ]).toEqual([1, 1, 1]);
      expect(sam.directMessages().filter(({ text }) => text?.includes('SO-000002')).length).toBe(1);
      await vi.waitFor(() => expect(carla.directMessages().filter(isNotOpened)).toHaveLength(1), {
        timeout: COURTESY,
        interval: 200,
      });
      await vi.waitFor(() => expect(adam.home()?.shown).toContain(words.home.mine), {
        timeout: COURTESY,
        interval: 200,
      });
      const courtesy = Date.now() - back;
      expect((await stage.store.backlog(stage.sandbox.teamId)).parked).toBe(0);
      expect(ownFault(sandbox)).toEqual([]);
      expect(sandbox.complaints).toEqual([]);
      // A minute of every method's failing is no reason to hammer Slack.
      expect(asked).toBeLessThan(150);
      figures.push(
        `${what}: slowest ack ${Math.round(slowest)} ms, ${asked} calls in the minute, level ${seconds(level)} after it, updates ${seconds(courtesy)}`,
      );
    },
  );

  test('takes 2.5 seconds for every call: an order lives its whole life meanwhile', async (context) => {
    const { stage, scene, sandbox, people } = await inTurn(() => staged(context));
    const { ana, sam, farid } = people;
    await known(stage, [ana, sam, farid]);
    const begun = Date.now();
    sandbox.faults.on('*', { kind: 'latency', ms: 2500 });
    const name = await submitOrder(scene, ana, sam);
    await approve(scene, sam, name, [farid]);
    await confirm(scene, farid, name, { items: [{ description: 'Seal', quantity: '2' }] });
    await close(scene, farid, name, 'with_changes', {
      endedAt: new Date(Date.now() - 3_600_000),
      acceptance: 'unavailable',
    });
    await stage.idle(LEVEL);
    expect(toldIn(sandbox, name).filter((told) => told.endsWith('.pdf'))).toEqual([
      'SO-000001 v1.pdf',
      'SO-000001 v2.pdf',
      'SO-000001 v3.pdf',
    ]);
    const slowest = Math.max(...sandbox.inspector.acks().map(({ ms }) => ms));
    expect(slowest).toBeLessThan(2000);
    expect(ownFault(sandbox)).toEqual([]);
    expect(sandbox.complaints).toEqual([]);
    figures.push(`takes 2.5 s: slowest ack ${Math.round(slowest)} ms, a whole life in ${seconds(Date.now() - begun)}`);
  });

  test('drops every connection and opens none: what is owed is delivered, and people are answered soon after', async (context) => {
    const { stage, sandbox, people } = await inTurn(() => staged(context));
    const { ana, sam, adam } = people;
    const ready = async () => (await fetch(`http://127.0.0.1:${stage.service.port}/readyz`)).status;
    await beginOrder(ana, sam);
    sandbox.faults.on('apps.connections.open', { kind: 'status', status: 500 });
    await sent(ana);
    sandbox.faults.socket.drop();
    await vi.waitFor(async () => expect(await ready()).toBe(503), { timeout: 5000 });
    await stage.idle(30_000);
    expect(toldIn(sandbox, 'so-000001-acme-replace-pump')).toEqual(['submit']);
    expect((await ana.command('/so list')).trouble).toContain('dispatch_failed');
    const opened = adam.openHome();
    await pause(MINUTE);
    const asked = sandbox.inspector.calls('apps.connections.open').length;
    const back = Date.now();
    sandbox.faults.clear();
    await sandbox.connected(2);
    const level = Date.now() - back;
    expect(level).toBeLessThan(15_000);
    expect(await ready()).toBe(200);
    expect((await ana.command('/so list')).text).toContain('SO-000001');
    await opened;
    await vi.waitFor(() => expect(adam.home()?.shown).toContain(words.home.mine), { timeout: 5000 });
    expect(asked).toBeLessThan(40);
    figures.push(`opens no connection: asked ${asked} times in the minute, connected ${seconds(level)} after it`);
  });

  test('goes silent on every connection: others are opened, and soon people are answered', async (context) => {
    const { sandbox, people } = await inTurn(() => staged(context));
    const { ana } = people;
    sandbox.faults.socket.freeze(MINUTE);
    const begun = Date.now();
    const answered = async () => (await ana.command('/so list')).text ?? '';
    await vi.waitFor(async () => expect(await answered()).toContain(words.lists.none.replaceAll('`', '')), {
      timeout: 30_000,
    });
    const deaf = Date.now() - begun;
    expect(deaf).toBeLessThan(25_000);
    figures.push(`goes silent: answered again after ${seconds(deaf)}`);
  });

  test('has another token for the app: with it the app goes on after a restart', async (context) => {
    const { stage, sandbox, people } = await inTurn(() => staged(context));
    const { ana, sam } = people;
    await beginOrder(ana, sam);
    sandbox.grants.reinstall();
    await sent(ana);
    await pause(MINUTE);
    expect(sandbox.workspace.channels().filter(({ name }) => name.startsWith('so-'))).toEqual([]);
    const back = Date.now();
    await stage.restart();
    await stage.idle(LEVEL);
    const level = Date.now() - back;
    expect(toldIn(sandbox, 'so-000001-acme-replace-pump')).toEqual(['submit']);
    expect((await stage.store.backlog(stage.sandbox.teamId)).parked).toBe(0);
    expect(level).toBeLessThan(40_000);
    figures.push(`another token: level ${seconds(level)} after the restart began`);
  });
});
