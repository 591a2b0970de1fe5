import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { auditFiles, type NamedFile } from '../../src/files/audit-files.ts';
import { credentialsIn, openStorage } from '../../src/files/open-storage.ts';
import type { FileStorage } from '../../src/files/storage.ts';
import { orderNumber } from '../../src/order/text/order-number.ts';
import { say } from '../command.ts';
import { DEFAULT_DATABASE_URL, filesUrlFor } from '../database-url.ts';

/** Files that are named; the others are counted. */
const NAMED = 20;

/**
 * The storage in use; undefined when there is none, or none so far. `expected`: files are named, which are missing where there is none so far.
 * Throws a `FilesProblem`.
 */
export function storageInUse(expected = false): FileStorage | undefined {
  // biome-ignore lint/style/noProcessEnv: commands of their own, which need nothing else of the app's configuration.
  const environment = process.env;
  const { FILES_URL, DATABASE_URL } = environment;
  const url = filesUrlFor(FILES_URL, DATABASE_URL || DEFAULT_DATABASE_URL);
  if (url === undefined || (!FILES_URL && !expected && !existsSync(fileURLToPath(url)))) return undefined;
  return openStorage(url, credentialsIn(environment));
}

const files = (count: number) => `${count} ${count === 1 ? 'file' : 'files'}`;
const size = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Says how the files of FILES_URL compare with what the database names. Whether all are there, and whole. */
export async function filesAudited(
  named: readonly NamedFile[],
  options: { readonly read?: boolean; readonly removeOrphans?: boolean } = {},
): Promise<boolean> {
  const storage = storageInUse(named.length > 0);
  if (!storage) {
    if (named.length === 0) return true;
    say(`The database names ${files(named.length)} that are kept, and FILES_URL does not say where: set it.`);
    return false;
  }
  let wrong = 0;
  const found = await auditFiles(storage, named, { now: Date.now(), ...options }, (file, what) => {
    if (wrong++ < NAMED)
      say(`${orderNumber(file.number)} (workspace ${file.team}): ${file.name} (${file.sha256}) is ${what}.`);
  });
  if (wrong > NAMED) say(`… and ${wrong - NAMED} more.`);
  say(
    wrong > 0
      ? `${storage.place}: of ${files(found.files)}, ${wrong} ${wrong === 1 ? 'is' : 'are'} missing or damaged. Put them back from a backup.`
      : `${storage.place}: all ${files(found.files)} that the database names are there${options.read ? ', as they were kept' : ''}.`,
  );
  if (found.orphans > 0)
    say(
      options.removeOrphans
        ? `${files(found.orphans)} (${size(found.orphanBytes)}) that no order named were removed.`
        : `${files(found.orphans)} (${size(found.orphanBytes)}) are named by no order of this database: what was issued after the copy that was restored, or belongs to another database. Remove them with npm run audit -- --remove-orphans if they are neither.`,
    );
  return wrong === 0;
}
