import { execFile } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keysFile, readKeys } from '../../db/keys.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { auditFile } from '../../db/sqlite/upkeep/audit.ts';
import { restoreFile } from '../../db/sqlite/upkeep/restore-file.ts';
import type { Action, Order, Party, Role } from '../../src/order/order.ts';
import { decide } from '../../src/order/workflow.ts';
import { policyOf } from '../../src/orders.ts';
import { defaultSettings } from '../../src/settings.ts';
import { oldDatabase } from './old-database.ts';
import { content, firstCommit, items, NOW, newOrder, nextCommit, party, saved, TEAM, version } from './samples.ts';
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

const [req, sup, crew] = [party('UREQ'), party('USUP'), party('UCREW')];
const report = { workDone: 'New seal', startedAt: 1, endedAt: 2, reason: 'Worn', photos: [] };
const closure = { outcome: 'with_changes' as const, reasonCode: null, explanation: '', endedAt: 3, note: '' };
const plan = { crew: [crew], coordinator: null, plannedStart: null };

/** From the submission to the end, as the workflow decides it: seven entries and three versions. */
const LIFE: readonly [Party, Role, Action][] = [
  [req, 'requester', { type: 'submit', content: content(), supervisor: sup, coordinator: null, source: null }],
  [sup, 'supervisor', { type: 'request_changes', submission: 1, reason: 'Which hall?' }],
  [req, 'requester', { type: 'resubmit', content: content('In hall 3'), supervisor: sup, coordinator: null }],
  [sup, 'supervisor', { type: 'approve', submission: 2, ...plan, comment: 'Soon, please', signature: 'Sam' }],
  [sup, 'supervisor', { type: 'assign', ...plan, plannedStart: 9 }],
  [crew, 'crew', { type: 'confirm_partial', base: 1, items: items(3), report }],
  [crew, 'crew', { type: 'close', base: 2, closure: { ...closure, acceptance: null, photos: [] } }],
];

async function live(to: Store, id: string): Promise<Order> {
  let order: Order | undefined;
  for (const [index, [actor, role, action]] of LIFE.entries()) {
    const decision = decide(order ?? { state: 'new', team: TEAM, id }, action, {
      actor: { ...actor, roles: [role], timeZone: 'UTC' },
      at: NOW / 1000 + index,
      key: `${id} ${index}`,
      policy: policyOf(defaultSettings),
    });
    if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision));
    order = saved(await to.commit({ ...decision, spentDraft: null, now: NOW }));
  }
  if (!order) throw new Error('nothing was done');
  return order;
}

/** What the audit finds, as the sentences that it tells. */
function audit(of = file, keys = readKeys(keysFile(file)) ?? []) {
  const told: string[] = [];
  const { unsealed, ...counts } = auditFile(of, keys, (sentence) => told.push(sentence));
  return { told, counts, unsealed: [...unsealed] };
}

const whole = { orders: 3, entries: 21, versions: 9, erased: 0, lostNumbers: 0 };

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

