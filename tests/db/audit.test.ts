import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keysFile, readKeys } from '../../db/keys.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { auditFile } from '../../db/sqlite/upkeep/audit.ts';
import { restoreFile } from '../../db/sqlite/upkeep/restore-file.ts';
import { runCommand } from '../support/programs.ts';
import { auditContract, live, whole } from './audit-contract.ts';
import { oldDatabase } from './old-database.ts';
import { NOW, nextCommit, TEAM, version } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let store: Store | undefined;
beforeEach(() => {
  folder = temporaryFolder();
  file = folder.file('x.db');
});
afterEach(async () => {
  await shut();
  folder.remove();
});

async function open(): Promise<Store> {
  store = await openStore(`file:${file}`);
  return store;
}
async function shut(): Promise<void> {
  await store?.close();
  store = undefined;
}

/** What the audit finds, as the sentences that it tells. */
async function audit(of = file, keys = readKeys(keysFile(file)) ?? []) {
  const told: string[] = [];
  const { unsealed, ...counts } = await auditFile(of, keys, (sentence) => told.push(sentence));
  return { told, counts, unsealed: [...unsealed] };
}

/** Changes the database as somebody may who can write the file, and knows of the triggers. */
function tamper(sql: string, of = file): void {
  const client = new Database(of);
  const guards = client
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_master where type = 'trigger'")
    .all();
  client.pragma('foreign_keys = off');
  for (const { name } of guards) client.exec(`drop trigger "${name}"`);
  client.exec(sql);
  for (const guard of guards) client.exec(guard.sql);
  client.close();
}

const run = (env: Record<string, string> = {}) =>
  runCommand('db/audit.ts', [], { PATH: '', DATABASE_URL: `file:${file}`, ...env });

auditContract(() => ({
  open,
  tamper: async (sql) => tamper(sql),
  audit: async () => audit(),
}));

describe('a history that proves itself, in a file', () => {
  beforeEach(async () => {
    const fresh = await open();
    for (const id of ['o1', 'o2', 'o3']) await live(fresh, id);
  });

  test('no value of an order’s history can be changed without a word', async () => {
    await shut();
    const client = new Database(file, { readonly: true });
    const changes = ['entries', 'versions', 'printed_codes', 'chains'].flatMap((table) => {
      const columns = client.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table);
      const rows = client
        .prepare<[], Record<string, unknown>>(`select rowid as "row", * from ${table} where order_id = 'o2'`)
        .all();
      return rows.flatMap((row) =>
        columns.map((column) => {
          const to = (value: string) => `update ${table} set "${column}" = ${value} where rowid = ${row.row}`;
          const was = row[column];
          const old =
            was === null ? 'null' : typeof was === 'number' ? String(was) : `'${String(was).replaceAll("'", "''")}'`;
          return {
            column: `${table}.${column}`,
            change: to(was === null ? "'x'" : `"${column}" || '1'`),
            undo: to(old),
          };
        }),
      );
    });
    client.close();
    expect(changes.length).toBeGreaterThan(140);
    const unheard = new Set<string>();
    for (const { column, change, undo } of changes) {
      tamper(change);
      const { told, unsealed } = await audit();
      tamper(undo);
      if (told.length === 0 && unsealed.length === 0) unheard.add(column);
    }
    // Of a chain that begins with its order, there is nothing before it to be salted.
    expect([...unheard]).toEqual(['chains.salt']);
    expect(await audit()).toEqual({ told: [], counts: whole, unsealed: [] });
  }, 60_000);

  test('who knows the format and can write the file still lacks the key: a whole forged chain is named', async () => {
    await shut();
    // The program itself goes on with the order, with another key.
    const own = readKeys(keysFile(file)) ?? [];
    rmSync(keysFile(file));
    const forger = await open();
    const order = await forger.orderByNumber(TEAM, 2);
    if (!order) throw expect.unreachable();
    await forger.commit(nextCommit(order, 'forged'));
    await shut();
    expect(await audit(file, own)).toMatchObject({ told: [], unsealed: [[readKeys(keysFile(file))?.[0].name, 1]] });
    tamper(`update chains set "key" = '${own[0]?.name}'`);
    expect((await audit(file, own)).told).toEqual([
      expect.stringContaining('SO-000002 (workspace T1), entry 8: the seal'),
    ]);
  });

  test('removed triggers are named', async () => {
    const client = new Database(file);
    client.exec('drop trigger versions_never_updated; drop trigger entries_never_deleted');
    client.close();
    expect((await audit()).told).toEqual([
      expect.stringContaining('altered: entries_never_deleted, versions_never_updated.'),
    ]);
  });

  test('the same words twice have different digests: nobody finds out by trying what was erased', () => {
    const client = new Database(file, { readonly: true });
    const digests = client
      .prepare<[], string>('select by_digest from entries union select action_digest from entries')
      .pluck()
      .all();
    client.close();
    expect(digests).toHaveLength(42);
  });

  test('a backup and a restored one are as good; numbers that were lost with it are told apart', async () => {
    const copy = folder.file('copy.db');
    await store?.backup(copy);
    expect(await audit(copy)).toEqual({ told: [], counts: whole, unsealed: [] });
    if (store) await live(store, 'o4');
    await shut();
    await restoreFile(copy, file);
    const now = await open();
    await now.activateRestore(NOW, [TEAM]);
    const five = await live(now, 'o5');
    expect(five.number).toBe(5);
    expect(await audit()).toMatchObject({ told: [], counts: { orders: 4, lostNumbers: 1 }, unsealed: [] });
  });

  test('it changes nothing: neither what a killed app left, nor a copy; and leaves nothing beside that', async () => {
    const left = folder.file('left.db');
    const files = [left, `${left}-wal`];
    for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, `${left}${end}`);
    const before = files.map((one) => readFileSync(one));
    expect(before[1]?.length).toBeGreaterThan(0);
    expect(await audit(left)).toEqual({ told: [], counts: whole, unsealed: [] });
    expect(files.map((one, at) => before[at]?.equals(readFileSync(one)))).toEqual([true, true]);
    await shut();
    expect(await audit()).toEqual({ told: [], counts: whole, unsealed: [] });
    expect(['-wal', '-shm'].filter((end) => existsSync(`${file}${end}`))).toEqual([]);
  });

  test('npm run audit says how much was checked, or what is wrong with code 1, or that a key is missing with code 2', async () => {
    expect(await run()).toEqual({
      code: 0,
      stdout: `${file}: 3 orders, 21 entries and 9 versions were checked: everything is what was written.\n`,
      stderr: '',
    });
    await shut();
    tamper("update entries set at = 5 where order_id = 'o2' and seq = 2");
    expect(await run()).toEqual({
      code: 1,
      stdout: expect.stringMatching(
        /^SO-000002 \(workspace T1\), entry 2: .*\.\n.*16 entries.*compare with a backup\.\n$/,
      ),
      stderr: '',
    });
    tamper(`update entries set at = ${NOW / 1000 + 1} where order_id = 'o2' and seq = 2`);
    rmSync(keysFile(file));
    expect(await run()).toEqual({
      code: 2,
      stdout: expect.stringMatching(/everything is what was written\.\nThe key k\S+ is missing: .* 3 orders/),
      stderr: '',
    });
    expect(await run({ DATABASE_URL: `file:${folder.file('none')}` })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('There is no database'),
    });
    expect(await run({ DATABASE_URL: 'postgres://x' })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('names no database'),
    });
  }, 60_000);
});

