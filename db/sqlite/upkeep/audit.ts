import Database from 'better-sqlite3';
import { orderNumber } from '../../../src/order/order.ts';
import {
  type ChainOf,
  type Ends,
  type EntryFacts,
  entryDigest,
  sealOf,
  textDigest,
  type VersionFacts,
  versionDigest,
} from '../../chain.ts';
import { DatabaseProblem } from '../../database-url.ts';
import type { Key } from '../../keys.ts';
import { BUSY_TIMEOUT, type Client, explained } from '../connection.ts';
import { brokenGuards } from './guards.ts';
import { isOlder } from './migrate.ts';
import { beforeReader } from './start-chains.ts';

/** What an audit has found. */
export interface Audited {
  readonly orders: number;
  readonly entries: number;
  readonly versions: number;
  /** Texts that were erased, of which only the digests are left. */
  readonly erased: number;
  /** Numbers that no order has, in a database that was restored: they may have been lost with what the copy did not have. */
  readonly lostNumbers: number;
  /** Orders whose chain may have been changed as a whole: the key of this name, which would show it, is missing. */
  readonly unsealed: ReadonlyMap<string, number>;
}

type EntryRow = EntryFacts &
  Readonly<Record<'by' | 'action', string>> &
  Readonly<Record<'bySalt' | 'byDigest' | 'actionSalt' | 'actionDigest' | 'digest', string | null>>;

type VersionRow = VersionFacts & { readonly body: string } & Readonly<
    Record<'bodySalt' | 'bodyDigest' | 'digest', string | null>
  >;

type ChainRow = Ends & { readonly salt: string | null; readonly seal: string; readonly key: string };

/**
 * Checks the history of every order in a database that may be in use; nothing is written. `tell` hears the first break of each
 * order in which something is not what was written, and what is missing altogether. Throws a `DatabaseProblem`.
 */
export function auditFile(file: string, keys: readonly Key[], tell: (sentence: string) => void): Audited {
  let client: Client | undefined;
  try {
    // Not opened as read-only: that would leave SQLite's own files beside a copy.
    client = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT });
    client.pragma('query_only = on');
    if (isOlder(client))
      throw new DatabaseProblem(
        `The database ${file} (DATABASE_URL) is from before an update of the program; start the app, or run npm run migrate, then audit it`,
      );
    return audit(client, keys, tell);
  } catch (error) {
    throw explained(error, file);
  } finally {
    client?.close();
  }
}

function audit(client: Client, keys: readonly Key[], tell: (sentence: string) => void): Audited {
  const found = { orders: 0, entries: 0, versions: 0, erased: 0, lostNumbers: 0, unsealed: new Map<string, number>() };
  const check = checker(client, keys, found);
  const triggers = brokenGuards(client).map(({ name }) => name);
  if (triggers.length > 0)
    tell(`The triggers that keep history from being changed were removed or altered: ${triggers.join(', ')}.`);
  const restored = client.prepare('select 1 from restores where taken_up_at is not null').get() !== undefined;
  const missing = (team: string, from: number, to: number) => {
    if (from > to) return;
    if (restored) found.lostNumbers += to - from + 1;
    else if (from === to) tell(`${orderNumber(from)} (workspace ${team}): the order is missing.`);
    else tell(`${orderNumber(from)} to ${orderNumber(to)} (workspace ${team}): the orders are missing.`);
  };
  const next = client.prepare<[string, number], ChainOf>(
    'select team, id as "order", number from orders where team = ? and number > ? order by number limit 1',
  );
  const last = client.prepare<[string], number>("select value from counters where team = ? and name = 'order'").pluck();
  const teams = client
    .prepare<[], string>("select team from counters where name = 'order' union select distinct team from orders")
    .pluck();
  /** Each order is read as it is at one instant, and nothing that the app writes meanwhile has to wait. */
  const step = client.transaction((team: string, after: number): number | undefined => {
    const of = next.get(team, after);
    missing(team, after + 1, (of?.number ?? (last.get(team) ?? 0) + 1) - 1);
    if (!of) return undefined;
    const wrong = check(of);
    if (wrong) tell(`${orderNumber(of.number)} (workspace ${team}), ${wrong}.`);
    return of.number;
  });
  for (const team of teams.all())
    for (let after: number | undefined = 0; after !== undefined; ) after = step.deferred(team, after);
  const orphans = ['entries', 'versions'].filter(
    (table) => client.pragma(`foreign_key_check(${table})`, { simple: true }) !== undefined,
  );
  for (const table of orphans) tell(`There are ${table} of orders that are missing.`);
  return found;
}

