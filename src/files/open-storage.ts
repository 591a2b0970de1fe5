import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderStorage } from './folder.ts';
import { type FileStorage, FilesProblem } from './storage.ts';

const EXAMPLE = 'for example file:./data/files';

/** The storage that FILES_URL names. Throws a `FilesProblem` that repeats nothing of an address of another kind. */
export function openStorage(filesUrl: string): FileStorage {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(filesUrl)?.[1]?.toLowerCase();
  if (scheme === 'file') return folderStorage(folderOf(filesUrl));
  throw new FilesProblem(
    'refused',
    scheme === undefined
      ? `FILES_URL does not begin with "file:"; set it to a folder, ${EXAMPLE}, or leave it empty`
      : `FILES_URL begins with "${scheme}:", which is unknown; set it to a folder, ${EXAMPLE}, or leave it empty`,
  );
}

function folderOf(filesUrl: string): string {
  const path = filesUrl.slice('file:'.length);
  if (/[?#]/.test(path))
    throw new FilesProblem('refused', `FILES_URL has options after its folder, which are not supported; ${EXAMPLE}`);
  if (path.replaceAll('/', '') === '')
    throw new FilesProblem('refused', `FILES_URL names no folder of its own; ${EXAMPLE}`);
  if (!path.startsWith('//')) return resolve(path);
  try {
    return fileURLToPath(filesUrl);
  } catch (cause) {
    throw new FilesProblem('refused', `FILES_URL is not a valid file address (one slash or three, not two)`, { cause });
  }
}
