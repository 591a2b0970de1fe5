import type { ClientBase } from 'pg';
import { DatabaseProblem } from '../../database-url.ts';
import { addNewKey, type Keys, makeKeys, readKeys } from '../../keys.ts';
import { demandNewest, type KeyName, unknownNames } from '../../rows/key-names.ts';
import { underLock } from './migrate.ts';

/** The names in the database, the oldest first. */
export async function knownNames(client: ClientBase): Promise<KeyName[]> {
  const asked = 'select name, added_at as at from key_names order by added_at, name';
  const { rows } = await client.query<{ name: string; at: string }>(asked);
  if (rows.length > 0) return rows.map(({ name, at }) => ({ name, addedAt: Number(at) }));
  // From before names were written down: what chains were sealed with. Names that the app gives begin with their day.
  const sealed = await client.query<{ key: string }>('select distinct key from chains order by key');
  return sealed.rows.map(({ key }, index) => ({ name: key, addedAt: index }));
}

/** Writes down the names of these keys that the database does not have. In a transaction. */
export async function noteKeys(client: ClientBase, known: readonly KeyName[], keys: Keys): Promise<void> {
  for (const { name, addedAt } of unknownNames(known, keys, Date.now()))
    await client.query('insert into key_names (name, added_at) values ($1, $2) on conflict do nothing', [
      name,
      addedAt,
    ]);
}

/**
 * The keys of a database: those in the file, which is made where the database has none, by one process at a time. Throws a
 * `DatabaseProblem` for a file that lacks the newest of them.
 */
export async function agreedKeys(client: ClientBase, name: string, file: string): Promise<Keys> {
  const database = `the PostgreSQL database ${name}`;
  const known = await knownNames(client);
  const keys = readKeys(file);
  demandNewest(known, keys, file, database);
  if (keys && known.length > 0 && unknownNames(known, keys, 0).length === 0) return keys;
  return underLock(client, async () => {
    const now = await knownNames(client);
    const there = readKeys(file);
    demandNewest(now, there, file, database);
    const agreed = there ?? makeKeys(file);
    await noteKeys(client, now, agreed);
    return agreed;
  });
}

/**
 * Adds a key that makes the codes from now on, to the file and to the names. Throws a `DatabaseProblem` for a file that is
 * another database's.
 */
export async function newKeyOnServer(client: ClientBase, file: string): Promise<Keys> {
  return underLock(client, async () => {
    const [known, there] = [await knownNames(client), readKeys(file)];
    if (there && known.length > 0 && unknownNames(known, there, 0).length === there.length)
      throw new DatabaseProblem(
        `The file ${file} has keys, and none of this database's: it belongs to another one, and nothing was changed. Set KEYS_FILE to the file of this database, or to one that is not there yet`,
      );
    const keys = addNewKey(file);
    await noteKeys(client, known, keys);
    return keys;
  });
}

/**
 * Looks for keys that were added after these were read; `warn` hears of each once what to do. When it cannot look, it
 * says nothing: what is asked next on the connection finds out.
 */
export function newKeysWatch(name: string, keys: Keys, file: string, warn: (sentence: string) => void) {
  const told = new Set<string>(keys.map((key) => key.name));
  return async (client: ClientBase): Promise<void> => {
    const known = await knownNames(client).catch(() => []);
    const newest = known.findLastIndex((one) => told.has(one.name));
    for (const added of known.slice(newest + 1)) {
      told.add(added.name);
      warn(
        `The key ${added.name} was added to the PostgreSQL database ${name} after this instance started: make sure that ${file} has it ` +
          '(copy the file from where it was added), and restart this instance. Until then it makes verification codes with an older key',
      );
    }
  };
}
