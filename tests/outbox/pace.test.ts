import { describe, expect, test } from 'vitest';
import { createPace as createSlackPace } from '../../sandbox/server/access/pace.ts';
import { frozenClock } from '../../sandbox/server/instruments/clock.ts';
import { createPace } from '../../src/outbox/calls/pace.ts';
import { tiers } from '../../src/outbox/calls/tiers.ts';
import { Later } from '../../src/slack-api/classify-error.ts';

const slackTiers = { t2: 'T2', t3: 'T3', t4: 'T4', special: 'special' } as const;
const isPaced = (name: string): name is keyof typeof tiers => name in tiers;

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
      pass(burst < 4 ? 10_000 : 0);
    }
    expect(await waits('conversations.create')).toBe(20_000);
    pass(20_000);
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

  test('with everything asked for at once, for five minutes, Slack’s buckets never overflow, however unevenly calls arrive', async () => {
    const { pass, time, waits } = paced();
    const sent: { method: keyof typeof tiers; channel: string; at: number }[] = [];
    const names = Object.keys(tiers).filter(isPaced);
    for (let tick = 0; tick < 3000; tick++) {
      for (const method of names)
        for (const channel of ['C1', 'U1'])
          if ((await waits(method, channel)) === 0)
            sent.push({ method, channel, at: time() + ((sent.length * 7919) % 200) });
      pass(100);
    }
    const clock = frozenClock(0);
    const slack = createSlackPace(clock, 'tiers');
    const over = sent
      .sort((a, b) => a.at - b.at)
      .filter(({ method, channel, at }) => {
        clock.advance(at - clock.now());
        return slack.over(method, slackTiers[tiers[method]], channel) !== undefined;
      });
    expect(over).toEqual([]);
    expect(sent.filter(({ method }) => method === 'conversations.create').length).toBeGreaterThanOrEqual(100);
  });

  test('a thousand that wait are given turns one by one, and whoever comes new does not overtake', async () => {
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
    expect(await waits('pins.add')).toBe(10_000);
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
});
