import { describe, expect, test } from 'vitest';
import { createPace, Later, type tiers } from '../../src/outbox/pace.ts';

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

  test('a tier 2 method goes out 20 times at once, then waits until the minute is over', async () => {
    const { pass, waits } = paced();
    for (let n = 0; n < 20; n++) expect(await waits('conversations.create')).toBe(0);
    expect(await waits('conversations.create')).toBe(60_000);
    pass(59_000);
    expect(await waits('pins.add')).toBe(0);
    pass(1001);
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
    for (let n = 0; n < 4; n++) expect(await waits('chat.postMessage', 'C1')).toBe(0);
    expect(await waits('chat.postMessage', 'C1')).toBe(4000);
    expect(await waits('chat.postMessage', 'C2')).toBe(0);
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
