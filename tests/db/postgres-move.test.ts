import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { getTableName, is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DatabaseProblem } from '../../db/database-url.ts';
import { keysFile } from '../../db/keys.ts';
import { move } from '../../db/moving/move.ts';
import { MOVING } from '../../db/moving/tables.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { bringUpToDate } from '../../db/postgres/upkeep/bring-up-to-date.ts';
import * as schema from '../../db/sqlite/schema.ts';
import { runCommand } from '../support/programs.ts';
import { asOwner, emptyDatabase, urlOf } from './postgres-database.ts';
import {
  draftData,
  firstCommit,
  NOW,
  newOrder,
  nextCommit,
  owe,
  party,
  saved,
  TEAM,
  takeOver,
  version,
} from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
let database: Awaited<ReturnType<typeof emptyDatabase>>;
let file: string;
let source: Store;
beforeEach(async () => {
  database = await emptyDatabase();
  file = folder.file(`${database.name}.db`);
  source = await openStore(`file:${file}`);
});
afterEach(async () => {
  await source.close();
  await database.remove();
});

const pump = {
  kind: 'item',
  id: 'pump',
  externalId: '',
  active: true,
  data: { kind: 'material', description: 'Pump', unit: 'pcs', unitPrice: '12.5', currency: 'EUR' },
} as const;

/** Opens where everything was moved to, with the keys of before. */
const moved = () => openStore(database.url, undefined, (sentence) => expect(sentence).toBe(''), keysFile(file));

test('every table moves', () => {
  const tables = Object.values(schema)
    .filter((one) => is(one, SQLiteTable))
    .map((table) => getTableName(table));
  const left = tables.filter((name) => MOVING.every((one) => one.name !== name));
  expect(left).toEqual(['searched']);
});

test('a database moves over, complete: orders, history, codes, numbers, drafts, what is owed; and goes on', async () => {
  let order = await owe(source, 'o1', [{ type: 'open_channel' }, { type: 'refresh_card' }]);
  for (let n = 1; n <= 3; n++)
    order = saved(await source.commit(nextCommit(order, `k${n}`, { version: version(n), state: 'approved' })));
  await source.commit(firstCommit(newOrder('o2', { content: { ...newOrder('o2').content, title: 'Wärmepumpe\0' } })));
  const key = { team: TEAM, person: 'U1', form: 'submit', order: '' };
  await source.saveDraft({ ...key, data: draftData, updatedAt: NOW }, undefined);
  const asset = {
    team: TEAM,
    sha256: 'ab',
    type: 'image/png',
    width: 1,
    height: 1,
    bytes: new Uint8Array([0, 255]),
  } as const;
  await source.saveAsset(asset);
  await source.saveChannel({
    ...{ team: TEAM, order: 'o1', n: 1, channel: 'C1', name: 'so-1', cardTs: null, pinned: true, cardStuck: null },
    ...{ topic: '', bookmark: null, archivedAt: null, lost: { how: 'removed', by: null, at: 1.5 } },
  });
  const change = { at: NOW / 1000, by: party('U1') };
  for (const name of ['Łódź Waterworks', 'Acme'])
    await source.saveRecord(TEAM, { ...pump, id: name, data: { ...pump.data, description: name } }, 0, change);
  await source.saveRecord(TEAM, { ...pump, id: 'Acme', active: false }, 1, change);
  const found = async (store: Store) => ({
    offered: await store.suggestions(TEAM, { kind: 'item' }, 'lod', 9),
    all: await store.recordsByName(TEAM, { kind: 'item' }, { limit: 9 }),
    changes: await store.recordChanges(TEAM, 'item', 'Acme', 9),
  });
  const onFile = await found(source);
  expect([onFile.offered.length, onFile.all.length, onFile.changes.length]).toEqual([1, 2, 2]);
  const term = await takeOver(source);
  await source.claim(term, NOW, { channel: 1 });
  const before = {
    order: await source.order(TEAM, 'o1'),
    history: await source.history(TEAM, 'o1'),
    code: await source.printedCode(TEAM, 'o1', 2, 'priced'),
    channel: await source.channel(TEAM, 'o1'),
    draft: await source.draft(key),
  };
  await source.close();
  const counts = await move(file, database.url);
  expect(counts.get('orders')).toBe(2);
  const store = await moved();
  expect({
    order: await store.order(TEAM, 'o1'),
    history: await store.history(TEAM, 'o1'),
    code: await store.printedCode(TEAM, 'o1', 2, 'priced'),
    channel: await store.channel(TEAM, 'o1'),
    draft: await store.draft(key),
  }).toEqual(before);
  expect(before.code?.intact).toBe(true);
  expect(await found(store)).toEqual(onFile);
  expect([...((await store.asset(TEAM, 'ab'))?.bytes ?? [])]).toEqual([0, 255]);
  expect(await store.search(TEAM, 'warmepumpe', { limit: 9 })).toMatchObject({ orders: [{ number: 2 }] });
  expect(await store.search(TEAM, 'viton', { limit: 9 })).toMatchObject({ orders: [{ number: 2 }, { number: 1 }] });
  expect(saved(await store.commit(firstCommit(newOrder('o3', { crew: [party('UNEW')] })))).number).toBe(3);
  const next = await takeOver(store);
  expect(next.fence).toBe(term.fence + 1);
  expect(await store.claim(next, NOW, { channel: 1 })).toMatchObject([
    { effect: { type: 'open_channel' }, inDoubt: true },
  ]);
  expect(await store.activateRestore(NOW, [TEAM])).toBeUndefined();
  await store.close();
});

