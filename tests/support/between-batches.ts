import { setImmediate as breath } from 'node:timers/promises';
import Database from 'better-sqlite3';
import pg from 'pg';
import { isPostgres } from '../../db/database-url.ts';
import type { ImportState } from '../../db/ports.ts';

/** How far an import is. `lines`: how many of its lines are kept. */
export interface Progress {
  readonly state: ImportState;
  readonly next: number;
  readonly lines: number;
}

/** The states in which something is still to come. */
const GOES_ON: ReadonlySet<string> = new Set<ImportState>(['reading', 'planned', 'applying']);

/**
 * Waits until an import is as far as that, and holds it there, with the lock that the app needs to go on, until `release`.
 * Undefined when it has ended without having been seen so.
 */
export async function heldWhen(
  url: string,
  id: string,
  isSo: (progress: Progress) => boolean,
): Promise<{ release(): Promise<void> } | undefined> {
  const lock = isPostgres(url) ? await lockedRow(url) : lockedFile(url);
  for (;;) {
    const progress = await lock.take(id);
    if (progress && isSo(progress)) return { release: lock.close };
    if (progress) await lock.release();
    if (progress && !GOES_ON.has(progress.state)) return void (await lock.close());
    await breath();
  }
}

const ASKED = 'select state, next, (select count(*) from import_lines as l where l.import_id = i.id) as lines';

/** Takes the file between two transactions of the app, as any program that writes to it may. */
function lockedFile(url: string) {
  const db = new Database(url.replace(/^file:/, ''), { timeout: 0 });
  const read = db.prepare<[string], Progress>(`${ASKED} from imports as i where id = ?`);
  return {
    async take(id: string): Promise<Progress | undefined> {
      if (!read.get(id)) return undefined;
      try {
        db.exec('begin immediate');
      } catch {
        return undefined;
      }
      return read.get(id);
    },
    release: async () => void db.exec('rollback'),
    close: async () => void db.close(),
  };
}

async function lockedRow(url: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    async take(id: string): Promise<Progress | undefined> {
      await client.query('begin');
      const { rows } = await client.query<Progress>(`${ASKED} from imports as i where id = $1 for update of i`, [id]);
      const [row] = rows;
      if (!row) await client.query('rollback');
      return row && { ...row, lines: Number(row.lines) };
    },
    release: async () => void (await client.query('rollback')),
    close: async () => void (await client.end()),
  };
}
