import pg from 'pg';
import { MOVING } from '../../db/moving/tables.ts';
import { openStore } from '../../db/open.ts';
import type { OnTrouble, Store } from '../../db/ports.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The server of this run (tests/support/postgres-once.ts). */
const server = (): URL => new URL(process.env.TEST_POSTGRES_URL ?? '');

const folder = temporaryFolder();
process.once('exit', () => folder.remove());

let admin: Promise<pg.Client> | undefined;
let template: Promise<string> | undefined;
let made = 0;

/** Does something as the server's owner. */
export async function asOwner<R extends object>(sql: string, database?: string): Promise<R[]> {
  if (database === undefined) {
    admin ??= connected();
    return (await (await admin).query<R>(sql)).rows;
  }
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The server may only be starting. */
async function connected(): Promise<pg.Client> {
  for (const begun = performance.now(); ; ) {
    const client = new pg.Client({ connectionString: server().href });
    client.on('error', () => {});
    try {
      await client.connect();
      // The server may be restarted.
      client.once('end', () => {
        admin = undefined;
      });
      return client;
    } catch (error) {
      if (performance.now() - begun > 20_000) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** DATABASE_URL for a database of the server; as another user, or with other parts, where they are given. */
export function urlOf(
  database: string,
  parts: Partial<Record<'username' | 'password' | 'host' | 'search', string>> = {},
) {
  return Object.assign(server(), parts, { pathname: database }).href;
}

/** A new database without anything in it. */
export async function emptyDatabase(options = ''): Promise<{ name: string; url: string; remove(): Promise<void> }> {
  const name = `t${process.pid}_${++made}`;
  await asOwner(`create database ${name} ${options}`);
  return {
    name,
    url: urlOf(name),
    remove: async () => void (await asOwner(`drop database ${name} with (force)`)),
  };
}

/** A new database with our tables, for a test that changes more than their rows: a copy of one that was brought up to date once. */
export async function ownDatabase() {
  template ??= (async () => {
    const { name, url } = await emptyDatabase();
    await (await open(url)).close();
    // It has never been anywhere and has no keys: its copies are no restored ones.
    await asOwner('delete from place; delete from key_names', name);
    return name;
  })();
  return emptyDatabase(`template ${await template}`);
}

/** A database with our tables and nothing in them; the next test gets it emptied, which takes a tenth of making one. */
export async function freshDatabase() {
  const { name, url } = free.pop() ?? (await ownDatabase());
  const empty = async () => void (await asOwner(EMPTYING, name));
  return {
    name,
    url,
    /** Makes it as it was when it was new; stores on it may stay open. */
    empty,
    async remove() {
      await empty();
      free.push({ name, url });
    },
  };
}

const free: { name: string; url: string }[] = [];

const GUARDED = [
  'entries',
  'versions',
  'printed_codes',
  'issued_files',
  'assets',
  'settings_changes',
  'work_copy_codes',
  'record_changes',
  'kept_files',
];
const EMPTYING = [
  ...GUARDED.map((table) => `alter table ${table} disable trigger ${table}_never_changed`),
  ...['order_search', 'place', ...MOVING.map((table) => table.name).toReversed()].map(
    (table) => `delete from ${table}`,
  ),
  ...GUARDED.map((table) => `alter table ${table} enable always trigger ${table}_never_changed`),
].join(';');

/** Opens a store, with keys that no other has. */
export const open = (
  url: string,
  onTrouble?: OnTrouble,
  warn?: (sentence: string) => void,
  instance?: string,
): Promise<Store> => openStore(url, onTrouble, warn, folder.file('keys'), instance);
