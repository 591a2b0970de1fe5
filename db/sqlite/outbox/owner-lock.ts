import { realpathSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';

export type OwnerLock = ReturnType<typeof ownerLock>;

/** Locks that are held: a connection that nobody refers to any more would be closed, and its lock with it. */
const held = new Set<Database.Database>();

/**
 * A lock of this process beside the database in this file, taken when it is first asked for. The operating system takes it
 * away when the process ends, however that comes: the process that gets it knows that the one before has ended (decision 0025).
 */
export function ownerLock(file: string) {
  let client: Database.Database | undefined;
  const release = () => {
    if (!client) return;
    client.close();
    held.delete(client);
    client = undefined;
  };
  return {
    /** Takes the lock, or keeps it; its name, undefined while another process (or another connection) has it. */
    hold(): string | undefined {
      if (client) return nameOf(client.name);
      try {
        // Beside the database itself, whatever way led to it.
        client = new Database(`${realpathSync(file)}.owner`, { timeout: 0 });
        client.exec('begin exclusive');
        held.add(client);
        return nameOf(client.name);
      } catch {
        // Somebody has it, or there are no such locks here: then terms have to run out.
        release();
        return undefined;
      }
    },
    release,
  };
}

/** Which file that is: a lock on another one of the same name, put in its place, says nothing about the first. */
const nameOf = (path: string): string => {
  const { dev, ino } = statSync(path, { bigint: true });
  return `${dev}:${ino}`;
};
