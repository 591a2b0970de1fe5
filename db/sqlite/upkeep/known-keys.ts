import { addNewKey, type Keys, keysIn, readKeys } from '../../keys.ts';
import { demandNewest, type KeyName, unknownNames } from '../../rows/key-names.ts';
import type { Client } from '../connection.ts';

/** The names in the database, the oldest first. */
const knownNames = (client: Client): KeyName[] =>
  client.prepare<[], KeyName>('select name, added_at as addedAt from key_names order by added_at, name').all();

function note(client: Client, names: readonly KeyName[]): void {
  const write = client.prepare('insert or ignore into key_names (name, added_at) values (?, ?)');
  for (const { name, addedAt } of names) write.run(name, addedAt);
}

/**
 * The keys of a database: those in the file, which is made where there is none. `named`: somebody has said where the file is; then
 * one that lacks the newest key is the wrong one, and refused with a `DatabaseProblem`. Beside its database a file that was lost
 * is replaced by a new one.
 */
export function agreedKeys(client: Client, database: string, file: string, named: boolean): Keys {
  if (named) demandNewest(knownNames(client), readKeys(file), file, database);
  const keys = keysIn(file);
  // Nearly always there is nothing to write, and a start waits for nobody who writes.
  if (unknownNames(knownNames(client), keys, 0).length > 0)
    client.transaction(() => note(client, unknownNames(knownNames(client), keys, Date.now()))).immediate();
  return keys;
}

/** Adds a key that makes the codes from now on, to the file and to the names. */
export function newKey(client: Client, file: string): Keys {
  const keys = addNewKey(file);
  client.transaction(() => note(client, unknownNames(knownNames(client), keys, Date.now()))).immediate();
  return keys;
}
