import { type Audited, audit } from '../../auditing/audit.ts';
import type { ChainRow, EntryRow, VersionRow } from '../../auditing/check-history.ts';
import type { ChainOf } from '../../chain.ts';
import type { Key } from '../../keys.ts';
import type { Client } from '../connection.ts';
import { brokenGuards } from './guards.ts';
import { reading } from './reading.ts';

/**
 * Checks the history of every order in a database that may be in use; neither it nor its log is changed. `tell` hears the first
 * break of each order in which something is not what was written, and what is missing altogether. Throws a `DatabaseProblem`.
 */
export const auditFile = (file: string, keys: readonly Key[], tell: (sentence: string) => void) =>
  reading(file, (client) => audit(auditedOf(client), keys, tell));

function auditedOf(client: Client): Audited {
  const next = client.prepare<[string, number], ChainOf>(
    'select team, id as "order", number from orders where team = ? and number > ? order by number limit 1',
  );
  const last = client.prepare<[string], number>("select value from counters where team = ? and name = 'order'").pluck();
  const chain = client.prepare<[string, string], ChainRow>(
    'select start, salt, "before", head, seal, "key" from chains where team = ? and order_id = ?',
  );
  const entries = client.prepare<[string, string], EntryRow>(
    `select seq, at, type, version, "key", shape, "by", by_salt as bySalt, by_digest as byDigest,
       action, action_salt as actionSalt, action_digest as actionDigest, digest
     from entries where team = ? and order_id = ? order by seq`,
  );
  const versions = client.prepare<[string, string], VersionRow>(
    `select v.n, v.shape, v.body, v.body_salt as bodySalt, v.body_digest as bodyDigest, v.digest, c.digits, c."key", o.decimals
     from versions as v join orders as o on o.team = v.team and o.id = v.order_id
     left join printed_codes as c on c.team = v.team and c.order_id = v.order_id and c.version = v.n
     where v.team = ? and v.order_id = ? order by v.n`,
  );
  /** Each order is read as it is at one instant, and nothing that the app writes meanwhile has to wait. */
  const step = client.transaction((team: string, after: number) => {
    const of = next.get(team, after);
    const given = last.get(team) ?? 0;
    if (!of) return { orders: [], last: given };
    const its = [team, of.order] as const;
    const stored = { of, chain: chain.get(...its), entries: entries.all(...its), versions: versions.all(...its) };
    return { orders: [stored], last: given };
  });
  return {
    brokenTriggers: brokenGuards(client).map(({ name }) => name),
    restored: client.prepare('select 1 from restores where taken_up_at is not null').get() !== undefined,
    teams: client
      .prepare<[], string>("select team from counters where name = 'order' union select distinct team from orders")
      .pluck()
      .all(),
    next: async (team, after) => step.deferred(team, after),
    orphans: async () =>
      ['entries', 'versions'].filter(
        (table) => client.pragma(`foreign_key_check(${table})`, { simple: true }) !== undefined,
      ),
  };
}
