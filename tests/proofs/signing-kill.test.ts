import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hashOf, newToken, VALID } from '../../src/web/signing/tokens.ts';
import { approve, confirm, submitOrder } from '../support/acting.ts';
import { freePort } from '../support/free-port.ts';
import { type KilledApp, startKilledApp } from '../support/killed-app.ts';
import { ask, FORM, filled } from '../support/web.ts';
import { ANY, like, words } from '../support/words.ts';

/** The calls that pay what a signature owes, in their order. */
const CALLS = [
  'chat.update',
  'chat.postMessage',
  'files.getUploadURLExternal',
  'upload',
  'files.completeUploadExternal',
  'files.info',
] as const;

describe('killed while a client signs', () => {
  let app: KilledApp;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    app = await startKilledApp({ PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` });
  });
  afterEach(() => expect(app.sandbox.complaints).toEqual([]));
  afterAll(() => app.stop());

  const headers = () => ({ ...FORM, host: `127.0.0.1:${port}` });
  /** An order that can be signed, its page, and its form as it is sent. */
  async function toSign() {
    const { ana, sam, farid } = app.sandbox.people;
    const scene = { sandbox: app.sandbox, idle: app.settled };
    const channel = await submitOrder(scene, ana, sam);
    await approve(scene, sam, channel, [farid]);
    await confirm(scene, farid, channel);
    const order = await app.store.orderByNumber(app.sandbox.teamId, Number(channel.slice(3, 9)));
    if (!order) throw expect.unreachable('no order');
    const token = newToken();
    const at = Math.floor(Date.now() / 1000);
    await app.store.saveSigningLink({
      ...{ hash: hashOf(token), team: order.team, order: order.id, version: 2 },
      ...{ person: farid.id, at, expires: at + VALID },
    });
    const path = `/sign/${token}`;
    const body = filled(await ask(port, path, { headers: headers() }));
    return { channel, order, path, body };
  }
  type Order = Awaited<ReturnType<typeof toSign>>;

  /** Sends it as somebody does whose phone says that the connection was lost: until there is an answer. */
  async function sendUntilHeard({ path, body }: Order): Promise<void> {
    for (;;) {
      const heard = await ask(port, path, { method: 'POST', headers: headers(), body }).catch(() => undefined);
      if (heard?.status === 303) return;
      expect(heard?.status ?? 503).toBe(503);
      await app.settled();
    }
  }

  /** One entry, one version, one post and one document; and who opens the link reads that. */
  async function isSignedOnce({ channel, order, path }: Order): Promise<void> {
    await app.settled();
    const entries = await app.store.entries(order.team, order.id);
    expect(entries.filter(({ action }) => action.type === 'sign')).toHaveLength(1);
    expect((await app.store.order(order.team, order.id))?.latest).toMatchObject({ n: 3, kind: 'signature' });
    const titled = [...app.sandbox.workspace.files.values()].filter(
      ({ title, completed }) => title === `SO-${channel.slice(3, 9)} v3.pdf` && completed,
    );
    expect(titled).toHaveLength(1);
    const said = like(words.entry.did.sign({ name: ANY, version: 3 }));
    const posts = app.sandbox.people.farid.messages(channel).filter(({ text }) => said.test(text));
    expect(posts).toHaveLength(1);
    const page = await ask(port, path, { headers: headers() });
    expect(page.text).toContain(words.web.sign.accepted.title({ version: 3 }));
  }

  test.each(Array.from({ length: 12 }, (_, n) => n))(
    'a moment after it was sent (%s)',
    async (n) => {
      const order = await toSign();
      const first = sendUntilHeard(order);
      // Turns of the loop, so that each time another moment is met.
      for (let turn = 0; turn < n * 40; turn++) await new Promise((resolve) => setImmediate(resolve));
      app.kill();
      await first;
      await isSignedOnce(order);
    },
    120_000,
  );

  test('when it is kept and nobody has been told', async () => {
    const order = await toSign();
    const first = sendUntilHeard(order);
    while ((await app.store.order(order.order.team, order.order.id))?.latest?.n !== 3)
      await new Promise((resolve) => setImmediate(resolve));
    app.kill();
    await first;
    await isSignedOnce(order);
  }, 120_000);

  test.each(CALLS)(
    'after %s',
    async (method) => {
      const order = await toSign();
      const struck = app.killAfter(method, 1);
      await sendUntilHeard(order);
      await app.settled();
      expect(struck()).toBe(true);
      await isSignedOnce(order);
    },
    120_000,
  );
});
