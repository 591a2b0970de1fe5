import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { objectsOf } from '../../sandbox/server/json.ts';
import { calendarOf, weekdayNames } from '../../src/office/hours/calendar.ts';
import { readDates } from '../../src/office/hours/dates.ts';
import { weekText } from '../../src/order/clocks/week-text.ts';
import { deskIds } from '../../src/slack/views/desk/ids.ts';
import { wordsFor } from '../../src/words/words.ts';
import { from, interact } from '../support/forged.ts';
import { answerIn } from '../support/on-file.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const say = words.settings;

describe.each(['socket', 'http'] as const)('over %s, the office’s hours', (mode) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(mode, {}, sketches);
  });
  afterEach(async () => {
    await stage.idle();
    for (const person of Object.values(stage.people)) await person.closeModal(true).catch(() => undefined);
    expect(stage.sandbox.complaints).toEqual([]);
  });
  afterAll(() => stage.stop());

  const hours = async () => (await stage.store.settings(stage.sandbox.teamId)).hours;
  const typed = (person: Person) => String(answerIn(person, 'hours.holidays')?.value ?? '');

  async function openHours(admin: Person): Promise<void> {
    await admin.command('/so settings');
    await admin.modal('settings_list');
    await admin.press('hours');
    await admin.modal('settings_page');
  }

  test('an admin sets zone, hours and holidays; the list says them, the history what changed', async () => {
    const { adam } = stage.people;
    await openHours(adam);
    await adam.fill({
      'hours.zone': 'europe/madrid',
      'hours.week': 'Mon-Fri 8-12, 13-17\nSat 9-13',
      'hours.holidays': '2026-12-26\n2026-12-25 Christmas & more',
    });
    expect(await adam.submit()).toHaveProperty('closed');
    await vi.waitFor(() => expect(adam.topModal()?.shown).toContain(say.saved({ page: say.page.hours })));
    expect(await hours()).toEqual({
      zone: 'Europe/Madrid',
      week: 'Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-13:00',
      holidays: [
        { date: '2026-12-25', name: 'Christmas & more' },
        { date: '2026-12-26', name: '' },
      ],
    });
    expect(calendarOf(await stage.store.settings(stage.sandbox.teamId)).holidays).toEqual(['2026-12-25', '2026-12-26']);
    expect(adam.topModal()?.shown).toContain('Mon–Fri 08:00–12:00, 13:00–17:00; Sat 09:00–13:00');
    await adam.press('hours');
    await adam.modal('settings_page');
    await adam.fill({ 'hours.holidays': '2026-12-25 Christmas & more\n2026-12-25 Noël' });
    await adam.submit();
    // Nothing vanishes silently.
    const twice = { count: 1, days: say.value.day({ day: 'Dec 25, 2026', name: 'Christmas & more' }) };
    await vi.waitFor(() => expect(adam.topModal()?.shown).toContain(say.holidays.twice(twice)));
    await vi.waitFor(async () => expect((await hours()).holidays).toHaveLength(1));
    await adam.press('settings_history');
    const { shown } = await adam.modal('settings_history');
    expect(shown).toContain(say.history.removed({ label: say.label.hours.holidays, names: 'Dec 26, 2026' }));
  });

  test('what cannot be read is said under its field', async () => {
    const { adam } = stage.people;
    await openHours(adam);
    await adam.fill({ 'hours.zone': 'Madrid', 'hours.week': 'Mon 17-8', 'hours.holidays': 'Christmas' });
    await adam.submit();
    expect(adam.errors()).toEqual({
      'hours.zone': say.error.zone,
      'hours.week': say.error.week.backwards({ text: '17-8' }),
      'hours.holidays': say.error.date({ text: 'Christmas' }),
    });
  });

  test('the holidays of a region are added to what is typed, and saved only with the page', async () => {
    const { adam } = stage.people;
    const before = await hours();
    await openHours(adam);
    await adam.fill({ 'hours.holidays': '2031-06-01 Party', 'hours.week': 'Tue 10-11' });
    await adam.choose(say.holidays.place, { search: 'germ bay', pick: 'Germany, Bayern' });
    await vi.waitFor(() => expect(typed(adam)).toContain('2031-06-01 Party'));
    await vi.waitFor(() => expect(typed(adam)).toContain('Epiphany'));
    // The other fields are as they were typed.
    expect(answerIn(adam, 'hours.week')?.value).toBe('Tue 10-11');
    const read = readDates(typed(adam));
    const days = 'ok' in read ? read.ok : [];
    const year = new Date().getUTCFullYear();
    for (const one of [year, year + 1]) expect(days.map(({ date }) => date)).toContain(`${one}-01-06`);
    const [place, count] = ['Germany, Bayern', days.length - 1];
    expect(adam.topModal()?.shown).toContain(say.holidays.added({ count, place, button: say.save }));
    expect(await hours()).toEqual(before);
    // Again: nothing is added twice, and another country comes on top.
    await adam.choose(say.holidays.place, { search: 'germ bay', pick: 'Germany, Bayern' });
    await vi.waitFor(() => expect(adam.topModal()?.shown).toContain(say.holidays.there({ place: 'Germany, Bayern' })));
    expect(readDates(typed(adam))).toEqual(read);
    await adam.choose(say.holidays.place, { search: 'Austria', pick: 'Austria' });
    await vi.waitFor(() => expect(typed(adam)).toContain(`${year}-10-26`));
    await adam.submit();
    await vi.waitFor(async () => expect((await hours()).week).toBe('Tue 10:00-11:00'));
    const saved = (await hours()).holidays.map(({ date }) => date);
    for (const day of ['2031-06-01', `${year}-01-06`, `${year}-10-26`]) expect(saved).toContain(day);
  });

  test('what does not fit the list is not added, and nothing that is typed is lost', async () => {
    const { adam } = stage.people;
    await openHours(adam);
    const lines = Array.from({ length: 30 }, (_, n) => `2031-03-${String(n + 1).padStart(2, '0')} ${'x'.repeat(78)}`);
    await adam.fill({ 'hours.holidays': lines.join('\n') });
    await adam.choose(say.holidays.place, { search: 'japan', pick: 'Japan' });
    await vi.waitFor(() => expect(adam.topModal()?.shown).toContain(say.holidays.tooMany), 5000);
    expect(typed(adam)).toBe(lines.join('\n'));
  });

  test('of two admins at once the second is shown what the first saved, and keeps the holidays they added', async () => {
    const { adam, olga } = stage.people;
    await openHours(adam);
    await openHours(olga);
    await olga.fill({ 'hours.holidays': '' });
    await olga.choose(say.holidays.place, { search: 'spain', pick: 'Spain' });
    await vi.waitFor(() => expect(typed(olga)).toMatch(/-01-06 /));
    await adam.fill({ 'hours.holidays': '2030-01-01 Adam’s day' });
    await adam.submit();
    await vi.waitFor(async () => expect((await hours()).holidays).toHaveLength(1));
    await olga.submit();
    expect(olga.topModal()?.shown).toContain('Adam’s day');
    expect(typed(olga)).toMatch(/-01-06 /);
    await olga.submit();
    await vi.waitFor(async () => expect((await hours()).holidays.length).toBeGreaterThan(10));
  });

  test('a German reads and types weekdays, places and holidays in German', async () => {
    const { olga } = stage.people;
    olga.setLanguage('de-DE');
    const de = wordsFor('de-DE').settings;
    await vi.waitFor(async () => {
      await olga.closeModal(true).catch(() => undefined);
      await olga.command('/so settings');
      expect((await olga.modal('settings_list')).title).toBe(de.title);
    }, 5000);
    await olga.press('hours');
    await olga.modal('settings_page');
    await olga.fill({ 'hours.week': 'Montag-Donnerstag 8-17 Uhr; Fr 8-12', 'hours.holidays': '' });
    await olga.choose(de.holidays.place, { search: 'osterreich', pick: 'Österreich' });
    await vi.waitFor(() => expect(typed(olga)).toContain('Nationalfeiertag'));
    await olga.submit();
    await vi.waitFor(async () => expect((await hours()).week).toBe('Mon-Thu 08:00-17:00; Fri 08:00-12:00'));
    const { week } = calendarOf(await stage.store.settings(stage.sandbox.teamId));
    await vi.waitFor(() => expect(olga.topModal()?.shown).toContain(weekText(week, weekdayNames('de-DE'), '–')));
    olga.setLanguage('en-GB');
  });

  test('places are offered to admins only, and added to a page of theirs only', async () => {
    const { ana, adam } = stage.people;
    const asks = async (person: Person) => {
      const { body } = Object(
        await interact(stage, {
          ...from(stage, person.id),
          type: 'block_suggestion',
          action_id: `${deskIds.places}:0-0`,
          block_id: 'places',
          value: 'germany',
          view: { id: 'V1', type: 'modal', callback_id: deskIds.page, private_metadata: '{"p":"hours","r":0}' },
        }),
      );
      return objectsOf(body.options).length;
    };
    expect(await asks(ana)).toBe(0);
    expect(await asks(adam)).toBeGreaterThan(10);
  });
});
