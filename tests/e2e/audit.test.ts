import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keysFile, readKeys } from '../../db/keys.ts';
import { SWEPT } from '../../db/ports.ts';
import { auditFile } from '../../db/sqlite/upkeep/audit.ts';
import { approve, close, confirm, decide, submitOrder } from '../support/acting.ts';
import { lookInto } from '../support/database.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage('socket', {}, sketches);
});
afterEach(() => stage.stop());

/** What an audit of the database that the app has open finds. */
async function audited() {
  const told: string[] = [];
  const { file } = stage;
  const { orders, entries, versions, unsealed } = await auditFile(file, readKeys(keysFile(file)) ?? [], (one) =>
    told.push(one),
  );
  return { told, orders, entries, versions, unsealed: unsealed.size };
}

/** Sweeps as the app does it long after all this. */
async function sweepAll(): Promise<number> {
  const later = Date.now() + 86_400_000;
  let removed = 0;
  for (const what of SWEPT)
    for (let after: number | undefined = 0; after !== undefined; ) {
      const ages = { effects: later, drafts: 0, ended: later, once: 0, imports: 0 };
      const step = await stage.store.sweep(what, ages, after, 5);
      removed += step.removed;
      after = step.next;
    }
  return removed;
}

test('a life in Slack proves itself, also after it was swept, and a restored one; nothing comes twice', async () => {
  const { sandbox, idle } = stage;
  const { ana, sam, farid } = stage.people;
  const name = await submitOrder(stage, ana, sam);
  await approve(stage, sam, name, [farid]);
  await confirm(stage, farid, name, { items: [{ description: 'Seal', quantity: '2', unitPrice: '5' }] });
  await close(stage, farid, name, 'with_changes', { acceptance: 'unavailable' });
  await decide(stage, sam, 'reject', await submitOrder(stage, ana, sam), 'No budget');
  expect(await audited()).toEqual({ told: [], orders: 2, entries: 6, versions: 3, unsealed: 0 });
  const copy = `${stage.file}.copy`;
  await stage.store.backup(copy);

  const posted = () =>
    sandbox.workspace.channels().map((channel) => sandbox.workspace.channel(channel.name).messages.length);
  const before = posted();
  const database = lookInto(stage.file);
  // Two requests and an assignment.
  expect(database.contents().posts).toHaveLength(3);
  expect(await sweepAll()).toBeGreaterThan(20);
  const { effects = [], posts = [] } = database.contents();
  database.close();
  // What comes by itself goes on with its clock.
  const byItself = ['check_order', 'plan_digests', 'send_digest'];
  const left = effects.map((row) => JSON.parse(row).type).filter((type) => !byItself.includes(type));
  expect(left).toEqual(['archive_channel']);
  expect(posts).toEqual([]);
  await stage.restart();
  await idle();
  expect(posted()).toEqual(before);
  expect(await audited()).toMatchObject({ told: [], entries: 6 });
  await decide(stage, sam, 'reopen', name, 'It leaks');
  await close(stage, farid, name, 'with_changes', { acceptance: 'unavailable' });
  expect(await audited()).toMatchObject({ told: [], entries: 8, versions: 4 });

  await stage.restore(copy);
  await idle();
  await sweepAll();
  await stage.restart();
  await idle();
  expect(await audited()).toMatchObject({ told: [], entries: 6, versions: 3, unsealed: 0 });
  expect(sandbox.complaints).toEqual([]);
}, 60_000);

test('a start begins to sweep', async () => {
  await submitOrder(stage, stage.people.ana, stage.people.sam);
  await stage.idle();
  await stage.down();
  const client = new Database(stage.file);
  expect(client.prepare('update effects set done_at = 5 where done_at is not null').run().changes).toBeGreaterThan(3);
  await stage.up();
  const old = client.prepare('select count(*) from effects where done_at = 5').pluck();
  await expect.poll(() => old.get(), { timeout: 10_000 }).toBe(0);
  client.close();
}, 60_000);
