import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonRecord, Store } from '../../db/ports.ts';
import { publishHome } from '../../src/slack/home/home.ts';
import { quietDeps } from '../support/deps.ts';
import { wellFilled } from '../support/forms.ts';
import { nextPage, storedOrder, tapsOf, WORKER } from '../support/taps.ts';
import { ana, farid, sam } from '../support/workflow.ts';
import { askedDuring } from './asked-of-postgres.ts';
import { freshDatabase, open } from './postgres-database.ts';
import { NOW, owe, TEAM, takeOver } from './samples.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let store: Store;
let costs: Record<string, string>;
beforeEach(async () => {
  database = await freshDatabase();
  store = await open(database.url);
  // Connections are made when they are needed: what goes out over two at once is one round trip.
  await Promise.all(Array.from({ length: 4 }, () => store.settings(TEAM)));
  costs = {};
});
afterEach(async () => {
  await store.close();
  await database.remove();
});

/** Does it, and notes what it costs: every round trip is waited for before Slack has its answer. */
async function noted<T>(what: string, work: () => Promise<T>): Promise<T> {
  const { asked, trips, result } = await askedDuring(work);
  costs[what] = `${asked.length} statements in ${trips}`;
  return result;
}

test('what people do costs this many statements, sent in so many round trips', async () => {
  const order = await noted('a new order is stored', () => storedOrder(store, 'O1', { versions: 0 }));
  const supervisor = tapsOf(store, sam.id);
  const approval = await noted('Approve is opened', () => supervisor.open('approve', order));
  const plannedStart = Math.floor(Date.now() / 1000) + 7200;
  const approved = { ...wellFilled.approve, crew: [farid.id], coordinator: null, plannedStart };
  await noted('Approve is sent', () => supervisor.submit(approval, approved));
  const worker = tapsOf(store, WORKER);
  const items = await noted('Create confirmation is opened', () => worker.open('confirm', order));
  const report = await noted('its first page is sent', () => worker.submit(items));
  await noted('an item is removed', () => worker.press(items, 'item_remove', order.content.items[0]?.id ?? ''));
  const done = { ...wellFilled.confirm, photos: [], final: [] };
  const review = await noted('its second page is sent', () => worker.submit(nextPage(report), done));
  await noted('its last page is sent', () => worker.submit(nextPage(review)));
  await noted('an order is opened in Home', () => worker.show(order));
  for (const line of ['list', 'show SO-1', 'history SO-1', 'find pump', 'help'])
    await noted(`/so ${line}`, () => worker.command(line));
  const person = { ...ana, team: 'T1', timeZone: 'UTC', kind: 'member', admin: false, fetchedAt: NOW } as const;
  const known = async (): Promise<PersonRecord> => person;
  const deps = quietDeps(store, { people: { ...quietDeps(store).people, known, find: known } });
  await noted('Home is opened', () => publishHome(deps, ana.id));
  expect(costs).toMatchInlineSnapshot(`
    {
      "/so find pump": "4 statements in 4",
      "/so help": "1 statements in 1",
      "/so history SO-1": "4 statements in 3",
      "/so list": "4 statements in 3",
      "/so show SO-1": "2 statements in 2",
      "Approve is opened": "2 statements in 1",
      "Approve is sent": "17 statements in 3",
      "Create confirmation is opened": "5 statements in 4",
      "Home is opened": "13 statements in 4",
      "a new order is stored": "12 statements in 2",
      "an item is removed": "9 statements in 6",
      "an order is opened in Home": "2 statements in 1",
      "its first page is sent": "4 statements in 2",
      "its last page is sent": "19 statements in 3",
      "its second page is sent": "8 statements in 4",
    }
  `);
});

test('what the outbox does costs this many', async () => {
  await owe(store, 'o1', [{ type: 'open_channel' }]);
  const term = await noted('the deliveries are taken over', () => takeOver(store));
  await noted('the term is renewed', () => store.renewDeliveries(term));
  const [one] = await noted('an effect is claimed', () => store.claim(term, NOW, { channel: 9, metadata: 9 }));
  const id = one?.id ?? '';
  await noted('what Slack gave back is kept', () => store.saveCheckpoint(term, id, { channel: 'C1' }));
  const channel = {
    ...{ team: TEAM, order: 'o1', n: 1, channel: 'C1', name: 'so-1', cardTs: '1.1', pinned: true, cardStuck: null },
    ...{ topic: '', bookmark: null, archivedAt: null, lost: null },
  };
  await noted('a channel is saved', () => store.during(term).saveChannel(channel));
  await noted('it is done', () => store.done(term, id, NOW));
  await noted('when something is due next', () => store.nextDue(TEAM));
  expect(costs).toMatchInlineSnapshot(`
    {
      "a channel is saved": "5 statements in 2",
      "an effect is claimed": "5 statements in 3",
      "it is done": "4 statements in 2",
      "the deliveries are taken over": "6 statements in 5",
      "the term is renewed": "4 statements in 2",
      "what Slack gave back is kept": "5 statements in 2",
      "when something is due next": "1 statements in 1",
    }
  `);
});
