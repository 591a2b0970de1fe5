// npm run backup -- FILE: copies the database of DATABASE_URL into a new file. The app may go on running.
import { existsSync } from 'node:fs';
import { config } from 'dotenv';
import { DatabaseProblem, DEFAULT_DATABASE_URL, databaseFile } from './database-url.ts';
import { copyKeys, keysFile, keysOfCopy, readKeys } from './keys.ts';
import { copyFile } from './sqlite/upkeep/copy-file.ts';

config({ quiet: true });
// biome-ignore lint/style/noProcessEnv: a command of its own, which needs nothing else of the app's configuration.
const databaseUrl = process.env.DATABASE_URL || DEFAULT_DATABASE_URL;
const [target, ...rest] = process.argv.slice(2);

try {
  if (!target || rest.length > 0) throw new DatabaseProblem('Say which new file to write: npm run backup -- FILE');
  const source = databaseFile(databaseUrl);
  const [keys, copyOfKeys] = [keysFile(source), keysOfCopy(target)];
  const withKeys = readKeys(keys) !== undefined;
  if (withKeys && existsSync(copyOfKeys))
    throw new DatabaseProblem(`${copyOfKeys} exists already; name a new file for the backup`);
  const size = await copyFile(source, target);
  if (withKeys) copyKeys(keys, copyOfKeys);
  const lines = [
    `${source} was copied to ${target}: ${(size / 1e6).toFixed(1)} MB, checked.`,
    withKeys
      ? `The keys of the verification codes were copied to ${copyOfKeys}: keep it with the copy, as secret as a password.`
      : `There are no keys of verification codes (${keys}) to copy.`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof DatabaseProblem ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
