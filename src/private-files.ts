import { statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Others may read or change it, or everybody of its group change it: the bits of a file's mode that are too many. */
const TOO_MANY = 0o027;

/**
 * One sentence for each file with secrets or people's data that others on this computer can read or change, with the
 * command that fixes it. Missing files are skipped.
 */
export function exposedFiles(database: string, environment: string, keys: string): string[] {
  // Windows knows no such modes.
  if (process.platform === 'win32') return [];
  const files = [environment, keys, database, `${database}-wal`, `${database}-shm`];
  // Who can change a folder can put another database, or other keys, there.
  const folders = new Set([dirname(database), dirname(keys)]);
  return [
    ...files.filter((file) => statOf(file)?.isFile()).flatMap((file) => exposed(file, '600')),
    ...[...folders].flatMap((folder) => exposed(folder, '700', 0o022)),
  ];
}

/** Undefined where there is nothing, or no way to it: that is said where it is read. */
function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function exposed(path: string, right: string, tooMany = TOO_MANY): string[] {
  const stat = statOf(path);
  if (!stat || (stat.mode & tooMany) === 0) return [];
  // A folder of which everybody may only remove what is their own (/tmp).
  if (stat.isDirectory() && stat.mode & 0o1000) return [];
  const mode = (stat.mode & 0o777).toString(8);
  const what = stat.mode & 0o022 ? 'changed' : 'read';
  return [`${path} can be ${what} by others on this computer (mode ${mode}): chmod ${right} ${path}`];
}