function run(env: Record<string, string> = {}): Promise<{ code: number; stdout: string; stderr: string }> {
  const script = fileURLToPath(new URL('../../db/audit.ts', import.meta.url));
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', script],
      { env: { PATH: '', DATABASE_URL: `file:${file}`, ...env } },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

describe('a history that proves itself', () => {
  beforeEach(async () => {
    const fresh = await open();
    for (const id of ['o1', 'o2', 'o3']) await live(fresh, id);
  });

  test('everything is what was written, while the app goes on', async () => {
    expect(audit()).toEqual({ told: [], counts: whole, unsealed: [] });
    const order = await store?.orderByNumber(TEAM, 2);
    expect(order?.lastEntry.seq).toBe(7);
    await store?.commit(firstCommit(newOrder('o4')));
    expect(audit()).toMatchObject({ told: [], counts: { orders: 4, entries: 22 } });
  });

  const second = "order_id = 'o2'";
  test.each([
    [
      'a reason',
      `update entries set action = json_set(action, '$.reason', 'No') where ${second} and seq = 2`,
      'entry 2: what was done is not',
    ],
    [
      'who acted',
      `update entries set "by" = replace("by", 'USUP', 'UREQ') where ${second} and seq = 4`,
      'entry 4: who acted',
    ],
    ['when', `update entries set at = at - 86400 where ${second} and seq = 3`, 'entry 3: it does not follow'],
    ['the kind of action', `update entries set type = 'reject' where ${second} and seq = 2`, 'entry 2: it does not'],
    ['the key', `update entries set "key" = 'x' where ${second} and seq = 2`, 'entry 2: it does not follow'],
    ['a text and its digest', taken('action', 'action_salt', 'action_digest'), 'entry 2: it does not follow'],
    ['removed entry', `delete from entries where ${second} and seq = 3`, 'entry 3: it is missing'],
    [
      'removed entry, the later ones moved up',
      `delete from entries where ${second} and seq = 3; update entries set seq = seq - 1 where ${second} and seq > 3`,
      'entry 3: it does not follow',
    ],
    [
      'removed end',
      `delete from entries where ${second} and seq = 7; delete from versions where ${second} and n = 3;
       delete from printed_codes where ${second} and version = 3`,
      'entry 6: it is not the last that was written',
    ],
    [
      'swapped entries',
      `update entries set seq = 99 where ${second} and seq = 2; update entries set seq = 2 where ${second} and seq = 3;
       update entries set seq = 3 where ${second} and seq = 99`,
      'entry 2: it does not follow',
    ],
    [
      'an entry of another order',
      taken('"by"', 'action', 'by_salt', 'by_digest', 'action_salt', 'action_digest', 'digest'),
      'entry 2: it does not follow',
    ],
    [
      'a version',
      `update versions set body = json_set(body, '$.content.title', 'Cheap') where ${second} and n = 2`,
      'version 2: its content',
    ],
    ['a removed version', `delete from versions where ${second} and n = 2`, 'version 2: it is missing'],
    [
      'an added version',
      `insert into versions select team, order_id, 4, body, shape, body_salt, body_digest, digest from versions where ${second} and n = 3`,
      'version 4: no entry made it',
    ],
    [
      'a printed code',
      `update printed_codes set digits = 'AAAABBBBCCCC' where ${second} and version = 1`,
      'version 1: the code printed on it',
    ],
    ['a removed code', `delete from printed_codes where ${second} and version = 1`, 'version 1: the code printed on'],
    ['the decimals', "update orders set decimals = 0 where id = 'o2'", 'version 1: the code printed on it, or the dec'],
    [
      'an appended entry',
      `insert into entries (team, order_id, seq, at, "by", action, "key", shape)
       select team, order_id, 8, at, "by", '{"type":"reopen","reason":""}', 'forged', shape from entries where ${second} and seq = 4`,
      'entry 8: it was not written by this program',
    ],
    ['an appended entry with digests', appended('x'), 'entry 8: it does not follow'],
    [
      'a removed chain',
      `delete from chains where ${second}`,
      'the whole order: it was not written by this program, or its chain was removed',
    ],
    ['another end of the chain', "update chains set head = 'x' where order_id = 'o2'", 'entry 7: it is not the last'],
    ['another seal', "update chains set seal = 'x' where order_id = 'o2'", 'entry 7: the seal'],
  ])('%s was changed: it is named, and only that order', (_, sql, what) => {
    tamper(sql);
    const { told } = audit();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`SO-000002 (workspace ${TEAM}), ${what}`);
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
    const unheard = changes.flatMap(({ column, change, undo }) => {
      tamper(change);
      const { told, unsealed } = audit();
      tamper(undo);
      return told.length > 0 || unsealed.length > 0 ? [] : [column];
    });
    // Of a chain that begins with its order, there is nothing before it to be salted.
    expect([...new Set(unheard)]).toEqual(['chains.salt']);
    expect(audit()).toEqual({ told: [], counts: whole, unsealed: [] });
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
    expect(audit(file, own)).toMatchObject({ told: [], unsealed: [[readKeys(keysFile(file))?.[0].name, 1]] });
    tamper(`update chains set "key" = '${own[0]?.name}'`);
    expect(audit(file, own).told).toEqual([expect.stringContaining('SO-000002 (workspace T1), entry 8: the seal')]);
  });

  test('a removed order is named, also the newest', () => {
    const remove = (id: string) =>
      `${['printed_codes', 'versions', 'entries', 'chains', 'order_people', 'effects']
        .map((table) => `delete from ${table} where order_id = '${id}';`)
        .join('')}delete from orders where id = '${id}'`;
    tamper(remove('o2'));
    expect(audit().told).toEqual([`SO-000002 (workspace ${TEAM}): the order is missing.`]);
    tamper(remove('o3'));
    expect(audit().told).toEqual([`SO-000002 to SO-000003 (workspace ${TEAM}): the orders are missing.`]);
    tamper("delete from orders where id = 'o1'");
    expect(audit().told).toEqual([
      `SO-000001 to SO-000003 (workspace ${TEAM}): the orders are missing.`,
      'There are entries of orders that are missing.',
      'There are versions of orders that are missing.',
    ]);
  });

  test('removed triggers are named', () => {
    const client = new Database(file);
    client.exec('drop trigger versions_never_updated; drop trigger entries_never_deleted');
    client.close();
    expect(audit().told).toEqual([expect.stringContaining('altered: entries_never_deleted, versions_never_updated.')]);
  });

  test('a person’s words can be erased with their salt: the chain stays whole, and the rest is still proved', () => {
    tamper(`update entries set action = '', action_salt = null where order_id = 'o2' and seq = 2;
            update entries set "by" = '', by_salt = null where order_id = 'o2' and seq = 2;
            update versions set body = '', body_salt = null where order_id = 'o2' and n = 2`);
    expect(audit()).toMatchObject({ told: [], counts: { ...whole, erased: 3 } });
    tamper("update entries set action = '{}' where order_id = 'o2' and seq = 2");
    expect(audit().told).toEqual([expect.stringContaining('SO-000002 (workspace T1), entry 2: what was done')]);
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
    expect(audit(copy)).toEqual({ told: [], counts: whole, unsealed: [] });
    if (store) await live(store, 'o4');
    await shut();
    await restoreFile(copy, file);
    const now = await open();
    await now.activateRestore(NOW, [TEAM]);
    const five = await live(now, 'o5');
    expect(five.number).toBe(5);
    expect(audit()).toMatchObject({ told: [], counts: { orders: 4, lostNumbers: 1 }, unsealed: [] });
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
      stderr: expect.stringContaining('PostgreSQL'),
    });
  }, 60_000);

  /** These columns as another order's entry has them. */
  function taken(...columns: string[]): string {
    const theirs = columns.map((one) => `${one} = (select ${one} from entries where order_id = 'o1' and seq = 3)`);
    return `update entries set ${theirs.join(', ')} where ${second} and seq = 2`;
  }

  function appended(digest: string): string {
    return `insert into entries select team, order_id, 8, at, "by", action, null, 'forged', shape, type, by_salt, by_digest, action_salt, action_digest, '${digest}'
      from entries where ${second} and seq = 2`;
  }
});

describe('what was written before there were chains', () => {
  beforeEach(() => oldDatabase(file));

  test('is chained from its last entry on, never rewritten, and an order goes on from there', async () => {
    await expect(async () => auditFile(file, [], () => {})).rejects.toThrow(/before an update.*npm run migrate/);
    const now = await open();
    const first = audit();
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
    expect(audit()).toMatchObject({
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
      const { told } = audit();
      expect(
        told.find((sentence) => sentence.startsWith('SO-000001')),
        sql,
      ).toContain(what);
    }
  });
});
