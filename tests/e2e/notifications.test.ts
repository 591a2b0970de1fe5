import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { approve, confirm, submitOrder } from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage('socket', {}, sketches);
});
afterAll(() => stage.stop());

/**
 * As docs/decisions/0032 counts them: with Slack's default settings a phone rings for direct messages and for mentions in
 * channels.
 */
test('D8 in a life with two confirmations nobody’s phone rings more than it must', async () => {
  const { ana, sam, carla, farid } = stage.people;
  const people = { ana, sam, carla, farid };
  const told: Record<string, Record<string, number>> = {};
  let before: Record<string, number> = {};
  const rings = ({ id, directMessages }: Person): number => {
    const posts = stage.sandbox.workspace.channels().flatMap(({ messages }) => messages);
    const mentions = posts.filter(
      ({ subtype, blocks, text }) => !subtype && JSON.stringify({ blocks, text }).includes(`<@${id}`),
    );
    return directMessages().length + mentions.length;
  };
  const since = (step: string) => {
    const now = Object.fromEntries(Object.entries(people).map(([name, one]) => [name, rings(one)]));
    told[step] = Object.fromEntries(Object.entries(now).map(([name, count]) => [name, count - (before[name] ?? 0)]));
    before = now;
  };

  const channel = await submitOrder(stage, ana, sam, { when: { coordinator: carla } });
  since('submitted');
  await approve(stage, sam, channel, [farid]);
  since('approved');
  await confirm(stage, farid, channel, { items: [{ description: 'Seal', quantity: '2', unitPrice: '5' }] });
  since('confirmed');
  await confirm(stage, farid, channel, { final: true });
  since('closed');

  expect(told).toEqual({
    submitted: { ana: 0, sam: 1, carla: 0, farid: 0 },
    approved: { ana: 1, sam: 0, carla: 1, farid: 1 },
    confirmed: { ana: 0, sam: 1, carla: 0, farid: 0 },
    closed: { ana: 1, sam: 1, carla: 0, farid: 0 },
  });
});
