import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Arena, startArena } from '../support/multi-process.ts';
import { atOnce, clear, decidedOnce, openOn, Tally } from '../support/race.ts';
import { words } from '../support/words.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 100);
const SEED = Number(process.env.SEED ?? 20_261_129);

describe(`an order is handed over while it is approved, two app processes on one database (seed ${SEED})`, () => {
  let arena: Arena;
  const tally = new Tally();
  beforeAll(async () => {
    arena = await startArena(SEED);
  });
  afterEach(async () => {
    for (const person of Object.values(arena.people)) await clear(arena, person);
    expect(arena.sandbox.complaints).toEqual([]);
  });
  afterAll(async () => {
    process.stdout.write(`${tally}\n`);
    await arena.stop();
  });

  test('it is approved by its supervisor or by nobody yet, and who is late is told', async () => {
    const { adam, olga, sam, farid } = arena.people;
    for (let n = 0; n < ROUNDS; n++) {
      const before = await arena.orders.submitted();
      await openOn(arena, { who: sam, button: 'approve' }, before);
      await sam.fill({ crew: [farid], comment: 'In the budget' });
      await openOn(arena, { who: adam, button: 'hand_over' }, before);
      await adam.fill({ to: olga, note: 'Sam is on leave' });
      const [approved, handed] = await atOnce(
        arena,
        () => sam.submit(),
        () => adam.submit(),
      );
      const after = await arena.now(before);
      const since = after.entries.slice(before.entries.length).map(({ action, by }) => [action.type, by.id]);
      // Handing over works after the approval as well.
      expect(handed).toEqual({ closed: true });
      expect(after.supervisor.id).toBe(olga.id);
      if ('closed' in approved) {
        expect(since).toEqual([
          ['approve', sam.id],
          ['hand_over', adam.id],
        ]);
        expect(after).toMatchObject({ state: 'approved', approval: { by: { id: sam.id } }, latest: { n: 1 } });
      } else {
        decidedOnce(arena, before, after);
        expect(since).toEqual([['hand_over', adam.id]]);
        expect(after).toMatchObject({ state: 'submitted', approval: null, latest: null });
        expect(sam.topModal()?.shown).toContain(words.refusal.left({ name: adam.name }));
        expect(sam.topModal()?.shown).toContain('In the budget');
      }
      tally.count('hand over against approve', 'closed' in approved ? 'approved, then handed over' : 'handed over');
    }
    if (ROUNDS >= 20) expect(tally.winners('hand over against approve')).toHaveLength(2);
  });
});
