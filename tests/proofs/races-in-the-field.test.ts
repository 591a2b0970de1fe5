import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import { orderNumber } from '../../src/order/text/order-number.ts';
import { next } from '../support/acting.ts';
import { type Arena, startArena } from '../support/multi-process.ts';
import { atOnce, clear, decidedOnce, openOn, Tally } from '../support/race.ts';
import { ANY, until, words } from '../support/words.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 100);
const SEED = Number(process.env.SEED ?? 20_261_129);

describe(`two people on site at once, two app processes on one database (seed ${SEED})`, () => {
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

  /** Looks at the order; resolves with what presses a button of it then. */
  async function lookAt(who: Person, order: WholeOrder): Promise<(button: string) => Promise<void>> {
    await clear(arena, who);
    const { message } = await who.command(`/so show ${orderNumber(order.number)}`);
    return (button) => who.press(button, { message: message?.ts ?? '' });
  }
  const hold = async (who: Person, order: WholeOrder, note: string) => {
    await openOn(arena, { who, button: 'hold' }, order);
    await who.fill({ reasonCode: 'parts', note });
  };
  const since = (before: WholeOrder, after: WholeOrder) =>
    after.entries.slice(before.entries.length).map(({ action }) => action.type);

  test('start against start: work starts once, and the other is told by whom and when', async () => {
    const { farid, fiona } = arena.people;
    const told = (who: Person, by: Person) =>
      who
        .ephemerals()
        .some(({ shown }) => shown.includes(until(words.refusal.startedBy({ name: by.name, date: ANY }))));
    for (let n = 0; n < ROUNDS; n++) {
      const before = await arena.orders.inField(farid, fiona);
      const [first, second] = [await lookAt(farid, before), await lookAt(fiona, before)];
      await atOnce(
        arena,
        () => first('start_work'),
        () => second('start_work'),
      );
      await arena.sandbox.workspace.waitFor(() => told(farid, fiona) || told(fiona, farid));
      const after = await arena.now(before);
      decidedOnce(arena, before, after);
      expect(since(before, after)).toEqual(['start_work']);
      const winner = after.lastEntry.by.id === farid.id ? farid : fiona;
      const loser = winner === farid ? fiona : farid;
      expect(told(loser, winner)).toBe(true);
      for (const one of [loser, winner]) expect(one.topModal()).toBeUndefined();
      tally.count('start against start', winner.name);
    }
    if (ROUNDS >= 20) expect(tally.winners('start against start')).toHaveLength(2);
  });

  test('hold against hold: the second is told of the first, and finds their words again', async () => {
    const { farid, fiona } = arena.people;
    for (let n = 0; n < ROUNDS; n++) {
      const before = await arena.orders.inField(farid, fiona);
      await hold(farid, before, 'No seal');
      await hold(fiona, before, 'No valve');
      await atOnce(
        arena,
        () => farid.submit(),
        () => fiona.submit(),
      );
      const after = await arena.now(before);
      decidedOnce(arena, before, after);
      const [winner, loser, lost] =
        after.lastEntry.by.id === farid.id ? [farid, fiona, 'No valve'] : [fiona, farid, 'No seal'];
      expect(winner.topModal()).toBeUndefined();
      expect(loser.topModal()?.shown).toContain(words.refusal.onHold({ name: winner.name }));
      expect(loser.topModal()?.shown).toContain(lost);
      tally.count('hold against hold', winner.name);
    }
    if (ROUNDS >= 20) expect(tally.winners('hold against hold')).toHaveLength(2);
  });

  test('hold against close: the order is closed once and on hold no more, and who was late is told', async () => {
    const { farid, fiona } = arena.people;
    for (let n = 0; n < ROUNDS; n++) {
      const before = await arena.orders.inField(farid, fiona);
      await hold(fiona, before, 'No seal');
      await openOn(arena, { who: farid, button: 'close' }, before);
      await next(farid);
      await farid.fill({ acceptance: 'unavailable' });
      const [closed, held] = await atOnce(
        arena,
        () => farid.submit(),
        () => fiona.submit(),
      );
      const after = await arena.now(before);
      expect(after).toMatchObject({ state: 'completed', outcome: 'as_ordered', progress: { hold: null } });
      expect(closed).toEqual({ closed: true });
      const order = orderNumber(before.number);
      if ('closed' in held) expect(since(before, after)).toEqual(['hold', 'close']);
      else {
        expect(since(before, after)).toEqual(['close']);
        expect(fiona.topModal()?.shown).toContain(words.refusal.stands.close({ order, name: farid.name }));
        expect(fiona.topModal()?.shown).toContain('No seal');
      }
      tally.count('hold against close', 'closed' in held ? 'hold, then close' : 'close');
    }
    if (ROUNDS >= 20) expect(tally.winners('hold against close')).toHaveLength(2);
  });
});
