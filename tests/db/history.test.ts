import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DatabaseProblem } from '../../db/database-url.ts';
import { addKeys, keysFile, keysOfCopy, makeKeys, readKeys } from '../../db/keys.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { keyedCheck } from '../../db/printed-codes.ts';
import { restoreFile } from '../../db/sqlite/upkeep/restore-file.ts';
import { runCommand } from '../support/programs.ts';
import { firstCommit, newOrder, nextCommit, saved, TEAM, version } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let keys: string;
let store: Store | undefined;
beforeEach(async () => {
  folder = temporaryFolder();
  file = folder.file('x.db');
  keys = keysFile(file);
  await open();
  await write('o1');
});
afterEach(async () => {
  await shut();
  folder.remove();
});

const said: string[] = [];
async function shut(): Promise<void> {
  await store?.close();
  store = undefined;
}
async function open(): Promise<Store> {
  await shut();
  said.splice(0);
  store = await openStore(`file:${file}`, undefined, (sentence) => said.push(sentence));
  return store;
}

/** An order with a version, a document and a logo; and a site on file. */
async function write(id: string): Promise<void> {
  if (!store) throw new Error('not open');
  const order = saved(await store.commit(firstCommit(newOrder(id))));
  await store.commit(nextCommit(order, `approve ${id}`, { version: version(1) }));
  const document = { team: TEAM, order: id, version: 1, size: 1, fileId: 'F', permalink: '', channel: null, ts: null };
  await store.saveDocument({ ...document, sha256: `sha of ${id}`, copy: 'priced', language: 'en', marked: false });
  const bytes = new Uint8Array([1]);
  await store.saveAsset({ team: TEAM, sha256: `logo of ${id}`, type: 'image/png', width: 1, height: 1, bytes });
  const kept = { kind: 'document', name: 'v1.pdf', size: 1, fileId: '', version: 1, at: 1 } as const;
  await store.saveKeptFile({ team: TEAM, order: id, sha256: `file of ${id}`, ...kept });
  const data = { name: 'Hall', address: '', accessNotes: '', contact: '' };
  const site = { kind: 'site', client: 'c1', id: `site of ${id}`, externalId: '', active: true, data } as const;
  await store.saveRecord(TEAM, site, 0, { at: 1, by: { id: 'U1', name: 'Ana' } });
}

function other<T>(work: (client: Database.Database) => T): T {
  const client = new Database(file);
  try {
    return work(client);
  } finally {
    client.close();
  }
}

const refusal = async (): Promise<string> => {
  const error = await open().catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(DatabaseProblem);
  return error instanceof DatabaseProblem ? error.message : '';
};

const run = (script: string, ...args: string[]) =>
  runCommand(`db/${script}.ts`, args, { PATH: '', DATABASE_URL: `file:${file}` });

const TABLES: Record<string, { set: string; keys: string[][] }> = {
  entries: {
    set: "action = '{}'",
    keys: [
      ['team', 'order_id', 'seq'],
      ['team', 'key'],
    ],
  },
  versions: { set: "body = '{}'", keys: [['team', 'order_id', 'n']] },
  printed_codes: { set: "digits = 'X'", keys: [['team', 'order_id', 'version']] },
  assets: { set: 'width = 9', keys: [['team', 'sha256']] },
  record_changes: { set: 'at = 9', keys: [['team', 'kind', 'id', 'revision']] },
  issued_files: { set: 'version = 9', keys: [['team', 'sha256']] },
  kept_files: { set: 'version = 9', keys: [['team', 'order_id', 'sha256', 'kind', 'file_id']] },
};

