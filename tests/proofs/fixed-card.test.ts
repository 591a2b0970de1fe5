import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { approve, open, sent, submitOrder } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, cardSays, until, words } from '../support/words.ts';

const DAY = 86_400_000;

describe('A9 a card that Slack does not let the app change', () => {
  let stage: Stage;
  let ahead = 0;
  beforeEach(async () => {
    ahead = 0;
    stage = await startStage('socket', {}, { now: () => Date.now() + ahead });
  });
  afterEach(() => stage.stop());

  const about = { order: 'SO-000001', title: 'Replace pump', client: 'Acme' };
  const opening = until(words.card.text.ended({ ...about, state: ANY }));
  const isCard = ({ text }: { text: string }) => text.startsWith(opening);
  const cards = (name: string) => stage.sandbox.workspace.channel(name).messages.filter(isCard);
  const pins = (name: string) => stage.sandbox.workspace.channel(name).pins;
  const inChannel = (args: { channel?: unknown }) =>
    String(args.channel).startsWith('C') || String(args.channel).startsWith('G');
  async function assign(name: string, n: number): Promise<void> {
    const { sam, farid, fiona, gus } = stage.people;
    await open(sam, 'assign', name);
    await sam.fill({ crew: n % 2 === 0 ? [farid, fiona] : [farid, gus] });
    await sent(sam);
    await stage.idle(60_000);
  }

  test.each(['cant_update_message', 'edit_window_closed', 'message_not_found'])(
    '%s once: a new card, the old one loses its pin, and the new one is the one that changes',
    async (error) => {
      const { sandbox, people, store } = stage;
      const name = await submitOrder(stage, people.ana, people.sam);
      sandbox.faults.on('chat.update', { kind: 'error', error }, { when: inChannel, times: 1 });
      await approve(stage, people.sam, name, [people.farid]);
      await assign(name, 0);
      await assign(name, 1);
      const [old, current, ...more] = cards(name);
      expect(more).toEqual([]);
      expect(old?.text).toContain(cardSays('submitted'));
      expect(current?.text).toContain('Gus');
      expect(pins(name).map(({ ts }) => ts)).toEqual([current?.ts]);
      expect((await store.backlog(sandbox.teamId)).parked).toBe(0);
      expect(sandbox.complaints).toEqual([]);
    },
  );

  test.each(['cant_update_message', 'message_not_found'])(
    '%s on every update: two cards and one pin, however many changes; an admin is told once, and Retry draws it',
    async (error) => {
      const { sandbox, people, store } = stage;
      const name = await submitOrder(stage, people.ana, people.sam);
      const heal = sandbox.faults.on('chat.update', { kind: 'error', error }, { when: inChannel });
      await approve(stage, people.sam, name, [people.farid]);
      expect(cards(name)).toHaveLength(2);
      await open(people.sam, 'assign', name);
      await people.sam.fill({ crew: [people.gus] });
      await sent(people.sam);
      await vi.waitFor(
        async () => expect((await store.parked(sandbox.teamId, 9)).map(({ error }) => error)).toEqual([error]),
        15_000,
      );
      expect(cards(name)).toHaveLength(2);
      expect(pins(name).map(({ ts }) => ts)).toEqual([cards(name)[1]?.ts]);
      heal();
      const { adam } = people;
      await adam.openHome();
      await adam.press('effect_retry', { home: true });
      await stage.idle();
      expect(cards(name)[1]?.text).toContain('Gus');
      expect(cards(name)).toHaveLength(2);
    },
  );

  test('on every update for days: a new card a day, one pin, and nobody is told again', async () => {
    const { sandbox, people, store } = stage;
    const name = await submitOrder(stage, people.ana, people.sam);
    sandbox.faults.on('chat.update', { kind: 'error', error: 'edit_window_closed' }, { when: inChannel });
    await approve(stage, people.sam, name, [people.farid]);
    const told: number[] = [];
    for (const day of [0, 1]) {
      // Slack's clock goes on as well: a card's time is Slack's.
      if (day > 0) stage.sandbox.clock.advance(DAY + 60_000);
      ahead = day * (DAY + 60_000);
      for (const n of [0, 1]) {
        await assign(name, n);
        // What was told is dealt with, without helping.
        told.push(...(await store.parked(sandbox.teamId, 9)).map(() => day));
        const database = new Database(stage.file);
        database.exec('update effects set done_at = 1, parked_at = null where parked_at is not null');
        database.close();
        await stage.idle(60_000);
      }
    }
    expect(pins(name).map(({ ts }) => ts)).toEqual([cards(name).at(-1)?.ts]);
    expect(cards(name)).toHaveLength(3);
    expect(told).toEqual([0]);
  }, 180_000);
});
