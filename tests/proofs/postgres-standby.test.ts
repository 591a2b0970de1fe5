import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DatabaseProblem } from '../../db/database-url.ts';
import { readKeys } from '../../db/keys.ts';
import { openStore } from '../../db/open.ts';
import { auditServer } from '../../db/postgres/upkeep/audit.ts';
import { firstCommit, newOrder, saved, TEAM } from '../db/samples.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { folderInMemory } from '../support/folder.ts';
import { NO_WAITING, type PostgresServer, startPostgres } from '../support/postgres-server.ts';

const data = folderInMemory();
const keys = temporaryFolder().file('keys');
const SETTINGS = [...NO_WAITING.filter((one) => !/^(wal_level|max_wal_senders)=/.test(one)), 'wal_level=replica'];
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres({ folder: data, settings: SETTINGS, kept: false });
  await server.started;
}, 60_000);
afterAll(() => server.stop());

const patience = { timeout: 20_000, interval: 50 };

/** The primary becomes a standby. */
async function demote(): Promise<void> {
  await server.down('fast');
  writeFileSync(join(data, 'standby.signal'), '');
  // It does not count as started before it takes changes.
  void server.up();
}

async function promote(): Promise<void> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query('select pg_promote()');
  await client.end();
}

test('a primary that becomes a standby is noticed where nobody comes, and so is its promotion; no start on a standby', async () => {
  const news: string[] = [];
  const warned: string[] = [];
  const store = await openStore(
    server.url,
    (problem) => news.push(problem?.message ?? 'well'),
    (sentence) => warned.push(sentence),
    keys,
  );
  store.onWake(() => {});
  saved(await store.commit(firstCommit(newOrder('o1'))));
  await demote();
  await expect.poll(() => news.at(-1), patience).toMatch(/takes no changes: it is a standby, or read-only/);
  expect(await store.alive()).toBe(false);
  await expect(store.commit(firstCommit(newOrder('o2')))).rejects.toThrow(DatabaseProblem);
  expect(await store.list(TEAM, { limit: 9 })).toMatchObject([{ number: 1 }]);
  await expect(openStore(server.url, undefined, undefined, keys)).rejects.toThrow(
    /\(DATABASE_URL\) takes no changes: it is a standby, .*; name the server that writes/,
  );
  // What only reads may use it.
  expect(await auditServer(server.url, readKeys(keys) ?? [], (sentence) => news.push(sentence))).toMatchObject({
    orders: 1,
  });
  const before = news.length;
  await promote();
  await expect.poll(() => news.at(-1), patience).toBe('well');
  expect(news.slice(before)).toEqual(['well']);
  expect(saved(await store.commit(firstCommit(newOrder('o2')))).number).toBe(2);
  expect(new Set(news).size).toBe(news.length);
  expect(warned).toEqual([expect.stringContaining('is the one that every server has for its own upkeep')]);
  await store.close();
}, 60_000);
