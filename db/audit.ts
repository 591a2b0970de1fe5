// npm run audit: checks that the history of every order in the database of DATABASE_URL is what was written. The app may go on
// running. The files of FILES_URL are compared with what it names; `--read-files` reads each of them, `--remove-orphans` removes those
// that no order names. Ends with code 1 when something is not, with 2 when a key is missing that would show it.
import { existsSync } from 'node:fs';
import type { NamedFile } from '../src/files/audit-files.ts';
import type { audit } from './auditing/audit.ts';
import { filesAudited } from './auditing/files-told.ts';
import { onDatabase, say } from './command.ts';
import { DatabaseProblem } from './database-url.ts';
import { keysFile, keysFileFor, keysOfCopy, readKeys } from './keys.ts';
import { auditFile } from './sqlite/upkeep/audit.ts';
import { namedFilesIn } from './sqlite/upkeep/named-files.ts';

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

const FLAGS = ['--read-files', '--remove-orphans'];
const flags = process.argv.slice(2);

function demandFlags(): void {
  const unknown = flags.find((flag) => !FLAGS.includes(flag));
  if (unknown !== undefined) throw new DatabaseProblem(`npm run audit knows ${FLAGS.join(' and ')}, not ${unknown}`);
}

/** What it says of the history, and then of the files. */
async function bothTold(history: Promise<number>, named: () => Promise<NamedFile[]>): Promise<void> {
  const code = await history;
  const options = { read: flags.includes('--read-files'), removeOrphans: flags.includes('--remove-orphans') };
  process.exitCode = (await filesAudited(await named(), options)) ? code : 1;
}

await onDatabase(
  async (file, named) => {
    demandFlags();
    if (!existsSync(file)) throw new DatabaseProblem(`There is no database ${file}; check DATABASE_URL`);
    // A copy has its keys beside it; one that was put next to the database may do with those.
    const keys = [named ?? keysFile(file), keysOfCopy(file)].flatMap((place) => readKeys(place) ?? []);
    await bothTold(
      told(file, (tell) => auditFile(file, keys, tell)),
      () => namedFilesIn(file),
    );
  },
  async (databaseUrl, named) => {
    demandFlags();
    const { auditServer } = await import('./postgres/upkeep/audit.ts');
    const { namedFilesOn } = await import('./postgres/upkeep/named-files.ts');
    const { named: databaseOf } = await import('./postgres/connections/address.ts');
    const keys = readKeys(named ?? keysFileFor(databaseUrl)) ?? [];
    await bothTold(
      told(databaseOf(databaseUrl).name, (tell) => auditServer(databaseUrl, keys, tell)),
      () => namedFilesOn(databaseUrl),
    );
  },
);
