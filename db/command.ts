import { config } from 'dotenv';
import { DatabaseProblem, DEFAULT_DATABASE_URL, databaseFile, isPostgres } from './database-url.ts';

/** Prints a line of a command's answer. */
export const say = (line: string) => void process.stdout.write(`${line}\n`);

/**
 * Runs a command on the file of DATABASE_URL, or on the PostgreSQL database that it names where the command is for those too; what
 * stands in its way is printed as a sentence, and it ends with code 1.
 */
export async function onDatabase(
  command: (file: string) => unknown,
  onPostgres?: (databaseUrl: string) => unknown,
): Promise<void> {
  config({ quiet: true });
  try {
    // biome-ignore lint/style/noProcessEnv: commands of their own, which need nothing else of the app's configuration.
    const databaseUrl = process.env.DATABASE_URL || DEFAULT_DATABASE_URL;
    if (onPostgres && isPostgres(databaseUrl)) await onPostgres(databaseUrl);
    else await command(databaseFile(databaseUrl));
  } catch (error) {
    process.stderr.write(`${error instanceof DatabaseProblem ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