/** Returns what is the first thing wrong with an order, in words that follow its number. */
function checker(
  client: Client,
  keys: readonly Key[],
  found: { orders: number; entries: number; versions: number; erased: number; unsealed: Map<string, number> },
): (of: ChainOf) => string | undefined {
  const chains = client.prepare<[string, string], ChainRow>(
    'select start, salt, "before", head, seal, "key" from chains where team = ? and order_id = ?',
  );
  const entries = client.prepare<[string, string], EntryRow>(
    `select seq, at, type, version, "key", shape, "by", by_salt as bySalt, by_digest as byDigest,
       action, action_salt as actionSalt, action_digest as actionDigest, digest
     from entries where team = ? and order_id = ? order by seq`,
  );
  const versions = client.prepare<[string, string, number], VersionRow>(
    `select v.n, v.shape, v.body, v.body_salt as bodySalt, v.body_digest as bodyDigest, v.digest, c.digits, c."key", o.decimals
     from versions as v join orders as o on o.team = v.team and o.id = v.order_id
     left join printed_codes as c on c.team = v.team and c.order_id = v.order_id and c.version = v.n
     where v.team = ? and v.order_id = ? and v.n = ?`,
  );
  const numbers = client
    .prepare<[string, string], number>('select n from versions where team = ? and order_id = ? order by n')
    .pluck();
  const digestBefore = beforeReader(client);

  function isChanged(text: string, salt: string | null, digest: string | null): boolean {
    if (salt !== null) return digest !== textDigest(salt, text);
    if (text === '') found.erased++;
    return text !== '';
  }

  function wrongInVersion(of: ChainOf, n: number): { wrong: string } | { digest: string | null } {
    const row = versions.get(of.team, of.order, n);
    if (!row) return { wrong: `version ${n}: it is missing` };
    if (isChanged(row.body, row.bodySalt, row.bodyDigest))
      return { wrong: `version ${n}: its content is not what was issued` };
    if (row.digest !== versionDigest(of, row, row.bodyDigest ?? ''))
      return { wrong: `version ${n}: the code printed on it, or the decimals of its amounts, are not what was issued` };
    return { digest: row.digest };
  }

  return (of) => {
    const { team, order } = of;
    found.orders++;
    const chain = chains.get(team, order);
    if (!chain) return 'the whole order: it was not written by this program, or its chain was removed';
    const { start, salt, before } = chain;
    if (before !== null && digestBefore(of, start, salt ?? '') !== before)
      return `entries 1 to ${start}: they, or versions that they made, are not what they were when the chain began`;
    const rows = entries.all(team, order);
    const made = new Set<number>();
    let head = before ?? '';
    for (const [index, entry] of rows.entries()) {
      const { seq, version } = entry;
      if (seq !== index + 1) return `entry ${index + 1}: it is missing`;
      found.entries++;
      if (version !== null) {
        made.add(version);
        found.versions++;
      }
      if (seq <= start) continue;
      if (entry.digest === null) return `entry ${seq}: it was not written by this program`;
      if (isChanged(entry.by, entry.bySalt, entry.byDigest))
        return `entry ${seq}: who acted is not who was written down`;
      if (isChanged(entry.action, entry.actionSalt, entry.actionDigest))
        return `entry ${seq}: what was done is not what was written down`;
      const issued = version === null ? { digest: null } : wrongInVersion(of, version);
      if ('wrong' in issued) return issued.wrong;
      const digests = { before: head, by: entry.byDigest ?? '', action: entry.actionDigest ?? '' };
      if (entry.digest !== entryDigest(of, entry, { ...digests, version: issued.digest }))
        return `entry ${seq}: it does not follow what stands before it, or its time, kind, version or key was changed`;
      head = entry.digest;
    }
    const stray = numbers.all(team, order).find((n) => !made.has(n));
    if (stray !== undefined) return `version ${stray}: no entry made it`;
    if (chain.head !== head)
      return `entry ${rows.length}: it is not the last that was written; entries were removed or added after it`;
    const key = keys.find(({ name }) => name === chain.key);
    if (!key) found.unsealed.set(chain.key, (found.unsealed.get(chain.key) ?? 0) + 1);
    else if (chain.seal !== sealOf(key, of, chain))
      return `entry ${rows.length}: the seal of the last entry is not one that this program made; entries were added or changed`;
    return undefined;
  };
}
