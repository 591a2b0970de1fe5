import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { folderInMemory } from '../support/folder.ts';

/** A folder of its own for one test. */
export function temporaryFolder(): { path: string; file(name: string): string; remove(): void } {
  const path = folderInMemory();
  return { path, file: (name) => join(path, name), remove: () => rmSync(path, { recursive: true, force: true }) };
}
