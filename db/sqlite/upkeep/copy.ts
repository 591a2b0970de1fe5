import { accessSync, closeSync, constants, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseProblem } from '../../database-url.ts';
import { type Client, explained, onFile, sqliteCode } from '../connection.ts';

/** Pages copied between two turns of the event loop: 4 MB, a few milliseconds. */
const PAGES_A_TURN = 1000;
const ALL_PAGES = 0x7fffffff;

interface Options {
  /** In a single step, which other processes' writes cannot make start over, but which blocks this process. */
  readonly atOnce?: boolean;
  /** Take the place of an older copy instead of refusing. */
  readonly replace?: boolean;
  /** When its records end, milliseconds; now, unless it is a copy of a copy. */
  readonly madeAt?: number;
}

/**
 * An online copy into a file of that name, which appears only when it is whole, ready to be restored: the app on it looks
 * for what it owes before it delivers it.
 */
export async function copyOf(client: Client, target: string, options: Options = {}): Promise<void> {
  const { atOnce, replace, madeAt = Date.now() } = options;
  const refuse = () => {
    if (!replace && existsSync(target))
      throw new DatabaseProblem(`${target} exists already; name a new file for the backup`);
  };
  refuse();
  const part = `${target}.${process.pid}.part`;
  rmSync(part, { force: true });
  try {
    // Names, addresses and prices are for nobody but the app's user.
    closeSync(openSync(part, 'wx', 0o600));
    await client.backup(part, { progress: () => (atOnce ? ALL_PAGES : PAGES_A_TURN) });
    await onFile(part, (copy) => makeReady(copy, madeAt));
    refuse();
    renameSync(part, target);
  } finally {
    rmSync(part, { force: true });
  }
}

/**
 * What is owed in the copy will have been delivered by the time it is restored. What only waits for its own time (the
 * archiving of a channel) needs no doubt, and may be a million. The copies of an update have the tables of their time.
 */
function makeReady(copy: Client, madeAt: number): void {
  const has = (table: string) => copy.prepare('select 1 from sqlite_master where name = ?').get(table) !== undefined;
  if (!has('effects')) return;
  copy.transaction(() => {
    // The process that delivers now does not deliver from the copy.
    if (has('deliveries')) copy.exec('update deliveries set owner = null, lock = null');
    const doubt = 'in_doubt = 1, first_attempt_at = coalesce(first_attempt_at, ?)';
    const owed = 'done_at is null and (not_before is null or not_before <= ?)';
    copy.prepare(`update effects set ${doubt} where ${owed}`).run(madeAt, madeAt);
    // The copies of an update, and old backups, are from before there was such a table: a later start has to know that it is a copy.
    copy.exec('create table if not exists restores (copied_at integer primary key not null, taken_up_at integer)');
    // Of a copy of a copy, the records end when the first was made.
    const unused = 'not exists (select 1 from restores where taken_up_at is null)';
    copy.prepare(`insert into restores (copied_at) select ? where ${unused}`).run(madeAt);
  })();
}

/** Copies the database file, also while the app writes to it, checks the copy, and returns its size in bytes. */
export async function copyFile(source: string, target: string): Promise<number> {
  if (!existsSync(source)) throw new DatabaseProblem(`There is no database ${source} yet; check DATABASE_URL`);
  const folder = dirname(resolve(target));
  try {
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new DatabaseProblem(`The folder ${folder} for the backup is not there or cannot be written`, { cause });
  }
  try {
    await onFile(source, (client) => copyOf(client, target, { atOnce: true }));
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_FULL'))
      throw new DatabaseProblem(
        `There is no room for the copy ${target}; free some disk space or name a file elsewhere`,
        { cause: error },
      );
    throw explained(error, source);
  }
  const check = (copy: Client) => copy.pragma('quick_check(1)', { simple: true });
  const verdict: unknown = await onFile(target, check).catch((error: unknown) =>
    error instanceof Error ? error.message : error,
  );
  if (verdict !== 'ok') {
    rmSync(target, { force: true });
    throw new DatabaseProblem(`The copy is damaged (${verdict}) and was removed; check ${source} and the disk`);
  }
  return statSync(target).size;
}
