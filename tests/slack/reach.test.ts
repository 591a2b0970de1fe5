import { WebAPIPlatformError } from '@slack/web-api';
import { describe, expect, it, vi } from 'vitest';
import { createLog } from '../../src/log.ts';
import { watchInstallation } from '../../src/slack-api/installation.ts';

const refusal = new WebAPIPlatformError({ ok: false, error: 'ratelimited' });
const broken = new Error('no connection');

function world(ask: () => Promise<unknown>) {
  let time = 0;
  const asked = vi.fn(ask);
  const reach = watchInstallation(
    createLog('silent'),
    asked,
    () => {},
    () => time,
  );
  return { reach, asked, pass: (ms: number) => (time += ms) };
}

describe('F1 readiness depends on Slack having answered lately', () => {
  it('nobody asks while answers come', async () => {
    const { reach, asked, pass } = world(async () => 'ok');
    for (let minute = 0; minute < 5; minute++) {
      pass(50_000);
      await reach.watch('chat.postMessage', async () => 'ok');
      expect(await reach.trouble()).toBeUndefined();
    }
    await expect(reach.watch('chat.postMessage', () => Promise.reject(refusal))).rejects.toBe(refusal);
    expect(asked).not.toHaveBeenCalled();
  });

  it('after a quiet minute Slack is asked, and an answer is enough', async () => {
    const { reach, asked, pass } = world(() => Promise.reject(refusal));
    pass(61_000);
    expect(await reach.trouble()).toBeUndefined();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('calls that fail do not count, and the reason says since when', async () => {
    const { reach, asked, pass } = world(() => Promise.reject(broken));
    pass(61_000);
    await expect(reach.watch('chat.postMessage', () => Promise.reject(broken))).rejects.toBe(broken);
    expect(await reach.trouble()).toBe('Slack has not answered for 61 seconds');
    pass(5000);
    expect(await reach.trouble()).toBe('Slack has not answered for 66 seconds');
    expect(asked).toHaveBeenCalledTimes(1);
    pass(10_000);
    await reach.trouble();
    expect(asked).toHaveBeenCalledTimes(2);
    await reach.watch('chat.postMessage', async () => 'ok');
    expect(await reach.trouble()).toBeUndefined();
  });

  it('a question without an answer holds nobody for more than two seconds', async () => {
    const { reach, pass } = world(() => new Promise(() => {}));
    pass(61_000);
    expect(await reach.trouble()).toMatch(/not answered/);
  });
});