describe('what was written before there were chains', () => {
  beforeEach(() => oldDatabase(file));

  test('is chained from its last entry on, never rewritten, and an order goes on from there', async () => {
    await expect(async () => auditFile(file, [], () => {})).rejects.toThrow(/before an update.*npm run migrate/);
    const now = await open();
    const first = await audit();
    expect(first).toMatchObject({ told: [], counts: { orders: 8, versions: 9, erased: 0 }, unsealed: [] });
    const client = new Database(file, { readonly: true });
    const team = client.prepare<[], string>('select team from orders').pluck().get() ?? '';
    const [{ start = 0 } = {}] = client
      .prepare<[], { start: number }>(
        'select c.start from chains as c join orders as o on o.id = c.order_id where o.number = 1',
      )
      .all();
    expect(client.prepare('select count(*) from entries where digest is not null').pluck().get()).toBe(0);
    client.close();
    const order = await now.orderByNumber(team, 1);
    if (!order) throw expect.unreachable();
    expect(start).toBe(order.lastEntry.seq);
    const next = version((order.latest?.n ?? 0) + 1);
    const of = { ...next, content: order.content };
    await now.commit(nextCommit(order, 'next', { version: of }));
    expect(await audit()).toMatchObject({
      told: [],
      counts: { entries: first.counts.entries + 1, versions: 10 },
      unsealed: [],
    });
    await shut();
    const spare = folder.file('spare.db');
    copyFileSync(file, spare);
    for (const [sql, what] of [
      ["update entries set action = replace(action, 'a', 'b') where seq = 1", `entries 1 to ${start}: they`],
      ["update versions set body = replace(body, 'a', 'b') where n = 1", `entries 1 to ${start}: they, or versions`],
      ["update printed_codes set digits = 'X' where version = 1", `entries 1 to ${start}: they, or versions`],
      [`update entries set at = 1 where seq = ${start + 1}`, `entry ${start + 1}: it does not follow`],
      [`delete from entries where seq = ${start}`, `entries 1 to ${start}: they`],
      ['update chains set start = start + 1', `entries 1 to ${start + 1}: they`],
    ] as const) {
      copyFileSync(spare, file);
      tamper(sql.includes('where') ? `${sql} and order_id = '${order.id}'` : `${sql} where order_id = '${order.id}'`);
      const { told } = await audit();
      expect(
        told.find((sentence) => sentence.startsWith('SO-000001')),
        sql,
      ).toContain(what);
    }
  });
});
