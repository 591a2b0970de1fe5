import { afterEach, expect, test } from 'vitest';
import { Fenced } from '../../db/ports.ts';
import { accessTo } from '../../db/sqlite/access.ts';
import { connect } from '../../db/sqlite/connection.ts';
import { listsOf } from '../../db/sqlite/lists.ts';
import { recordsOf } from '../../db/sqlite/office/records.ts';
import { ordersOf } from '../../db/sqlite/orders.ts';
import { deliveriesOf } from '../../db/sqlite/outbox/deliveries.ts';
import { outboxOf } from '../../db/sqlite/outbox/outbox.ts';
import { remindersOf } from '../../db/sqlite/outbox/reminders.ts';
import { peopleOf } from '../../db/sqlite/people.ts';
import { prepareAll } from '../../db/sqlite/prepared.ts';
import { referencesOf } from '../../db/sqlite/references.ts';
import { searchOf } from '../../db/sqlite/search.ts';
import { sharedOf } from '../../db/sqlite/shared.ts';
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
  const access = accessTo(client, file);
  const outbox = outboxOf(access);
  ordersOf(access, KEYS);
  await listsOf(access).list('T', { limit: 3 });
  await searchOf(access).search('T', 'pump', { limit: 3 });
  await listsOf(access).ordersAt('T', { client: 'c1' }, { limit: 3, person: 'U1' });
  recordsOf(access);
  const references = referencesOf(access, KEYS);
  await references.documentByFile('T', 'F1');
  await references.issuedAs('T', 'ab');
  await references.printedCode('T', 'o1', 1, 'priced');
  const byItself = remindersOf(access);
  await byItself.preferences('T', 'U1');
  await byItself.toldTogether('T', ['x'], 1);
  await outbox.backlog('T');
  await outbox.nextDue('T');
  await outbox.adjustForClockShift('T', 1, 1);
  await outbox.parked('T', 3);
  await outbox.expediteRetries('T', 1, 2);
  const ownership = deliveriesOf(access, { hold: () => undefined, release: () => {} });
  const taken = await ownership.takeDeliveries('T', 'me', await ownership.deliverer('T'));
  if (!taken) throw expect.unreachable();
  await ownership.renewDeliveries(taken.term);
  await expect(outbox.saveCheckpoint(taken.term, 'id', {})).rejects.toThrow(Fenced);
  await expect(outbox.done(taken.term, 'id', 1)).rejects.toThrow(Fenced);
  await ownership.releaseDeliveries(taken.term);
  sweepOf(access);
  prepareAll(access.db);
  expect(statements.length).toBeGreaterThan(20);
  const scans = statements.flatMap((source) => {
    const plan = prepare(`explain query plan ${source}`);
    const named = /:(limit|imports)/.test(source)
      ? [{ after: 1, limit: 1, effects: 1, drafts: 1, ended: 1, once: 1, imports: 1 }]
      : [];
    const rows = plan.all(...named, ...Array(source.split('?').length - 1).fill(1)) as { detail: string }[];
    return rows
      .filter(({ detail }) => isScan(detail) && !(isSort(detail) && few.test(source)))
      .map(({ detail }) => `${detail}: ${source}`);
  });
  expect(scans).toEqual([]);
  const reports = statements.find((source) => source.includes('$.report.photos')) ?? '';
  expect(prepare(`explain query plan ${reports}`).all('T', 'o1')).toMatchObject([
    { detail: expect.stringContaining('USING COVERING INDEX versions_reported') },
  ]);
  client.close();
});

test('no statement that is prepared is compiled again for the value of its limit', async () => {
  const file = folder.file('x.db');
  const client = connect(file);
  await migrate(client, file);
  const statements: string[] = [];
  const prepare = client.prepare.bind(client);
  client.prepare = (source: string) => {
    statements.push(source);
    return prepare(source);
  };
  const access = accessTo(client, file);
  for (const room of [outboxOf, listsOf, searchOf, peopleOf, recordsOf, sharedOf, remindersOf]) room(access);
  for (const room of [ordersOf, referencesOf]) room(access, KEYS);
  prepareAll(access.db);
  expect(statements.length).toBeGreaterThan(50);
  expect(statements.filter((source) => /limit \?(?! \+)/.test(source))).toEqual([]);
  client.close();
});

/** A partial index holds undone effects only; the relational query scans what its subqueries have searched. */
const allowed =
  /^SCAN (\w+ USING (COVERING )?INDEX effects_(due|turn|claimed|parked)|orders_versions$|orders_entries$|some$|CONSTANT ROW|json_each VIRTUAL TABLE|\(subquery-\d+\)|(order_search|f) VIRTUAL TABLE INDEX \d+:(=|M))/;
const isSort = (detail: string) => detail.includes('TEMP B-TREE');
const isScan = (detail: string) => (/^SCAN /.test(detail) || isSort(detail)) && !allowed.test(detail);
/** An order's posts for one purpose, the orders that had one channel, records by their ids, one's visits of two days: a handful, which may be sorted. */
const few =
  / from "(posts" .*"purpose" = \?|channels" .*"channel" = \?|records" .*json_each|order_people" .*requestedStart.* < \?)/;
