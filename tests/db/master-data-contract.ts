import { beforeEach, describe, expect, test } from 'vitest';
import type { At, MasterData, SearchPage } from '../../db/ports.ts';
import type { AnyRecord } from '../../src/office/master-data.ts';
import type { Content } from '../../src/order/content.ts';
import type { Order } from '../../src/order/order.ts';
import { content, firstCommit, NOW, newOrder, nextCommit, party, saved, submitEntry, TEAM } from './samples.ts';
import type { Current } from './store-contract.ts';

type Fields = Partial<Record<'name' | 'externalId' | 'address' | 'taxId' | 'contact', string>> & { active?: boolean };

const client = (id: string, { externalId = '', active = true, ...data }: Fields = {}): AnyRecord => ({
  ...{ kind: 'client', id, externalId, active },
  data: { name: id, taxId: '', address: '', contact: '', language: '', paymentNotes: '', ...data },
});
const site = (id: string, of: string, { externalId = '', active = true, name = id }: Fields = {}): AnyRecord => ({
  ...{ kind: 'site', client: of, id, externalId, active },
  data: { name, address: '', accessNotes: 'Ring twice', contact: '' },
});
const item = (id: string, { externalId = '', active = true, name = id }: Fields = {}): AnyRecord => ({
  ...{ kind: 'item', id, externalId, active },
  data: { kind: 'material', description: name, unit: 'pcs', unitPrice: '12.5', currency: 'EUR' },
});

const type = (id: string, name: string): AnyRecord => ({
  ...{ kind: 'type', id, externalId: '', active: true },
  data: {
    ...{ name, title: 'Yearly inspection', description: '', priority: 'low', currency: 'EUR' },
    items: [{ id: 'i', kind: 'labour', description: 'Visit', quantity: 1500, unit: 'h', unitPrice: '95.5' }],
    fields: [
      { id: 'f', kind: 'choice', label: 'Meter', asked: 'submit', required: true, unit: '', choices: ['A', 'B'] },
      { id: 'g', kind: 'check', label: 'Brakes', asked: 'confirm', required: false, unit: '', choices: [] },
    ],
    closing: { photos: true, checklist: true, acceptance: false },
  },
});

const change = { at: 1_800_000_000, by: party('UADMIN') };

/** What somebody types, and whom it finds. */
const TYPED: [typed: string, found: string[]][] = [
  ['acm', ['acme']],
  ['ACME wat', ['acme']],
  ['water acme', ['acme']],
  ['acme gas', []],
  ['muller', ['mueller']],
  ['MÜLLER', ['mueller']],
  ['obrien', ['obrien']],
  ["o'brien", ['obrien']],
  ['K-77', ['acme']],
  ['k77', ['acme']],
  ['de 123', ['mueller']],
  ['Hlavní 5', ['obrien']],
  ['москв', ['moscow']],
  ['МОСКВА вод', ['moscow']],
  ['αθην', ['athens']],
  ['東京', ['tokyo']],
  ['京都水', ['tokyo']],
  ['京水', []],
  ['서울', ['seoul']],
  ['ירוש', ['jerusalem']],
  ['القاه', ['cairo']],
  ['กรุง', ['bangkok']],
  ['cm', []],
  ['%', ['acme', 'athens', 'bangkok', 'cairo', 'jerusalem', 'moscow', 'mueller', 'obrien', 'seoul', 'tokyo']],
  ['a%e', []],
  ['acm_', ['acme']],
  ["acme' or '1'='1", []],
  ['acme"*', ['acme']],
  ['acme\u{10ffff}', ['acme']],
  ['acme\0', ['acme']],
  ['x'.repeat(5000), []],
  ['acme '.repeat(1000), ['acme']],
];

