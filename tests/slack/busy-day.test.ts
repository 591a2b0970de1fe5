import { expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { dayAt, dayStart } from '../../src/order/clocks/zones.ts';
import type { Order } from '../../src/order/order.ts';
import type { Progress } from '../../src/order/progress/progress.ts';
import { defaultSettings } from '../../src/settings.ts';
import { hasVisits, openVisits, todayOf } from '../../src/slack/home/agenda.ts';
import type { Person } from '../../src/slack/people/people.ts';
import { type Today, todayMessage } from '../../src/slack/views/inbox/today.ts';
import { content, firstCommit, newOrder, party, saved, TEAM } from '../db/samples.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { seen } from '../support/markup.ts';
import { ANY, part, words } from '../support/words.ts';
import { asking, MORNING } from '../support/workflow.ts';

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

/** Orders that are planned for the crew in a store of their own; `look`: their day. */
async function onDay(
  work: (
    plans: (title: string, plannedStart: number, changes?: Partial<Progress>) => Promise<void>,
    look: () => Promise<Today>,
    store: Store,
  ) => Promise<void>,
): Promise<void> {
  const folder = temporaryFolder();
  const store = await openStore(`file:${folder.file('orders.db')}`);
  const crew = person('UCREW');
  try {
    await work(
      async (title, plannedStart, changes = {}) => {
        const order = newOrder(title, { state: 'approved', plannedStart, content: { ...content(), title } });
        const progress = { ...order.progress, ...changes };
        saved(await store.commit(firstCommit({ ...order, crew: [party('UCREW')], progress })));
      },
      async () =>
        todayOf(store, await openVisits(store, crew, AT), {
          ...{ person: crew, settings: defaultSettings, at: AT, most: 20 },
        }),
      store,
    );
  } finally {
    await store.close();
    folder.remove();
  }
}

const hold = { entry: 1, reasonCode: 'parts', note: '', until: null, by: party('USUP'), at: 1 } as const;
const titles = ({ visits }: Today) => visits.map(({ order }) => order.content.title);

test('work in progress is part of the day, whenever it was planned for; what stands still is no first visit of tomorrow', async () => {
  await onDay(async (plans, look) => {
    await plans('Moved', day(1) + 7 * HOUR, { startedAt: AT - HOUR });
    await plans('Moved far', day(9), { startedAt: AT - HOUR });
    await plans('Moved, on hold', day(9), { startedAt: AT - HOUR, hold });
    await plans('Held', day(1) + 8 * HOUR, { hold });
    expect((await look()).tomorrow?.order.content.title).toBe('Held');
    await plans('Tomorrow', day(1) + 9 * HOUR);
    await plans('Today, on hold', day(0) + 15 * HOUR, { hold });
    const today = await look();
    expect(titles(today)).toEqual(['Today, on hold', 'Moved', 'Moved far']);
    expect(today.tomorrow?.order.content.title).toBe('Tomorrow');
  });
});

test('that a visit is on hold, and why, is said in its row, whatever else it waits for', () => {
  const held: Order = { ...asking, progress: { ...asking.progress, hold: { ...hold, until: MORNING } } };
  const visit = { order: held, offers: [], late: undefined, channel: undefined };
  const reason = words.order.holdReason.parts;
  const line = part(words.inbox.today.holdUntil({ stage: words.order.stage.on_hold, reason, date: ANY }));
  for (const today of [
    { visits: [visit], tomorrow: undefined, more: 0 },
    { visits: [], tomorrow: visit, more: 0 },
  ]) {
    const { blocks } = todayMessage(today, words);
    expect(seen(blocks).join('\n')).toContain(line);
  }
});

test('who has hundreds of orders for later, or that stand still, finds the visits of their day', async () => {
  await onDay(async (plans, look, store) => {
    for (let n = 0; n < MANY; n++) await plans(`Later ${n}`, day(10 + (n % 9)));
    for (let n = 0; n < MANY; n++) await plans(`Held ${n}`, day(-10) - n, { hold });
    await plans('Tomorrow', day(1) + 8 * HOUR);
    await plans('Afternoon', day(0) + 15 * HOUR);
    await plans('Morning', day(0) + 8 * HOUR);
    await plans('Late', day(-1) + 8 * HOUR);
    const today = await look();
    expect(titles(today)).toEqual(['Late', 'Morning', 'Afternoon']);
    expect(today.tomorrow?.order.content.title).toBe('Tomorrow');
    expect(today.more).toBe(0);
    expect(await hasVisits(store, person('UCREW'))).toBe(true);
    expect(await hasVisits(store, person('UNOBODY'))).toBe(false);
  });
});
