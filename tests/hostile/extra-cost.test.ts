import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { encodeAsked, homeActions } from '../../src/slack/views/ids.ts';
import { type Looking, lookInto } from '../support/database.ts';
import { forgedPress, forgedSubmission, interact, readIn } from '../support/forged.ts';
import { NO_REMINDERS, orderAsking } from '../support/seeded.ts';
import { sketches } from '../support/sketches.ts';
import { idOf, somebody } from '../support/somebody.ts';
import { type Stage, startStage } from '../support/stage.ts';

let stage: Stage;
let database: Looking;
beforeAll(async () => {
  stage = await startStage('socket', {}, sketches);
  await stage.set(NO_REMINDERS);
  database = lookInto(stage.file);
});
afterAll(async () => {
  expect(stage.sandbox.complaints).toEqual([]);
  database.close();
  await stage.stop();
});

/** What is kept of people, and of answers that they were given. */
const BOOKKEEPING = ['people', 'done_once', 'homes'];

const shown = () =>
  stage.sandbox.inspector.calls('views.open').length + stage.sandbox.inspector.calls('chat.postMessage').length;

describe('extra cost is decided on by its supervisors alone', () => {
  test.each(somebody.filter(([, , roles]) => !roles.some((role) => role === 'supervisor')))(
    'not by %s, %s: neither by the button nor by a form that was never opened',
    async (name) => {
      const { id, progress } = await orderAsking(stage);
      await stage.idle();
      const question = progress.question?.entry ?? 0;
      const before = database.contents(...BOOKKEEPING);
      const told = shown();
      await interact(
        stage,
        forgedPress(stage, idOf(stage, name), homeActions.accept, encodeAsked({ o: id, q: question })),
      );
      await vi.waitFor(() => expect(shown()).toBeGreaterThan(told), { timeout: 5000, interval: 5 });
      const form = { form: 'dispute', order: id, metadata: { b: question } } as const;
      const outcome = await interact(stage, forgedSubmission(stage, idOf(stage, name), form));
      expect(readIn(outcome)).not.toBe('');
      expect(database.contents(...BOOKKEEPING)).toEqual(before);
      expect((await stage.store.order(stage.sandbox.teamId, id))?.progress.question).toEqual(progress.question);
      stage.sandbox.workspace.stacks.clear();
    },
  );

  test.each([
    ['an order that is none', { o: 'nothing', q: 3 }],
    ['an entry that asks nothing', { o: '', q: 1 }],
    ['an entry that is not there yet', { o: '', q: 99 }],
  ])('the supervisor answers %s: nothing happens', async (_, { o, q }) => {
    const { id, progress } = await orderAsking(stage);
    await stage.idle();
    const press = forgedPress(stage, idOf(stage, 'sam'), homeActions.accept, encodeAsked({ o: o || id, q }));
    const told = shown();
    await interact(stage, press);
    await vi.waitFor(() => expect(shown()).toBeGreaterThan(told), { timeout: 5000, interval: 5 });
    expect((await stage.store.order(stage.sandbox.teamId, id))?.progress.question).toEqual(progress.question);
    stage.sandbox.workspace.stacks.clear();
  });

  test.each(['', '{', '[]', '{"o":7,"q":"x"}', JSON.stringify({ o: 'x'.repeat(100), q: 1 })])(
    'a button that carries %j answers nothing',
    async (value) => {
      const before = database.contents(...BOOKKEEPING);
      const told = shown();
      await interact(stage, forgedPress(stage, idOf(stage, 'sam'), homeActions.accept, value));
      await vi.waitFor(() => expect(shown()).toBeGreaterThan(told), { timeout: 5000, interval: 5 });
      expect(database.contents(...BOOKKEEPING)).toEqual(before);
      stage.sandbox.workspace.stacks.clear();
    },
  );

  test('the same by the supervisor is accepted, once however often it arrives', async () => {
    const { id, progress, entryCount } = await orderAsking(stage);
    const press = () =>
      forgedPress(
        stage,
        idOf(stage, 'sam'),
        homeActions.accept,
        encodeAsked({ o: id, q: progress.question?.entry ?? 0 }),
      );
    await Promise.all([press(), press(), press()].map((payload) => interact(stage, payload)));
    await interact(stage, press());
    await stage.idle();
    const order = await stage.store.order(stage.sandbox.teamId, id);
    expect(order).toMatchObject({ entryCount: entryCount + 1, latest: { n: 3, kind: 'extra_cost' } });
    stage.sandbox.workspace.stacks.clear();
  });
});
