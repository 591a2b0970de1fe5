import pg, { type ClientBase } from 'pg';
import { type Audited, audit } from '../../auditing/audit.ts';
import type { ChainRow, EntryRow, VersionRow } from '../../auditing/check-history.ts';
import type { ChainOf } from '../../chain.ts';
import type { Key } from '../../keys.ts';
import { onConnection } from '../connection.ts';
import { named } from '../connections/address.ts';
import { brokenGuards } from './guards.ts';
import { demandUpToDate } from './migrate.ts';

/** Orders read at once. */
const PAGE = 20;

type OfOrder<T> = T & { readonly order: string };

/**
 * Checks the history of every order in a PostgreSQL database that may be in use; nothing is written. `tell` hears the first
 * break of each order in which something is not what was written, and what is missing altogether. Throws a
 * `DatabaseProblem`.
 */
export async function auditServer(databaseUrl: string, keys: readonly Key[], tell: (sentence: string) => void) {
  const where = named(databaseUrl);
  return onConnection(where, async (client) => {
    await demandUpToDate(client, where.called);
    return audit(await auditedOf(client), keys, tell);
  });
}

async function auditedOf(client: ClientBase): Promise<Audited> {
  const rows = async <R extends object>(text: string, ...values: unknown[]): Promise<R[]> =>
    (await client.query<R>({ text, values, types: NUMBERS })).rows;
  const guards = await brokenGuards(client);
  const teams = await rows<{ team: string }>(
    "select team from counters where name = 'order' union select distinct team from orders order by team",
  );
  return {
    brokenTriggers: guards.map(({ name }) => name).toSorted(),
    restored: (await rows('select 1 from restores where taken_up_at is not null limit 1')).length > 0,
    teams: teams.map(({ team }) => team),
    async next(team, after) {
      // Each page is read as it is at one instant; nothing that the app writes meanwhile has to wait.
      await client.query('begin isolation level repeatable read read only');
      const [given] = await rows<{ last: number }>(
        "select value as last from counters where team = $1 and name = 'order'",
        team,
      );
      const page = await rows<ChainOf>(
        'select team, id as "order", number from orders where team = $1 and number > $2 order by number limit $3',
        ...[team, after, PAGE],
      );
      const its = [team, page.map(({ order }) => order)] as const;
      const chains = await rows<OfOrder<ChainRow>>(
        `select order_id as "order", start, salt, "before", head, seal, "key" from chains where team = $1 and order_id = any($2)`,
        ...its,
      );
      const entries = await rows<OfOrder<EntryRow>>(
        `select order_id as "order", seq, at, type, version, "key", shape, "by", by_salt as "bySalt", by_digest as "byDigest",
           action, action_salt as "actionSalt", action_digest as "actionDigest", digest
         from entries where team = $1 and order_id = any($2) order by order_id, seq`,
        ...its,
      );
      const versions = await rows<OfOrder<VersionRow>>(
        `select v.order_id as "order", v.n, v.shape, v.body, v.body_salt as "bodySalt", v.body_digest as "bodyDigest", v.digest,
           c.digits, c."key", o.decimals
         from versions as v join orders as o on o.team = v.team and o.id = v.order_id
         left join printed_codes as c on c.team = v.team and c.order_id = v.order_id and c.version = v.n
         where v.team = $1 and v.order_id = any($2) order by v.order_id, v.n`,
        ...its,
      );
      await client.query('commit');
      const of = <T>(all: readonly OfOrder<T>[], order: string) => all.filter((row) => row.order === order);
      const orders = page.map((one) => ({
        of: one,
        chain: of(chains, one.order)[0],
        entries: of(entries, one.order),
        versions: of(versions, one.order),
      }));
      return { orders, last: given?.last ?? 0 };
    },
    async orphans() {
      const tables = ['entries', 'versions'];
      const found = await Promise.all(
        tables.map((table) =>
          rows(
            `select 1 from ${table} as t where not exists (select 1 from orders as o where o.team = t.team and o.id = t.order_id) limit 1`,
          ),
        ),
      );
      return tables.filter((_, index) => (found[index]?.length ?? 0) > 0);
    },
  };
}

/** Numbers of 64 bits as numbers: none of ours is larger than one holds exactly. */
const NUMBERS = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(id, format === 'binary' ? 'binary' : 'text'),
};
