import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Store } from '../../db/ports.ts';
import { deafProxy } from './deaf-proxy.ts';
import { asOwner, freshDatabase, open, urlOf } from './postgres-database.ts';
import { TEAM } from './samples.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
const stores: Store[] = [];
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  await database.remove();
});

const patience = { timeout: 15_000, interval: 5 };

/** An instance, what it hears, and what it tells its operator. */
async function instance(url = database.url) {
  const heard: string[] = [];
  const said: string[] = [];
  const store = await open(url, undefined, (sentence) => said.push(sentence));
  stores.push(store);
  store.onWake((news, team) => heard.push(`${news} ${team ?? 'anywhere'}`));
  return { store, heard, said };
}
const listens = ({ heard }: Awaited<ReturnType<typeof instance>>, times = 1) =>
  vi.waitFor(() => expect(heard.filter((one) => one === 'missed anywhere')).toHaveLength(times), patience);

describe('what instances tell one another', () => {
  test('everybody else hears it at once', async () => {
    const [a, b, c] = [await instance(), await instance(), await instance()];
    await Promise.all([a, b, c].map((one) => listens(one)));
    const begun = performance.now();
    a.store.wake(TEAM, 'owed');
    for (const one of [b, c]) await vi.waitFor(() => expect(one.heard.at(-1)).toBe(`owed ${TEAM}`), patience);
    expect(performance.now() - begun).toBeLessThan(1000);
    b.store.wake('T2', 'free');
    for (const one of [a, c]) await vi.waitFor(() => expect(one.heard.at(-1)).toBe('free T2'), patience);
    expect(a.heard).toEqual(['missed anywhere', 'free T2']);
    expect(b.heard).toEqual(['missed anywhere', `owed ${TEAM}`]);
    expect([a, b, c].flatMap(({ said }) => said)).toEqual([]);
  });

  test('many at once are told a few times, and the last one surely', async () => {
    const [a, b] = [await instance(), await instance()];
    await Promise.all([a, b].map((one) => listens(one)));
    for (let n = 0; n < 500; n++) a.store.wake(TEAM, 'owed');
    await vi.waitFor(() => expect(b.heard.length).toBeGreaterThan(1), patience);
    a.store.wake(TEAM, 'access');
    await vi.waitFor(() => expect(b.heard.at(-1)).toBe(`access ${TEAM}`), patience);
    expect(b.heard.length).toBeLessThan(20);
  });

  test('one who stops is heard to the end', async () => {
    const [a, b] = [await instance(), await instance()];
    await Promise.all([a, b].map((one) => listens(one)));
    a.store.wake(TEAM, 'free');
    await a.store.close();
    await vi.waitFor(() => expect(b.heard).toContain(`free ${TEAM}`), patience);
  });

  test('a connection that is lost is opened again, and what was missed is looked for', async () => {
    const [a, b] = [await instance(), await instance()];
    await Promise.all([a, b].map((one) => listens(one)));
    await asOwner(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.name}'`);
    await Promise.all([a, b].map((one) => listens(one, 2)));
    a.store.wake(TEAM, 'owed');
    await vi.waitFor(() => expect(b.heard.at(-1)).toBe(`owed ${TEAM}`), patience);
    expect([a, b].flatMap(({ said }) => said)).toEqual([]);
  });

  test('where nobody can be heard, the operator is told once, and everything else works', async () => {
    const proxy = await deafProxy(Number(new URL(database.url).port));
    const deaf = await instance(urlOf(database.name, { host: `127.0.0.1:${proxy.port}` }));
    await vi.waitFor(() => expect(deaf.said).toHaveLength(1), patience);
    expect(deaf.said[0]).toContain('it looks every second instead');
    expect(deaf.heard).toEqual([]);
    expect(await deaf.store.once(TEAM, 'x', 1)).toBe(true);
    // It can still tell others.
    const other = await instance();
    await listens(other);
    deaf.store.wake(TEAM, 'owed');
    await vi.waitFor(() => expect(other.heard).toContain(`owed ${TEAM}`), patience);
    await Promise.all(stores.splice(0).map((store) => store.close()));
    proxy.close();
  });
});
