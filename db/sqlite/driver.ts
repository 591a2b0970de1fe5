import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';

/**
 * better-sqlite3 in the version that suits the running Node. 13 brings its binary along but ends an older Node without a
 * word; 12 runs on Node 20, but compiled against Node 24.19 or newer it aborts the process when statements are collected.
 */
export function driverFor(node: string): 'better-sqlite3' | 'better-sqlite3-13' {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 14) ? 'better-sqlite3-13' : 'better-sqlite3';
}

const load = createRequire(import.meta.url);

/** Opens SQLite files. */
export const Driver: typeof Database = load(driverFor(process.versions.node));
