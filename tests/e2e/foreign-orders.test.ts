import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import type { Effect } from '../../src/order/effect.ts';
import type { Order } from '../../src/order/order.ts';
import type { Party } from '../../src/order/people.ts';
import { claimAll, content, newOrder, takeOver } from '../db/samples.ts';
import { startAppProcess } from '../support/app-process.ts';
import { lookInto } from '../support/database.ts';
import { sketches } from '../support/sketches.ts';
import { startStage } from '../support/stage.ts';

const FOREIGN = 'TFOREIGN';

let sandbox: Sandbox;
let file: string;

const as = ({ id, name }: { id: string; name: string }): Party => ({ id, name });

/** A submitted order of a workspace that owes these effects; its people are the sandbox's, so that anybody could be reached. */
async function owed(store: Store, team: string, id: string, title: string, effects: readonly Effect[]): Promise<Order> {
  const { ana, sam } = sandbox.people;
  const order = newOrder(id, { team, requester: as(ana), supervisor: as(sam), content: content(title) });
  const entry = order.lastEntry;
  const committed = await store.commit({ order, entry, version: null, effects, spentDraft: null, now: Date.now() });
  if (committed.kind !== 'saved') throw new Error(`the order is ${committed.kind}`);
  return committed.order;
}

/** Everything that a database holds of the other workspace. */
function foreignRows(database = file): string[] {
  const looking = lookInto(database);
  const rows = Object.entries(looking.contents()).flatMap(([table, all]) => all.map((row) => `${table} ${row}`));
  looking.close();
  return rows.filter((row) => row.includes(FOREIGN));
}

/** Puts three orders of another workspace and one of this into the database; all of them owe Slack something. */
async function fill(store: Store): Promise<void> {
  const sam = sandbox.people.sam.id;
  const begun: readonly Effect[] = [
    { type: 'open_channel' },
    { type: 'refresh_card' },
    { type: 'tell', person: sam, about: 'request', entry: 1 },
  ];
  await owed(store, FOREIGN, 'f1', 'Foreign pump', begun);
  // Tried before, and put off for a while.
  await owed(store, FOREIGN, 'f2', 'Foreign valve', begun);
  const term = await takeOver(store, FOREIGN);
  for (const { id, order } of await claimAll(store, term, Date.now()))
    if (order === 'f2')
      await store.retry(term, id, Date.now() + 60_000, 'internal_error', { inDoubt: false, counted: true });
    else await store.retry(term, id, Date.now(), '', { inDoubt: false, counted: false });
  // Its channel has the id that one here may have, and its card is live.
  const third = await owed(store, FOREIGN, 'f3', 'Foreign boiler', [{ type: 'refresh_card' }]);
  const general = sandbox.workspace.channel('general').id;
  const facts = { channel: general, name: 'so-000003', cardTs: '1700000000.000100', pinned: false, cardStuck: null };
  const open = { topic: '', bookmark: null, archivedAt: null, lost: null };
  await store.saveChannel({ team: FOREIGN, order: third.id, n: 1, ...facts, ...open });
  await owed(store, sandbox.teamId, 'o1', 'Our pump', begun);
}

/** Resolves when our own order has its channel and card, and nothing is under way. */
const delivered = () =>
  vi.waitFor(
    async () => {
      await sandbox.idle();
      const looking = lookInto(file);
      const effects = looking.contents().effects?.map((row): Record<string, unknown> => JSON.parse(row)) ?? [];
      looking.close();
      const ours = effects.filter(({ team }) => team === sandbox.teamId);
      expect(ours.length).toBeGreaterThan(0);
      const isDue = ({ not_before }: Record<string, unknown>) => Number(not_before ?? 0) <= Date.now();
      expect(ours.filter((one) => one.done_at === null && isDue(one))).toEqual([]);
      expect(effects.filter(({ claimed_by }) => claimed_by !== null)).toEqual([]);
    },
    { timeout: 20_000, interval: 50 },
  );

/** The methods of the calls that reached the sandbox and have this text anywhere. */
const callsAbout = (text: string): string[] =>
  sandbox.inspector.calls().flatMap((call) => (JSON.stringify(call).includes(text) ? [call.method] : []));

test('orders of another workspace stay as they are, and the operator is told once', async () => {
  sandbox = await startSandbox();
  const folder = mkdtempSync(join(tmpdir(), 'service-orders-'));
  file = join(folder, 'orders.db');
  const store = await openStore(`file:${file}`);
  await fill(store);
  await store.close();
  const before = foreignRows();
  expect(before.length).toBeGreaterThan(10);
  const app = startAppProcess({ ...sandbox.env, DATABASE_URL: `file:${file}` });
  onTestFinished(async () => {
    await app.kill();
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await app.ready();
  await delivered();
  expect(callsAbout('Our pump')).not.toEqual([]);
  expect(callsAbout('Foreign')).toEqual([]);
  expect(foreignRows()).toEqual(before);
  const said = app.log().filter(({ event }) => event === 'workspace.foreign_orders');
  expect(said).toEqual([expect.objectContaining({ level: 40, orders: 3, teams: [FOREIGN] })]);
  expect(said[0]?.msg).toMatch(/SLACK_BOT_TOKEN/);
}, 60_000);

test('a backup that holds orders of another workspace draws only ours again', async () => {
  const stage = await startStage('socket', {}, sketches);
  onTestFinished(() => stage.stop());
  ({ sandbox, file } = stage);
  await fill(stage.store);
  await delivered();
  const copy = `${file}.copy`;
  await stage.store.backup(copy);
  const before = foreignRows(copy);
  const cards = sandbox.inspector.calls('chat.update').length;
  await stage.restore(copy);
  await delivered();
  await vi.waitFor(() => expect(sandbox.inspector.calls('chat.update').length).toBeGreaterThan(cards));
  expect(callsAbout('Foreign')).toEqual([]);
  expect(foreignRows()).toEqual(before);
}, 60_000);
