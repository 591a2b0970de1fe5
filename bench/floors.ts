import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { searchTokensOfRow } from '../db/rows/search-tokens.ts';
import { type Client, connect } from '../db/sqlite/connection.ts';
import { migrate } from '../db/sqlite/upkeep/migrate.ts';
import { startSandbox } from '../sandbox/server/server.ts';
import { addItem, beginOrder, sent } from '../tests/support/acting.ts';
import { type Figure, figure, median, type Size } from './figures.ts';
import { lastAck, quiet, startBenchStage } from './stage.ts';

/**
 * The ack of a submission against the least it can cost: the ack of the same envelope by a Bolt app that does nothing, and a
 * bare commit of the same rows to the same tables, as safe against a power cut. All three by turns, on an otherwise idle app.
 */
export async function measureFloors({ small }: Size): Promise<Figure[]> {
  const stage = await startBenchStage();
  const database = join(stage.folder, 'orders.db');
  const app = await stage.start(`file:${database}`);
  const other = await startSandbox();
  const empty = spawn(process.execPath, ['--import', 'tsx', 'bench/empty-app.ts'], {
    env: { PATH: process.env.PATH ?? '', ...other.env },
    stdio: 'ignore',
  });
  const floor = connect(join(stage.folder, 'floor.db'));
  const rows = connect(database);
  try {
    await migrate(floor, join(stage.folder, 'floor.db'));
    floor.pragma('foreign_keys = OFF');
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
      const commit = commitAgain(rows, floor);
      if (round < 0) continue;
      times.ack.push(ack);
      times.empty.push(bare);
      times.commit.push(commit);
    }
    const floors = median(times.empty) + median(times.commit);
    return [
      figure('ack of any submission by an empty Bolt listener, median', median(times.empty), 'ms'),
      figure('bare commit of the rows of a submission, median', median(times.commit), 'ms'),
      figure(`ack of a submission, median of ${rounds}`, median(times.ack), 'ms', {
        ratio: median(times.ack) / floors,
        against: 'both floors',
        target: { of: 'ratio', aim: 1.5 },
      }),
    ];
  } finally {
    rows.close();
    floor.close();
    const ended = once(empty, 'exit');
    empty.kill('SIGKILL');
    await Promise.all([ended, app.kill()]);
    await other.stop();
    await stage.stop();
  }
}

/** Writes what the newest order's submission has written into another database, with bare statements; milliseconds. */
function commitAgain(from: Client, to: Client): number {
  const order = from.prepare('select * from orders order by number desc limit 1').get() as Record<string, string>;
  const own = 'select * from %s where team = ? and order_id = ?';
  const written = [
    ['orders', [order]],
    ...['order_people', 'entries', 'effects'].map((table): [string, Record<string, unknown>[]] => [
      table,
      from.prepare(own.replace('%s', table)).all(order.team, order.id) as Record<string, unknown>[],
    ]),
  ] as [string, Record<string, unknown>[]][];
  const statements = written.flatMap(([table, rows]) =>
    rows.map((row) => {
      const columns = Object.keys(row);
      const source = `insert into ${table} (${columns.map((name) => `"${name}"`).join(', ')}) values (${columns.map(() => '?').join(', ')})`;
      return { statement: to.prepare(source), values: Object.values(row) };
    }),
  );
  const { team, number, content, requester, supervisor, coordinator, crew } = order;
  const tokens = searchTokensOfRow(
    String(team),
    Number(number),
    ...[content, requester, supervisor, coordinator, crew].map((text) => text ?? null),
  );
  const count = to.prepare(
    "insert into counters (team, name, value) values (?, 'order', 1) on conflict do update set value = value + 1",
  );
  const searched = to.prepare('insert into searched (team, number) values (?, ?)');
  const index = to.prepare('insert into order_search (rowid, tokens) values (?, ?)');
  const draft = to.prepare('delete from drafts where team = ?');
  to.prepare(
    "insert into drafts (team, person, form, order_id, data, updated_at) values (?, 'U', 'submit', '', ?, 1)",
  ).run(team, content);
  const commit = to.transaction(() => {
    count.run(team);
    for (const { statement, values } of statements) statement.run(values);
    index.run(-searched.run(team, number).lastInsertRowid, tokens);
    draft.run(team);
  });
  const begun = performance.now();
  commit.immediate();
  return performance.now() - begun;
}
