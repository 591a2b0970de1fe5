// npm run backup -- FILE: copies the database of DATABASE_URL into a new file. The app may go on running.
import { existsSync } from 'node:fs';
import { storageInUse } from './auditing/files-told.ts';
import { onDatabase, say } from './command.ts';
import { DatabaseProblem } from './database-url.ts';
import { copyKeys, keysFile, keysOfCopy, readKeys } from './keys.ts';
import { copyFile } from './sqlite/upkeep/copy.ts';

const [target, ...rest] = process.argv.slice(2);

await onDatabase(async (source, named) => {
  if (!target || rest.length > 0) throw new DatabaseProblem('Say which new file to write: npm run backup -- FILE');
  if (target.includes('://'))
    throw new DatabaseProblem(
      'A backup is a new file of its own: npm run backup -- FILE; a PostgreSQL database is copied with pg_dump',
    );
  const [keys, copyOfKeys] = [named ?? keysFile(source), keysOfCopy(target)];
  const withKeys = readKeys(keys) !== undefined;
  if (withKeys && existsSync(copyOfKeys))
    throw new DatabaseProblem(`${copyOfKeys} exists already; name a new file for the backup`);
  const size = await copyFile(source, target);
  if (withKeys) copyKeys(keys, copyOfKeys);
  say(`${source} was copied to ${target}: ${(size / 1e6).toFixed(1)} MB, checked.`);
  const kept = storageInUse();
  if (kept) say(`The files in ${kept.place} (FILES_URL) are not in it: copy them as well, after the database.`);
  say(
    withKeys
      ? `The keys of the verification codes were copied to ${copyOfKeys}: keep it with the copy, as secret as a password.`
      : `There are no keys of verification codes (${keys}) to copy.`,
  );
});
