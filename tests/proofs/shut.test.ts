import Database from 'better-sqlite3';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { beginOrder, sent } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { did } from '../support/words.ts';

describe('A7 Slack shuts the whole workspace to the app', () => {
  let stage: Stage;
  afterEach(() => stage.stop());
  const ready = async () => {
    const answer = await fetch(`http://127.0.0.1:${stage.service.port}/readyz`);
    return `${answer.status} ${await answer.text()}`;
  };

  test.each([
    ['*', 'team_added_to_org'],
    ['chat.postMessage', 'ekm_access_denied'],
  ])(
    '%s answers %s: readiness says so, everything waits, nothing is parked, and it goes on by itself',
    async (method, error) => {
      stage = await startStage();
      const { sandbox, people, store } = stage;
      await beginOrder(people.ana, people.sam);
      const open = sandbox.faults.on(method, { kind: 'error', error });
      await sent(people.ana);
      await vi.waitFor(async () => expect(await ready()).toContain(`503 Slack does not let the app act`), 5000);
      expect(await ready()).toContain(error);
      // Something else that works is no sign that this does.
      await people.ana.command('/so list');
      expect(await ready()).toContain('503');
      const waiting = await store.backlog(sandbox.teamId);
      expect([waiting.parked, waiting.pending > 0]).toEqual([0, true]);
      open();
      await vi.waitFor(async () => expect(await ready()).toBe('200 ready\n'), { timeout: 30_000, interval: 200 });
      await stage.idle(30_000);
      expect((await store.backlog(sandbox.teamId)).parked).toBe(0);
      const name = sandbox.workspace.channels().find((one) => one.name.startsWith('so-'))?.name ?? '';
      expect(sandbox.workspace.channel(name).messages.filter(({ text }) => text.includes(did('submit')))).toHaveLength(
        1,
      );
    },
    60_000,
  );

  test('an attempt while the door is shut is none: what fails once afterwards is not parked for it', async () => {
    stage = await startStage();
    const { sandbox, people, store } = stage;
    sandbox.faults.on('conversations.create', { kind: 'error', error: 'accesslimited' });
    await beginOrder(people.ana, people.sam);
    await sent(people.ana);
    const database = new Database(stage.file, { readonly: true });
    const opening = database.prepare("select attempts, error from effects where type = 'open_channel'");
    const refused = () => sandbox.inspector.calls('conversations.create').length;
    await vi.waitFor(
      async () => {
        await store.expediteRetries(sandbox.teamId, Date.now(), Date.now() + 100_000);
        expect(refused()).toBeGreaterThan(4);
      },
      { timeout: 30_000, interval: 100 },
    );
    await vi.waitFor(() => expect(opening.get()).toEqual({ attempts: 1, error: 'accesslimited' }), 5000);
    database.close();
  });
});
