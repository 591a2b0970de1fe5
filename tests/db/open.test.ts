import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DatabaseProblem, databaseFile } from '../../db/database-url.ts';
import { openStore } from '../../db/open.ts';
import { BUSY_TIMEOUT, connect, sqliteCode } from '../../db/sqlite/connection.ts';
import { owe } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

async function refusal(url: string): Promise<string> {
  const error = await openStore(url).then(
    () => new Error('it opened'),
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(DatabaseProblem);
  const { message } = error as DatabaseProblem;
  expect(message).toContain('DATABASE_URL');
  return message;
}

test('file: takes relative and absolute paths, and makes the folder', async () => {
  const file = folder.file('a/b/orders.db');
  expect(databaseFile(`file:${file}`)).toBe(file);
  expect(databaseFile(`file://${file}`)).toBe(file);
  expect(databaseFile(`file:./${relative('.', file)}`)).toBe(file);
  const store = await openStore(`file:${file}`);
  expect(await store.alive()).toBe(true);
  await store.close();
  expect(readdirSync(folder.file('a/b')).toSorted()).toEqual(['keys', 'orders.db']);
});

test.each([
  ['mysql://user:secret@host/db', /"mysql:", which is unknown/],
  ['postgress://so:secret@host/db', /"postgress:"; a PostgreSQL database is written as postgres:\/\/USER:/],
  ['postgresql+asyncpg://so:secret@host/db', /"postgresql\+asyncpg:"; a PostgreSQL database is written as/],
  ['jdbc:postgresql://host/db?user=so&password=secret', /"jdbc:"; a PostgreSQL database is written as/],
  ['postgres//so:secret@host/db', /does not begin with "postgres:\/\/"; a PostgreSQL database is written as/],
  ['host=h dbname=db password=secret', /does not begin with "postgres:\/\/"/],
  ['"postgres://so:secret@host/db"', /begins with a quotation mark or a space; leave them out/],
  ['postgres://so:%zzsecret@host/db', /has a % that no two hexadecimal digits follow; write a % itself as %25/],
  ['postgres://so:secret%ff@host/db', /is not a valid address/],
  ['postgres://so:secret@host:abc/db', /has a port that is no number from 1 to 65535/],
  ['postgres://so:secret@host:99999/db', /has a port that is no number/],
  ['postgres://so:secret@host:0/db', /has a port that is no number/],
  ['postgres://so:secret@host/db?port=abc', /has a port that is no number/],
  ['postgres://so:secret@host', /names no database; write it as/],
  ['data/orders.db', /does not begin with "file:"/],
  ['', /does not begin with "file:"/],
  ['file:', /names no file/],
  ['file::memory:', /names no file/],
  ['file:./data/', /names no file/],
  ['file:./x.db?mode=ro', /options/],
  ['file://data/x.db', /one slash or three/],
])('%s is refused without repeating a password', async (url, sentence) => {
  const message = await refusal(url);
  expect(message).toMatch(sentence);
  expect(message).not.toContain('secret');
});

test('a folder, or a folder that cannot be made', async () => {
  writeFileSync(folder.file('plain'), '');
  expect(await refusal(`file:${folder.path}`)).toMatch(/not a file/);
  expect(await refusal(`file:${folder.file('plain/x.db')}`)).toMatch(/cannot be made or written/);
  if (process.platform === 'linux')
    expect(await refusal('file:/proc/nowhere/x.db')).toMatch(/cannot be made or written/);
});

test.skipIf(process.getuid?.() === 0)('no permission', async () => {
  mkdirSync(folder.file('closed'));
  chmodSync(folder.file('closed'), 0o500);
  expect(await refusal(`file:${folder.file('closed/x.db')}`)).toMatch(/write permission/);
});

test('something else than a database', async () => {
  const file = folder.file('letter.txt');
  writeFileSync(file, 'Dear Sir or Madam, '.repeat(100));
  expect(await refusal(`file:${file}`)).toMatch(/not an SQLite database/);
  expect(readFileSync(file, 'utf8')).toMatch(/^Dear Sir/);
});

test('a damaged database', async () => {
  const file = folder.file('x.db');
  const store = await openStore(`file:${file}`);
  await owe(store, 'o1', []);
  await store.close();
  const bytes = readFileSync(file);
  bytes.fill(0xab, 100, 4096);
  writeFileSync(file, bytes);
  expect(await refusal(`file:${file}`)).toMatch(/damaged; restore a backup/);
});

test('a database that another program keeps locked', async () => {
  const file = folder.file('x.db');
  const other = new Database(file);
  other.exec('create table t (x); begin exclusive');
  expect(() => connect(file, 50)).toThrow(/DATABASE_URL.*locked by another program/);
  other.close();
});

test('settings of every connection', () => {
  const client = connect(folder.file('x.db'));
  const pragma = (name: string) => client.pragma(name, { simple: true });
  expect(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map(pragma)).toEqual([
    'wal',
    2,
    1,
    BUSY_TIMEOUT,
  ]);
  expect(BUSY_TIMEOUT).toBe(5000);
  client.close();
});

test('sqliteCode looks through causes', () => {
  const error = new Database.SqliteError('locked', 'SQLITE_BUSY');
  expect(sqliteCode(new Error('a', { cause: new Error('b', { cause: error }) }))).toBe('SQLITE_BUSY');
  expect(sqliteCode(Object.assign(new Error('c'), { code: 'ENOENT' }))).toBeUndefined();
  expect(sqliteCode('SQLITE_BUSY')).toBeUndefined();
});
