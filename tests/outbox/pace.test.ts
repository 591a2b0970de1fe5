import { describe, expect, test } from 'vitest';
import { createPace } from '../../src/outbox/calls/pace.ts';
import type { tiers } from '../../src/outbox/calls/tiers.ts';
import { handedOn } from '../../src/outbox/handed-on.ts';
import { Later } from '../../src/slack-api/classify-error.ts';
import { allAtOnce } from '../support/all-at-once.ts';

describe('keeping within Slack’s limits', () => {
  const paced = () => {
    let clock = 1_000_000;
    const time = () => clock;
    const pass = (ms: number) => {
      clock += ms;
    };
    const pace = createPace(time, async (ms) => pass(ms));
    const waits = async (method: keyof typeof tiers, channel?: string) => {
      try {
        await pace.take(method, channel);
        return 0;
      } catch (error) {
        if (error instanceof Later) return error.wait;
        throw error;
      }
    };
    return { pace, pass, time, waits };
  };

  test('a tier 2 method goes out in bursts of four, twenty a minute, whatever other methods do', async () => {
    const { pass, waits } = paced();
    for (let burst = 0; burst < 5; burst++) {
      for (let n = 0; n < 4; n++) expect(await waits('conversations.create')).toBe(0);
      expect(await waits('files.info')).toBe(0);
      pass(burst < 4 ? 12_000 : 0);
    }
    // The minute is over when its calls are used up: nobody waits longer than between two bursts.
    expect(await waits('conversations.create')).toBe(12_000);
    pass(12_000);
    expect(await waits('conversations.create')).toBe(0);
  });

  test('within any minute no more than the tier goes out', async () => {
    const { pass, time, waits } = paced();
    const sent: number[] = [];
    for (let second = 0; second < 300; second++) {
      for (let n = 0; n < 3; n++) if ((await waits('conversations.setTopic')) === 0) sent.push(time());
      pass(1000);
    }
    for (const from of sent)
      expect(sent.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(20);
    expect(sent.length).toBeGreaterThanOrEqual(80);
  });

  test('posts to one channel keep one a second, other channels are not held up', async () => {
    const { waits } = paced();
    for (let n = 0; n < 3; n++) expect(await waits('chat.postMessage', 'C1')).toBe(0);
    expect(await waits('chat.postMessage', 'C1')).toBe(3300);
    expect(await waits('chat.postMessage', 'C2')).toBe(0);
  });

  test('with everything asked for at once, for a minute, Slack’s buckets never overflow, however unevenly calls arrive', async () => {
    const { over, created } = await allAtOnce(1);
    expect(over).toEqual([]);
    expect(created).toBeGreaterThanOrEqual(20);
  });

  test('a thousand that wait are given turns one by one, and a newcomer does not overtake', async () => {
    const { pass, time, waits } = paced();
    const turns: number[] = [];
    for (let n = 0; n < 1000; n++) {
      const wait = await waits('pins.add');
      if (wait > 0) turns.push(time() + wait);
    }
    expect(turns).toHaveLength(996);
    expect(turns).toEqual(turns.toSorted((a, b) => a - b));
    for (const from of turns)
      expect(turns.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(20);
    let gone = 0;
    let asked = 0;
    for (const turn of turns) {
      pass(Math.max(0, turn - time()));
      asked++;
      if ((await waits('pins.add')) === 0) gone++;
      if (asked % 100 === 0) expect(await waits('pins.add')).toBeGreaterThan(0);
    }
    expect(gone).toBe(996);
  });

  test('a turn that nobody takes is lost, it holds nobody up', async () => {
    const { pass, waits } = paced();
    for (let n = 0; n < 4; n++) expect(await waits('pins.add')).toBe(0);
    expect(await waits('pins.add')).toBe(12_000);
    pass(60_000);
    for (let n = 0; n < 4; n++) expect(await waits('pins.add')).toBe(0);
  });

  test('people’s messages have a share of their own, however many posts and cards wait', async () => {
    const { waits } = paced();
    for (let n = 0; n < 500; n++) await waits('chat.postMessage', `C${n}`);
    for (let n = 0; n < 500; n++) await waits('chat.update', `C${n}`);
    for (let n = 0; n < 20; n++) expect(await waits('chat.postMessage', `U${n}`)).toBe(0);
    expect(await waits('chat.update', 'D1')).toBe(0);
    expect(await waits('conversations.open', 'D1')).toBe(0);
  });

  test('after a 429 only that method waits, for as long as Slack says', async () => {
    const { pace, pass, waits } = paced();
    pace.hold('chat.postMessage', 30_000);
    expect(await waits('chat.postMessage', 'C1')).toBe(30_000);
    expect(await waits('chat.update')).toBe(0);
    pass(30_000);
    expect(await waits('chat.postMessage', 'C1')).toBe(0);
  });

  describe('handed on from one owner to the next', () => {
    /** Two owners, with clocks of their own that go on together. `wrong`: by how much the second one's clock is ahead. */
    const owners = (wrong = 0) => {
      let passed = 0;
      const pass = (ms: number) => {
        passed += ms;
      };
      const owner = (steady: number, clock: number) => {
        const pace = createPace(
          () => steady + passed,
          async (ms) => pass(ms),
        );
        const held = new Map<string, number>();
        const memory = handedOn(
          pace,
          held,
          () => clock + passed,
          () => steady + passed,
        );
        const wait = async (method: keyof typeof tiers, channel?: string) => {
          try {
            await pace.take(method, channel);
            return 0;
          } catch (error) {
            if (error instanceof Later) return error.wait;
            throw error;
          }
        };
        return { pace, memory, wait, holdAll: (method: string, ms: number) => held.set(method, steady + passed + ms) };
      };
      return { first: owner(1_000_000, 5_000_000), second: owner(77, 5_000_000 + wrong), pass };
    };
    /** Within a second of each other: the clocks of two instances are not quite the same. */
    const about = (ms: number) => expect.toSatisfy((wait: number) => wait >= ms && wait <= ms + 1100);

    test('the minute goes on where it was', async () => {
      const { first, second, pass } = owners();
      for (let burst = 0; burst < 4; burst++) {
        for (let n = 0; n < 4; n++) expect(await first.wait('conversations.create')).toBe(0);
        pass(12_000);
      }
      second.memory.begin(first.memory.kept(), undefined);
      for (let n = 0; n < 4; n++) expect(await second.wait('conversations.create')).toBe(0);
      expect(await second.wait('conversations.create')).toEqual(about(12_000));
    });

    test('posts to a channel, and whatever Slack holds, for any client', async () => {
      const { first, second, pass } = owners();
      for (let n = 0; n < 3; n++) expect(await first.wait('chat.postMessage', 'C1')).toBe(0);
      first.pace.hold('chat.update', 30_000);
      first.holdAll('conversations.info', 20_000);
      first.holdAll('views.open', 20_000);
      const kept = first.memory.kept();
      second.memory.begin(kept, undefined);
      expect(await second.wait('chat.postMessage', 'C1')).toEqual(about(3300));
      expect(await second.wait('chat.postMessage', 'C2')).toBe(0);
      expect(await second.wait('chat.update', 'C1')).toEqual(about(30_000));
      expect(await second.wait('conversations.info')).toEqual(about(20_000));
      pass(5000);
      // It is handed on once more as it stands then.
      first.memory.begin(second.memory.kept(), undefined);
      expect(await first.wait('conversations.info')).toEqual(about(15_000));
    });

    test('what is said changes only when something has', async () => {
      const { first, pass } = owners();
      await first.wait('pins.add');
      first.pace.hold('pins.add', 30_000);
      const kept = first.memory.kept();
      pass(2000);
      expect(first.memory.kept()).toBe(kept);
      await first.wait('pins.remove');
      expect(first.memory.kept()).not.toBe(kept);
      pass(61_000);
      expect(first.memory.kept()).toBe('{"calls":{},"holds":{}}');
    });

    test.each([-86_400_000, -5000, 5000, 86_400_000])(
      'a clock that is %d ms wrong keeps nobody waiting for more than a minute',
      async (wrong) => {
        const { first, second, pass } = owners(wrong);
        for (let n = 0; n < 4; n++) await first.wait('conversations.create');
        first.pace.hold('conversations.create', 3_600_000);
        second.memory.begin(first.memory.kept(), undefined);
        pass(60_000);
        expect(await second.wait('conversations.create')).toBe(0);
      },
    );

    test('after a kill, what the rate allows for two seconds counts; what is due goes out at once', async () => {
      const { first, second, pass } = owners();
      for (let n = 0; n < 2; n++) expect(await first.wait('conversations.create')).toBe(0);
      second.memory.begin(first.memory.kept(), 1000);
      expect(await second.wait('conversations.create')).toBe(0);
      expect(await second.wait('conversations.create')).toEqual(about(11_000));
      for (const channel of ['C1', 'C2']) {
        expect(await second.wait('chat.postMessage', channel)).toBe(0);
        expect(await second.wait('chat.postMessage', channel)).toEqual(about(2300));
      }
      pass(60_000);
      for (let n = 0; n < 4; n++) expect(await second.wait('conversations.create')).toBe(0);
    });

    test('what cannot be read counts as nothing', async () => {
      const { second } = owners();
      for (const kept of [null, '', 'not JSON', '{"calls":7}']) second.memory.begin(kept, undefined);
      expect(await second.wait('conversations.create')).toBe(0);
    });
  });
});
