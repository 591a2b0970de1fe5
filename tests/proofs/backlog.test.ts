import { afterEach, expect, test, vi } from 'vitest';
import { Later } from '../../src/slack-api/classify-error.ts';
import { beginOrder, sent } from '../support/acting.ts';
import { orderIn } from '../support/seeded.ts';
import { ASKED_FOR, type Stage, startStage } from '../support/stage.ts';
import { unhurried } from '../support/unhurried.ts';

const HOURS = 3_600_000;

let stage: Stage;
afterEach(async () => {
  vi.restoreAllMocks();
  await stage.stop();
});

/** Resolves when nothing runs, and what is owed waits for longer than an hour. */
const allPutOff = () =>
  vi.waitFor(
    async () => {
      const [{ running }, due = 0] = await Promise.all([
        stage.store.backlog(stage.sandbox.teamId),
        stage.store.nextDue(stage.sandbox.teamId, ASKED_FOR),
      ]);
      if (running > 0 || due < Date.now() + HOURS) throw new Error('not yet');
    },
    { timeout: 20_000, interval: 5 },
  );

test('what was given a turn hours from now keeps it, however often the outbox looks around', async () => {
  let asked = 0;
  const take = async (method: string) => {
    if (method !== 'conversations.setTopic') return;
    asked++;
    throw new Later(3 * HOURS, 'a long queue');
  };
  let later = 0;
  const now = () => Date.now() + later;
  stage = await startStage('socket', {}, { makePace: () => ({ ...unhurried, take }), now });
  const { ana, ben, sam } = stage.people;
  await beginOrder(ana, sam);
  await sent(ana);
  await allPutOff();
  expect(asked).toBe(1);

  const real = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => real() + later);
  later = 60_000;
  await beginOrder(ben, sam);
  await sent(ben);
  await allPutOff();
  expect(asked).toBe(2);
});

test('a long queue that is put off leaves room for people’s answers in between', async () => {
  let moment = 0;
  const taken = new Map<number, number>();
  const take = async () => {
    taken.set(moment, (taken.get(moment) ?? 0) + 1);
    throw new Later(3 * HOURS, 'a long queue');
  };
  stage = await startStage('socket', {}, { makePace: () => ({ ...unhurried, take }) });
  for (let n = 0; n < 30; n++) await orderIn(stage, 'submitted');
  await allPutOff();
  taken.clear();
  await stage.down();

  let watching = true;
  const watch = () => {
    moment++;
    if (watching) setImmediate(watch);
  };
  watch();
  await stage.up();
  const all = () => [...taken.values()];
  await vi.waitFor(() => expect(all().reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(30), 20_000);
  await allPutOff();
  watching = false;
  expect(Math.max(...all())).toBeLessThanOrEqual(20);
});
