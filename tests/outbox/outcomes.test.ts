import { afterEach, expect, test } from 'vitest';
import { Later } from '../../src/slack-api/classify-error.ts';
import { approve, submitOrder } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { unhurried } from '../support/unhurried.ts';

let stage: Stage;
afterEach(() => stage.stop());

/** How long a message to somebody has to wait after another was changed. Milliseconds. */
const APART = 60;

test('several messages are drawn one at a time where Slack’s pace lets no more through, each once', async () => {
  let next = 0;
  const take: typeof unhurried.take = async (method, channel = '') => {
    if (method !== 'chat.update' || channel.startsWith('C')) return;
    const wait = next - performance.now();
    if (wait > 0) throw new Later(wait, 'would go over its tier');
    next = performance.now() + APART;
  };
  stage = await startStage('socket', {}, { makePace: () => ({ ...unhurried, take }) });
  const { ana, sam, farid, fiona, gus } = stage.people;
  const drawn: string[] = [];
  const name = await submitOrder(stage, ana, sam);
  await approve(stage, sam, name, [farid, fiona, gus]);
  stage.sandbox.faults.after('chat.update', ({ args }) => {
    if (String(args.channel).startsWith('D')) drawn.push(`${args.channel} ${args.ts}`);
  });
  await farid.press('start_work', { channel: name });
  await stage.idle();
  expect(drawn).toHaveLength(3);
  expect(new Set(drawn).size).toBe(3);
  for (const one of [farid, fiona, gus]) expect(one.directMessages()[0]?.actions).not.toContain('start_work');
});