test('an instant that SQLite keeps with a fraction moves over', async () => {
  await owe(source, 'o1', [{ type: 'open_channel' }]);
  await source.close();
  const client = new Database(file);
  client.exec(`update effects set due_at = ${NOW}.25`);
  client.close();
  await move(file, database.url);
  const store = await moved();
  expect(await store.nextDue(TEAM)).toBe(NOW + 1);
  await store.close();
});

test('it refuses a target that is not empty, and a database in use; nothing is changed', async () => {
  await owe(source, 'o1', []);
  await expect(move(file, database.url)).rejects.toThrow(/in use; stop the app first/);
  await source.close();
  await move(file, database.url);
  await expect(move(file, database.url)).rejects.toThrow(/is not empty \(table orders\); nothing was changed/);
  expect(await asOwner('select id from orders', database.name)).toEqual([{ id: 'o1' }]);
});

test.each([
  ['no address', 'postgres://us er:secret@[x/db', /^The address to move to is not a valid address; write it as /],
  ['no database', 'postgres://so:secret@127.0.0.1:1', /^The address to move to names no database; /],
  ['a wrong sslmode', 'postgres://so@127.0.0.1:1/x?sslmode=perhaps', /^The address to move to has sslmode=perhaps; /],
  [
    'nothing there',
    'postgres://so:secret@127.0.0.1:1/x',
    /^The PostgreSQL database x at 127\.0\.0\.1:1 cannot be reached.*; start the server, or check its address$/,
  ],
  [
    'an unknown database',
    undefined,
    /^The PostgreSQL database nowhere at .* does not exist; create it, or name another one$/,
  ],
])('what is wrong with the target is not said of DATABASE_URL: %s', async (_, address, sentence) => {
  await source.close();
  const refused = await move(file, address ?? urlOf('nowhere')).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DatabaseProblem);
  expect((refused as DatabaseProblem).message).toMatch(sentence);
});

test('a user who may not make the tables, or does not own them, is told who may; nothing is changed', async () => {
  await owe(source, 'o1', []);
  await source.close();
  const user = `m${database.name}`;
  await asOwner(`create user ${user} password 'secret'`);
  const url = urlOf(database.name, { username: user });
  await expect(move(file, url)).rejects.toThrow(
    /this user may not create or change its tables; use the address of the user who owns them and their schema/,
  );
  await bringUpToDate(database.url, false);
  await asOwner(`grant select, insert, update, delete on all tables in schema public to ${user}`, database.name);
  const [{ owner } = { owner: '' }] = await asOwner<{ owner: string }>('select current_user as owner');
  await expect(move(file, url)).rejects.toThrow(
    `has tables that belong to the user ${owner}; use the address of that user for this`,
  );
  await asOwner(`drop owned by ${user}; drop user ${user}`, database.name);
  expect((await move(file, database.url)).get('orders')).toBe(1);
});

test('npm run move says what it did, and brings the keys along', async () => {
  await owe(source, 'o1', []);
  await source.close();
  const env = { PATH: '', DATABASE_URL: `file:${file}` };
  const { stdout } = await runCommand('db/move.ts', [database.url], env, folder.path);
  expect(stdout).toMatch(/copied: 1 orders with 1 entries and 0 versions.*\n.*keys.*\nSet DATABASE_URL/);
  const kept = keysFile(folder.file('data/service-orders.db'));
  expect(existsSync(kept) && readFileSync(kept, 'utf8')).toBe(readFileSync(keysFile(file), 'utf8'));
});
