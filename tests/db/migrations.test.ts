import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DatabaseProblem } from '../../db/database-url.ts';
import { openStore } from '../../db/open.ts';
import { type Client, connect } from '../../db/sqlite/connection.ts';
import * as schema from '../../db/sqlite/schema.ts';
import { MIGRATIONS, migrate } from '../../db/sqlite/upkeep/migrate.ts';
import { firstCommit, newOrder, nextCommit, saved, TEAM, version } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = folder.file('test.db');
});
afterEach(() => folder.remove());

const journalOf = (migrations: string) => JSON.parse(readFileSync(`${migrations}/meta/_journal.json`, 'utf8'));

/** The real migrations and one more, as a later release would bring it. */
function laterRelease(sql: string): string {
  const later = folder.file('migrations');
  cpSync(MIGRATIONS, later, { recursive: true });
  const journal = journalOf(later);
  const idx = journal.entries.length;
  journal.entries.push({ ...journal.entries.at(-1), idx, when: Date.UTC(2100, 0), tag: `${idx}_later` });
  writeFileSync(`${later}/meta/_journal.json`, JSON.stringify(journal));
  writeFileSync(`${later}/${idx}_later.sql`, sql);
  return later;
}

/** The migrations of an earlier release, as far as before this one. */
function releaseBefore(number: string): string {
  const earlier = folder.file('earlier');
  cpSync(MIGRATIONS, earlier, { recursive: true });
  const journal = journalOf(earlier);
  journal.entries = journal.entries.filter(({ tag }: { tag: string }) => tag < number);
  writeFileSync(`${earlier}/meta/_journal.json`, JSON.stringify(journal));
  return earlier;
}

async function fill(): Promise<void> {
  const store = await openStore(`file:${file}`);
  const order = saved(await store.commit(firstCommit(newOrder('o1'), [{ type: 'open_channel' }])));
  await store.commit(nextCommit(order, 'k', { version: version(1) }));
  await store.saveAsset({
    team: TEAM,
    sha256: 'ab',
    type: 'image/png',
    width: 1,
    height: 1,
    bytes: new Uint8Array([1]),
  });
  const data = { name: 'Hall', address: '', accessNotes: '', contact: '' };
  const site = { kind: 'site', client: 'c1', id: 's1', externalId: '', active: true, data } as const;
  await store.saveRecord(TEAM, site, 0, { at: 1, by: { id: 'U1', name: 'Ana' } });
  await store.close();
}

