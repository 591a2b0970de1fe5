import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store, Swept } from '../../db/ports.ts';
import { asOwner, freshDatabase, open } from './postgres-database.ts';
import { draftData, firstCommit, NOW, newOrder, nextCommit, owe, saved, TEAM, takeOver } from './samples.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let store: Store;
beforeEach(async () => {
  database = await freshDatabase();
  store = await open(database.url);
});
afterEach(async () => {
  await store.close();
  await database.remove();
});

const rows = async (sql: string): Promise<unknown[]> =>
  (await asOwner<{ one: unknown }>(`select ${sql}`, database.name)).map(({ one }) => one);

test('search: what is far below the newest is found as well, newest first, page by page', async () => {
  const numbers = [5, 1023, 1024, 1500, 32_768, 40_000, 98_304, 98_305];
  await store.commit(firstCommit(newOrder('first')));
  for (const number of numbers) {
    await asOwner(`update counters set value = ${number - 1}`, database.name);
    const title = number > 40_000 ? 'Valve' : number === 5 ? 'Pump for Zeppelin' : 'Pump';
    const order = newOrder(`o${number}`);
    saved(await store.commit(firstCommit({ ...order, content: { ...order.content, title } })));
  }
  const found = async (words: string, page: { before?: number; limit: number; person?: string }) => {
    const result = await store.search(TEAM, words, page);
    return result.kind === 'found' ? result.orders.map(({ number }) => number) : result.kind;
  };
  const pumps = [40_000, 32_768, 1500, 1024, 1023, 5, 1];
  for (const person of [{}, { person: 'UREQ' }]) {
    expect(await found('pump', { limit: 99, ...person })).toEqual(pumps);
    for (let at = 0; at < pumps.length; at += 2) {
      const before = pumps[at - 1];
      const page = { limit: 2, ...(before ? { before } : {}), ...person };
      expect(await found('pump', page)).toEqual(pumps.slice(at, at + 2));
    }
    expect(await found('zeppelin', { limit: 9, ...person })).toEqual([5]);
    expect(await found('valve', { limit: 9, ...person })).toEqual([98_305, 98_304]);
    expect(await found('pump valve', { limit: 9, ...person })).toEqual([]);
  }
  expect(await found('pump', { limit: 9, person: 'UNOBODY' })).toEqual([]);
});

const DAY = 86_400_000;
const ages = { effects: NOW - 30 * DAY, drafts: NOW - 30 * DAY, ended: NOW - DAY, once: NOW, imports: 0 };

async function swept(what: Swept, limit: number): Promise<number> {
  let removed = 0;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const step = await store.sweep(what, ages, after, limit);
    removed += step.removed;
    after = step.next;
  }
  return removed;
}

test('what is no longer needed is removed in steps, and nothing else', async () => {
  const order = await owe(
    store,
    'o1',
    Array.from({ length: 5 }, (_, entry) => ({ type: 'post_entry' as const, entry })),
  );
  const term = await takeOver(store);
  for (const days of [31, 60, 29]) {
    const [one] = await store.claim(term, NOW, { channel: 1 });
    await store.done(term, one?.id ?? '', NOW - days * DAY);
  }
  expect(await swept('effects', 1)).toBe(2);
  expect(await rows('count(*)::int as one from effects')).toEqual([3]);

  const draft = (form: string, id: string, daysAgo: number) =>
    store.saveDraft(
      { team: TEAM, person: 'U1', form, order: id, data: draftData, updatedAt: NOW - daysAgo * DAY },
      undefined,
    );
  const stateSince = (NOW - 2 * DAY) / 1000;
  await store.commit(nextCommit(order, 'k', { state: 'rejected', stateSince }));
  await draft('submit', '', 31);
  await draft('submit', 'x', 29);
  await draft('approve', 'o1', 3);
  await draft('reopen', 'o1', 1);
  expect(await swept('drafts', 2)).toBe(2);
  expect(await rows("form || ' ' || order_id as one from drafts order by seq")).toEqual(['submit x', 'reopen o1']);

  for (const [n, settled] of [true, false].entries())
    await store.savePost({
      ...{ team: TEAM, order: 'o1', purpose: 'request', person: 'U1', channel: `D${n}`, ts: '1', entry: null },
      settled,
    });
  expect(await swept('posts', 1)).toBe(1);
  expect(await rows('settled as one from posts')).toEqual([false]);
});

test('no hot query reads a whole table', async () => {
  await owe(store, 'o1', [{ type: 'open_channel' }]);
  await asOwner(
    `insert into people (team, id, name, time_zone, kind, admin, fetched_at) select 'T', 'U' || n, 'x', '', 'member', false, 0 from generate_series(1, 500) as n;
     analyze; select pg_stat_reset()`,
    database.name,
  );
  const term = await takeOver(store);
  const [one] = await store.claim(term, NOW, { channel: 1, people: 1 });
  await store.saveCheckpoint(term, one?.id ?? '', {});
  await store.done(term, one?.id ?? '', NOW);
  await store.order(TEAM, 'o1');
  await store.history(TEAM, 'o1');
  await store.list(TEAM, { limit: 3 });
  await store.list(TEAM, { limit: 3, person: 'UREQ', states: ['submitted'] });
  await store.search(TEAM, 'pump', { limit: 3 });
  await store.documentByFile(TEAM, 'F1');
  await store.channelById(TEAM, 'C1');
  await store.backlog(TEAM);
  await store.nextDue(TEAM);
  await store.parkedCauses(TEAM, 9);
  await store.adjustForClockShift(TEAM, 1, 1);
  await store.owe(TEAM, null, [{ type: 'refresh_card' }], NOW);
  await store.close();
  await expect
    .poll(() => rows("sum(idx_scan)::int > 10 as one from pg_stat_user_tables where relname <> 'people'"))
    .toEqual([true]);
  const read = "relname as one from pg_stat_user_tables where seq_scan > 0 and relname <> 'place'";
  expect(await rows(read)).toEqual([]);
});
