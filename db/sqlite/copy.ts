import { existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseProblem } from '../database-url.ts';
import type { Client } from './connection.ts';

/** Pages copied between two turns of the event loop: 4 MB, a few milliseconds. */
const PAGES_A_TURN = 1000;
const ALL_PAGES = 0x7fffffff;

interface Options {
  /** In a single step, which other processes' writes cannot make start over, but which blocks this process. */
  readonly atOnce?: boolean;
  /** Take the place of an older copy instead of refusing. */
  readonly replace?: boolean;
}

/** An online copy into a file of that name, which appears only when it is whole. */
export async function copyOf(client: Client, target: string, { atOnce, replace }: Options = {}): Promise<void> {
  const refuse = () => {
    if (!replace && existsSync(target))
      throw new DatabaseProblem(`${target} exists already; name a new file for the backup`);
  };
  refuse();
  const part = `${target}.${process.pid}.part`;
  rmSync(part, { force: true });
  try {
    await client.backup(part, { progress: () => (atOnce ? ALL_PAGES : PAGES_A_TURN) });
    refuse();
    renameSync(part, target);
  } finally {
    rmSync(part, { force: true });
  }
}
