import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseProblem } from '../database-url.ts';
import { BUSY_TIMEOUT, type Client, explained } from './connection.ts';
import { copyOf } from './copy.ts';
import { Driver } from './driver.ts';
import { sqliteCode } from './sqlite-code.ts';

/** Copies the database file, also while the app writes to it, checks the copy, and returns its size in bytes. `now`: milliseconds. */
export async function copyFile(source: string, target: string, now = Date.now()): Promise<number> {
  if (!existsSync(source)) throw new DatabaseProblem(`There is no database ${source} yet; check DATABASE_URL`);
  const folder = dirname(resolve(target));
  try {
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new DatabaseProblem(`The folder ${folder} for the backup is not there or cannot be written`, { cause });
  }
  try {
    const client = new Driver(source, { fileMustExist: true, timeout: BUSY_TIMEOUT });
    try {
      await copyOf(client, target, { atOnce: true });
    } finally {
      client.close();
    }
  } catch (error) {
    if (sqliteCode(error)?.startsWith('SQLITE_FULL'))
      throw new DatabaseProblem(
        `There is no room for the copy ${target}; free some disk space or name a file elsewhere`,
        { cause: error },
      );
    throw explained(error, source);
  }
  const verdict = verdictOn(target, now);
  if (verdict !== 'ok') {
    rmSync(target, { force: true });
    throw new DatabaseProblem(`The copy is damaged (${verdict}) and was removed; check ${source} and the disk`);
  }
  return statSync(target).size;
}

/** 'ok', or what SQLite found wrong. A copy that is well is made ready to be restored. */
function verdictOn(file: string, now: number): unknown {
  const copy = new Driver(file, { fileMustExist: true });
  try {
    const verdict = copy.pragma('quick_check(1)', { simple: true });
    if (verdict === 'ok') putInDoubt(copy, now);
    return verdict;
  } catch (error) {
    return error instanceof Error ? error.message : error;
  } finally {
    copy.close();
  }
}

/** What is owed in the copy will have been delivered by the time it is restored: it is to be looked for first. */
function putInDoubt(copy: Client, now: number): void {
  if (copy.prepare("select 1 from sqlite_master where name = 'effects'").get() === undefined) return;
  const doubt = 'in_doubt = 1, first_attempt_at = coalesce(first_attempt_at, ?)';
  copy.prepare(`update effects set ${doubt} where done_at is null`).run(now);
}
