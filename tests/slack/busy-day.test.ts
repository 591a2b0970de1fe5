import { expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import { dayAt, dayStart } from '../../src/order/clocks/zones.ts';
import { defaultSettings } from '../../src/settings.ts';
import { hasVisits, openVisits, todayOf } from '../../src/slack/home/agenda.ts';
import type { Person } from '../../src/slack/people/people.ts';
import { content, firstCommit, newOrder, party, saved, TEAM } from '../db/samples.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';

const ZONE = 'Europe/Madrid';
const HOUR = 3600;
const AT = Date.parse('2026-11-25T09:00:00Z') / 1000;
const day = (days: number): number => dayStart(ZONE, dayAt(ZONE, AT) + days);
/** More than are ever looked at for one day. */
const MANY = 301;

const person = (id: string): Person =>
  ({
    ...{ id, team: TEAM, name: id, timeZone: ZONE, locale: 'en-GB', admin: false, office: false },
    ...{ kind: 'member', isBot: false },
  }) as unknown as Person;

test('who has hundreds of orders for later, or that stand still, finds the visits of their day', async () => {
  const folder = temporaryFolder();
  const store = await openStore(`file:${folder.file('orders.db')}`);
  try {
    const plans = async (title: string, plannedStart: number, held = false) => {
      const order = newOrder(title, { state: 'approved', plannedStart, content: { ...content(), title } });
      const hold = { entry: 1, reasonCode: 'parts', note: '', until: null, by: party('USUP'), at: 1 } as const;
      const progress = { ...order.progress, hold: held ? hold : null };
      saved(await store.commit(firstCommit({ ...order, crew: [party('UCREW')], progress })));
    };
    for (let n = 0; n < MANY; n++) await plans(`Later ${n}`, day(10 + (n % 9)));
    for (let n = 0; n < MANY; n++) await plans(`Held ${n}`, day(-10) - n, true);
    await plans('Tomorrow', day(1) + 8 * HOUR);
    await plans('Afternoon', day(0) + 15 * HOUR);
    await plans('Morning', day(0) + 8 * HOUR);
    await plans('Late', day(-1) + 8 * HOUR);
    const crew = person('UCREW');
    const asked = { person: crew, settings: defaultSettings, at: AT, most: 20 };
    const { visits, tomorrow, more } = await todayOf(store, await openVisits(store, crew, AT), asked);
    expect(visits.map(({ order }) => order.content.title)).toEqual(['Late', 'Morning', 'Afternoon']);
    expect(tomorrow?.order.content.title).toBe('Tomorrow');
    expect(more).toBe(0);
    expect(await hasVisits(store, crew)).toBe(true);
    expect(await hasVisits(store, person('UNOBODY'))).toBe(false);
  } finally {
    await store.close();
    folder.remove();
  }
});
