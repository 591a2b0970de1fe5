import type { Client } from 'pg';

/** Copies the records of a database that nobody else uses until there are so many of each kind, as bench/records.ts does. */
export async function multiplyRecords(client: Client, count: number): Promise<void> {
  await client.query("set synchronous_commit = off; set session_replication_role = replica; set work_mem = '256MB'");
  const asked = await client.query<{ sample: number }>(
    "select count(*)::int as sample from records where kind = 'client'",
  );
  const copies = Math.ceil(count / (asked.rows[0]?.sample ?? 1));
  const changes: Readonly<Record<string, string>> = {
    id: 'c.prefix || t.id',
    external_id: 'c.prefix || t.external_id',
  };
  for (const [table, order] of [
    ['records', 't.kind, c.prefix || t.id'],
    ['record_words', 't.kind, t.word, c.prefix || t.id'],
  ] as const) {
    const { rows } = await client.query<{ name: string }>(
      "select column_name as name from information_schema.columns where table_schema = current_schema() and table_name = $1 and is_identity = 'NO'",
      [table],
    );
    const names = rows.map(({ name }) => name);
    await client.query(`insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
      select ${names.map((name) => changes[name] ?? `t."${name}"`).join(', ')} from ${table} as t cross join
        (select lpad(n::text, 6, '0') || '-' as prefix from generate_series(1, ${copies - 1}) as n) as c order by ${order}`);
  }
  await client.query(
    'update records set used_at = 1700000000 + abs(hashtext(id)) % 1000000 where abs(hashtext(id)) % 5 = 0',
  );
  await client.query('vacuum (analyze) records, record_words');
}
