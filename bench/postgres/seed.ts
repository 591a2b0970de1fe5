import type { Client } from 'pg';
import { BLOCKS, blockMark, teamMark } from '../../db/postgres/search.ts';
import { searchTokensOfRow } from '../../db/rows/search-tokens.ts';
import type { Cast } from '../seed.ts';

const YEARS = 10 * 365 * 86_400_000;

/** Tables with a row for each order or several, and what is different about the rows of the copy `c.n`; `t` is the sample's row. */
const COPIED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  orders: {
    id: 'c.prefix || t.id',
    number: 't.number + c.shift',
    requester: "case when t.requester::json ->> 'id' = c.rare then c.other else t.requester end",
  },
  order_people: {
    order_id: 'c.prefix || t.order_id',
    number: 't.number + c.shift',
    person: 'case when t.person = c.rare then c.other_id else t.person end',
  },
  entries: { order_id: 'c.prefix || t.order_id', key: 'c.prefix || t.key' },
  versions: { order_id: 'c.prefix || t.order_id' },
  printed_codes: { order_id: 'c.prefix || t.order_id' },
  effects: { order_id: 'c.prefix || t.order_id', id: 'c.prefix || t.id' },
  channels: { order_id: 'c.prefix || t.order_id', channel: 'c.prefix || t.channel' },
};

/**
 * Copies the orders of a database that nobody else uses until there are this many, as bench/seed.ts does with a file: by the
 * server itself, which takes a minute or two for a million. What waits to be archived waits for years, and no code has a key,
 * so that the database can be kept and used by any app.
 */
export async function multiply(client: Client, team: string, cast: Cast, orders: number): Promise<void> {
  const [other] = cast.requesters;
  if (!other) throw new Error('nobody to copy for');
  // If this is cut short the database is thrown away: no waiting for the disk, no checks of what is a copy.
  await client.query(
    "set synchronous_commit = off; set session_replication_role = replica; set jit = off; set work_mem = '256MB'",
  );
  await client.query(`update effects set done_at = due_at where type <> 'archive_channel' or order_id in (select id from orders where state = 'rejected');
    update effects set due_at = due_at + ${YEARS}, not_before = not_before + ${YEARS} where type = 'archive_channel' and done_at is null;
    alter table printed_codes disable trigger printed_codes_never_changed;
    update printed_codes set key = '';
    alter table printed_codes enable always trigger printed_codes_never_changed`);
  await client.query('create temp table sample as select id, number from orders order by number');
  await client.query('create temp table words (number integer primary key, tokens text not null)');
  const read = 'select number, content, requester, supervisor, coordinator, crew from orders';
  const { rows } = await client.query<Record<string, string | null> & { number: number }>(read);
  for (const { number, content = '', requester = '', supervisor = '', coordinator = '', crew = '' } of rows) {
    const whose = requester?.includes(`"${cast.rare.id}"`) ? JSON.stringify(other) : requester;
    const tokens = searchTokensOfRow(team, 0, content, whose, supervisor, coordinator, crew);
    await client.query('insert into words values ($1, $2)', [number, tokens]);
  }
  const copies = Math.ceil(orders / rows.length);
  await client.query(
    `create temp table copies as select n, n * $1::int as shift, lpad(n::text, 6, '0') || '-' as prefix,
      $2::text as rare, $3::text as other_id, $4::text as other from generate_series(1, $5::int - 1) as n`,
    [rows.length, cast.rare.id, other.id, JSON.stringify(other), copies],
  );
  // Filling an index row by row takes many times as long as making it at the end.
  const indexes = await client.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes where schemaname = current_schema() and tablename = any($1)
     and not exists (select 1 from pg_constraint where conname = indexname)`,
    [[...Object.keys(COPIED), 'order_search']],
  );
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`);
  for (const [table, changes] of Object.entries(COPIED)) await copyRows(client, table, changes);
  const marks = BLOCKS.map((size) => `'${blockMark(team, size, '')}' || (number + shift) / ${size}`);
  await client.query(
    `insert into order_search (team, number, tokens)
     select $1, number + shift, array_to_tsvector(string_to_array(
       concat_ws(' ', tokens, number + shift, lpad((number + shift)::text, 6, '0'), 'so' || (number + shift),
         'so' || lpad((number + shift)::text, 6, '0'), $2::text, ${marks.join(', ')}), ' '))
     from copies cross join lateral (select * from words order by number) as w order by n`,
    [team, teamMark(team)],
  );
  await client.query("set maintenance_work_mem = '1GB'");
  for (const { made } of indexes.rows) await client.query(made);
  await client.query(`update counters set value = ${copies * rows.length} where name = 'order'`);
  await client.query('vacuum (analyze)');
  await client.query('checkpoint');
}

async function copyRows(client: Client, table: string, changes: Readonly<Record<string, string>>): Promise<void> {
  const asked =
    "select column_name as name from information_schema.columns where table_schema = current_schema() and table_name = $1 and is_identity = 'NO'";
  const { rows } = await client.query<{ name: string }>(asked, [table]);
  const into = rows.map(({ name }) => `"${name}"`).join(', ');
  const values = rows.map(({ name }) => changes[name] ?? `t."${name}"`).join(', ');
  await client.query(
    `create temp table copied as select t.* from sample join ${table} as t on t.${table === 'orders' ? 'id' : 'order_id'} = sample.id order by sample.number`,
  );
  await client.query(
    `insert into ${table} (${into}) select ${values} from copies as c cross join lateral (select * from copied) as t order by c.n`,
  );
  await client.query('drop table copied');
}
