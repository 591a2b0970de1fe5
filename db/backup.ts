// npm run backup -- FILE: copies the database of DATABASE_URL into a new file. The app may go on running.
import { config } from 'dotenv';
import { DatabaseProblem, DEFAULT_DATABASE_URL, databaseFile } from './database-url.ts';
import { copyFile } from './sqlite/copy-file.ts';

config({ quiet: true });
// biome-ignore lint/style/noProcessEnv: a command of its own, which needs nothing else of the app's configuration.
const databaseUrl = process.env.DATABASE_URL || DEFAULT_DATABASE_URL;
const [target, ...rest] = process.argv.slice(2);

try {
  if (!target || rest.length > 0) throw new DatabaseProblem('Say which new file to write: npm run backup -- FILE');
  const source = databaseFile(databaseUrl);
  const size = await copyFile(source, target);
  process.stdout.write(`${source} was copied to ${target}: ${(size / 1e6).toFixed(1)} MB, checked.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof DatabaseProblem ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
