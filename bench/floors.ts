import { join } from 'node:path';
import { searchTokensOfRow } from '../db/rows/search-tokens.ts';
import { type Client, connect } from '../db/sqlite/connection.ts';
import { migrate } from '../db/sqlite/upkeep/migrate.ts';
import { ackAgainstFloors } from './ack-floors.ts';
import type { Figure, Size } from './figures.ts';
import { startBenchStage } from './stage.ts';

/** The ack of a submission against its floors; the bare commit is to the same tables, as safe against a power cut. */
export async function measureFloors(size: Size): Promise<Figure[]> {
  const stage = await startBenchStage();
  const database = join(stage.folder, 'orders.db');
  const app = await stage.start(`file:${database}`);
  const floor = connect(join(stage.folder, 'floor.db'));
  const rows = connect(database);
  try {
    await migrate(floor, join(stage.folder, 'floor.db'));
    floor.pragma('foreign_keys = OFF');
    const names = { bare: 'bare commit of the rows of a submission', ack: 'ack of a submission' };
    return await ackAgainstFloors(stage, app, { names, writeAgain: () => commitAgain(rows, floor) }, size);
  } finally {
    rows.close();
    floor.close();
    await app.kill();
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
