import { existsSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startRenderer } from '../../src/pdf/renderer.ts';
import { wordsOf } from '../pdf/tools.ts';
import { beginOrder, open, sent, submitOrder } from '../support/acting.ts';
import { renderMark } from '../support/render-mark.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

describe('a document that cannot be made', () => {
  let stage: Stage;
  let ahead = 0;
  beforeAll(async () => {
    const worker = new URL('../support/troubled-worker.ts', import.meta.url);
    stage = await startStage(
      'socket',
      {},
      { now: () => Date.now() + ahead, makeRenderer: () => startRenderer({ worker, timeoutMs: 9000 }) },
    );
  });
  afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
  afterAll(() => stage.stop());

  const approved = async (title: string) => {
    const channel = await submitOrder(stage, stage.people.ana, stage.people.sam, { job: { title } });
    await approves(channel);
    return channel;
  };
  /** Without waiting for what comes of it. */
  const approves = async (channel: string) => {
    const { sam, farid } = stage.people;
    await open(sam, 'approve', channel);
    await sam.fill({ crew: [farid] });
    await sent(sam);
  };
  const files = (channel: string) => stage.sandbox.workspace.channel(channel).files;
  const issued = (channel: string) => [`SO-${channel.slice(3, 9)} v1.pdf`];

  test.each(['Dies once', 'Hangs once'])(
    '%s: a new thread makes it',
    async (title) => {
      const channel = await approved(title);
      await stage.idle(30_000);
      expect(files(channel)).toEqual(issued(channel));
      expect((await stage.store.backlog(stage.sandbox.teamId)).parked).toBe(0);
    },
    40_000,
  );

  test('with its photos is made without them', async () => {
    const { ana, sam } = stage.people;
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#000' } })
      .png()
      .toBuffer();
    await beginOrder(ana, sam, { job: { title: 'Allergic to photos' } });
    await ana.fill({ attachments: [{ name: 'leak.png', bytes, mimetype: 'image/png' }] });
    await sent(ana);
    await stage.idle();
    const channel = stage.sandbox.workspace.channels().at(-1)?.name ?? '';
    await approves(channel);
    await stage.idle(30_000);
    expect(files(channel)).toEqual(['leak.png', ...issued(channel)]);
    const pdf = [...stage.sandbox.workspace.files.values()].find(({ title }) => title === issued(channel)[0])?.bytes;
    const { files: remark } = words.document;
    expect(wordsOf(pdf ?? Buffer.alloc(0))).toContain(`leak.png ${remark.notPrinted({ origin: remark.attached })}`);
  }, 40_000);

  test('is parked with its reason after a few attempts, while others go on; an admin may retry', async () => {
    const { adam, ana, sam } = stage.people;
    const healthy = await submitOrder(stage, ana, sam);
    const poisoned = await approved('Poisonous boiler');
    await approves(healthy);
    await vi.waitFor(() => expect(files(healthy)).toEqual(issued(healthy)), 10_000);
    expect((await stage.store.backlog(stage.sandbox.teamId)).parked).toBe(0);
    const parked = async () => {
      // The waits between the attempts.
      ahead += 5000;
      const [failure] = await stage.store.parked(stage.sandbox.teamId, 1);
      expect(failure).toMatchObject({
        type: 'issue_document',
        error: `The PDF ${issued(poisoned)[0]?.replace('.pdf', '')} failed: the layout never ends`,
      });
    };
    await vi.waitFor(parked, { timeout: 20_000, interval: 200 });
    expect(files(poisoned)).toEqual([]);
    await adam.openHome();
    const { failed, effect } = words.home;
    const [, shown] = adam.home()?.shown.split(failed.title({ count: 1 })) ?? [];
    for (const said of [effect.issue_document, words.remedy.pdf_failed({ attempts: 4 })]) expect(shown).toContain(said);
    expect(adam.home()?.shown).toContain('the layout never ends');
    await adam.press('effect_retry', { home: true });
    await vi.waitFor(async () => expect((await stage.store.backlog(stage.sandbox.teamId)).parked).toBe(0));
    await vi.waitFor(parked, { timeout: 20_000, interval: 200 });
    expect(files(poisoned)).toEqual([]);
  }, 60_000);

  // The stop waits for seven seconds, then it ends the thread.
  test('that was under way when the app stopped is made by the next, and that counts for nothing', async () => {
    const channel = await approved('Hangs when stopped');
    const order = await stage.store.orderByNumber(stage.sandbox.teamId, Number(channel.slice(3, 9)));
    await vi.waitFor(() => expect(existsSync(renderMark(order?.id ?? '', 1))).toBe(true), 5000);
    await stage.restart();
    await stage.idle(30_000);
    expect(files(channel)).toEqual(issued(channel));
  }, 60_000);
});
