// npm run audit: checks that the history of every order in the database of DATABASE_URL is what was written. The app may go on
// running. Ends with code 1 when something is not, with 2 when a key is missing that would show it.
import { existsSync } from 'node:fs';
import type { audit } from './auditing/audit.ts';
import { onDatabase, say } from './command.ts';
import { DatabaseProblem } from './database-url.ts';
import { keysFile, keysFileFor, keysOfCopy, readKeys } from './keys.ts';
import { auditFile } from './sqlite/upkeep/audit.ts';

/** Breaks that are named; the others are counted. */
const NAMED = 20;

const many = (count: number, one: string) =>
  `${count} ${count === 1 ? one : one.replace(/y$/, 'ie')}${count === 1 ? '' : 's'}`;

type Found = Awaited<ReturnType<typeof audit>>;

/** Says what is found in a database of this name. Returns the code to end with. */
async function told(name: string, auditing: (tell: (sentence: string) => void) => Promise<Found>): Promise<number> {
  let breaks = 0;
  const audited = await auditing((sentence) => {
    if (breaks++ < NAMED) say(sentence);
  });
  const { orders, entries, versions, erased, lostNumbers, unsealed } = audited;
  const counts = `${many(orders, 'order')}, ${many(entries, 'entry')} and ${many(versions, 'version')}`;
  if (breaks > NAMED) say(`… and ${breaks - NAMED} more.`);
  if (breaks > 0) say(`${name}: ${counts} were checked. Not everything is what was written: compare with a backup.`);
  else say(`${name}: ${counts} were checked: everything is what was written.`);
  if (erased > 0) say(`${many(erased, 'text')} were erased; the rest of their entries and versions was checked.`);
  if (lostNumbers > 0)
    say(
      `${many(lostNumbers, 'number')} have no order: they were given after the copy was made that was restored, or their orders were removed.`,
    );
  for (const [key, count] of unsealed)
    say(
      `The key ${key} is missing: whether somebody wrote the history of ${many(count, 'order')} from beginning to end cannot be told. Put the file with the keys back (docs/operations.md, "Keys").`,
    );
  return breaks > 0 ? 1 : unsealed.size > 0 ? 2 : 0;
}

await onDatabase(
  async (file, named) => {
    if (!existsSync(file)) throw new DatabaseProblem(`There is no database ${file}; check DATABASE_URL`);
    // A copy has its keys beside it; one that was put next to the database may do with those.
    const keys = [named ?? keysFile(file), keysOfCopy(file)].flatMap((place) => readKeys(place) ?? []);
    process.exitCode = await told(file, (tell) => auditFile(file, keys, tell));
  },
  async (databaseUrl, named) => {
    const { auditServer } = await import('./postgres/upkeep/audit.ts');
    const { named: databaseOf } = await import('./postgres/connections/address.ts');
    const keys = readKeys(named ?? keysFileFor(databaseUrl)) ?? [];
    process.exitCode = await told(databaseOf(databaseUrl).name, (tell) => auditServer(databaseUrl, keys, tell));
  },
);
