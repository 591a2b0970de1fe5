import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { DatabaseProblem } from '../../database-url.ts';
import { BUSY_TIMEOUT, explained, sqliteCode } from '../connection.ts';
import { copyOf } from './copy.ts';

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
    const client = new Database(source, { fileMustExist: true, timeout: BUSY_TIMEOUT });
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
  const verdict = classifyError(target);
  if (verdict !== 'ok') {
    rmSync(target, { force: true });
    throw new DatabaseProblem(`The copy is damaged (${verdict}) and was removed; check ${source} and the disk`);
  }
  return statSync(target).size;
}

/** 'ok', or what SQLite found wrong. */
function classifyError(file: string): unknown {
  const copy = new Database(file, { fileMustExist: true });
  try {
    return copy.pragma('quick_check(1)', { simple: true });
  } catch (error) {
    return error instanceof Error ? error.message : error;
  } finally {
    copy.close();
  }
}
