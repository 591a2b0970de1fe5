import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { approve, decide } from '../support/acting.ts';
import { hearMarks, repeated, type Told } from '../support/marks.ts';
import { type Office, openOffice } from '../support/moved-time.ts';
import { submitIn } from '../support/office-orders.ts';

const LIMIT = 300_000;
const WEEK = 7 * 86_400_000;

describe('what comes by itself is told once', { timeout: LIMIT }, () => {
  let office: Office;
  let told: Told[];
  beforeEach(async () => {
    office = await openOffice();
    told = hearMarks(office.sandbox);
  });
  afterEach(async () => {
    await office.stop();
    expect(office.sandbox.complaints).toEqual([]);
  });

  /** Something of each: a decision, requested changes, a visit tomorrow whose start may pass. */
  async function begin(): Promise<void> {
    const { sam, farid } = office.people;
    await submitIn(office, { title: 'Decision' });
    await decide(office, sam, 'request_changes', await submitIn(office, { title: 'Changes' }), 'Which?');
    await approve(office, sam, await submitIn(office, { title: 'Visit', days: 1 }), [farid]);
  }
  /** Olga, for whom an order waits, names Sofia as her substitute. */
  async function goesAway(): Promise<void> {
    const { service, store, sandbox } = office;
    await submitIn(office, { title: 'For the substitute', supervisor: office.people.olga });
    const [of, substitute] = [office.people.olga, office.people.sofia].map(({ id, name }) => ({ id, name }));
    if (!of || !substitute) throw new Error('nobody is away');
    const [since, until] = [Math.floor(office.clock.now() / 1000), office.at(0, 5) / 1000];
    const effects = [{ type: 'stand_in' as const, person: substitute.id, of, since, until }];
    const away = { digest: true, awayUntil: until, substitute };
    await store.savePreferences(sandbox.teamId, of.id, 0, away, { effects, now: office.clock.now() });
    service.nudge();
    await office.idle(60_000, pass);
    expect(told.filter(({ who }) => who === substitute.id)).toHaveLength(1);
  }
  const pass = (ms: number) => office.clock.advance(ms);

  test('also after the restore of a backup that was made at any call of it', async () => {
    await begin();
    const copies: string[] = [];
    let recording = true;
    const take = async () => {
      if (!recording) return;
      const file = `${office.file}.copy${copies.length}`;
      copies.push(file);
      await office.store.backup(file);
    };
    await take();
    const { faults } = office.sandbox;
    for (const method of ['users.info', 'dnd.info', 'chat.postMessage']) {
      faults.before(method, take);
      faults.after(method, take);
    }
    await goesAway();
    await office.until(14);
    await office.until(9, 1);
    await office.until(10.5, 1);
    recording = false;
    const all = [...told];
    expect(repeated(all)).toEqual([]);
    // Two decisions' worth of reminders and a digest for everybody who has something to do.
    expect(all.length).toBeGreaterThan(4);
    expect(copies.length).toBeGreaterThan(12);
    for (const copy of copies) {
      await office.restore(copy);
      await office.idle(60_000, pass);
      // A digest that had nothing to tell before may have now; nothing comes a second time.
      expect({ copy: copy.replace(/.*copy/, ''), twice: repeated(told) }).toMatchObject({ twice: [] });
    }
  });

  test.each([
    ['forward a week, and back', WEEK],
    ['back a week, and right again', -WEEK],
  ])('also when the clock was put %s', async (_, wrong) => {
    await begin();
    await office.until(14);
    pass(wrong);
    await office.idle(60_000, pass);
    await office.restart();
    await office.idle(60_000, pass);
    pass(-wrong);
    await office.idle(60_000, pass);
    await office.restart();
    await office.idle(60_000, pass);
    for (let day = 1; day < 9; day++) {
      for (const hour of [8.1, 12, 16]) await office.until(hour, day);
    }
    expect(repeated(told)).toEqual([]);
    const { sam, ana, farid } = office.people;
    // Nobody goes without what the days of that week bring; of the next one, digests were owed already.
    const digests = told
      .filter(({ who, what }) => who === sam.id && what.startsWith('2027-01'))
      .map(({ what }) => what);
    expect(digests).toEqual(expect.arrayContaining(['2027-01-13', '2027-01-14', '2027-01-15']));
    expect(new Set(told.map(({ who }) => who))).toEqual(new Set([sam.id, ana.id, farid.id]));
  });
});
