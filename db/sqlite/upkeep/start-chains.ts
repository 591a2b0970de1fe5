import { type ChainOf, digestBefore, salted, sealOf } from '../../chain.ts';
import { keysIn, newestOf } from '../../keys.ts';
import type { Client } from '../connection.ts';

/** Orders read at once. */
const PAGE = 500;

/** Whether orders have chains yet. */
export const hasChains = (client: Client): boolean =>
  client.prepare("select 1 from sqlite_master where name = 'chains'").get() !== undefined;

/** The digest of an order's rows up to this entry, read as they are stored. */
export function beforeReader(client: Client): (of: ChainOf, start: number, salt: string) => string {
  const entries = client.prepare<[string, string, number], { version: number | null }>(
    `select seq, at, "by", action, version, "key", shape from entries
     where team = ? and order_id = ? and seq <= ? order by seq`,
  );
  const version = client.prepare<[string, string, number], object>(
    `select v.n, v.body, v.shape, c.digits, c."key", o.decimals from versions as v
     join orders as o on o.team = v.team and o.id = v.order_id
     left join printed_codes as c on c.team = v.team and c.order_id = v.order_id and c.version = v.n
     where v.team = ? and v.order_id = ? and v.n = ?`,
  );
  function* rows({ team, order }: ChainOf, start: number): Iterable<object> {
    for (const entry of entries.all(team, order, start)) {
      yield entry;
      if (entry.version !== null) yield version.get(team, order, entry.version) ?? {};
    }
  }
  return (of, start, salt) => digestBefore(of, salt, rows(of, start));
}

/**
 * Starts the chain of every order that there is, after its last entry. In the transaction that has made the table. `keys`:
 * their file.
 */
export function startChains(client: Client, keys: string): void {
  const orders = client.prepare<[string, string, number], ChainOf & { start: number }>(
    `select team, id as "order", number,
       (select coalesce(max(seq), 0) from entries where team = o.team and order_id = o.id) as start
     from orders as o where (team, id) > (?, ?) order by team, id limit ?`,
  );
  const write = client.prepare('insert into chains values (?, ?, ?, ?, ?, ?, ?, ?)');
  const digest = beforeReader(client);
  for (let page = orders.all('', '', PAGE), last = page.at(-1); last; ) {
    const key = newestOf(keysIn(keys));
    for (const { start, ...of } of page) {
      const { salt } = salted('');
      const before = digest(of, start, salt);
      const seal = sealOf(key, of, { start, before, head: before });
      write.run(of.team, of.order, start, salt, before, before, seal, key.name);
    }
    page = orders.all(last.team, last.order, PAGE);
    last = page.at(-1);
  }
}
