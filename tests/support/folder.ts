import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system in memory, where there is one: thousands of commits do not wait for a disk that others use. */
const MEMORY = '/dev/shm';

/** Makes a new folder for a database whose commits need not outlive the computer's power. */
export const folderInMemory = (): string =>
  mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'service-orders-'));
