import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  existsSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { DatabaseProblem } from '../../database-url.ts';
import { makeFolder } from '../../folder.ts';
import { addKeys, keysFile, keysOfCopy, readKeys } from '../../keys.ts';
import { type Client, onFile, sqliteCode } from '../connection.ts';
import { copyOf } from './copy.ts';
import { standOf } from './migrate.ts';

/** What SQLite keeps beside a database. Beside another one it would be read into that, and damage it. */
const LOGS = ['-wal', '-shm'];

/** What came of a restore. */
export interface Restored {
  readonly orders: number;
  /** When the records of the copy end, milliseconds. */
  readonly recordsEnd: number;
  /** The number that the next order gets follows this one. */
  readonly lastNumber: number;
  /** Whether the numbers of the database before could be read, so that none is given twice. */
  readonly numbersKnown: boolean;
  /** The keys of the verification codes: taken over from beside the copy, missing (some that made its codes), or there already. */
  readonly keys: 'taken over' | 'missing' | 'there';
  /** Where the database before is now; undefined when there was none. */
  readonly kept: string | undefined;
}

/**
 * Puts a copy in the place of the database: a backup, or the files of a snapshot, which are only read. The app must not
 * run. `namedKeys`: the file with the keys in use, where it is not beside it. The database before is kept beside it.
 * Numbers go on after the last one given in either, or after `lastNumber`.
 */
export async function restoreFile(
  source: string,
  named: string,
  lastNumber = 0,
  namedKeys?: string,
): Promise<Restored> {
  const from = readable(source);
  const folder = writable(dirname(named));
  const target = existsSync(named) ? realpathSync(named) : join(folder, basename(named));
  if (existsSync(target) && samePlace(from, target))
    throw new DatabaseProblem(`${from} is the database itself (DATABASE_URL); name a copy of it`);
  const work = workplace(`${target}.restoring`);
  try {
    const given = existsSync(target) ? numbersOfUnused(target) : undefined;
    const [snapshot, ready] = [join(work.folder, 'snapshot'), join(work.folder, 'ready')];
    // A snapshot may be read-only, and opening a database writes: its files are copied first, with what is not in them yet.
    for (const end of ['', '-wal'])
      if (existsSync(`${from}${end}`)) {
        copyFileSync(`${from}${end}`, `${snapshot}${end}`);
        chmodSync(`${snapshot}${end}`, 0o600);
      }
    const known = { given, lastNumber, writtenAt: statSync(from).mtimeMs };
    const facts = await onFile(snapshot, (client) => prepared(client, ready, known));
    const owner = statSync(existsSync(target) ? target : folder);
    const inUse = namedKeys ?? keysFile(target);
    const taken = addKeys(keysOfCopy(from), inUse);
    const names = new Set((readKeys(inUse) ?? []).map(({ name }) => name));
    const keys = facts.keys.every((name) => names.has(name)) ? (taken ? 'taken over' : 'there') : 'missing';
    const kept = setAside(target);
    renameSync(ready, target);
    if (process.getuid?.() === 0)
      for (const file of [target, ...(taken ? [inUse] : [])]) chownSync(file, owner.uid, owner.gid);
    return { ...facts, keys, numbersKnown: given !== undefined || lastNumber > 0, kept };
  } catch (error) {
    throw why(error, from, folder);
  } finally {
    work.leave();
  }
}

/** The sentence for what stood in the way; a `DatabaseProblem` has one. */
function why(error: unknown, from: string, folder: string): unknown {
  const code = sqliteCode(error) ?? (error instanceof Error && 'code' in error ? String(error.code) : '');
  const because = (text: string) => new DatabaseProblem(`${text}; nothing was changed`, { cause: error });
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC')
    return because(`There is no room in ${folder}: it takes two more copies of ${from}. Free some disk space`);
  if (code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_ERROR'))
    return because(`${from} is damaged, or no database. Take an older copy`);
  return error;
}

/** The absolute path of a file that can be read. */
function readable(source: string): string {
  const file = resolve(source);
  if (!existsSync(file)) throw new DatabaseProblem(`There is no file ${file}`);
  if (!statSync(file).isFile()) throw new DatabaseProblem(`${file} is not a file; name a copy of the database`);
  try {
    accessSync(file, constants.R_OK);
  } catch (cause) {
    throw new DatabaseProblem(`This user may not read ${file}; run this as the user who runs the app, and let them`, {
      cause,
    });
  }
  return file;
}

/** The folder of the database, made where it is missing. */
function writable(folder: string): string {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    return realpathSync(folder);
  } catch (cause) {
    throw new DatabaseProblem(
      `The folder ${folder} (of DATABASE_URL) cannot be made or written; run this as the user who runs the app`,
      { cause },
    );
  }
}

/**
 * A folder of one restore's own, until `leave`. What an aborted restore has left there is removed. One that is under way
 * holds a lock, which ends with its process.
 */
