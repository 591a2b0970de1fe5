import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { searchTokensOfRow } from '../../db/rows/search-tokens.ts';
import { connect } from '../../db/sqlite/connection.ts';
import { MIGRATIONS } from '../../db/sqlite/upkeep/migrate.ts';
import { migratedInMemory } from '../support/new-database.ts';

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');

/** The rows of a database as the program wrote them before shapes had numbers: every form, state, action and effect. */
export const ROWS_OF_SHAPE_1 = fixture('shape-1.sql');

/** The codes on its documents, by number and version (`1-2`), as they were printed. */
export const CODES_OF_SHAPE_1: Readonly<Record<string, string>> = JSON.parse(fixture('shape-1.json'));

interface Old {
  /** The first migration that it lacks. */
  readonly before?: string;
  /** SQL that fills it. */
  readonly rows?: string;
}

/** Makes a database of an earlier release in this file. */
export async function oldDatabase(file: string, { before = '0008', rows = ROWS_OF_SHAPE_1 }: Old = {}): Promise<void> {
  const made = empty.get(before) ?? migratedUntil(before);
  empty.set(before, made);
  writeFileSync(file, await made, { mode: 0o600, flag: 'wx' });
  const client = connect(file);
  try {
    client.pragma('foreign_keys = off');
    client.exec(rows);
    client.function('search_tokens', { varargs: true }, searchTokensOfRow);
    client.exec(`insert into order_search (rowid, tokens)
      select -s.seq, search_tokens(o.team, o.number, o.content, o.requester, o.supervisor, o.coordinator, o.crew)
      from searched as s join orders as o on o.team = s.team and o.number = s.number`);
  } finally {
    client.close();
  }
}

/** Those without rows, by the first migration that they lack; each is made once in a process. */
const empty = new Map<string, Promise<Buffer>>();

async function migratedUntil(before: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  try {
    cpSync(MIGRATIONS, folder, { recursive: true });
    const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8'));
    journal.entries = journal.entries.filter(({ tag }: { tag: string }) => tag < before);
    writeFileSync(`${folder}/meta/_journal.json`, JSON.stringify(journal));
    return await migratedInMemory(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