describe.each(Object.entries(TABLES))('F4 %s', (table, { set, keys: unique }) => {
  const rows = () => other((client) => client.prepare(`select rowid, * from ${table} order by rowid`).all());
  const columns = () =>
    other((client) => client.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table));
  /** The first row with something else in every column but these, as values. */
  const twin = (kept: readonly string[]) =>
    columns()
      .map((name) => (kept.includes(name) ? `"${name}"` : `'other ' || "${name}"`))
      .join(', ');

  test('F4 nothing replaces, changes or removes a row, in no way that SQL knows', () => {
    const before = rows();
    expect(before.length).toBeGreaterThan(0);
    const list = columns()
      .map((name) => `"${name}"`)
      .join(', ');
    const first = `from ${table} order by rowid limit 1`;
    const attempts = [
      `update ${table} set ${set}`,
      ...['replace', 'ignore', 'rollback', 'fail', 'abort'].map((how) => `update or ${how} ${table} set ${set}`),
      `update ${table} set rowid = rowid + 100`,
      `update ${table} set team = 'T9' where rowid = 1`,
      `delete from ${table}`,
      `delete from ${table} where rowid = 1`,
      ...unique.flatMap((kept) => [
        ...['insert or replace', 'replace', 'insert or ignore', 'insert or fail', 'insert or rollback', 'insert'].map(
          (how) => `${how} into ${table} (${list}) select ${twin(kept)} ${first}`,
        ),
        `insert into ${table} (${list}) select ${twin(kept)} ${first} on conflict do update set ${set}`,
        `insert into ${table} (${list}) select ${twin(kept)} ${first} on conflict do nothing`,
      ]),
      ...['rowid', '_rowid_', 'oid'].flatMap((rowid) => [
        `insert or replace into ${table} (${rowid}, ${list}) select rowid, ${twin([])} ${first}`,
        `replace into ${table} (${rowid}, ${list}) select cast(rowid as text), ${twin([])} ${first}`,
      ]),
    ];
    for (const attempt of attempts)
      for (const pragma of ['recursive_triggers = off', 'recursive_triggers = on', 'foreign_keys = off'])
        other((client) => {
          client.pragma(pragma);
          expect(() => client.exec(attempt), `${pragma}; ${attempt}`).toThrow(/are append-only/);
        });
    expect(rows()).toEqual(before);
  });

  test('F4 what comes next is still taken', async () => {
    const before = rows().length;
    await write('o2');
    expect(rows().length).toBeGreaterThan(before);
  });

  test.each(['updated', 'deleted', 'replaced'])(
    'F4 a start notices that its trigger “never %s” is gone or was altered',
    async (never) => {
      const name = `${table}_never_${never}`;
      await store?.close();
      store = undefined;
      other((client) => client.exec(`drop trigger ${name}`));
      expect(await refusal()).toMatch(
        new RegExp(`DATABASE_URL.*history.*${name} removed or altered.*--restore-triggers`),
      );
      const event = { updated: 'update', deleted: 'delete', replaced: 'insert' }[never];
      other((client) =>
        client.exec(`create trigger ${name} before ${event} on ${table} when 0 begin select raise(abort, ''); end`),
      );
      expect(await refusal()).toContain(name);
    },
  );
});

test('F4 npm run migrate -- --restore-triggers puts them back', async () => {
  await shut();
  other((client) => client.exec('drop trigger versions_never_replaced; drop trigger entries_never_deleted'));
  expect(await run('migrate')).toMatchObject({ code: 1, stderr: expect.stringContaining('versions_never_replaced') });
  const put = await run('migrate', '--restore-triggers');
  expect(put).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Put back: entries_never_deleted, versions_never_replaced.'),
  });
  await open();
  other((client) => expect(() => client.exec('delete from entries')).toThrow('entries are append-only'));
});

