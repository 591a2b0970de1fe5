import pg from 'pg';
import { onConnection, poolOf } from '../../db/postgres/connection.ts';
import { named } from '../../db/postgres/connections/address.ts';
import { migrate } from '../../db/postgres/upkeep/migrate.ts';
import { ackAgainstFloors } from '../ack-floors.ts';
import type { Figure, Size } from '../figures.ts';
import { startBenchStage } from '../stage.ts';
import { type BenchServer, startBenchServer } from './server.ts';

/**
 * The ack of a submission on PostgreSQL against its floors; the bare commit is one transaction through pg, sent at once over a
 * connection that is ready.
 */
export async function measurePostgresFloors(size: Size): Promise<Figure[]> {
  const server = await startBenchServer(size);
  const stage = await startBenchStage();
  const app = await stage.start(await server.anew('acks'));
  const floor = await bareWriter(server);
  try {
    const names = {
      bare: 'bare transaction of the rows of a submission on PostgreSQL',
      ack: 'ack of a submission on PostgreSQL',
    };
    return await ackAgainstFloors(
      stage,
      app,
      { names, writeAgain: () => floor.writeAgain(true), oneByOne: () => floor.writeAgain(false) },
      size,
    );
  } finally {
    await floor.close();
    await app.kill();
    await stage.stop();
    await server.stop();
  }
}

const OWN = ['order_people', 'entries', 'chains', 'effects'];

/** Writes what the newest order's submission has written into another database, with bare statements. */
async function bareWriter(server: BenchServer) {
  const where = named(await server.anew('floor'));
  await onConnection(where, (client) => migrate(client, where.called));
  const to = poolOf(where);
  const from = new pg.Client({ connectionString: server.urlOf('acks') });
  await from.connect();
  return {
    /** Milliseconds. `atOnce`: all statements leave together; else each waits for the answer to the one before. */
    async writeAgain(atOnce: boolean): Promise<number> {
      const newest = await from.query<Record<string, string>>('select * from orders order by number desc limit 1');
      const [order] = newest.rows;
      if (!order) throw new Error('there is no order');
      const its = [order.team, order.id];
      const written: [string, Record<string, unknown>[]][] = [['orders', newest.rows]];
      for (const table of OWN)
        written.push([table, (await from.query(`select * from ${table} where team = $1 and order_id = $2`, its)).rows]);
      const found = await from.query(
        'select team, number, tokens::text from order_search where team = $1 and number = $2',
        [order.team, order.number],
      );
      written.push(['order_search', found.rows]);
      const statements = written.flatMap(([table, rows]) => (rows.length > 0 ? [insertion(table, rows)] : []));
      const draft =
        "insert into drafts (team, person, form, order_id, data, updated_at) values ($1, 'U', 'submit', '', $2, 1)";
      await to.query(draft, [order.team, order.content]);
      const client = await to.connect();
      const begun = performance.now();
      const number =
        "insert into counters (team, name, value) values ($1, 'order', 1) on conflict (team, name) do update set value = counters.value + 1";
      const whole: readonly { text: string; values?: unknown[] }[] = [
        { text: 'begin' },
        { text: number, values: [order.team] },
        ...statements,
        { text: 'delete from drafts where team = $1', values: [order.team] },
        { text: 'commit' },
      ];
      if (atOnce) await Promise.all(whole.map(({ text, values }) => client.query(text, values)));
      else for (const { text, values } of whole) await client.query(text, values);
      const took = performance.now() - begun;
      client.release();
      return took;
    },
    async close(): Promise<void> {
      await Promise.all([to.end(), from.end()]);
    },
  };
}

/** One statement for all its rows; numbered by the database itself. */
function insertion(table: string, rows: readonly Record<string, unknown>[]) {
  const columns = Object.keys(rows[0] ?? {}).filter((name) => name !== 'seq' || table === 'entries');
  const values = rows.flatMap((row) => columns.map((name) => row[name]));
  const places = rows.map((_, at) => `(${columns.map((_, n) => `$${at * columns.length + n + 1}`).join(', ')})`);
  return {
    text: `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')}) values ${places.join(', ')}`,
    values,
  };
}
