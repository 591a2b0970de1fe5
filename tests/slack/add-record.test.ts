import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import type { RecordOf } from '../../src/office/master-data.ts';
import { addRecord } from '../../src/slack/records/add-record.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';

const TEAM = 'T1';
const folder = temporaryFolder();
let store: Store;
beforeAll(async () => {
  store = await openStore(`file:${folder.file('records.db')}`);
});
afterAll(async () => {
  await store.close();
  folder.remove();
});

const office = { id: 'U1', name: 'Olga', kind: 'member', admin: false, office: true } as const;
const BY = { id: 'U1', name: 'Olga' };
const client = (id: string, name: string, externalId = ''): RecordOf<'client'> => ({
  ...{ kind: 'client', id, externalId, active: true },
  data: { name, taxId: '', address: '', contact: '', language: '', paymentNotes: '' },
});
const site = (id: string, of: string, name: string): RecordOf<'site'> => ({
  ...{ kind: 'site', id, client: of, externalId: '', active: true },
  data: { name, address: '', accessNotes: '', contact: '' },
});
const add = (record: RecordOf<'client'> | RecordOf<'site'>, person = office) =>
  addRecord({ store, now: () => 5000 }, TEAM, person, record);
const names = async () =>
  (await store.recordsByName(TEAM, { kind: 'client' }, { limit: 50 })).map(({ data }) => data.name);

test('what is not on file is added, with who did it, and once however often it is sent', async () => {
  const added = await add(client('a', 'Acme'));
  expect(added).toMatchObject({ kind: 'added', record: { id: 'a', revision: 1 } });
  expect(await add(client('a', 'Acme'))).toEqual(added);
  const all = await Promise.all(Array.from({ length: 4 }, () => add(client('b', 'Beta'))));
  for (const one of all) expect(one).toMatchObject({ kind: 'added', record: { id: 'b', revision: 1 } });
  expect(await names()).toEqual(['Acme', 'Beta']);
  expect(await store.recordChanges(TEAM, 'client', 'a', 5)).toEqual([
    { at: 5, by: { id: 'U1', name: 'Olga' }, before: null, after: client('a', 'Acme') },
  ]);
});

test('a name that is on file is found, also among many that begin like it; one that is no longer active is said to be', async () => {
  for (let n = 0; n < 30; n++) await add(client(`n${n}`, `Acme ${n}`));
  expect(await add(client('again', ' ACME '))).toMatchObject({ kind: 'found', record: { id: 'a' } });
  const beta = await store.record(TEAM, 'client', 'b');
  await store.saveRecord(TEAM, { ...client('b', 'Beta'), active: false }, beta?.revision ?? 0, { at: 6, by: BY });
  expect(await add(client('more', 'beta'))).toMatchObject({ kind: 'inactive', record: { id: 'b', active: false } });
  expect(await store.record(TEAM, 'client', 'again')).toBeUndefined();
  expect(await store.record(TEAM, 'client', 'more')).toBeUndefined();
});

test('a site belongs to a client who is on file; the same name at another client is another site', async () => {
  expect(await add(site('s1', 'a', 'Kitchen'))).toMatchObject({ kind: 'added' });
  expect(await add(site('s2', 'a', 'kitchen'))).toMatchObject({ kind: 'found', record: { id: 's1' } });
  expect(await add(site('s3', 'b', 'Kitchen'))).toMatchObject({ kind: 'added' });
  expect(await add(site('s4', 'nobody', 'Kitchen'))).toEqual({ kind: 'gone' });
});

test('a number that is taken is refused, and so is everybody but the office', async () => {
  expect(await add(client('k', 'Gamma', 'K-1'))).toMatchObject({ kind: 'added' });
  expect(await add(client('l', 'Delta', 'K-1'))).toEqual({ kind: 'taken' });
  const before = await names();
  for (const person of [
    { ...office, office: false },
    { ...office, kind: 'guest' },
    { ...office, kind: 'deactivated' },
  ])
    expect(await addRecord({ store, now: () => 1 }, TEAM, person as typeof office, client('x', 'Acme'))).toEqual({
      kind: 'refused',
    });
  expect(await names()).toEqual(before);
});
