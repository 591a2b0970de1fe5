import { resolve } from 'node:path';
import { config } from 'dotenv';
import { FilesProblem } from '../src/files/storage.ts';
import { DatabaseProblem, DEFAULT_DATABASE_URL, databaseFile, isPostgres } from './database-url.ts';

/** Prints a line of a command's answer. */
export const say = (line: string) => void process.stdout.write(`${line}\n`);

/**
 * Runs a command on the file of DATABASE_URL, or on the PostgreSQL database that it names where the command is for those too; what
 * stands in its way is printed as a sentence, and it ends with code 1. Both are given the file that KEYS_FILE names, if it does.
 */
export async function onDatabase(
  command: (file: string, keys: string | undefined) => unknown,
  onPostgres?: (databaseUrl: string, keys: string | undefined) => unknown,
): Promise<void> {
  config({ quiet: true });
  try {
    // biome-ignore lint/style/noProcessEnv: commands of their own, which need nothing else of the app's configuration.
    const { DATABASE_URL, KEYS_FILE } = process.env;
    const databaseUrl = DATABASE_URL || DEFAULT_DATABASE_URL;
    const keys = KEYS_FILE ? resolve(KEYS_FILE) : undefined;
    if (onPostgres && isPostgres(databaseUrl)) await onPostgres(databaseUrl, keys);
    else await command(databaseFile(databaseUrl), keys);
  } catch (error) {
    process.stderr.write(
      `${error instanceof DatabaseProblem || error instanceof FilesProblem ? error.message : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}