function workplace(folder: string) {
  makeFolder(folder);
  chmodSync(folder, 0o700);
  const lock = new Database(join(folder, 'lock'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (cause) {
    lock.close();
    if (!sqliteCode(cause)?.startsWith('SQLITE_BUSY')) throw cause;
    throw new DatabaseProblem(`Another restore is under way (in ${folder}); wait for its end`, { cause });
  }
  for (const name of readdirSync(folder)) if (!name.startsWith('lock')) rmSync(join(folder, name), { recursive: true });
  return {
    folder,
    leave() {
      lock.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Moves the database and its logs to a name that nothing has; undefined when there is nothing to move. */
function setAside(target: string): string | undefined {
  const there = ['', ...LOGS].filter((end) => existsSync(`${target}${end}`));
  if (there.length === 0) return undefined;
  const name = `${target}.replaced-${stamp(Date.now())}`;
  const taken = (candidate: string) => ['', ...LOGS].some((end) => existsSync(`${candidate}${end}`));
  let kept = name;
  for (let n = 2; taken(kept); n++) kept = `${name}-${n}`;
  for (const end of there) renameSync(`${target}${end}`, `${kept}${end}`);
  return kept;
}

interface Known {
  /** The last numbers of the database before, by workspace; undefined when they cannot be read. */
  readonly given: ReadonlyMap<string, number> | undefined;
  readonly lastNumber: number;
  /** When the copy's file was last written, milliseconds. */
  readonly writtenAt: number;
}

/** Makes a whole copy of it that is ready to be used. */
async function prepared(
  client: Client,
  ready: string,
  { given = new Map(), lastNumber, writtenAt }: Known,
): Promise<Pick<Restored, 'orders' | 'recordsEnd' | 'lastNumber'> & { keys: string[] }> {
  const verdict = client.pragma('quick_check(1)', { simple: true });
  if (verdict !== 'ok') throw new DatabaseProblem(`The copy is damaged (${verdict}); take an older one`);
  if (!client.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get())
    throw new DatabaseProblem('The copy is not a database of this app; name one that npm run backup has made');
  if (standOf(client).strange > 0)
    throw new DatabaseProblem('The copy was written by a newer version of this app; install that version first');
  const teams = teamsOf(client);
  if (given.size > 0 && teams.length > 0 && !teams.some((team) => given.has(team)))
    throw new DatabaseProblem(
      'The copy is of another Slack workspace than the database; nothing was changed. If that is wanted, move the database away first',
    );
  const recordsEnd = endOf(client) ?? writtenAt;
  await copyOf(client, ready, { atOnce: true, madeAt: Math.round(recordsEnd) });
  return onFile(ready, (copy) => {
    const atLeast = copy.prepare(
      `insert into counters (team, name, value) values (?, 'order', ?)
         on conflict (team, name) do update set value = max(value, excluded.value)`,
    );
    for (const team of new Set([...teams, ...given.keys()])) {
      const last = Math.max(lastNumber, given.get(team) ?? 0);
      if (last > 0) atLeast.run(team, last);
    }
    const orders = copy.prepare<[], number>('select count(*) from orders').pluck().get() ?? 0;
    return { orders, recordsEnd, lastNumber: Math.max(0, ...numbersOf(copy).values()), keys: keysUsedIn(copy) };
  });
}

/** The workspaces that a database knows of. */
const teamsOf = (client: Client): string[] =>
  client.prepare<[], string>('select team from counters union select distinct team from people').pluck().all();

/** When something was last written down in it, milliseconds; a copy may be restored long after it was made. */
const endOf = (client: Client): number | null =>
  client
    .prepare<[], number | null>(
      `select nullif(max(coalesce((select 1000 * max(at) from entries), 0), coalesce((select max(done_at) from effects), 0)), 0)`,
    )
    .pluck()
    .get() ?? null;

/** The names of the keys that made its codes and seals; none in a copy from before there were any. */
function keysUsedIn(client: Client): string[] {
  const tables = "select name from sqlite_master where type = 'table' and name in ('printed_codes', 'chains')";
  return client
    .prepare<[], string>(tables)
    .pluck()
    .all()
    .flatMap((table) => client.prepare<[], string>(`select distinct key from ${table} where key <> ''`).pluck().all());
}

const numbersOf = (client: Client): Map<string, number> =>
  new Map(
    client
      .prepare<[], { team: string; value: number }>("select team, value from counters where name = 'order'")
      .all()
      .map(({ team, value }) => [team, value]),
  );

/** The last numbers given in a database that nobody uses; undefined when it cannot be read any more. */
function numbersOfUnused(file: string): Map<string, number> | undefined {
  let client: Client | undefined;
  try {
    client = new Database(file, { fileMustExist: true, timeout: 0 });
    // A program that has the file open, even at rest, stands in the way of this.
    client.pragma('locking_mode = exclusive');
    client.exec('begin exclusive; rollback');
    return numbersOf(client);
  } catch (error) {
    const code = sqliteCode(error) ?? '';
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
      throw new DatabaseProblem(`The database ${file} (DATABASE_URL) is in use; stop the app first`, { cause: error });
    return undefined;
  } finally {
    client?.close();
  }
}

function samePlace(a: string, b: string): boolean {
  const [one, other] = [statSync(a), statSync(b)];
  return one.dev === other.dev && one.ino === other.ino;
}

/** `20261125-204512`, UTC */
const stamp = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
