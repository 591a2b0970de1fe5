import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dayAt, dayStart } from '../../src/order/clocks/zones.ts';
import { asked } from '../support/acting.ts';
import { HOUR, nowInSeconds, planned } from '../support/queued.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, part, words } from '../support/words.ts';

const say = words.inbox.today;

describe.each(['socket', 'http'] as const)('the visits of a day, over %s', (mode) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage(mode, {}, sketches);
    for (const name of ['sam', 'farid', 'carla', 'gus']) await stage.people[name]?.openHome();
  }, 60_000);
  afterEach(async () => {
    expect(stage.sandbox.complaints).toEqual([]);
    await stage.stop();
  });

  /** When a day begins where somebody of the crew is, so many days from today. */
  async function day(days: number): Promise<number> {
    const { store, sandbox, people } = stage;
    const zone = (await store.person(sandbox.teamId, people.farid.id))?.timeZone ?? '';
    return dayStart(zone, dayAt(zone, nowInSeconds()) + days);
  }

  test('in order of time, what is late first, tomorrow’s first below; with a map, a number to call and what can be done', async () => {
    const { farid, gus, carla, sam } = stage.people;
    await planned(stage, (await day(1)) - HOUR / 2, { title: 'Evening', contact: 'Marta, +34 600 123 456' });
    await planned(stage, (await day(0)) + 60, { title: 'Night' });
    await planned(stage, (await day(-20)) + 8 * HOUR, { title: 'Forgotten' });
    await planned(stage, (await day(1)) + 9 * HOUR, { title: 'Second' });
    await planned(stage, (await day(1)) + 8 * HOUR, { title: 'Tomorrow' });
    await planned(stage, (await day(3)) + 8 * HOUR, { title: 'Far off' });
    for (const one of [farid, gus, carla]) {
      await one.openHome();
      await vi.waitFor(() => expect(one.home()?.shown).toContain(say.tomorrow), 10_000);
      const home = one.home()?.shown ?? '';
      for (const text of [home.slice(home.indexOf(say.title)), await asked(one, '/so today')]) {
        const at = ['Forgotten', 'Night', 'Evening', say.tomorrow, 'Tomorrow'].map((what) => text.indexOf(what));
        expect(at, one.name).not.toContain(-1);
        expect(at.toSorted((a, b) => a - b)).toEqual(at);
      }
      const answer = one.ephemerals().at(-1);
      expect(answer?.shown).not.toMatch(/Second|Far off/);
      expect(answer?.shown).toContain(part(words.reminder.waits.end({ date: ANY })));
      expect(JSON.stringify(answer?.blocks)).toContain('tel:+34600123456');
      expect(JSON.stringify(answer?.blocks)).toContain('https://www.google.com/maps');
      expect(answer?.actions.slice(-3)).toEqual(['confirm', 'as_planned', 'close']);
    }
    expect(await asked(sam, '/so today')).toContain(say.none);
    await gus.press('confirm', { home: true, nth: 0 });
    await gus.modal('confirm');
  }, 60_000);

  test('an order on hold says why, and one whose prices the reader does not see has none', async () => {
    const { farid } = stage.people;
    await stage.set({ prices: { visibleTo: 'office' } });
    await planned(stage, (await day(0)) + 60, { title: 'Paid', pricesFor: 'office' });
    await farid.openHome();
    expect(JSON.stringify(farid.home()?.blocks)).toContain('Paid');
    expect(JSON.stringify(farid.home()?.blocks)).not.toMatch(/€|20\.00/);
    expect(await asked(farid, '/so inbox')).not.toMatch(/€|20\.00/);
  }, 60_000);
});
