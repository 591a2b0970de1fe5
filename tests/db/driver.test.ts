import { expect, test } from 'vitest';
import { driverFor } from '../../db/sqlite/driver.ts';

test.each([
  ['20.19.0', 'better-sqlite3'],
  ['22.13.1', 'better-sqlite3'],
  ['22.14.0', 'better-sqlite3-13'],
  ['24.21.0', 'better-sqlite3-13'],
  ['26.0.0', 'better-sqlite3-13'],
] as const)('Node %s opens SQLite with %s', (node, driver) => expect(driverFor(node)).toBe(driver));
