import { config } from 'dotenv';
import { DatabaseProblem, DEFAULT_DATABASE_URL, databaseFile } from './database-url.ts';

/** Prints a line of a command's answer. */
export const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Runs a command on the file of DATABASE_URL; what stands in its way is printed as a sentence, and it ends with code 1. */
export async function onDatabase(command: (file: string) => unknown): Promise<void> {
  config({ quiet: true });
  try {
    // biome-ignore lint/style/noProcessEnv: commands of their own, which need nothing else of the app's configuration.
    await command(databaseFile(process.env.DATABASE_URL || DEFAULT_DATABASE_URL));
  } catch (error) {
    process.stderr.write(`${error instanceof DatabaseProblem ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