async function using<T>(work: (client: Client) => T | Promise<T>): Promise<T> {
  const client = connect(file);
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

/** What drizzle-kit writes for a changed column: the table is built again and the old one dropped. */
const rebuildOrders = `
  CREATE TABLE __new_orders (team text NOT NULL, id text NOT NULL, number integer, revision integer NOT NULL, PRIMARY KEY(team, id));--> statement-breakpoint
  INSERT INTO __new_orders SELECT team, id, number, revision FROM orders;--> statement-breakpoint
  DROP TABLE orders;--> statement-breakpoint
  ALTER TABLE __new_orders RENAME TO orders;`;

test('the migrations make exactly the schema: drizzle-kit would generate nothing', async () => {
  const entries: { idx: number }[] = journalOf(MIGRATIONS).entries;
  const last = String(entries.at(-1)?.idx).padStart(4, '0');
  const snapshot = JSON.parse(readFileSync(`${MIGRATIONS}/meta/${last}_snapshot.json`, 'utf8'));
  const now = await generateSQLiteDrizzleJson({ ...schema }, snapshot.id);
  expect(await generateSQLiteMigration(snapshot, now)).toEqual([]);
});

test.each([
  ['there was search', '0003', ''],
  [
    'the index was read forwards',
    '0006',
    `insert into searched (team, number) select team, number from orders order by number;
     insert into order_search (rowid, tokens) select seq, 'replace' from searched`,
  ],
  [
    'D17 words were found joined',
    '0008',
    `insert into searched (team, number) select team, number from orders order by number;
     insert into order_search (rowid, tokens) select -seq, 'replace viton o brien' from searched`,
  ],
])('a database from before %s is filled: its orders are found', async (_, before, indexed) => {
  await using((client) => migrate(client, file, { folder: releaseBefore(before) }));
  // Rows as the program of then wrote them.
  const other = folder.file('other.db');
  const store = await openStore(`file:${other}`);
  await store.commit(firstCommit(newOrder('o1')));
  await store.commit(firstCommit(newOrder('o2', { coordinator: { id: 'UCOO', name: "Ucoo O'Brien" } })));
  await store.close();
  await using((client) => {
    client.exec(`attach '${other}' as other`);
    const columns = client.prepare("select group_concat(name) from pragma_table_info('orders')").pluck().get();
    client.exec(`insert into orders select ${columns} from other.orders order by number desc`);
    client.exec('insert into counters select * from other.counters');
    client.exec(indexed);
  });
  const now = await openStore(`file:${file}`);
  const numbers = async (words: string) => {
    const result = await now.search(TEAM, words, { limit: 9 });
    return result.kind === 'found' && result.orders.map(({ number }) => number);
  };
  expect(await numbers('replace viton')).toEqual([2, 1]);
  expect(await numbers('ucoo')).toEqual([2]);
  expect(await numbers('obrien')).toEqual([2]);
  await now.commit(firstCommit(newOrder('o3')));
  expect(await numbers('replace')).toEqual([3, 2, 1]);
  await now.close();
});

test('a document that was issued before files were known by their bytes is known afterwards', async () => {
  await using(async (client) => {
    await migrate(client, file, { folder: releaseBefore('0004') });
    client.pragma('foreign_keys = off');
    client.exec("insert into documents values ('T1', 'o1', 2, 'ab', 9, 'F1', 'https://x')");
    client.exec("insert into documents values ('T1', 'o1', 1, 'cd', 9, 'F2', '')");
  });
  await using((client) => {
    client.exec(
      "insert into orders select 'T1','o1',1,1,'approved',1,null,'','','normal',2,1,null,'{}','{}',null,'[]','{}',null,null",
    );
  });
  const store = await openStore(`file:${file}`);
  expect(await store.issuedAs('T1', 'ab')).toEqual({ order: 'o1', version: 2, copy: 'priced' });
  expect(await store.issuedAs('T1', 'cd')).toEqual({ order: 'o1', version: 1, copy: 'priced' });
  await store.close();
});

test('opening again migrates nothing and copies nothing', async () => {
  await fill();
  const store = await openStore(`file:${file}`);
  expect(await store.order(TEAM, 'o1')).toMatchObject({ revision: 2, latest: { n: 1 } });
  await store.close();
  expect(existsSync(`${file}.before-${journalOf(MIGRATIONS).entries.length + 1}`)).toBe(false);
});

test('a later migration that rebuilds a table keeps every row that hangs on it, and the file as it was before', async () => {
  await fill();
  const count = (client: Client, table: string) => client.prepare(`select count(*) from ${table}`).pluck().get();
  await using(async (client) => {
    await migrate(client, file, { folder: laterRelease(rebuildOrders) });
    expect(client.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(['orders', 'entries', 'versions', 'effects', 'order_people'].map((t) => count(client, t))).toEqual([
      1, 2, 1, 1, 2,
    ]);
  });
  file = `${file}.before-${journalOf(MIGRATIONS).entries.length + 1}`;
  const before = await openStore(`file:${file}`);
  expect(await before.order(TEAM, 'o1')).toMatchObject({ number: 1 });
  await before.close();
});

test('a migration that would break references, or fails half way, changes nothing', async () => {
  await fill();
  await using(async (client) => {
    const breaking = 'ALTER TABLE people ADD COLUMN x integer;--> statement-breakpoint\nDELETE FROM orders;';
    await expect(migrate(client, file, { folder: laterRelease(breaking) })).rejects.toThrow(
      /would break references in/,
    );
  });
  await using(async (client) => {
    const failing =
      'ALTER TABLE people ADD COLUMN x integer;--> statement-breakpoint\nDROP TABLE nothing_of_that_name;';
    await expect(migrate(client, file, { folder: laterRelease(failing) })).rejects.toThrow(/nothing_of_that_name/);
  });
  const store = await openStore(`file:${file}`);
  expect(await store.order(TEAM, 'o1')).toMatchObject({ revision: 2 });
  await store.close();
  await using((client) =>
    expect(
      client
        .prepare('select * from people')
        .columns()
        .map((c) => c.name),
    ).not.toContain('x'),
  );
});

test('a database from a newer version is refused', async () => {
  await fill();
  await using((client) => migrate(client, file, { folder: laterRelease('CREATE TABLE later (id text);') }));
  const refusal = openStore(`file:${file}`);
  await expect(refusal).rejects.toBeInstanceOf(DatabaseProblem);
  await expect(refusal).rejects.toThrow(/DATABASE_URL.*newer version.*start that version, or restore/);
});

test('a database of another program is refused and left alone', async () => {
  await using((client) => client.exec('create table theirs (id text)'));
  await expect(openStore(`file:${file}`)).rejects.toThrow(/belongs to another program/);
  await using((client) => expect(client.prepare('select name from sqlite_master').pluck().all()).toEqual(['theirs']));
});

test.each(['entries', 'versions', 'assets', 'printed_codes', 'record_changes'])('%s are append-only', async (table) => {
  await fill();
  await using((client) => {
    expect(() => client.exec(`update ${table} set team = 'T9'`)).toThrow(`${table.replace('_', ' ')} are append-only`);
    expect(() => client.exec(`delete from ${table}`)).toThrow(`${table.replace('_', ' ')} are append-only`);
  });
});