export function masterDataContract(current: Current): void {
  const store = () => current().store;
  const save = (record: AnyRecord, revision = 0, team = TEAM) => store().saveRecord(team, record, revision, change);
  const add = async (...records: AnyRecord[]) => {
    for (const record of records) expect(await save(record)).toEqual({ kind: 'saved', revision: 1 });
  };
  const offered = async (typed: string, of: Parameters<MasterData['suggestions']>[1] = { kind: 'client' }, limit = 9) =>
    (await store().suggestions(TEAM, of, typed, limit)).map(({ id }) => id);
  const named = async (page: Parameters<MasterData['recordsByName']>[2], of = { kind: 'client' as const }) =>
    (await store().recordsByName(TEAM, of, page)).map(({ id }) => id);

  const namedItems = async (typed: string) =>
    (await store().recordsByName(TEAM, { kind: 'item' }, { typed, limit: 9 })).map(({ id }) => id);

  describe('saving', () => {
    test('a record reads back as it was saved, by its id and by its external id', async () => {
      const acme = client('c1', { name: 'Acme «ü»', externalId: 'K-1', address: 'Street 1\nCity' });
      await add(acme, site('s1', 'c1', { externalId: 'K-1' }), item('i1', { externalId: 'K-1' }));
      expect(await store().record(TEAM, 'client', 'c1')).toEqual({ ...acme, revision: 1 });
      expect(await store().recordByExternalId(TEAM, { kind: 'client' }, 'K-1')).toEqual({ ...acme, revision: 1 });
      expect(await store().recordByExternalId(TEAM, { kind: 'site', client: 'c1' }, 'K-1')).toMatchObject({ id: 's1' });
      expect(await store().recordByExternalId(TEAM, { kind: 'item' }, 'K-1')).toMatchObject({ id: 'i1' });
      expect(await store().record(TEAM, 'site', 'c1')).toBeUndefined();
    });

    test('an order type as well, with its fields, apart from everything else', async () => {
      const inspection = type('t1', 'Inspection');
      await add(inspection, type('t2', 'Repair'), client('c1', { name: 'Inspection Ltd' }));
      expect(await store().record(TEAM, 'type', 't1')).toEqual({ ...inspection, revision: 1 });
      const listed = await store().recordsByName(TEAM, { kind: 'type' }, { limit: 9 });
      expect(listed.map(({ data }) => data.name)).toEqual(['Inspection', 'Repair']);
      expect(await offered('inspection')).toEqual(['c1']);
      expect(await store().countRecords(TEAM, { kind: 'type' }, 9)).toBe(2);
      await save({ ...inspection, active: false }, 1);
      expect(await store().recordChanges(TEAM, 'type', 't1', 9)).toMatchObject([
        { before: inspection, after: { active: false } },
        { before: null, after: inspection },
      ]);
      expect(await store().recordByExternalId(TEAM, { kind: 'client' }, 'K-2')).toBeUndefined();
    });

    test('records of just one name are found by it, whatever case and accents, active or not, and none that is only like it', async () => {
      await add(
        client('c1', { name: 'Müller' }),
        client('c2', { name: 'MULLER', active: false }),
        client('c3', { name: 'Müller GmbH' }),
        client('c4', { name: 'Mull' }),
      );
      const ids = async (name: string) =>
        (await store().recordsNamed(TEAM, { kind: 'client' }, name, 9)).map(({ id }) => id).toSorted();
      expect(await ids('muller')).toEqual(['c1', 'c2']);
      expect(await ids('Müller GmbH')).toEqual(['c3']);
      expect(await ids('Mü')).toEqual([]);
      expect(await store().recordsNamed('T2', { kind: 'client' }, 'Müller', 9)).toEqual([]);
    });

    test('of two who read the same revision the second is stale and changes nothing', async () => {
      await add(client('c1'));
      expect(await save(client('c1', { name: 'First' }), 1)).toEqual({ kind: 'saved', revision: 2 });
      expect(await save(client('c1', { name: 'Second' }), 1)).toEqual({ kind: 'stale' });
      expect(await save(client('c1', { name: 'Again new' }))).toEqual({ kind: 'stale' });
      expect(await save(client('c9'), 1)).toEqual({ kind: 'stale' });
      expect(await store().record(TEAM, 'client', 'c1')).toMatchObject({ data: { name: 'First' }, revision: 2 });
      expect(await store().recordChanges(TEAM, 'client', 'c1', 9)).toHaveLength(2);
    });

    test.each([0, 1])('two saves at once from revision %i: one is saved, the other told', async (revision) => {
      const other = await current().again();
      if (revision === 1) await add(client('c1'));
      const answers = await Promise.all([
        store().saveRecord(TEAM, client('c1', { name: 'One' }), revision, change),
        other.saveRecord(TEAM, client('c1', { name: 'Other' }), revision, change),
      ]);
      await other.close();
      expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['saved', 'stale']);
      expect(await store().recordChanges(TEAM, 'client', 'c1', 9)).toHaveLength(revision + 1);
    });

    test('two who take an external id at once: one is saved, for the other it is taken', async () => {
      const other = await current().again();
      const answers = await Promise.all([
        store().saveRecord(TEAM, client('c1', { externalId: 'K' }), 0, change),
        other.saveRecord(TEAM, client('c2', { externalId: 'K' }), 0, change),
      ]);
      await other.close();
      expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['saved', 'taken']);
      expect(await store().countRecords(TEAM, { kind: 'client' }, 9)).toBe(1);
    });

    test('an external id is taken within its kind, a site’s within its client; none is never taken', async () => {
      await add(client('c1', { externalId: 'K' }), client('c2'), client('c3'), item('i1', { externalId: 'K' }));
      expect(await save(client('c4', { externalId: 'K' }))).toEqual({ kind: 'taken' });
      expect(await save(client('c2', { externalId: 'K' }), 1)).toEqual({ kind: 'taken' });
      expect(await save(client('c1', { externalId: 'K', name: 'Still its own' }), 1)).toMatchObject({ kind: 'saved' });
      await add(site('s1', 'c1', { externalId: 'K' }), site('s2', 'c2', { externalId: 'K' }));
      expect(await save(site('s3', 'c1', { externalId: 'K' }))).toEqual({ kind: 'taken' });
      expect(await store().recordByExternalId(TEAM, { kind: 'client' }, '')).toBeUndefined();
    });

    test('numbers are the same in upper and lower case, and kept as they were typed', async () => {
      await add(
        client('c1', { externalId: 'K-1a' }),
        client('c2', { externalId: 'É-1' }),
        site('s1', 'c1', { externalId: 'h' }),
      );
      for (const number of ['K-1a', 'k-1A', 'K-1A'])
        expect(await store().recordByExternalId(TEAM, { kind: 'client' }, number)).toMatchObject({
          externalId: 'K-1a',
        });
      expect(await store().recordByExternalId(TEAM, { kind: 'client' }, 'É-1')).toMatchObject({ id: 'c2' });
      expect(await store().recordByExternalId(TEAM, { kind: 'site', client: 'c1' }, 'H')).toMatchObject({ id: 's1' });
      expect(await save(client('c3', { externalId: 'k-1A' }))).toEqual({ kind: 'taken' });
      expect(await save(client('c1', { externalId: 'K-1A' }), 1)).toMatchObject({ kind: 'saved' });
      expect(await store().record(TEAM, 'client', 'c1')).toMatchObject({ externalId: 'K-1A' });
    });

    test('two who take a number at once, each in its own case: one is saved, for the other it is taken', async () => {
      const other = await current().again();
      const answers = await Promise.all([
        store().saveRecord(TEAM, client('c1', { externalId: 'k' }), 0, change),
        other.saveRecord(TEAM, client('c2', { externalId: 'K' }), 0, change),
      ]);
      await other.close();
      expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['saved', 'taken']);
    });

    test('records of before whose numbers differ by nothing but case stay what they are, and can be changed', async () => {
      await add(client('c1', { externalId: 'k' }), client('c2'), client('c3'));
      await current().asBefore(`update records set external_id = 'K' where id = 'c2'`);
      const found = async (number: string) => (await store().recordByExternalId(TEAM, { kind: 'client' }, number))?.id;
      expect([await found('k'), await found('K')]).toEqual(['c1', 'c2']);
      expect(await save(client('c2', { externalId: 'K', name: 'Changed' }), 1)).toMatchObject({ kind: 'saved' });
      expect(await save(client('c1', { externalId: 'k', name: 'Changed' }), 1)).toMatchObject({ kind: 'saved' });
      expect(await save(client('c1', { externalId: 'K' }), 2)).toEqual({ kind: 'taken' });
      expect(await save(client('c3', { externalId: 'K' }), 1)).toEqual({ kind: 'taken' });
      await current().asBefore(`update records set external_id = 'kK' where id = 'c1'`);
      await current().asBefore(`update records set external_id = 'Kk' where id = 'c2'`);
      expect(await found('KK')).toBe('c2');
    });

    test('a record that could not be read again is not saved', async () => {
      const broken = { ...client('c1'), data: { name: 5 } } as unknown as AnyRecord;
      await expect(save(broken)).rejects.toThrow(/client c1 cannot be stored: name/);
      expect(await store().record(TEAM, 'client', 'c1')).toBeUndefined();
    });

    test('changes say who changed what, the newest first', async () => {
      await add(site('s1', 'c1'));
      await store().saveRecord(TEAM, site('s1', 'c1', { name: 'Hall', active: false }), 1, { ...change, at: 9 });
      expect(await store().recordChanges(TEAM, 'site', 's1', 9)).toEqual([
        { at: 9, by: change.by, before: site('s1', 'c1'), after: site('s1', 'c1', { name: 'Hall', active: false }) },
        { ...change, before: null, after: site('s1', 'c1') },
      ]);
      expect(await store().recordChanges(TEAM, 'site', 's1', 1)).toHaveLength(1);
      expect(await store().recordChanges(TEAM, 'client', 's1', 9)).toEqual([]);
    });

    test('another workspace sees nothing of it and may have the same ids', async () => {
      await add(client('c1', { name: 'Acme', externalId: 'K' }));
      const theirs = client('c1', { name: 'Theirs', externalId: 'K' });
      expect(await save(theirs, 0, 'T2')).toEqual({ kind: 'saved', revision: 1 });
      expect(await store().record('T2', 'client', 'c1')).toMatchObject({ data: { name: 'Theirs' } });
      expect(await store().record('T3', 'client', 'c1')).toBeUndefined();
      expect(await store().recordByExternalId('T3', { kind: 'client' }, 'K')).toBeUndefined();
      expect(await store().suggestions('T2', { kind: 'client' }, 'acme', 9)).toEqual([]);
      expect(await store().suggestions('T3', { kind: 'client' }, '', 9)).toEqual([]);
      expect(await store().recordsByName('T3', { kind: 'client' }, { limit: 9 })).toEqual([]);
      expect(await store().recordsByName('T2', { kind: 'client' }, { typed: 'acme', limit: 9 })).toEqual([]);
      expect(await store().countRecords('T3', { kind: 'client' }, 9)).toBe(0);
      expect(await store().recordChanges('T3', 'client', 'c1', 9)).toEqual([]);
      expect(await store().record(TEAM, 'client', 'c1')).toMatchObject({ data: { name: 'Acme' } });
    });
  });

  describe('finding', () => {
    test.each(TYPED.map(([typed, found]) => ({ typed, found, begins: typed.slice(0, 20) })))(
      'typing $begins finds $found',
      async ({ typed, found }) => {
        await add(
          client('acme', { name: 'Acme Waterworks', externalId: 'K77' }),
          client('mueller', { name: 'Müller & Söhne', taxId: 'DE123456' }),
          client('obrien', { name: "O'Brien", address: 'Hlavní 5, Praha' }),
          client('moscow', { name: 'Москва Водоканал' }),
          client('athens', { name: 'Αθήνα' }),
          client('tokyo', { name: '東京都水道局' }),
          client('seoul', { name: '서울특별시' }),
          client('jerusalem', { name: 'ירושלים' }),
          client('cairo', { name: 'القاهرة' }),
          client('bangkok', { name: 'กรุงเทพ' }),
        );
        expect((await offered(typed, { kind: 'client' }, 20)).toSorted()).toEqual(found);
        expect((await named({ typed, limit: 20 })).toSorted()).toEqual(found);
      },
    );

    test('every word counts, however common the others are; an exact number or name comes first', async () => {
      const many = Array.from({ length: 1300 }, (_, at) => at + 1);
      for (let from = 0; from < many.length; from += 50)
        await Promise.all(
          many
            .slice(from, from + 50)
            .map((n) => save(item(`i${n}`, { name: `Part number ${n}`, externalId: `K-${n}` }))),
        );
      await add(item('a', { name: 'A spare part number 77 box' }), item('b', { name: 'Part' }));
      const found = async (typed: string) => {
        const [offers, listed] = [await offered(typed, { kind: 'item' }, 9), await namedItems(typed)];
        expect(listed[0], typed).toBe(offers[0]);
        return offers;
      };
      for (const typed of ['Part number 1234', 'part 1234', 'number 1234', '1234 part', 'K-1234', 'k1234'])
        expect(await found(typed), typed).toEqual(['i1234']);
      expect((await found('part number 77')).toSorted()).toEqual(
        ['a', 'i77', 'i770', 'i771', 'i772'].concat(['i773', 'i774', 'i775', 'i776']),
      );
      for (const typed of ['part number 12', 'K-100', 'k-1', 'part number 7']) {
        const id = `i${typed.replace(/\D/g, '')}`;
        expect((await found(typed))[0], typed).toBe(id);
      }
      expect((await found('part'))[0]).toBe('b');
      expect(await found('part number 12345')).toEqual([]);
    });

    test('what was used last comes first, then by name', async () => {
      await add(...['Eva', 'adam', 'Émile', 'Cecil', 'Boris'].map((name) => client(name, { name: `${name} Pumps` })));
      expect(await offered('pump')).toEqual(['adam', 'Boris', 'Cecil', 'Émile', 'Eva']);
      await order('o1', { ...content(), clientOnFile: onFile('Cecil') }, NOW / 1000);
      await order('o2', { ...content(), clientOnFile: onFile('Eva') }, NOW / 1000 + 5);
      expect(await offered('pump')).toEqual(['Eva', 'Cecil', 'adam', 'Boris', 'Émile']);
      expect(await offered('')).toEqual(['Eva', 'Cecil', 'adam', 'Boris', 'Émile']);
      expect(await offered('', { kind: 'client' }, 3)).toEqual(['Eva', 'Cecil', 'adam']);
      expect(await offered('', { kind: 'client' }, 1)).toEqual(['Eva']);
      expect(await offered('pump', { kind: 'client' }, 3)).toEqual(['Eva', 'Cecil', 'adam']);
      expect(await offered('c')).toEqual(['Cecil']);
    });

    test('what is not active is offered nowhere, and is listed all the same', async () => {
      await add(client('c1', { name: 'Acme Two' }), client('c2', { name: 'Acme One' }));
      await order('o1', { ...content(), clientOnFile: onFile('c1') }, NOW / 1000);
      await save(client('c1', { name: 'Acme Two', active: false }), 1);
      expect(await offered('acme')).toEqual(['c2']);
      expect(await offered('')).toEqual(['c2']);
      expect(await named({ limit: 9 })).toEqual(['c2', 'c1']);
      expect(await named({ typed: 'acme', limit: 9 })).toEqual(['c2', 'c1']);
      // When it is active again, it is what was used last.
      await save(client('c1', { name: 'Acme Two' }), 2);
      expect(await offered('acme')).toEqual(['c1', 'c2']);
    });

    test('a record is found by what it says now', async () => {
      await add(client('c1', { name: 'Acme' }));
      await save(client('c1', { name: 'Zenith' }), 1);
      expect(await offered('acme')).toEqual([]);
      expect(await offered('zen')).toEqual(['c1']);
      // Only what it is not found by.
      const acme = client('c1', { name: 'Zenith' });
      await save({ ...acme, data: { ...acme.data, paymentNotes: 'Acme pays' } } as AnyRecord, 2);
      expect(await offered('acme')).toEqual([]);
      expect(await offered('zen')).toEqual(['c1']);
    });

    test('sites are offered for their client only', async () => {
      await add(client('c1'), client('c2'), site('s1', 'c1', { name: 'Hall' }), site('s2', 'c2', { name: 'Hall' }));
      expect(await offered('hall', { kind: 'site', client: 'c1' })).toEqual(['s1']);
      expect(await offered('', { kind: 'site', client: 'c2' })).toEqual(['s2']);
      expect(await offered('hall')).toEqual([]);
      expect(await offered('', { kind: 'site' })).toEqual([]);
      expect(await store().recordsByName(TEAM, { kind: 'site', client: 'c1' }, { limit: 9 })).toMatchObject([
        { id: 's1', client: 'c1' },
      ]);
      expect(await store().countRecords(TEAM, { kind: 'site', client: 'c1' }, 9)).toBe(1);
      // A site may come to another client.
      await save(site('s1', 'c2', { name: 'Hall' }), 1);
      expect(await offered('hall', { kind: 'site', client: 'c1' })).toEqual([]);
      expect(await offered('hall', { kind: 'site', client: 'c2' })).toEqual(['s1', 's2']);
    });

    test('by name, page by page; those of the same name by their ids', async () => {
      await add(...['b', 'A', 'ä', 'C'].map((name, n) => client(`c${n}`, { name })), client('c9', { name: 'A' }));
      const all = await store().recordsByName(TEAM, { kind: 'client' }, { limit: 9 });
      expect(all.map(({ id }) => id)).toEqual(['c1', 'c2', 'c9', 'c0', 'c3']);
      const page = async (n: number, typed?: string) => {
        const last = all[n];
        return named({
          limit: 2,
          ...(typed ? { typed } : {}),
          ...(last ? { after: { ...last, name: last.data.name } } : {}),
        });
      };
      expect(await page(-1)).toEqual(['c1', 'c2']);
      expect(await page(1)).toEqual(['c9', 'c0']);
      expect(await page(3)).toEqual(['c3']);
      expect(await page(0, 'a')).toEqual(['c2', 'c9']);
      expect(await store().countRecords(TEAM, { kind: 'client' }, 9)).toBe(5);
      expect(await store().countRecords(TEAM, { kind: 'client' }, 3)).toBe(3);
    });
  });

  const onFile = (id: string) => ({ id, externalId: '', taxId: '', address: '', language: '', paymentNotes: '' });
  const atSite = (id: string) => ({ id, externalId: '', name: '', accessNotes: '' });
  const order = async (id: string, what: Content, at = NOW / 1000, changes: Partial<Order> = {}): Promise<Order> => {
    const lastEntry = { ...submitEntry(`submit ${id}`, what), at };
    return saved(await store().commit(firstCommit(newOrder(id, { content: what, lastEntry, ...changes }))));
  };

  describe('what orders use', () => {
    const kindOf = { client: () => ({ kind: 'client' as const }), item: () => ({ kind: 'item' as const }) };
    const items = (...ids: string[]) =>
      ids.map((id) => ({ ...(content().items[0] ?? expect.unreachable()), id, onFile: id }));

    test('a new order marks its client, site and items as used', async () => {
      await add(client('c1'), client('c0'), site('s1', 'c1'), site('s0', 'c1'), item('i2'), item('i1'), item('i0'));
      const what = { ...content(), clientOnFile: onFile('c1'), siteOnFile: atSite('s1'), items: items('i2', 'i2') };
      await order('o1', what);
      expect(await offered('', kindOf.client())).toEqual(['c1', 'c0']);
      expect(await offered('', { kind: 'site', client: 'c1' })).toEqual(['s1', 's0']);
      expect(await offered('', kindOf.item())).toEqual(['i2', 'i0', 'i1']);
    });

    test('an edit, a resubmission and a confirmation do so too, a decision does not', async () => {
      await add(client('a'), client('b'), item('x'), item('y'));
      const first = await order('o1', { ...content(), clientOnFile: onFile('b') });
      const [{ supervisor }, base] = [first, { coordinator: null, submission: 1 }];
      const edited = { ...content(), clientOnFile: onFile('a') };
      const next = (key: string, before: Order, at: number, action: Order['lastEntry']['action']) => {
        const commit = nextCommit(before, key);
        const entry = { ...commit.entry, at: NOW / 1000 + at, action };
        return store().commit({ ...commit, entry, order: { ...commit.order, lastEntry: entry } });
      };
      const second = saved(await next('edit', first, 1, { type: 'edit', content: edited, supervisor, ...base }));
      expect(await offered('')).toEqual(['a', 'b']);
      const back = { ...edited, clientOnFile: onFile('b'), items: items('y') };
      const third = saved(
        await next('resubmit', second, 2, { type: 'resubmit', content: back, supervisor, coordinator: null }),
      );
      expect(await offered('')).toEqual(['b', 'a']);
      expect(await offered('', kindOf.item())).toEqual(['y', 'x']);
      const report = { workDone: 'Done', startedAt: 1, endedAt: 2, reason: '', photos: [] };
      const fourth = saved(
        await next('confirm', third, 3, { type: 'confirm_partial', base: 0, items: items('x'), report }),
      );
      expect(await offered('', kindOf.item())).toEqual(['x', 'y']);
      // Clocks may go back: what was used last stays first.
      await next('resubmit again', fourth, -5, { type: 'resubmit', content: back, supervisor, coordinator: null });
      expect(await offered('')).toEqual(['b', 'a']);
    });

    test('nothing is used by an order that is not saved, nor by one that takes what is not there', async () => {
      await add(client('a'), client('b'));
      const first = await order('o1', { ...content(), clientOnFile: onFile('gone') });
      const stale = {
        ...first,
        revision: 0,
        lastEntry: submitEntry('other', { ...content(), clientOnFile: onFile('b') }),
      };
      expect(await store().commit(firstCommit(stale))).toEqual({ kind: 'stale' });
      expect(await offered('')).toEqual(['a', 'b']);
    });

    test('many orders at once use the same records', async () => {
      await add(client('c1'), client('c2'), item('i1'), item('i2'));
      const other = await current().again();
      const commits = Array.from({ length: 12 }, (_, n) => {
        const what = {
          ...content(),
          clientOnFile: onFile(n % 2 ? 'c2' : 'c1'),
          items: items(...(n % 2 ? ['i1', 'i2'] : ['i2', 'i1'])),
        };
        const lastEntry = { ...submitEntry(`submit ${n}`, what), at: NOW / 1000 + n };
        return (n % 3 ? store() : other).commit(firstCommit(newOrder(`o${n}`, { content: what, lastEntry })));
      });
      const answers = await Promise.all(commits);
      await other.close();
      expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['saved']));
      expect(await offered('')).toEqual(['c2', 'c1']);
    });
  });

  describe('earlier orders at a client or site', () => {
    const numbers = async (at: At, page: SearchPage = { limit: 9 }) =>
      (await store().ordersAt(TEAM, at, page)).map(({ number }) => number);

    beforeEach(async () => {
      for (const n of [1, 2, 3, 4, 5]) {
        const what = {
          ...content(`Order ${n}`),
          ...(n === 3 ? {} : { clientOnFile: onFile(n === 5 ? 'c2' : 'c1') }),
          ...(n % 2 === 0 ? { siteOnFile: atSite('s1') } : {}),
        };
        const crew = n > 2 ? [party('UCREW'), party('UREQ')] : [];
        await order(`o${n}`, what, NOW / 1000, { crew, coordinator: n === 2 ? party('UCOO') : null });
      }
    });

    test('newest first, page by page', async () => {
      expect(await numbers({ client: 'c1' })).toEqual([4, 2, 1]);
      expect(await numbers({ client: 'c2' })).toEqual([5]);
      expect(await numbers({ site: 's1' })).toEqual([4, 2]);
      expect(await numbers({ client: 'c1', site: 's1' })).toEqual([4, 2]);
      expect(await numbers({ client: 'c1' }, { limit: 2 })).toEqual([4, 2]);
      expect(await numbers({ client: 'c1' }, { limit: 2, before: 2 })).toEqual([1]);
      expect(await numbers({ client: '' })).toEqual([]);
      expect(await store().ordersAt('T2', { client: 'c1' }, { limit: 9 })).toEqual([]);
      expect(await store().ordersAt(TEAM, { site: 's1' }, { limit: 1 })).toEqual(
        await store().list(TEAM, { limit: 1, before: 5 }),
      );
    });

    test('of a person only the orders they have a role in, each once', async () => {
      expect(await numbers({ client: 'c1' }, { limit: 9, person: 'UREQ' })).toEqual([4, 2, 1]);
      expect(await numbers({ client: 'c1' }, { limit: 1, person: 'UREQ' })).toEqual([4]);
      expect(await numbers({ client: 'c1' }, { limit: 9, person: 'UREQ', crewOnly: true })).toEqual([4]);
      expect(await numbers({ client: 'c1' }, { limit: 9, person: 'UCOO' })).toEqual([2]);
      expect(await numbers({ site: 's1' }, { limit: 9, person: 'UCREW' })).toEqual([4]);
      expect(await numbers({ site: 's1' }, { limit: 9, person: 'UREQ', before: 4 })).toEqual([2]);
      expect(await numbers({ client: 'c1' }, { limit: 9, person: 'UNOBODY' })).toEqual([]);
    });

    test('follows the order: its client, its site, its people', async () => {
      const before = await store().order(TEAM, 'o1');
      if (!before) throw expect.unreachable();
      const moved = { ...before.content, clientOnFile: onFile('c2'), siteOnFile: atSite('s1') };
      saved(await store().commit(nextCommit(before, 'k', { content: moved, supervisor: party('UNEW') })));
      expect(await numbers({ client: 'c1' })).toEqual([4, 2]);
      expect(await numbers({ client: 'c2' })).toEqual([5, 1]);
      expect(await numbers({ site: 's1' }, { limit: 9, person: 'UNEW' })).toEqual([1]);
      expect(await numbers({ client: 'c2' }, { limit: 9, person: 'USUP' })).toEqual([5]);
    });
  });
}
