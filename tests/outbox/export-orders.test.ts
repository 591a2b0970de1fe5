import { LogLevel, WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CheckpointOf } from '../../db/shapes/checkpoint.ts';
import { storedCheckpoint } from '../../db/shapes/checkpoint.ts';
import { exportInFiles } from '../../src/outbox/effects/export-orders.ts';
import type { AnyAttempt } from '../../src/outbox/executor.ts';
import { createSendFile } from '../../src/slack-api/fetch-file.ts';
import { items } from '../db/samples.ts';
import { filesOf, linesIn, NOON, ordered, period, speaks, table, today, YEAR } from '../support/order-export.ts';
import { ownField } from '../support/order-types.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const LIMITS = { lines: 3, characters: 1_000_000 };
const ZONE = 'Europe/Madrid';

describe('orders that do not fit into one file', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage('socket', {}, sketches);
    await speaks(stage, stage.people.adam, 'en-GB');
    const closing = { photos: false, checklist: false, acceptance: false };
    const type = { id: 't', name: 'Repair', fields: [ownField('a', { label: 'Meter' })], closing };
    for (const [n, count] of [2, 4, 1, 0, 1].entries())
      await ordered(stage, `Order ${n}`, NOON + n, { items: items(count), ...(n === 1 ? { type } : {}) });
  });
  afterEach(() => expect(stage.sandbox.complaints).toEqual([]));
  afterAll(() => stage.stop());

  /** Carries the export out, attempt after attempt, as the outbox does: with what was kept, in doubt after a call that failed. */
  async function carriedOut(id: string): Promise<void> {
    const { store, sandbox, people } = stage;
    const { SLACK_BOT_TOKEN, SLACK_API_URL = '' } = sandbox.env;
    const client = new WebClient(SLACK_BOT_TOKEN, {
      slackApiUrl: SLACK_API_URL,
      retryConfig: { retries: 0 },
      logLevel: LogLevel.ERROR,
      timeout: 500,
    });
    const effect = {
      ...({ type: 'export_orders', person: people.adam.id, from: `${YEAR}-01-01`, to: today(), zone: ZONE } as const),
      ...({ which: 'all', orderType: '', lines: 'item' } as const),
    };
    let kept = '{}';
    let inDoubt = false;
    await vi.waitFor(
      async () => {
        const checkpoint = JSON.parse(kept) as CheckpointOf<'export_orders'>;
        const attempt = {
          ...{ store, checkpoint, settings: await store.settings(sandbox.teamId), groupMembers: async () => new Map() },
          claimed: { team: sandbox.teamId, id, inDoubt, firstAttemptAt: Date.now() },
          slack: (method: string, given: object) => client.apiCall(method, { ...given }),
          sendFile: createSendFile({ apiUrl: SLACK_API_URL }),
          async saveCheckpoint(given: object) {
            Object.assign(checkpoint, given);
            storedCheckpoint.check({ ...checkpoint, type: 'export_orders' }, 'a checkpoint');
            kept = JSON.stringify(checkpoint);
          },
        } as unknown as AnyAttempt<CheckpointOf<'export_orders'>>;
        // Whatever stops it, the next attempt looks before it sends again.
        inDoubt = true;
        await exportInFiles(LIMITS, effect, attempt);
      },
      { timeout: 10_000, interval: 20 },
    );
  }

  const say = words.orderExport;

  test.each(['no answer', 'files.getUploadURLExternal', 'files.completeUploadExternal', 'files.info'])(
    'come in several, each order whole, none twice, when %s is lost at the second file',
    async (method) => {
      const { adam } = stage.people;
      const { faults } = stage.sandbox;
      const before = filesOf(stage, adam).length;
      let calls = 0;
      faults.pick(async (call) => (call.method === method && ++calls === 2 ? { kind: 'lost' } : undefined));
      await carriedOut(method);
      faults.clear();
      expect(calls > 2).toBe(method !== 'no answer');

      const files = filesOf(stage, adam).slice(before);
      const [from, to] = [`${YEAR}-01-01`, today()];
      const name = (part: number) =>
        `${part === 1 ? say.fileName({ from, to }) : say.partName({ from, to, part })}.csv`;
      expect(files.map((file) => file.name)).toEqual([1, 2, 3].map(name));
      const all = period(from, to);
      expect(files.map(({ comment }) => comment)).toEqual([
        say.part({ ...all, part: 1, orders: 1, items: 2 }),
        say.part({ ...all, part: 2, orders: 1, items: 4 }),
        say.lastPart({ ...all, part: 3, orders: 3, items: 2, allOrders: 5, zone: ZONE }),
      ]);
      const titles = ({ text }: { readonly text: string }) => linesIn(text).map(({ Title }) => Title?.slice(-1));
      expect(files.map((file) => titles(file).join(''))).toEqual(['00', '1111', '234']);
      expect(files.map(({ text }) => table(text)[0]?.includes('Meter'))).toEqual([false, true, true]);
    },
  );
});
