import { existsSync, readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { approve, asked, submitOrder } from '../support/acting.ts';
import { type KilledApp, startKilledApp } from '../support/killed-app.ts';
import { hashOf } from '../support/troubled-files.ts';

/** The calls that bring a document to somebody once more, in their order. */
const CALLS = [
  'conversations.open',
  'files.getUploadURLExternal',
  'upload',
  'files.completeUploadExternal',
  'files.info',
] as const;

describe('killed while files are kept and sent', () => {
  let app: KilledApp;
  beforeAll(async () => {
    app = await startKilledApp();
  });
  afterEach(() => expect(app.sandbox.complaints).toEqual([]));
  afterAll(() => app.stop());

  const titled = (title: string) =>
    [...app.sandbox.workspace.files.values()].filter((file) => file.title === title && file.completed);
  const scene = () => ({ sandbox: app.sandbox, idle: app.settled });
  const documentOf = (channel: string) => `SO-${channel.slice(3, 9)} v1.pdf`;
  const approved = async () => {
    const { ana, sam, farid } = app.sandbox.people;
    const channel = await submitOrder(scene(), ana, sam);
    return { channel, approve: () => approve(scene(), sam, channel, [farid]) };
  };

  /** The document was posted once, is recorded once, and is kept as it was posted; nothing unfinished counts as a file. */
  async function isKeptOnce(channel: string): Promise<void> {
    const { store, sandbox, files } = app;
    const [posted, ...more] = titled(documentOf(channel));
    expect(more).toEqual([]);
    const sha256 = hashOf(posted?.bytes ?? Buffer.alloc(0));
    const order = await store.orderByNumber(sandbox.teamId, Number(channel.slice(3, 9)));
    const known = await store.keptFiles(sandbox.teamId, order?.id ?? '');
    expect(known).toMatchObject([{ kind: 'document', version: 1, sha256 }]);
    expect(hashOf(readFileSync(join(files, sha256.slice(0, 2), sha256)))).toBe(sha256);
    for (const one of readdirSync(files).filter((name) => /^[0-9a-f]{2}$/.test(name)))
      for (const name of readdirSync(join(files, one))) expect(hashOf(readFileSync(join(files, one, name)))).toBe(name);
  }

  test.each([
    ['while it is written', 1],
    ['right after it has its name', 2],
  ])(
    '%s: the document is kept and posted once',
    async (_, nth) => {
      const order = await approved();
      const aside = join(app.files, 'unfinished');
      expect(existsSync(aside)).toBe(true);
      let renames = 0;
      const watcher = watch(aside, (event) => {
        if (event === 'rename' && ++renames === nth) app.kill();
      });
      await order.approve();
      watcher.close();
      expect(renames).toBeGreaterThanOrEqual(nth);
      await isKeptOnce(order.channel);
    },
    120_000,
  );

  test('when it is kept and nothing of it is with Slack, and the effect is not settled', async () => {
    const order = await approved();
    const struck = app.killAfter('files.getUploadURLExternal', 1);
    await order.approve();
    expect(struck()).toBe(true);
    await isKeptOnce(order.channel);
  }, 120_000);

  test.each(CALLS)(
    'after %s: who asked for a document gets it once',
    async (method) => {
      const { ana } = app.sandbox.people;
      const order = await approved();
      await order.approve();
      const title = documentOf(order.channel);
      const [issued] = titled(title);
      const struck = app.killAfter(method, 1);
      await asked(ana, `/so document ${order.channel}`);
      await app.settled();
      expect(struck()).toBe(true);
      const sent = ana.directMessages().flatMap(({ files }) => files.filter((file) => file.title === title));
      expect(sent).toHaveLength(1);
      expect(app.sandbox.workspace.files.get(sent[0]?.id ?? '')?.bytes).toEqual(issued?.bytes);
    },
    120_000,
  );
});
