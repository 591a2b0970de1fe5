import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { createLog } from '../../src/log.ts';
import { createPeople } from '../../src/slack/people/people.ts';
import { claimAll, owe, TEAM, takeOver } from '../db/samples.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { newDatabase } from '../support/new-database.ts';

let folder: ReturnType<typeof temporaryFolder>;
let stores: [Store, Store];
beforeEach(async () => {
  folder = temporaryFolder();
  await newDatabase(folder.file('x.db'));
  const open = () => openStore(`file:${folder.file('x.db')}`);
  stores = [await open(), await open()];
});
afterEach(async () => {
  for (const store of stores) await store.close();
  folder.remove();
});

/** The people of one instance, and what they hear; Slack is never asked. */
const instance = (store: Store) =>
  createPeople({
    ...{ team: TEAM, store, client: new WebClient(), log: createLog('fatal'), now: Date.now, nudge: () => {} },
    watch: (_method, call) => call(),
    groups: { members: async () => new Map() },
  });

/** What Slack says of the supervisor, and when that was changed (seconds; 0: it does not say). */
const supervisor = (updated: number, changes: object = {}) => ({
  ...{ id: 'USUP', team_id: TEAM, real_name: 'Sam', updated, ...changes },
});
const gone = { deleted: true };

test.each([
  ['with a time', 2, 1],
  ['without one', 0, 0],
])(
  'somebody who has gone (%s), heard by two instances at once and again later: their order is told once',
  async (_, second, first) => {
    const [a, b] = [instance(stores[0]), instance(stores[1])];
    const [store] = stores;
    await owe(store, 'o1', []);
    await a.learn({ ...supervisor(first), id: 'UREQ' });
    await a.learn(supervisor(first));
    const term = await takeOver(store);
    const told = async () => {
      const claimed = await claimAll(store, term, Date.now() + 1000);
      for (const { id } of claimed) await store.done(term, id, Date.now());
      return claimed.length;
    };
    expect(await told()).toBe(0);
    await Promise.all([a.learn(supervisor(second, gone)), b.learn(supervisor(second, gone))]);
    const once = await told();
    expect(once).toBeGreaterThan(0);
    await b.learn(supervisor(second, gone));
    expect(await told()).toBe(0);
  },
);

test('who comes back and goes once more is missed once more', async () => {
  const people = instance(stores[0]);
  const [store] = stores;
  await owe(store, 'o1', []);
  for (const id of ['UREQ', 'USUP']) await people.learn({ ...supervisor(1), id });
  const term = await takeOver(store);
  const told = async () => {
    const claimed = await claimAll(store, term, Date.now() + 1000);
    for (const { id } of claimed) await store.done(term, id, Date.now());
    return claimed.length;
  };
  await people.learn(supervisor(2, gone));
  expect(await told()).toBeGreaterThan(0);
  await people.learn(supervisor(3));
  await people.learn(supervisor(4, gone));
  expect(await told()).toBeGreaterThan(0);
});
