import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DatabaseProblem } from '../../db/database-url.ts';
import { named } from '../../db/postgres/connections/address.ts';
import { explained } from '../../db/postgres/connections/sentences.ts';
import * as schema from '../../db/postgres/schema.ts';
import { warnOfMaintenance } from '../../db/postgres/upkeep/advice.ts';
import { auditServer } from '../../db/postgres/upkeep/audit.ts';
import { bringUpToDate } from '../../db/postgres/upkeep/bring-up-to-date.ts';
import { MIGRATIONS } from '../../db/postgres/upkeep/migrate.ts';
import { asOwner, emptyDatabase, open, ownDatabase, urlOf } from './postgres-database.ts';
import { firstCommit, NOW, newOrder, owe, saved, TEAM, takeOver } from './samples.ts';

let database: Awaited<ReturnType<typeof emptyDatabase>>;
beforeAll(async () => {
  database = await ownDatabase();
});
afterAll(() => database.remove());

async function refusal(url: string): Promise<string> {
  const error = await open(url).then(
    async (store) => {
      await store.close();
      return new Error('it opened');
    },
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(DatabaseProblem);
  const { message } = error as DatabaseProblem;
  expect(message).toContain('DATABASE_URL');
  expect(message).not.toContain('secret');
  return message;
}

test('the migrations make exactly the schema: drizzle-kit would generate nothing', async () => {
  const { entries } = JSON.parse(readFileSync(`${MIGRATIONS}/meta/_journal.json`, 'utf8'));
  const last = String(entries.at(-1)?.idx).padStart(4, '0');
  const snapshot = JSON.parse(readFileSync(`${MIGRATIONS}/meta/${last}_snapshot.json`, 'utf8'));
  expect(await generateMigration(snapshot, generateDrizzleJson({ ...schema }, snapshot.id))).toEqual([]);
});

test('ten start at once on an empty database: it is brought up to date once, and all of them work', async () => {
  const empty = await emptyDatabase();
  const stores = await Promise.all(Array.from({ length: 10 }, () => open(empty.url)));
  const made = await asOwner<{ times: number }>(
    'select count(*)::int as times from __drizzle_migrations group by created_at',
    empty.name,
  );
  expect(made.length).toBeGreaterThan(1);
  expect(new Set(made.map(({ times }) => times))).toEqual(new Set([1]));
  const committed = await Promise.all(stores.map((store, n) => store.commit(firstCommit(newOrder(`o${n}`)))));
  expect(committed.map((one) => saved(one).number).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  await Promise.all(stores.map((store) => store.close()));
  await empty.remove();
});

test.each([
  ['app-1', 'service-orders app-1'],
  [`${'h'.repeat(50)}:1234567`, `service-orders ${'h'.repeat(40)}:1234567`],
])('the server shows which instance a connection is of: %s', async (instance, shown) => {
  const store = await open(database.url, undefined, undefined, instance);
  await store.alive();
  const asked =
    "select distinct application_name as name from pg_stat_activity where datname = current_database() and application_name like 'service-orders %'";
  expect(await asOwner(asked, database.name)).toEqual([{ name: shown }]);
  await store.close();
});

describe('what stands in the way is said in one sentence', () => {
  const wrong: [string, () => string, RegExp][] = [
    ['no address', () => 'postgres://us er:secret@[x/db', /not a valid address/],
    ['signs in a password', () => 'postgres://so:p@ssword/w#rd@127.0.0.1:5432/db', /not a valid address; .* as %XX$/],
    ['a slash in a password', () => 'postgres://so:p/ssword@127.0.0.1:5432/db', /not a valid address/],
    [
      'no password',
      () => urlOf(database.name, { password: '' }),
      /asks for a password, and its address has none; write/,
    ],
    ['no database', () => urlOf(''), /names no database/],
    ['an unknown sslmode', () => urlOf('x', { search: '?sslmode=perhaps' }), /sslmode=perhaps; choose one of/],
    [
      'a misspelled parameter',
      () => urlOf('x', { search: '?sslMode=verify-full' }),
      /unknown parameter sslMode; known/,
    ],
    ['verify-ca alone', () => urlOf('x', { search: '?sslmode=verify-ca' }), /without sslrootcert/],
    ['a wrong password', () => urlOf(database.name, { password: 'secret-too' }), /does not let this user in/],
    ['an unknown user', () => urlOf(database.name, { username: 'nobody' }), /does not let this user in/],
    ['an unknown database', () => urlOf('nowhere'), /nowhere at 127\.0\.0\.1:\d+ .* does not exist/],
    ['nothing there', () => urlOf('x', { host: '127.0.0.1:1' }), /nothing answers at its address/],
    ['an unknown host', () => urlOf('x', { host: 'nowhere.invalid' }), /nobody knows its host|cannot be reached/],
    [
      'TLS that is not offered',
      () => urlOf(database.name, { search: '?sslmode=require' }),
      /offers no TLS; switch it on at the server/,
    ],
  ];
  test.each(wrong)('%s', async (_, url, sentence) => {
    expect(await refusal(url())).toMatch(sentence);
  });

  test('a server that accepts and never answers', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const address = silent.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    expect(await refusal(urlOf('x', { host: `127.0.0.1:${port}` }))).toMatch(/does not answer/);
    silent.close();
  });

  test('a server that is too old', async () => {
    const old = oldServer('14.9', 140_009).listen(0, '127.0.0.1');
    await new Promise((resolve) => old.once('listening', resolve));
    const address = old.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    expect(await refusal(urlOf('x', { host: `127.0.0.1:${port}` }))).toMatch(
      /version 14\.9; the app needs 15 or later/,
    );
    old.close();
  });

  test('an encoding that lacks letters', async () => {
    const ascii = await emptyDatabase("encoding 'SQL_ASCII' locale 'C' template template0");
    expect(await refusal(ascii.url)).toMatch(/encoding SQL_ASCII, which lacks letters/);
    await ascii.remove();
  });

  test('a schema that is newer than the program, another program’s database', async () => {
    await asOwner("insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)", database.name);
    expect(await refusal(database.url)).toMatch(/newer version of this program \(1 unknown migrations\)/);
    await asOwner("delete from __drizzle_migrations where hash = 'x'", database.name);
    const other = await emptyDatabase();
    await asOwner('create table customers (id int)', other.name);
    expect(await refusal(other.url)).toMatch(/belongs to another program/);
    await other.remove();
  });
});

/** Another user of the database, with the least rights that run the app. */
async function appUser() {
  const user = `a${database.name}`;
  await asOwner(
    `create user ${user} password 'secret';
     grant select, insert, update, delete on all tables in schema public to ${user};
     grant usage on all sequences in schema public to ${user}`,
    database.name,
  );
  return {
    user,
    url: urlOf(database.name, { username: user }),
    remove: () => asOwner(`drop owned by ${user}; drop user ${user}`, database.name),
  };
}

describe('a user who may do less than it seems', () => {
  let person: Awaited<ReturnType<typeof appUser>>;
  beforeAll(async () => {
    person = await appUser();
  });
  afterAll(() => person.remove());

  test('a limit of connections is said: none is left, or fewer than an instance uses', async () => {
    const { user, url } = person;
    await asOwner(`alter user ${user} connection limit 0`);
    expect(await refusal(url)).toMatch(/allows this user no more connections; raise the limit \(ALTER ROLE/);
    await asOwner(`alter user ${user} connection limit 5`);
    const warned: string[] = [];
    const store = await open(url, undefined, (sentence) => warned.push(sentence));
    await asOwner(`alter user ${user} connection limit -1`);
    expect(warned).toEqual([
      expect.stringMatching(
        /allows 5 connections at once to this user .* each instance uses up to 12; raise the limit/,
      ),
    ]);
    await store.close();
    await asOwner(`alter database ${database.name} connection limit 0`);
    expect(await refusal(url)).toMatch(/allows no more connections; raise its limit \(ALTER DATABASE/);
    await asOwner(`alter database ${database.name} connection limit -1`);
  });

  test('one for whom it is read-only does not start on it', async () => {
    const { user, url } = person;
    await asOwner(`alter user ${user} set default_transaction_read_only = on`);
    expect(await refusal(url)).toMatch(/takes no changes: it is a standby, or read-only for this user/);
    await asOwner(`alter user ${user} reset default_transaction_read_only`);
    await (await open(url)).close();
  });

  test('a search_path that leads elsewhere: no second set of tables is made', async () => {
    const { user, url } = person;
    await asOwner(`create schema elsewhere authorization ${user}`, database.name);
    await asOwner(`alter user ${user} set search_path = elsewhere, public`);
    expect(await refusal(url)).toMatch(
      /tables of this app in the schema public, and search_path puts the schema elsewhere before it.*; correct it/,
    );
    await asOwner(`alter user ${user} set search_path = nowhere`);
    expect(await refusal(url)).toMatch(/has no schema for this user: search_path names none/);
    await asOwner(`alter user ${user} reset search_path`);
    await (await open(url)).close();
    await asOwner('drop schema elsewhere', database.name);
  });

  test('one who does not own the tables is told whose they are, where that matters', async () => {
    const [{ owner } = { owner: '' }] = await asOwner<{ owner: string }>('select current_user as owner');
    await expect(bringUpToDate(person.url, true)).rejects.toThrow(
      `has tables that belong to the user ${owner}; use the address of that user for this`,
    );
    expect(await bringUpToDate(person.url, false)).toMatchObject({ steps: 0 });
  });
});

test.each([
  [
    '28000',
    'no pg_hba.conf entry for host "10.0.0.9", user "so", database "so", no encryption',
    /without TLS.*; add sslm/,
  ],
  ['28000', 'no pg_hba.conf entry for host "10.0.0.9", user "so", database "so", SSL encryption', /pg_hba\.conf$/],
  ['53300', 'sorry, too many clients already', /has no connection left for this app; raise max_connections/],
  ['53300', 'remaining connection slots are reserved for roles with the SUPERUSER attribute', /raise max_connections/],
])('what only some servers say: %s %s', (code, message, sentence) => {
  const problem = explained(Object.assign(new Error(message), { code }), 'The database');
  expect(problem).toBeInstanceOf(DatabaseProblem);
  expect(String(problem)).toMatch(sentence);
});

test('the databases that a server has for itself: a template is refused, its own is used with a warning', async () => {
  expect(await refusal(urlOf('template1'))).toMatch(/is a template: every new database would get a copy/);
  expect(await refusal(urlOf('template0'))).toMatch(/was closed to connections, as a template is; name another one/);
  const warned: string[] = [];
  for (const own of ['postgres', 'postgres_orders'])
    warnOfMaintenance(named(urlOf(own)), (sentence) => warned.push(sentence));
  expect(warned).toEqual([expect.stringMatching(/create one for the app, with a name of its own/)]);
});

test('an audit of a database without tables says that there is nothing, and does not make any', async () => {
  const empty = await emptyDatabase();
  for (let n = 0; n < 2; n++)
    await expect(auditServer(empty.url, [], () => {})).rejects.toThrow(
      /\(DATABASE_URL\) has no tables of this app yet, so there is nothing in it; check its address$/,
    );
  await empty.remove();
});

test('a user without rights: what is missing is said; one with the least rights runs the app', async () => {
  const user = `u${database.name}`;
  await asOwner(`create user ${user} password 'secret'`);
  const url = urlOf(database.name, { username: user });
  expect(await refusal(url)).toMatch(/does not give this user the rights/);
  const empty = await emptyDatabase();
  expect(await refusal(urlOf(empty.name, { username: user }))).toMatch(/may not create or change its tables/);
  await empty.remove();
  await asOwner(`grant select on all tables in schema public to ${user}`, database.name);
  expect(await refusal(url)).toMatch(
    /rights to read and write the tables assets, .*versions, work_copy_codes; grant them/,
  );
  await asOwner(
    `grant select, insert, update, delete on all tables in schema public to ${user};
     grant usage on all sequences in schema public to ${user}`,
    database.name,
  );
  await asOwner(`revoke update on counters from ${user}`, database.name);
  expect(await refusal(url)).toMatch(/rights to read and write the tables counters; grant them/);
  await asOwner(`grant update on counters to ${user}`, database.name);
  const store = await open(url);
  await owe(store, 'o1', [{ type: 'open_channel' }]);
  expect(await store.claim(await takeOver(store), NOW, { channel: 1 })).toHaveLength(1);
  expect(await store.alive()).toBe(true);
  await store.close();
  await asOwner(`drop owned by ${user}; drop user ${user}`, database.name);
});

describe('history is append-only', () => {
  const tables = [
    'entries',
    'versions',
    'printed_codes',
    'issued_files',
    'assets',
    'settings_changes',
    'work_copy_codes',
    'record_changes',
    'kept_files',
  ];

  test.each(tables)('%s: nothing is changed or removed, not even as a replica', async (table) => {
    for (const change of [`update ${table} set team = team`, `delete from ${table}`, `truncate ${table} cascade`])
      for (const role of ['origin', 'replica'])
        await expect(asOwner(`set session_replication_role = ${role}; ${change}`, database.name)).rejects.toThrow(
          /are append-only/,
        );
  });

  test.each(tables)('%s: a start notices that somebody took its trigger away; it can be put back', async (table) => {
    const lacks = new RegExp(`lacks what keeps its history from being changed \\(${table}_never_changed removed`);
    await asOwner(`alter table ${table} enable trigger ${table}_never_changed`, database.name);
    expect(await refusal(database.url)).toMatch(lacks);
    await asOwner(`drop trigger ${table}_never_changed on ${table}`, database.name);
    expect(await refusal(database.url)).toMatch(lacks);
    expect(await bringUpToDate(database.url, true)).toMatchObject({ steps: 0, restored: [`${table}_never_changed`] });
    await (await open(database.url)).close();
  });

  test('a start notices that the refusal was altered', async () => {
    await asOwner(
      'create or replace function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$',
      database.name,
    );
    expect(await refusal(database.url)).toMatch(/entries_never_changed, .*removed or altered/);
    expect((await bringUpToDate(database.url, true)).restored).toHaveLength(tables.length);
    await expect(asOwner('delete from entries', database.name)).rejects.toThrow(/entries are append-only/);
  });
});

test('a copy that is opened for the first time knows that it is one: what it owes is in doubt, cards are drawn again', async () => {
  const first = await ownDatabase();
  const store = await open(first.url);
  const order = await owe(store, 'o1', [{ type: 'open_channel' }]);
  await store.saveChannel({
    ...{ team: TEAM, order: 'o1', n: 1, channel: 'C1', name: 'so-1', cardTs: '1.1', pinned: true, cardStuck: null },
    ...{ topic: 'Approved', bookmark: 'Bk1 v2', archivedAt: null, lost: null },
  });
  await takeOver(store);
  expect(await store.activateRestore(NOW, [TEAM])).toBeUndefined();
  await store.close();
  const copy = await emptyDatabase(`template ${first.name}`);
  const restored = await open(copy.url);
  expect(await restored.deliverer(TEAM)).toMatchObject({ owner: null });
  const analyzed = "select last_analyze is not null as done from pg_stat_user_tables where relname = 'effects'";
  await expect.poll(() => asOwner(analyzed, copy.name)).toEqual([{ done: true }]);
  const gap = { from: order.lastEntry.at * 1000, until: NOW + 5000 };
  // Two instances start at once: one takes it up.
  const other = await open(copy.url);
  const both = await Promise.all([restored, other].map((one) => one.activateRestore(NOW + 5000, [TEAM])));
  expect(both.filter((one) => one !== undefined)).toEqual([{ gap, orders: 1 }]);
  await other.close();
  expect(await restored.activateRestore(NOW + 6000, [TEAM])).toBeUndefined();
  expect(await restored.gaps(9)).toEqual([gap]);
  expect(await restored.channel(TEAM, 'o1')).toMatchObject({ topic: '', bookmark: 'Bk1' });
  const claimed = await restored.claim(await takeOver(restored), NOW + 5000, { channel: 9, metadata: 9 });
  expect(claimed.map(({ effect, inDoubt, checkpoint }) => [effect.type, inDoubt, checkpoint.restored])).toEqual([
    ['open_channel', true, true],
    ['sync_channel_metadata', true, true],
  ]);
  await restored.close();
  await copy.remove();
  await first.remove();
});

test('what people type may hold what PostgreSQL takes in no text', async () => {
  const store = await open(database.url);
  const order = newOrder('o7');
  const title = 'Pump\0 \ud800 x';
  const committed = { ...order, content: { ...order.content, title } };
  saved(await store.commit(firstCommit(committed)));
  expect((await store.order(TEAM, 'o7'))?.content.title).toBe(title);
  expect(await store.list(TEAM, { limit: 1 })).toMatchObject([{ title: 'Pump\ufffd \ufffd x' }]);
  expect(await store.order(TEAM, 'o7\0')).toBeUndefined();
  expect(await store.orderByNumber(TEAM, 99_999_999_999)).toBeUndefined();
  expect(await store.version(TEAM, 'o7', 99_999_999_999)).toBeUndefined();
  await store.close();
});

/** Speaks as much of PostgreSQL's protocol as it takes to say how old it is. */
function oldServer(name: string, number: number) {
  const message = (type: string, body: Buffer) => {
    const head = Buffer.alloc(5);
    head.write(type);
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  const ready = message('Z', Buffer.from('I'));
  const columns = ['version', 'major', 'encoding'];
  const values = [name, String(Math.floor(number / 10_000)), 'UTF8'];
  const described = Buffer.concat([
    Buffer.from([0, columns.length]),
    ...columns.map((column) => Buffer.concat([Buffer.from(`${column}\0`), Buffer.alloc(18)])),
  ]);
  const row = Buffer.concat([
    Buffer.from([0, values.length]),
    ...values.map((value) => Buffer.concat([Buffer.from([0, 0, 0, value.length]), Buffer.from(value)])),
  ]);
  return createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]));
      socket.on('data', (asked) => {
        if (asked.toString('latin1', 0, 1) !== 'Q') return;
        socket.write(
          Buffer.concat([message('T', described), message('D', row), message('C', Buffer.from('SELECT 1\0')), ready]),
        );
      });
    });
  });
}
