import { afterEach, describe, expect, test } from 'vitest';
import { approve, decide } from '../support/acting.ts';
import { type Office, openOffice } from '../support/moved-time.ts';
import { digestsOf, submitIn } from '../support/office-orders.ts';

let office: Office;
afterEach(async () => {
  await office.stop();
  expect(office.sandbox.complaints).toEqual([]);
});

const hours = { zone: 'Europe/Madrid' };

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  test('a digest in the morning: visits with map and call links, what awaits a decision with amounts, what is late', async () => {
    // Nobody is reminded by itself, so that all of it is news.
    const never = { decision: 0, changes: 0, extraCost: 0, start: 0, end: 0 };
    office = await openOffice(mode, { reminders: never });
    const { ana, sam, farid, fiona } = office.people;
    const today = await submitIn(office, { title: 'Seal', days: 1, contact: 'Eva, +34 600 123 456' });
    await approve(office, sam, today, [farid]);
    const early = await submitIn(office, { title: 'Boiler', days: 0 });
    await approve(office, sam, early, [farid]);
    await submitIn(office, { title: 'Valve', days: 9 });
    const back = await submitIn(office, { title: 'Which pump', days: 9 });
    await decide(office, sam, 'request_changes', back, 'Which?');
    await office.until(7.9, 1);
    expect(digestsOf(farid)).toEqual([]);
    await office.until(8.1, 1);
    const [worker] = digestsOf(farid);
    expect(worker?.text).toBe(
      'Your service orders today\nJan 12, 2027, 9:00 AM · SO-000001 Seal · Acme\nLate: SO-000002 Boiler',
    );
    const blocks = JSON.stringify(worker?.blocks);
    expect(blocks).toContain('https://www.google.com/maps/search/?api=1&query=1%20Main%20Street%2C%20boiler%20room');
    expect(blocks).toContain('<tel:+34600123456|+34 600 123 456>');
    expect(digestsOf(sam).map(({ text }) => text)).toEqual([
      'Your service orders today\nAwaiting your decision: SO-000003 Valve\nLate: SO-000002 Boiler',
    ]);
    expect(JSON.stringify(digestsOf(sam)[0]?.blocks)).toContain('€120.00');
    expect(digestsOf(ana).map(({ text }) => text)).toEqual(['Your service orders today\nLate: SO-000004 Which pump']);
    expect(digestsOf(fiona)).toEqual([]);
    await office.until(12, 1);
    expect(digestsOf(farid)).toHaveLength(1);
    await office.until(9, 2);
    expect(digestsOf(farid)).toHaveLength(2);
  });
});

describe('a digest', () => {
  test('is not sent to who turned it off, nor to who is away, nor on days without work', async () => {
    office = await openOffice('socket', { reminders: { decision: 0 } });
    const { store, sandbox } = office;
    const { sam, sofia, carla } = office.people;
    const said = { digest: true, awayUntil: null, substitute: null };
    await store.savePreferences(sandbox.teamId, sam.id, 0, { ...said, digest: false });
    await store.savePreferences(sandbox.teamId, carla.id, 0, { ...said, awayUntil: office.at(0, 2) / 1000 });
    for (const supervisor of [sam, sofia, carla]) await submitIn(office, { supervisor, days: 9 });
    await office.until(10, 1);
    expect([sam, sofia, carla].map((one) => digestsOf(one).length)).toEqual([0, 1, 0]);
    for (const day of [2, 3, 4, 5, 6]) await office.until(10, day);
    expect(digestsOf(sofia)).toHaveLength(4);
    await office.set({ hours, reminders: { digest: false } });
    await office.until(10, 7);
    expect(digestsOf(sofia)).toHaveLength(4);
  });

  test('comes in the morning of its reader’s zone, in their language', async () => {
    office = await openOffice('socket', { reminders: { decision: 0 } });
    const { felix } = office.people;
    felix.setLanguage('es-ES');
    await submitIn(office, { supervisor: felix, days: 9 });
    await office.until(13.9, 1);
    expect(digestsOf(felix, 'es-ES')).toEqual([]);
    await office.until(14.1, 1);
    expect(digestsOf(felix, 'es-ES')).toHaveLength(1);
  });

  test('that is more than three hours late is not sent; one that is less is', async () => {
    office = await openOffice('socket', { reminders: { decision: 0 } });
    const { sam } = office.people;
    await submitIn(office, { days: 9 });
    for (const [hour, day, count] of [
      [11.5, 1, 0],
      [10.5, 2, 1],
    ] as const) {
      await office.down();
      office.clock.advance(office.at(hour, day) - office.clock.now());
      await office.up();
      await office.idle(60_000);
      expect(digestsOf(sam)).toHaveLength(count);
    }
  });

  test('does not repeat what was told by itself within the hour', async () => {
    office = await openOffice('socket', { reminders: { decision: 8 } });
    const { sam } = office.people;
    await submitIn(office, { title: 'Old', days: 9 });
    await office.until(16.7);
    await submitIn(office, { title: 'New', days: 9 });
    await office.until(8.2, 1);
    // Eight office hours after nine o'clock are over with the day: the reminder comes in the morning.
    expect(sam.directMessages().filter(({ text }) => text?.startsWith('Reminder'))).toHaveLength(1);
    expect(digestsOf(sam).map(({ text }) => text)).toEqual([
      'Your service orders today\nAwaiting your decision: SO-000002 New',
    ]);
  });
});
