import { afterEach, describe, expect, test } from 'vitest';
import { addItem, approve, beginOrder, sent, submitOrder } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { orderNumbered } from '../support/whole-order.ts';
import { did } from '../support/words.ts';

const HOUR = 3_600_000;

describe('the computer’s clock is wrong and put right', () => {
  let stage: Stage;
  let wrong = 0;
  const clock = () => Date.now() + wrong;
  afterEach(async () => {
    wrong = 0;
    await stage.stop();
  });

  test.each([
    ['put back an hour', 0, -HOUR],
    ['an hour ahead, then right', HOUR, 0],
    ['put forward an hour', 0, HOUR],
    ['an hour behind, then right', -HOUR, 0],
  ])(
    '%s in the middle of an order: nothing waits for it, nothing doubles, the history goes on',
    async (_, before, after) => {
      wrong = before;
      stage = await startStage('socket', {}, { now: clock });
      const { sandbox, people, store } = stage;
      const { ana, sam, farid } = people;
      // Something waits for its next attempt, something else is under way and its outcome will be in doubt.
      sandbox.faults.on('conversations.invite', { kind: 'ratelimited', retryAfter: 2 }, { times: 1 });
      sandbox.faults.on('chat.postMessage', { kind: 'lost' }, { times: 1 });
      const put = new Promise<void>((resolve) => {
        sandbox.faults.after('conversations.create', () => {
          wrong = after;
          resolve();
        });
      });
      await beginOrder(ana, sam);
      await addItem(ana, { description: 'Pump', quantity: '1' });
      await sent(ana);
      await put;
      await stage.idle();
      const name = sandbox.workspace.channels().at(-1)?.name ?? '';
      await approve(stage, sam, name, [farid]);
      const { files, members, messages } = sandbox.workspace.channel(name);
      const said = (words: string) => messages.filter(({ text }) => text?.includes(words)).length;
      expect({
        submitted: said(did('submit')),
        approved: said(did('approve')),
        files: files.length,
        members: members.length,
        told: [sam, farid, ana].map((person) => person.directMessages().length),
        channels: sandbox.workspace.channels().filter((one) => one.name.startsWith('so-')).length,
      }).toEqual({ submitted: 1, approved: 1, files: 1, members: 4, told: [1, 1, 1], channels: 1 });
      const { entries } = await orderNumbered(store, sandbox.teamId, 1);
      const times = entries.map(({ at }) => at);
      expect(times).toHaveLength(2);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      // The next order is on time as well.
      await submitOrder(stage, ana, sam, { job: { title: 'Mend the roof' }, items: [] });
      expect(sandbox.complaints).toEqual([]);
    },
  );
});