describe('F4 the key of the verification codes', () => {
  const codeOf = (id = 'o1') => store?.printedCode(TEAM, id, 1, 'priced');

  test('F4 is made at the first start, for nobody but the app’s user, and stands nowhere in the database', async () => {
    expect(statSync(keys).mode & 0o777).toBe(0o600);
    const [key] = readKeys(keys) ?? [];
    if (!key) throw expect.unreachable();
    expect(key.secret).toHaveLength(32);
    await shut();
    const bytes = readFileSync(file);
    expect(bytes.includes(Buffer.from(key.secret))).toBe(false);
    expect(bytes.includes(Buffer.from(key.secret).toString('base64url'))).toBe(false);
    const body = other((client) => client.prepare<[], string>('select body from versions').pluck().get()) ?? '';
    await open();
    expect((await codeOf())?.check).toBe(keyedCheck(key, { team: TEAM, order: 'o1', version: 1 }, body));
    expect(readKeys(keys)).toEqual([key]);
    expect(said).toEqual([]);
  });

  test('F4 who can write the database but has no key can make no code that checks', async () => {
    expect(await codeOf()).toMatchObject({ intact: true });
    other((client) => {
      client.exec('drop trigger versions_never_updated');
      client.exec("update versions set body = json_set(body, '$.content.title', 'Forged')");
    });
    expect(await codeOf()).toMatchObject({ intact: false });
  });

  test('F4 the newest of several keys signs; what the older ones have made still checks', async () => {
    writeFileSync(keys, `${readFileSync(keys, 'utf8')}\n  second ${Buffer.alloc(40, 7).toString('base64')}  \n# end\n`);
    await open();
    await write('o2');
    const used = other((client) => client.prepare('select key from printed_codes order by order_id').pluck().all());
    expect(used).toEqual([readKeys(keys)?.[0].name, 'second']);
    expect(await codeOf('o1')).toMatchObject({ intact: true });
    expect(await codeOf('o2')).toMatchObject({ intact: true });
    expect(said).toEqual([]);
  });

  test('F4 a missing one is replaced by a new one: it says what is lost, and old codes stay valid', async () => {
    const before = await codeOf();
    const old = readFileSync(keys, 'utf8');
    const name = readKeys(keys)?.[0].name ?? '';
    rmSync(keys);
    await open();
    expect(said).toEqual([
      expect.stringMatching(
        new RegExp(`lacks the key ${name}, which made the verification codes of 1 versions.*stay valid.*backup`),
      ),
    ]);
    expect(await codeOf()).toEqual({ check: before?.check, intact: undefined });
    writeFileSync(keys, `${old}${readFileSync(keys, 'utf8')}`);
    await open();
    expect(said).toEqual([]);
    expect(await codeOf()).toEqual(before);
  });

  test.each([
    ['is empty', '', /has no key in it/],
    ['has only a comment', '# nothing\n', /has no key in it/],
    ['has a short secret', 'k1 YWJj\n', /line 1 that is no key/],
    ['has something else in it', '# x\nhello\n', /line 2 that is no key/],
    ['names two keys alike', `k1 ${'A'.repeat(44)}\nk1 ${'B'.repeat(44)}\n`, /two keys of the name k1/],
  ])('F4 a file that %s is a clear problem at the start, and stays as it is', async (_, text, sentence) => {
    writeFileSync(keys, text);
    const message = await refusal();
    expect(message).toMatch(sentence);
    expect(message).toContain('Restore it from your backup, or copy it from another instance');
    expect(readFileSync(keys, 'utf8')).toBe(text);
  });

  test('F4 a folder in its place is a clear problem', async () => {
    rmSync(keys);
    mkdirSync(keys);
    const message = await refusal();
    expect(message).toMatch(/keys of the verification codes is a folder; name a file in it/);
    expect(message).not.toContain('backup');
  });

  test('F4 a place that no folder can be is a clear problem', () => {
    expect(() => makeKeys(`${keys}/keys`)).toThrow(/keys\/keys for the keys .* cannot be written; give this user/);
  });

  test.skipIf(process.getuid?.() === 0)('F4 a file that may not be read is a clear problem', async () => {
    chmodSync(keys, 0o000);
    const message = await refusal();
    expect(message).toMatch(/cannot be read \(EACCES\); give this user permission/);
    expect(message).not.toContain('backup');
  });

  test('F4 two processes that start together make one', async () => {
    rmSync(keys);
    const made = await Promise.all(Array.from({ length: 8 }, async () => makeKeys(keys)));
    expect(new Set(made.map(([key]) => key.name)).size).toBe(1);
    expect(readdirSync(folder.path).filter((name) => name.includes('.part'))).toEqual([]);
  });

  test('F4 the database knows the names, and those of a database from before are taken in at the first start', async () => {
    const known = () => other((client) => client.prepare('select name from key_names').pluck().all());
    const [key] = readKeys(keys) ?? [];
    expect(known()).toEqual([key?.name]);
    await shut();
    other((client) => client.exec('delete from key_names'));
    await open();
    expect(known()).toEqual([key?.name]);
  });

  test('F4 a file somewhere else (KEYS_FILE) that lacks the newest key is the wrong one', async () => {
    await shut();
    const elsewhere = folder.file('elsewhere/keys');
    const start = () => openStore(`file:${file}`, undefined, undefined, elsewhere);
    await expect(start()).rejects.toThrow(/elsewhere\/keys \(KEYS_FILE\).*is missing.*copy the file/);
    makeKeys(elsewhere);
    await expect(start()).rejects.toThrow(/lacks the key k/);
    copyFileSync(keys, elsewhere);
    rmSync(keys);
    await (await start()).close();
    expect(existsSync(keys)).toBe(false);
  });

  test('F4 npm run migrate -- --new-key adds one, which makes the codes from then on', async () => {
    await shut();
    expect(await run('migrate', '--new-key')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('a new key, k'),
    });
    await open();
    await write('o2');
    const used = other((client) => client.prepare('select key from printed_codes order by order_id').pluck().all());
    expect(used).toEqual(readKeys(keys)?.map(({ name }) => name));
    expect(new Set(used).size).toBe(2);
  });

  test('F4 a backup carries it, and a restore takes it over', async () => {
    const copy = folder.file('copy.db');
    expect(await run('backup', copy)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`copied to ${keysOfCopy(copy)}`),
    });
    expect(readFileSync(keysOfCopy(copy), 'utf8')).toBe(readFileSync(keys, 'utf8'));
    expect(statSync(keysOfCopy(copy)).mode & 0o777).toBe(0o600);
    const before = await codeOf();
    await shut();
    // Another computer, where the app has been started once.
    mkdirSync(folder.file('new'));
    file = folder.file('new/x.db');
    await open();
    await shut();
    const own = readKeys(keysFile(file))?.[0];
    const restored = await run('restore', copy);
    expect(restored).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('keys of the verification codes'),
    });
    expect(readKeys(keysFile(file))).toEqual([readKeys(keys)?.[0], own]);
    expect(statSync(keysFile(file)).mode & 0o777).toBe(0o600);
    await open();
    expect(said).toEqual([]);
    expect(await codeOf()).toEqual(before);
    // Once more changes nothing.
    await shut();
    expect(await restoreFile(copy, file)).toMatchObject({ keys: 'there' });
  });

  test('F4 a restore without it says what is lost', async () => {
    const copy = folder.file('copy.db');
    await store?.backup(copy);
    await shut();
    mkdirSync(folder.file('new'));
    copyFileSync(copy, folder.file('new/copy.db'));
    file = folder.file('new/x.db');
    const restored = await run('restore', folder.file('new/copy.db'));
    expect(restored).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/keys that made its verification codes are not here.*stay valid/),
    });
    expect(existsSync(keysFile(file))).toBe(false);
    await open();
    expect(said).toHaveLength(1);
  });

  test('F4 keys that are there already stay the newest', () => {
    const theirs = folder.file('theirs.keys');
    writeFileSync(theirs, `other ${Buffer.alloc(32, 1).toString('base64url')}\n`);
    expect(addKeys(theirs, keys)).toBe(true);
    expect(addKeys(theirs, keys)).toBe(false);
    expect(readKeys(keys)?.map(({ name }) => name === 'other')).toEqual([true, false]);
    expect(addKeys(folder.file('no such'), keys)).toBe(false);
  });
});
