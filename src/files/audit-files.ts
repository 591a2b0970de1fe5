import { createFiles } from './files.ts';
import { type FileStorage, FilesProblem } from './storage.ts';

/** A file that the database says is kept, and what it is called there. */
export interface NamedFile {
  readonly sha256: string;
  readonly size: number;
  readonly name: string;
  /** The order's number, and its workspace. */
  readonly number: number;
  readonly team: string;
}

/** What is younger may be an order's that is being issued just now. Milliseconds. */
const YOUNG = 86_400_000;

interface AuditOptions {
  readonly now: number;
  /** Reads each file as well, to see whether its bytes are those that were kept. */
  readonly read?: boolean;
  /** Removes what no order of the database names. */
  readonly removeOrphans?: boolean;
}

/**
 * Compares a storage with what the database names. `tell` hears each file that is missing or damaged. What no order names is an
 * orphan, unless it is too young to tell: how many, how large; removed only where that is asked for.
 */
export async function auditFiles(
  storage: FileStorage,
  named: readonly NamedFile[],
  { now, read = false, removeOrphans = false }: AuditOptions,
  tell: (file: NamedFile, what: 'missing' | 'damaged') => void,
) {
  const files = createFiles(storage);
  const expected = new Map(named.map((file) => [file.sha256, file]));
  const found = { files: expected.size, orphans: 0, orphanBytes: 0 };
  const there = new Set<string>();
  const orphans: string[] = [];
  for await (const { sha256, size, since } of storage.list()) {
    const file = expected.get(sha256);
    if (file) {
      there.add(sha256);
      if (size !== file.size || (read && !(await isWhole(sha256)))) tell(file, 'damaged');
    } else if (since < now - YOUNG) {
      found.orphans++;
      found.orphanBytes += size;
      orphans.push(sha256);
    }
  }
  for (const file of expected.values()) if (!there.has(file.sha256)) tell(file, 'missing');
  if (removeOrphans) for (const sha256 of orphans) await storage.remove(sha256);
  return found;

  async function isWhole(sha256: string): Promise<boolean> {
    try {
      return (await files.read(sha256)) !== undefined;
    } catch (error) {
      if (error instanceof FilesProblem && error.kind === 'damaged') return false;
      throw error;
    }
  }
}
