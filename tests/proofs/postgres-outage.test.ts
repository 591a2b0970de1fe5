import { afterEach, beforeEach, expect, test } from 'vitest';
import { DatabaseProblem, OutcomeUnknown } from '../../db/database-url.ts';
import type { Store } from '../../db/ports.ts';
import { cuttingProxy } from '../db/cutting-proxy.ts';
import { asOwner, freshDatabase, open, urlOf } from '../db/postgres-database.ts';
import { firstCommit, NOW, newOrder, nextCommit, owe, saved, TEAM, takeOver } from '../db/samples.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let proxy: Awaited<ReturnType<typeof cuttingProxy>>;
let store: Store;
let news: (string | undefined)[];
beforeEach(async () => {
  database = await freshDatabase();
  proxy = await cuttingProxy(Number(new URL(database.url).port));
  news = [];
  const host = `127.0.0.1:${proxy.port}`;
  store = await open(urlOf(database.name, { host }), (problem) => news.push(problem?.message));
});
afterEach(async () => {
  await store.close();
  proxy.close();
  await database.remove();
});

const patience = { timeout: 15_000, interval: 20 };
const commit = (id: string) => store.commit(firstCommit(newOrder(id), [{ type: 'open_channel' }]));
const numbers = async () => (await store.list(TEAM, { limit: 9 })).map(({ number }) => number);

test('connections that were cut while nobody used them: nobody notices', async () => {
  await Promise.all(['o1', 'o2', 'o3'].map(commit));
  await asOwner(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.name}'`);
  expect(await numbers()).toEqual([3, 2, 1]);
  await asOwner(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.name}'`);
  await commit('o4');
  expect(await numbers()).toEqual([4, 3, 2, 1]);
  expect(news).toEqual([]);
});

test.each(['begin', 'order_people', 'commit'])(
  'cut before the server hears of "%s": it is made again, once',
  async (asks) => {
    await commit('o1');
    proxy.cut({ asks, when: 'before' });
    expect(saved(await commit('o2')).number).toBe(2);
    expect(await numbers()).toEqual([2, 1]);
    expect(await store.entries(TEAM, 'o2')).toHaveLength(1);
    expect(news).toEqual([]);
  },
);

test('cut after the server has committed: it is asked, and what was saved is saved', async () => {
  const order = saved(await commit('o1'));
  proxy.cut({ asks: 'commit\0', when: 'answered' });
  expect(saved(await store.commit(nextCommit(order, 'k', { state: 'approved' }))).revision).toBe(2);
  proxy.cut({ asks: 'commit\0', when: 'answered' });
  expect(saved(await commit('o2')).number).toBe(2);
  expect(await store.entries(TEAM, 'o1')).toHaveLength(2);
  expect(news).toEqual([]);
});

test('whether it was saved cannot be found out: that is said, and a form that is sent again is accepted once', async () => {
  const order = saved(await commit('o1'));
  const next = nextCommit(order, 'k', { state: 'approved' });
  proxy.cut({ asks: 'commit\0', when: 'answered', alone: true });
  await expect(store.commit(next)).rejects.toThrow(/whether it was saved is not known yet. Repeat it/);
  proxy.refuse(false);
  expect(await store.commit(next)).toMatchObject({ kind: 'repeated', order: { revision: 2, state: 'approved' } });
  expect(await store.entries(TEAM, 'o1')).toHaveLength(2);
  await commit('o2');
  expect(news).toEqual([expect.stringMatching(/lost in the middle of a change/), undefined]);
});

test('what is claimed when the connection is lost for a while is not lost: the next term takes it up, in doubt', async () => {
  await owe(store, 'o1', [{ type: 'open_channel' }]);
  const term = await takeOver(store);
  proxy.cut({ asks: 'commit\0', when: 'answered', alone: true });
  await expect(store.claim(term, NOW, { channel: 9 })).rejects.toThrow(OutcomeUnknown);
  proxy.refuse(false);
  expect(await store.claim(term, NOW, { channel: 9 })).toEqual([]);
  const next = await takeOver(store);
  const [one] = await store.claim(next, NOW, { channel: 9 });
  expect(one?.inDoubt).toBe(true);
  await store.done(next, one?.id ?? '', NOW);
  expect(await store.backlog(TEAM)).toMatchObject({ pending: 0, running: 0 });
});

test('a server out of reach is told once, nothing was changed; it goes on by itself', async () => {
  await commit('o1');
  proxy.refuse(true);
  await expect(commit('o2')).rejects.toThrow(DatabaseProblem);
  await expect(store.order(TEAM, 'o1')).rejects.toThrow(/DATABASE_URL/);
  expect(await store.alive()).toBe(false);
  proxy.refuse(false);
  expect(await store.alive()).toBe(true);
  expect(saved(await commit('o2')).number).toBe(2);
  expect(news).toEqual([expect.stringMatching(/PostgreSQL database .* \(DATABASE_URL\)/), undefined]);
});

test('where nobody comes, an outage and its end are told as well, each once and within seconds', async () => {
  store.onWake(() => {});
  await commit('o1');
  proxy.refuse(true);
  await expect.poll(() => news, patience).toHaveLength(1);
  await expect.poll(() => proxy.refused(), patience).toBeGreaterThan(3);
  proxy.refuse(false);
  await expect.poll(() => news, patience).toEqual([expect.stringMatching(/PostgreSQL database/), undefined]);
});

