import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { besideKeys, DatabaseProblem } from './database-url.ts';
import { makeFolder } from './folder.ts';

/** What verification codes are made with. `name` stands in the database beside each code, `secret` never does. */
export interface Key {
  readonly name: string;
  readonly secret: Uint8Array;
}

/** The keys of a database, oldest first; the last one makes new codes, the others still check the codes that they have made. */
export type Keys = readonly [Key, ...Key[]];

/** Bytes of a secret: as many as the digest of HMAC-SHA-256 has. */
const MIN_BYTES = 32;

const HEADER = `# The keys of the verification codes on documents: a name and a secret on each line. The last line makes new codes.
# Keep this file as secret as a password, and back it up with the database (docs/operations.md, "Keys").
`;

/** Where the keys of a database are that is a file: in its folder. */
export const keysFile = (database: string): string => join(dirname(database), 'keys');

/** Where the keys of the verification codes are when KEYS_FILE does not say. */
export const keysFileFor = (databaseUrl: string): string => keysFile(besideKeys(databaseUrl));

/** Where the keys are that go with a copy of the database. */
export const keysOfCopy = (copy: string): string => `${copy}.keys`;

/**
 * The keys in a file; undefined when there is none. Throws a `DatabaseProblem` for one that cannot be read or says
 * something else.
 */
export function readKeys(file: string): Keys | undefined {
  const called = `The file ${file} with the keys of the verification codes`;
  const problem = (what: string) =>
    new DatabaseProblem(`${called} ${what}. Restore it from your backup, or copy it from another instance`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    const remedy =
      code === 'EISDIR'
        ? 'is a folder; name a file in it (KEYS_FILE), or remove it'
        : `cannot be read (${code}); give this user permission to read it (mode 600) and to enter its folder`;
    throw new DatabaseProblem(`${called} ${remedy}`, { cause });
  }
  const lines = text
    .split(/\r?\n/)
    .flatMap((line, index) => (/^\s*(#.*)?$/.test(line) ? [] : [{ line, at: index + 1 }]));
  const keys = lines.map(({ line, at }): Key => {
    const [, name, coded] = /^\s*([\w-]{1,40})\s+([\w+/-]+=*)\s*$/.exec(line) ?? [];
    const secret = Buffer.from(coded ?? '', 'base64');
    if (!name || secret.length < MIN_BYTES)
      throw problem(`has a line ${at} that is no key: a name, a space and ${MIN_BYTES} bytes or more in base64`);
    return { name, secret };
  });
  const twice = keys.find(({ name }, index) => keys.findIndex((one) => one.name === name) < index);
  if (twice) throw problem(`has two keys of the name ${twice.name}; give each a name of its own`);
  const [first, ...rest] = keys;
  if (!first) throw problem('has no key in it');
  return [first, ...rest];
}

/** Makes a file with one new key, unless another process was faster. Throws a `DatabaseProblem` when it cannot be written. */
export function makeKeys(file: string, now = new Date()): Keys {
  writeNew(file, `${HEADER}${newKeyLine(now)}`);
  const made = readKeys(file);
  if (!made) throw new DatabaseProblem(`The file ${file} for the keys of the verification codes vanished; start again`);
  return made;
}

const newKeyLine = (now: Date): string =>
  `k${now.toISOString().slice(0, 10).replaceAll('-', '')}-${randomBytes(3).toString('hex')} ${randomBytes(MIN_BYTES).toString('base64url')}\n`;

/** Adds a new key at the end of a file, or makes the file. Throws a `DatabaseProblem`. */
export function addNewKey(file: string, now = new Date()): Keys {
  const there = readKeys(file);
  if (!there) return makeKeys(file, now);
  renameSync(partOf(file, `${readFileSync(file, 'utf8').replace(/\n*$/, '\n')}${newKeyLine(now)}`), file);
  return readKeys(file) ?? there;
}

/** The keys in a file, made where there are none. Throws a `DatabaseProblem`. */
export const keysIn = (file: string): Keys => readKeys(file) ?? makeKeys(file);

/**
 * `warn` hears which codes cannot be checked any more for want of a key. `used`: the keys that codes in the database were made
 * with, and how many each.
 */
export function warnOfMissing(
  keys: Keys,
  file: string,
  used: readonly { readonly key: string; readonly count: number }[],
  warn: (sentence: string) => void,
): void {
  const missing = used.filter(({ key }) => keys.every(({ name }) => name !== key));
  const codes = missing.reduce((sum, { count }) => sum + count, 0);
  if (codes > 0)
    warn(
      `${file} lacks the key ${missing.map(({ key }) => key).join(', ')}, which made the verification codes of ${codes} versions. ` +
        'They stay valid, but a change of these versions in the database would not be noticed. Put the file back from your backup, with the lines it has now at its end.',
    );
}

/** The one that signs. */
export const newestOf = (keys: Keys): Key => keys[keys.length - 1] ?? keys[0];

/** Copies the keys to a place that has none. */
export function copyKeys(from: string, to: string): void {
  writeNew(to, readFileSync(from, 'utf8'));
}

/**
 * Puts the keys that came with a copy in front of those that are there (or where there are none), so that what these have
 * made can still be checked and the newest ones still make the new codes. Returns whether anything was changed.
 */
export function addKeys(from: string, to: string): boolean {
  const theirs = readKeys(from);
  if (!theirs) return false;
  const ours = readKeys(to);
  if (!ours) {
    copyKeys(from, to);
    return true;
  }
  const missing = theirs.filter(({ name }) => ours.every((key) => key.name !== name));
  if (missing.length === 0) return false;
  const lines = [...missing, ...ours].map(
    ({ name, secret }) => `${name} ${Buffer.from(secret).toString('base64url')}\n`,
  );
  const part = partOf(to, `${HEADER}${lines.join('')}`);
  renameSync(part, to);
  return true;
}

/** The file appears whole or not at all, and never in place of another. */
function writeNew(file: string, text: string): void {
  try {
    makeFolder(dirname(file));
    const part = partOf(file, text);
    try {
      linked(part, file);
    } finally {
      rmSync(part, { force: true });
    }
  } catch (cause) {
    throw new DatabaseProblem(
      `The file ${file} for the keys of the verification codes cannot be written; give this user write permission to its folder and room on the disk`,
      { cause },
    );
  }
}

function linked(part: string, file: string): void {
  try {
    linkSync(part, file);
  } catch (error) {
    if (existsSync(file)) return;
    // Some file systems have no links.
    copyFileSync(part, file, constants.COPYFILE_EXCL);
    if (!existsSync(file)) throw error;
  }
}

function partOf(file: string, text: string): string {
  const part = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
  const handle = openSync(part, 'wx', 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return part;
}
