import { DatabaseProblem } from '../database-url.ts';
import { type Keys, newestOf } from '../keys.ts';

/** A key as its database knows it: never what it is, only its name and since when, milliseconds. */
export interface KeyName {
  readonly name: string;
  readonly addedAt: number;
}

/**
 * Throws a `DatabaseProblem` when a process with these keys (undefined: its file is missing) would make codes that others
 * on the same database cannot check, or could not check theirs. `known`: the names in the database, the oldest first.
 */
export function demandNewest(known: readonly KeyName[], keys: Keys | undefined, file: string, database: string): void {
  const newest = known.at(-1)?.name;
  if (newest === undefined || keys?.some(({ name }) => name === newest)) return;
  const what = keys
    ? `lacks the key ${newest}`
    : `is missing, and the database has keys already (the newest is ${newest})`;
  throw new DatabaseProblem(
    `The file ${file} (KEYS_FILE) with the keys of the verification codes of ${database} ${what}: copy the file from another instance, or from your backup. ` +
      'Only if it is lost, run npm run migrate -- --new-key (docs/operations.md, "Keys")',
  );
}

/**
 * The names that the database does not know yet. The last one in the file is the newest; what stands before a known one is
 * older than that.
 */
export function unknownNames(known: readonly KeyName[], keys: Keys, now: number): KeyName[] {
  const isKnown = (name: string) => known.some((one) => one.name === name);
  const from = Math.max(now, (known.at(-1)?.addedAt ?? 0) + 1);
  const lastKnown = keys.findLastIndex(({ name }) => isKnown(name));
  return keys.flatMap(({ name }, index) =>
    isKnown(name) ? [] : [{ name, addedAt: index > lastKnown ? from + index : index }],
  );
}

/** The name of the key that makes new codes. */
export const newestName = (keys: Keys): string => newestOf(keys).name;
