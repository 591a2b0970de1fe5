import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keysFile, readKeys } from '../../db/keys.ts';
import { openStore } from '../../db/open.ts';
import { Fenced, type Store, SWEPT, type Swept } from '../../db/ports.ts';
import { auditFile } from '../../db/sqlite/upkeep/audit.ts';
import { createLog } from '../../src/log.ts';
import type { State } from '../../src/order/order.ts';
import { DRAFTS_LAST, EFFECTS_LAST, ENDED_LAST, IMPORTS_LAST, startSweeper } from '../../src/sweep.ts';
import { newDatabase } from '../support/new-database.ts';
import { draftData, firstCommit, NOW, newOrder, nextCommit, owe, saved, TEAM, takeOver } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let store: Store;
beforeEach(async () => {
  folder = temporaryFolder();
  file = folder.file('x.db');
  await newDatabase(file);
  store = await openStore(`file:${file}`);
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

const DAY = 86_400_000;
const before = { effects: NOW - EFFECTS_LAST, drafts: NOW - DRAFTS_LAST, ended: NOW - ENDED_LAST, once: NOW };
const ages = { ...before, imports: NOW - IMPORTS_LAST };

function column(sql: string): unknown[] {
  const client = new Database(file, { readonly: true });
  const all = client.prepare(sql).pluck().all();
  client.close();
  return all;
}

/** Sweeps a whole round, step by step; returns how many each step removed. */
async function swept(what: Swept, limit: number): Promise<number[]> {
  const removed: number[] = [];
  for (let after: number | undefined = 0; after !== undefined; ) {
    const before = column(`select count(*) from ${what}`)[0] as number;
    const step = await store.sweep(what, ages, after, limit);
    expect(before - Number(column(`select count(*) from ${what}`)[0])).toBe(step.removed);
    expect(step.removed).toBeLessThanOrEqual(limit);
    removed.push(step.removed);
    after = step.next;
  }
  return removed;
}

/** An order that came into this state so many days ago; its channel is open unless it is said to be otherwise. */
async function order(id: string, state: State, daysAgo: number, channel: 'open' | 'archived' | 'none' = 'open') {
  const stateSince = (NOW - daysAgo * DAY) / 1000;
  const first = saved(await store.commit(firstCommit(newOrder(id))));
  await store.commit(nextCommit(first, `${id} ${state}`, { state, stateSince }));
  const archivedAt = channel === 'archived' ? stateSince : null;
  const ref = {
    team: TEAM,
    order: id,
    n: 1,
    channel: `C${id}`,
    name: id,
    cardTs: null,
    pinned: false,
    cardStuck: null,
  };
  if (channel !== 'none') await store.saveChannel({ ...ref, topic: '', bookmark: null, archivedAt, lost: null });
}

const draft = (form: string, id: string, daysAgo: number) =>
  store.saveDraft(
    { team: TEAM, person: 'U1', form, order: id, data: draftData, updatedAt: NOW - daysAgo * DAY },
    undefined,
  );

test('effects that were delivered more than 30 days ago go, the oldest first; what is owed, parked or younger stays', async () => {
  await owe(store, 'o1', [
    ...Array.from({ length: 7 }, (_, entry) => ({ type: 'post_entry' as const, entry })),
    { type: 'tell', person: 'U1', about: 'closed', entry: 1 },
    { type: 'archive_channel', entry: 1, notBefore: NOW / 1000 + 9 },
  ]);
  const term = await takeOver(store);
  const claimed = async () => (await store.claim(term, NOW, { channel: 1 }))[0]?.id ?? '';
  const doneAt = [31, 60, 32, 40, 33];
  for (const days of doneAt) {
    await store.done(term, await claimed(), NOW - days * DAY);
  }
  const young = await claimed();
  await store.done(term, young, NOW - 29 * DAY);
  await store.park(term, await claimed(), NOW - 90 * DAY, 'x', 'y');
  expect(await store.sweep('effects', ages, 0, 2)).toEqual({ removed: 2, next: 0 });
  expect(column(`select count(*) from effects where done_at <= ${NOW - 40 * DAY}`)).toEqual([0]);
  expect(await swept('effects', 2)).toEqual([2, 1]);
  expect(column('select type from effects order by seq')).toEqual([
    'post_entry',
    'post_entry',
    'tell',
    'archive_channel',
  ]);
  expect(await store.parked(TEAM, 9)).toHaveLength(1);
  expect(await store.backlog(TEAM)).toMatchObject({ pending: 2, parked: 1 });
  // Late answers about what is gone change nothing.
  for (const id of [young, 'gone']) {
    await expect(store.saveCheckpoint(term, id, { ts: '1' })).rejects.toThrow(Fenced);
    await expect(store.done(term, id, NOW)).rejects.toThrow(Fenced);
  }
});

test('a draft goes when it is too old, or with its order; what can still be sent stays', async () => {
  await order('rejected', 'rejected', 2);
  await order('withdrawn', 'withdrawn', 2, 'none');
  await order('now', 'rejected', 0);
  await order('open', 'completed', 2);
  await order('archived', 'completed', 2, 'archived');
  await order('missed', 'not_performed', 2, 'archived');
  await order('live', 'approved', 20);
  const all: [form: string, id: string, daysAgo: number, stays: boolean][] = [
    ['submit', '', 31, false],
    ['submit', 'x', 29, true],
    ['approve', 'rejected', 3, false],
    ['withdraw', 'withdrawn', 3, false],
    ['approve', 'now', 3, true],
    ['confirm', 'open', 3, true],
    ['close', 'archived', 3, false],
    // Opened on the ended order: it can be sent.
    ['reopen', 'archived', 1, true],
    ['confirm', 'missed', 3, false],
    ['confirm', 'live', 29, true],
    ['assign', 'live', 31, false],
  ];
  for (const [form, id, daysAgo] of all) await draft(form, id, daysAgo);
  const steps = await swept('drafts', 3);
  expect(steps.length).toBe(4);
  const left = column("select form || ' ' || order_id from drafts order by rowid");
  expect(left).toEqual(all.flatMap(([form, id, , stays]) => (stays ? [`${form} ${id}`] : [])));
  expect((await swept('drafts', 100)).join()).toBe('0');
});

test('settled posts of ended orders go; those that wait for their outcome, and all of a live order, stay', async () => {
  await order('rejected', 'rejected', 2);
  await order('completed', 'completed', 2);
  await order('now', 'completed', 0);
  await order('live', 'approved', 20);
  const ids = ['rejected', 'completed', 'now', 'live'];
  for (const [n, id] of [...ids, ...ids].entries())
    await store.savePost({
      ...{ team: TEAM, order: id, purpose: 'request', person: 'U1', channel: `D${n}`, ts: '1', entry: null },
      settled: n < ids.length,
    });
  expect(await swept('posts', 3)).toEqual([2, 0, 0]);
  const left = column("select order_id || ' ' || settled from posts order by rowid");
  expect(left).toEqual(['now 1', 'live 1', 'rejected 0', 'completed 0', 'now 0', 'live 0']);
});

test('what is swept is not needed: a form that is sent again is known, and the history proves itself', async () => {
  const first = saved(await store.commit(firstCommit(newOrder('o1'), [{ type: 'open_channel' }])));
  const commit = nextCommit(first, 'twice', { state: 'rejected', effects: [{ type: 'refresh_card' }] });
  await store.commit(commit);
  const term = await takeOver(store);
  for (let n = 0; n < 2; n++) {
    const [one] = await store.claim(term, NOW, { channel: 1 });
    await store.done(term, one?.id ?? '', NOW - 31 * DAY);
  }
  expect(await swept('effects', 100)).toEqual([2]);
  expect(await store.commit(commit)).toMatchObject({ kind: 'repeated' });
  expect(await store.accepted(TEAM, 'twice')).toMatchObject({ order: 'o1' });
  const told: string[] = [];
  await auditFile(file, readKeys(keysFile(file)) ?? [], (sentence) => told.push(sentence));
  expect(told).toEqual([]);
});

test('the sweeper takes steps of its size one after the other, through everything, and goes on after trouble', async () => {
  await owe(
    store,
    'o1',
    Array.from({ length: 25 }, (_, entry) => ({ type: 'post_entry' as const, entry })),
  );
  const client = new Database(file);
  client.exec('update effects set done_at = 5');
  client.close();
  const limits = new Set<number>();
  const seen = new Set<Swept>();
  let under = 0;
  let calls = 0;
  const sweep = vi.fn<Store['sweep']>(async (what, asked, after, limit) => {
    limits.add(limit);
    seen.add(what);
    expect(++under).toBe(1);
    const step = await store.sweep(what, asked, after, limit);
    under--;
    if (++calls === 2) throw new Error('locked');
    return step;
  });
  const stop = startSweeper({ sweep }, createLog('silent'), () => NOW, { step: 10, pause: 1, every: 2 });
  await vi.waitFor(() => expect(column('select count(*) from effects')).toEqual([0]));
  await vi.waitFor(() => expect([...seen]).toEqual([...SWEPT]));
  stop();
  expect([...limits]).toEqual([10]);
});
