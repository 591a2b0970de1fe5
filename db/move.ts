// npm run move -- postgres://…: copies the SQLite database of DATABASE_URL into an empty PostgreSQL database. The app must not run.
import { existsSync } from 'node:fs';
import { onDatabase, say } from './command.ts';
import { DatabaseProblem, isPostgres } from './database-url.ts';
import { addKeys, keysFile, keysFileFor, keysOfCopy, readKeys } from './keys.ts';
import { move } from './moving/move.ts';

const [target = '', ...rest] = process.argv.slice(2);

await onDatabase(async (file, named) => {
  if (!isPostgres(target) || rest.length > 0)
    throw new DatabaseProblem(
      'Say where to: npm run move -- postgres://USER:PASSWORD@HOST:5432/DATABASE (docs/operations.md, "PostgreSQL")',
    );
  if (!existsSync(file)) throw new DatabaseProblem(`There is no database ${file}; check DATABASE_URL`);
  // The keys first: a database that names keys which are nowhere would be refused. A backup has its keys beside it.
  const keys = named ?? keysFileFor(target);
  for (const from of [keysOfCopy(file), keysFile(file)]) if (from !== keys) addKeys(from, keys);
  const known = readKeys(keys);
  const moved = await move(file, target, known);
  const count = (table: string) => moved.get(table) ?? 0;
  const rows = [...moved.values()].reduce((sum, one) => sum + one, 0);
  say(
    [
      `${file} was copied: ${count('orders')} orders with ${count('entries')} entries and ${count('versions')} versions, ${rows} rows in all. Each was read back and compared.`,
      known
        ? `The keys of the verification codes are in ${keys}: every process on the database needs that file.`
        : `No keys of verification codes were found beside ${file}. If the app has issued documents, bring its keys file to ${keys} before you start it: without it, nobody notices a change of these documents in the database.`,
      'Set DATABASE_URL to the new database and start the app. Never start it on the old file again: what people do there would be lost.',
    ].join('\n'),
  );
});
