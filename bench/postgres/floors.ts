import { spawn } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { named, onConnection, poolOf } from '../../db/postgres/connection.ts';
import { migrate } from '../../db/postgres/upkeep/migrate.ts';
import { startSandbox } from '../../sandbox/server/server.ts';
import { addItem, beginOrder, sent } from '../../tests/support/acting.ts';
import { type Figure, figure, median, type Size } from '../figures.ts';
import { lastAck, quiet, startBenchStage } from '../stage.ts';
import { type BenchServer, startBenchServer } from './server.ts';

/**
 * The ack of a submission on PostgreSQL against the least it can cost: the ack of the same envelope by a Bolt app that does
 * nothing, and one bare transaction of the same rows through pg, sent at once over a connection that is ready. All three by
 * turns, on an otherwise idle app.
 */
export async function measurePostgresFloors({ small }: Size): Promise<Figure[]> {
  const server = await startBenchServer({ small });
  const stage = await startBenchStage();
  const other = await startSandbox();
  const empty = spawn(process.execPath, ['--import', 'tsx', 'bench/empty-app.ts'], {
    env: { PATH: process.env.PATH ?? '', ...other.env },
    stdio: 'ignore',
  });
  const app = await stage.start(await server.anew('acks'));
  const floor = await bareWriter(server);
  try {
    await Promise.all([stage.sandbox.connected(2), other.connected(1)]);
    const { ana, sam } = stage.sandbox.people;
    const times = { ack: [] as number[], empty: [] as number[], commit: [] as number[] };
    const rounds = small ? 2 : 60;
    for (let round = -5; round < rounds; round++) {
      await beginOrder(ana, sam);
      await addItem(ana, { description: 'Pump', quantity: '1', unitPrice: '120' });
      await quiet(app, small);
      const view = stage.sandbox.workspace.stacks.get(ana.id)?.at(-1);
      if (!view) throw new Error('there is no form to send');
      const same = structuredClone(view);
      await sent(ana);
      const ack = lastAck(stage.sandbox);
      other.workspace.stacks.set(other.people.ana.id, [{ ...same, userId: other.people.ana.id }]);
      await sent(other.people.ana);
      const bare = lastAck(other);
      const commit = await floor.writeAgain();
      if (round < 0) continue;
      times.ack.push(ack);
      times.empty.push(bare);
      times.commit.push(commit);
    }
    const floors = median(times.empty) + median(times.commit);
    return [
      figure('ack of any submission by an empty Bolt listener, median', median(times.empty), 'ms'),
      figure('bare transaction of the rows of a submission on PostgreSQL, median', median(times.commit), 'ms'),
      figure(`ack of a submission on PostgreSQL, median of ${rounds}`, median(times.ack), 'ms', {
        ratio: median(times.ack) / floors,
        against: 'both floors',
        target: { of: 'ratio', aim: 1.5 },
      }),
    ];
  } finally {
    await floor.close();
    const ended = once(empty, 'exit');
    empty.kill('SIGKILL');
    await Promise.all([ended, app.kill()]);
    await other.stop();
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
    /** Milliseconds. */
    async writeAgain(): Promise<number> {
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
      await Promise.all([
        client.query('begin'),
        client.query(
          "insert into counters (team, name, value) values ($1, 'order', 1) on conflict (team, name) do update set value = counters.value + 1",
          [order.team],
        ),
        ...statements.map(({ text, values }) => client.query(text, values)),
        client.query('delete from drafts where team = $1', [order.team]),
        client.query('commit'),
      ]);
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
