import { randomUUID } from 'node:crypto';
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FileStorage, FilesProblem, isSha256, type StoredFile } from './storage.ts';

/** What is being written, below the folder: named by nobody until it is whole. */
const UNFINISHED = 'unfinished';
/** An unfinished file is left from a power cut when it is older. Milliseconds. */
const LEFT_OVER = 86_400_000;

/** Keeps files below a folder, `ab/abcd…`, for the app's own user only (600, folders 700). */
export function folderStorage(folder: string): FileStorage {
  const pathOf = (sha256: string) => {
    if (!isSha256(sha256)) throw new Error(`${sha256} is no SHA-256`);
    return join(folder, sha256.slice(0, 2), sha256);
  };
  const told = <T>(work: () => Promise<T>) =>
    work().catch((error: unknown) => Promise.reject(explained(error, folder)));

  /** Whole or not there at all: written aside, synced, then given its name. */
  async function write(path: string, bytes: Uint8Array): Promise<void> {
    const aside = join(folder, UNFINISHED, randomUUID());
    for (const parent of [dirname(aside), dirname(path)]) await makeFolder(parent);
    try {
      const file = await open(aside, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(aside, path);
    } catch (error) {
      await rm(aside, { force: true }).catch(() => undefined);
      throw error;
    }
    await syncFolder(dirname(path));
  }

  /** Nothing, where it was never made: on a computer to which a backup was brought. */
  async function namesKept(): Promise<string[]> {
    if (!(await orNothing(stat(folder)))) {
      await stat(dirname(folder));
      return [];
    }
    return namesIn(folder);
  }

  return {
    place: folder,
    put: (sha256, bytes) => told(() => write(pathOf(sha256), bytes)),
    get: (sha256) => told(() => orNothing(readFile(pathOf(sha256)))),
    async *list() {
      for (const name of await told(namesKept))
        if (/^[0-9a-f]{2}$/.test(name))
          for (const sha256 of (await told(() => namesIn(join(folder, name)))).filter(isSha256)) {
            const found = await told(() => stored(pathOf(sha256), sha256));
            if (found) yield found;
          }
    },
    remove: (sha256) => told(() => rm(pathOf(sha256), { force: true })),
    async check() {
      await told(async () => {
        // Only the last folder is made: a disk that is not mounted must not be taken for an empty one.
        await makeFolder(folder);
        const aside = join(folder, UNFINISHED);
        await makeFolder(aside);
        const probe = join(aside, randomUUID());
        await write(probe, Buffer.from('probe'));
        await rm(probe);
        await removeLeftOvers(aside);
      });
    },
  };
}

/** Makes a folder for this user alone, in one that is there. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
    await syncFolder(dirname(path));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** A new name is safe when its folder is synced. Windows opens no folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function removeLeftOvers(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    const found = await orNothing(stat(path));
    if (found && found.mtimeMs < Date.now() - LEFT_OVER) await rm(path, { force: true });
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of await opendir(folder)) names.push(name);
  return names;
}

async function stored(path: string, sha256: string): Promise<StoredFile | undefined> {
  const found = await orNothing(stat(path));
  return found && { sha256, size: found.size, since: found.mtimeMs };
}

/** Undefined for what is not there. */
const orNothing = <T>(reading: Promise<T>): Promise<T | undefined> =>
  reading.catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What the operator has to know. */
function explained(error: unknown, folder: string): unknown {
  const code = codeOf(error);
  if (code === '' || error instanceof FilesProblem) return error;
  const problem = (kind: FilesProblem['kind'], what: string) =>
    new FilesProblem(kind, `Files cannot be kept in the folder ${folder} (FILES_URL): ${what}`, { cause: error });
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return problem('full', 'there is no room left; free some disk space');
    case 'EACCES':
    case 'EPERM':
      return problem('refused', "the app's user may not read and write it; give it to that user");
    case 'EROFS':
      return problem('refused', 'it cannot be written; mount it for writing, or name another folder');
    case 'ENOENT':
      return problem('refused', 'it is not there, nor is the folder that it would be in; make it, or mount its disk');
    case 'ENOTDIR':
    case 'EEXIST':
      return problem('refused', 'it is no folder; name another one');
    default:
      return problem('away', `the system answers ${code}`);
  }
}
