import { afterEach, expect, test } from 'vitest';
import { connect, tablesOf } from '../../db/sqlite/connection.ts';
import { listsOf } from '../../db/sqlite/lists.ts';
import { ordersOf } from '../../db/sqlite/orders.ts';
import { outboxOf } from '../../db/sqlite/outbox.ts';
import { referencesOf } from '../../db/sqlite/references.ts';
import { searchOf } from '../../db/sqlite/search/search.ts';
import { migrate } from '../../db/sqlite/upkeep/migrate.ts';
import { sweepOf } from '../../db/sqlite/upkeep/sweep.ts';
import { KEYS } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
afterEach(() => folder.remove());

test('no hot query reads a whole table', async () => {
  const file = folder.file('x.db');
  const client = connect(file);
  await migrate(client, file);
  const statements: string[] = [];
  const prepare = client.prepare.bind(client);
  client.prepare = (source: string) => {
    statements.push(source);
    return prepare(source);
  };
  const db = tablesOf(client);
  const outbox = outboxOf(db);
  ordersOf(db, KEYS);
  await listsOf(db).list('T', { limit: 3 });
  await searchOf(db).search('T', 'pump', { limit: 3 });
  const references = referencesOf(db, KEYS);
  await references.documentByFile('T', 'F1');
  await references.issuedAs('T', 'ab');
  await references.printedCode('T', 'o1', 1);
  await outbox.backlog();
  await outbox.nextDue();
  await outbox.adjustForClockShift(1, { dueAfter: 1, leasedAfter: 1, until: 1 });
  await outbox.parked('T', 3);
  await outbox.renew('me', ['x'], 1);
  await outbox.adjustForClockShift(1, { dueAfter: 2, leasedAfter: 3, until: 4 });
  await outbox.reclaim(() => true);
  await outbox.progress('id', {});
  await outbox.done('id', 1);
  sweepOf(client);
  expect(statements.length).toBeGreaterThan(20);
  const scans = statements.flatMap((source) => {
    const plan = prepare(`explain query plan ${source}`);
    const named = source.includes(':limit') ? [{ after: 1, limit: 1, effects: 1, drafts: 1, ended: 1 }] : [];
    const rows = plan.all(...named, ...Array(source.split('?').length - 1).fill(1)) as { detail: string }[];
    return rows.filter(({ detail }) => isScan(detail)).map(({ detail }) => `${detail}: ${source}`);
  });
  expect(scans).toEqual([]);
  const reports = statements.find((source) => source.includes('$.report.photos')) ?? '';
  expect(prepare(`explain query plan ${reports}`).all('T', 'o1')).toMatchObject([
    { detail: expect.stringContaining('USING COVERING INDEX versions_reported') },
  ]);
  client.close();
});

/** A partial index holds undone effects only; the relational query scans what its subqueries have searched. */
const allowed =
  /^SCAN (\w+ USING (COVERING )?INDEX effects_(due|turn|lease|parked)|orders_versions$|orders_entries$|CONSTANT ROW|json_each VIRTUAL TABLE|\(subquery-\d+\)|(order_search|f) VIRTUAL TABLE INDEX \d+:(=|M))/;
const isScan = (detail: string) => /^SCAN |TEMP B-TREE/.test(detail) && !allowed.test(detail);