test('an outage that somebody met: its end is told within seconds, though nobody comes again', async () => {
  proxy.refuse(true);
  await expect(commit('o1')).rejects.toThrow(DatabaseProblem);
  proxy.refuse(false);
  await expect.poll(() => news, patience).toEqual([expect.anything(), undefined]);
});

test('a limit of connections that is met while it runs: said once, and it goes on by itself', async () => {
  const user = `l${database.name}`;
  await asOwner(
    `create user ${user} password 'secret' connection limit 1;
     grant all on all tables in schema public to ${user}; grant usage on all sequences in schema public to ${user}`,
    database.name,
  );
  const told: (string | undefined)[] = [];
  const limited = await open(urlOf(database.name, { username: user }), (problem) => told.push(problem?.message));
  const met = await Promise.allSettled([
    limited.commit(firstCommit(newOrder('o1'))),
    limited.list(TEAM, { limit: 9 }),
    limited.once(TEAM, 'k', 1),
  ]);
  expect(met.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toContainEqual(
    expect.objectContaining({
      message: expect.stringMatching(/allows this user no more connections; raise the limit/),
    }),
  );
  await asOwner(`alter user ${user} connection limit -1`);
  await expect.poll(() => told.at(-1) ?? 'well', patience).toBe('well');
  expect(new Set(told).size).toBe(2);
  saved(await limited.commit(firstCommit(newOrder('o9'))));
  await limited.close();
  await asOwner(`drop owned by ${user}; drop user ${user}`, database.name);
});

test('what comes when the app has closed it is told so, and that nothing was changed; nobody is alarmed', async () => {
  await store.close();
  await expect(commit('o1')).rejects.toThrow(DatabaseProblem);
  await expect(store.order(TEAM, 'o1')).rejects.toThrow(/is closed: the app is stopping/);
  expect(news).toEqual([]);
});

test('a row that somebody keeps locked is waited for as long as a person can wait', async () => {
  const order = saved(await commit('o1'));
  const holder = asOwner('begin; select 1 from orders for update; select pg_sleep(1.5); commit', database.name);
  await expect
    .poll(
      async () =>
        (await asOwner("select 1 from pg_stat_activity where query like '%pg_sleep(1.5)%' and wait_event = 'PgSleep'"))
          .length,
    )
    .toBe(1);
  const begun = performance.now();
  await expect(store.commit(nextCommit(order, 'k'))).rejects.toThrow(/is kept waiting/);
  expect(performance.now() - begun).toBeLessThan(1450);
  await holder;
  saved(await store.commit(nextCommit(order, 'k')));
  expect(news).toEqual([]);
});

test('a database that takes no changes any more is not alive; that is said once, and it goes on by itself', async () => {
  await Promise.all(['o1', 'o2', 'o3'].map(commit));
  await asOwner(`alter database ${database.name} set default_transaction_read_only = on`);
  await asOwner(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.name}'`);
  expect(await store.alive()).toBe(false);
  await expect(commit('o4')).rejects.toThrow(/takes no changes: it is a standby, or read-only/);
  expect(await numbers()).toEqual([3, 2, 1]);
  await asOwner(`alter database ${database.name} reset default_transaction_read_only`);
  // Connections are to a server that took no changes when they were made: others are.
  await expect.poll(() => news, patience).toEqual([expect.stringMatching(/takes no changes/), undefined]);
  expect(saved(await commit('o4')).number).toBe(4);
});

test('a transaction that the server ends because it was idle for too long: it is said or made again, and nothing is half written', async () => {
  await commit('o1');
  proxy.cut({ asks: 'order_people', when: { held: 3600 } });
  const once = await commit('o2').catch((error: unknown) => error);
  if (once instanceof Error) {
    expect(once).toBeInstanceOf(DatabaseProblem);
    expect(once.message).toMatch(/ended a transaction that took too long|connection was cut/);
    expect(await numbers()).toEqual([1]);
    await commit('o2');
  }
  expect(await numbers()).toEqual([2, 1]);
  expect(await store.entries(TEAM, 'o2')).toHaveLength(1);
  expect(news.at(-1)).toBeUndefined();
}, 20_000);

test('a server whose disk is full says so once; nothing was changed, and it goes on by itself', async () => {
  const order = saved(await commit('o1'));
  await asOwner(
    `create function full_disk() returns trigger language plpgsql as
       $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
     create trigger full_disk before insert on entries for each statement execute function full_disk()`,
    database.name,
  );
  for (const write of [() => commit('o2'), () => store.commit(nextCommit(order, 'k'))])
    await expect(write()).rejects.toThrow(
      /PostgreSQL database .* \(DATABASE_URL\) has no room left; free some disk space/,
    );
  expect(await numbers()).toEqual([1]);
  expect(await store.entries(TEAM, 'o1')).toHaveLength(1);
  await asOwner('drop trigger full_disk on entries; drop function full_disk', database.name);
  expect(saved(await commit('o2')).number).toBe(2);
  expect(news).toEqual([expect.stringContaining('has no room left'), undefined]);
});
