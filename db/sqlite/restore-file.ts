import { chmodSync, chownSync, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseProblem } from '../database-url.ts';
import type { Client } from './connection.ts';
import { copyOf } from './copy.ts';
import { Driver } from './driver.ts';
import { sqliteCode } from './sqlite-code.ts';

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
  /** Where the database before is now; undefined when there was none. */
  readonly kept: string | undefined;
}

/**
 * Puts a copy in the place of the database: a backup, or the files of a snapshot, which are only read. The app must not
 * run. The database before is kept beside it. Numbers go on after the last one given in either, or after `lastNumber`.
 */
export async function restoreFile(source: string, target: string, lastNumber = 0): Promise<Restored> {
  if (!existsSync(source)) throw new DatabaseProblem(`There is no file ${source}`);
  if (existsSync(target) && samePlace(source, target))
    throw new DatabaseProblem(`${source} is the database itself (DATABASE_URL); name a copy of it`);
  const given = existsSync(target) ? numbersOfUnused(target) : new Map<string, number>();
  const ready = `${target}.restoring`;
  const snapshot = `${target}.snapshot`;
  try {
    // A snapshot may be read-only, and opening a database writes: its files are copied first, with what is not in them yet.
    for (const end of ['', '-wal'])
      if (existsSync(`${source}${end}`)) copyFileSync(`${source}${end}`, `${snapshot}${end}`);
    chmodSync(snapshot, 0o600);
    const facts = await prepared(snapshot, ready, { given, lastNumber }).catch((error: unknown) => {
      throw sqliteCode(error) === undefined
        ? error
        : new DatabaseProblem(`${source} is damaged, or no database; nothing was changed. Take an older copy`, {
            cause: error,
          });
    });
    const kept = existsSync(target) ? `${target}.replaced-${stamp(Date.now())}` : undefined;
    const owner = statSync(kept ? target : dirname(target));
    if (kept)
      for (const end of ['', ...LOGS])
        if (existsSync(`${target}${end}`)) renameSync(`${target}${end}`, `${kept}${end}`);
    for (const end of LOGS) rmSync(`${target}${end}`, { force: true });
    renameSync(ready, target);
    if (process.getuid?.() === 0) chownSync(target, owner.uid, owner.gid);
    return { ...facts, numbersKnown: given !== undefined || lastNumber > 0, kept };
  } finally {
    for (const file of [snapshot, ready]) for (const end of ['', ...LOGS]) rmSync(`${file}${end}`, { force: true });
  }
}

/** Makes a whole copy of it that is ready to be used. */
async function prepared(
  snapshot: string,
  ready: string,
  { given, lastNumber }: { given: ReadonlyMap<string, number> | undefined; lastNumber: number },
): Promise<Pick<Restored, 'orders' | 'recordsEnd' | 'lastNumber'>> {
  const client = new Driver(snapshot, { fileMustExist: true });
  try {
    const verdict = client.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw new DatabaseProblem(`The copy is damaged (${verdict}); take an older one`);
    if (!client.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get())
      throw new DatabaseProblem('The copy is not a database of this app; name one that npm run backup has made');
    const recordsEnd = endOf(client);
    await copyOf(client, ready, { atOnce: true, replace: true, madeAt: recordsEnd });
    const copy = new Driver(ready, { fileMustExist: true });
    try {
      const atLeast = copy.prepare('update counters set value = max(value, ?) where team = ? and name = ?');
      const numbers = numbersOf(copy);
      for (const [team] of numbers) atLeast.run(Math.max(lastNumber, given?.get(team) ?? 0), team, 'order');
      const orders = copy.prepare<[], number>('select count(*) from orders').pluck().get() ?? 0;
      return { orders, recordsEnd, lastNumber: Math.max(0, ...numbersOf(copy).values()) };
    } finally {
      copy.close();
    }
  } finally {
    client.close();
  }
}

/** When something was last written down in it, milliseconds; a copy may be restored long after it was made. */
const endOf = (client: Client): number =>
  client
    .prepare<[], number | null>(
      'select max(coalesce((select 1000 * max(at) from entries), 0), coalesce((select max(done_at) from effects), 0))',
    )
    .pluck()
    .get() ?? 0;

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
    client = new Driver(file, { fileMustExist: true, timeout: 0 });
    // Whoever has the file open, even at rest, stands in the way of this.
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
