import { expect, test } from 'vitest';
import type { Import, ImportLine, LineOutcome } from '../../db/ports.ts';
import type { OfficeRecord } from '../../src/office/master-data.ts';
import type { Effect } from '../../src/order/effect.ts';
import { claimAll, NOW, party, TEAM, takeOver } from './samples.ts';
import type { Current } from './store-contract.ts';

const NONE = { add: 0, change: 0, same: 0, wrong: 0, done: 0, moved: 0 };

const begun = (id: string, changes: Partial<Import> = {}): Import => ({
  ...{ team: TEAM, id, kind: 'client', by: party('UADMIN'), at: 1_800_000_000, sha256: '', about: '', next: 0 },
  ...{ file: { id: 'F1', name: 'clients.csv', size: 12 }, state: 'reading', counts: NONE, channel: null, ts: null },
  ...changes,
});
const client = (id: string, name = id, externalId = ''): OfficeRecord => ({
  ...{ kind: 'client', id, externalId, active: true },
  data: { name, taxId: '', address: '', contact: '', language: '', paymentNotes: '' },
});
const line = (n: number, outcome: LineOutcome, record: OfficeRecord | null, revision = 0): ImportLine => ({
  ...{ n, line: n + 2, outcome, record, revision, name: `Line ${n}` },
  changes: outcome === 'change' ? [{ name: 'name', before: 'Second', after: 'Second, changed' }] : [],
  problems: outcome === 'wrong' ? ['Name is missing'] : [],
});
const read = { type: 'read_import', import: 'm1' } as const;
const applied = { type: 'apply_import', import: 'm1' } as const;

const byImport = ({ effect: a }: { effect: Effect }, { effect: b }: { effect: Effect }) =>
  JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;

/** Files of records, in whichever database. */
export function importsContract(current: Current): void {
  const store = () => current().store;
  const owed = async () => (await store().backlog(TEAM)).pending;
  /** One that was read: its lines are kept, and somebody has said that it is to be done. */
  async function toApply(...lines: ImportLine[]): Promise<void> {
    await store().beginImport(begun('m1'), read, NOW);
    await store().saveImportLines(TEAM, 'm1', lines);
    const counts = { ...NONE };
    for (const { outcome } of lines) counts[outcome]++;
    expect(await store().saveImport(TEAM, 'm1', 'reading', { state: 'planned', counts })).toBe(true);
    expect(await store().goOn(TEAM, 'm1', 'planned', 'applying', [applied], NOW)).toBe(true);
  }

  test('an import reads back as it was begun, is begun once, and owes its reading once', async () => {
    await store().beginImport(begun('m1'), read, NOW);
    await store().beginImport(begun('m1', { kind: 'item' }), read, NOW);
    expect(await store().import(TEAM, 'm1')).toEqual(begun('m1'));
    expect(await store().import('T2', 'm1')).toBeUndefined();
    expect(await owed()).toBe(1);
  });

  test('what is known of it is kept while it is in that state, and not afterwards', async () => {
    await store().beginImport(begun('m1'), read, NOW);
    expect(await store().saveImport(TEAM, 'm1', 'reading', { channel: 'D1', ts: '1.1' })).toBe(true);
    expect(await store().saveImport(TEAM, 'm1', 'planned', { about: 'x' })).toBe(false);
    expect(await store().saveImport(TEAM, 'm1', 'reading', { state: 'refused', about: 'x' })).toBe(true);
    expect(await store().saveImport(TEAM, 'm1', 'reading', { about: 'y' })).toBe(false);
    expect(await store().import(TEAM, 'm1')).toMatchObject({ state: 'refused', about: 'x', channel: 'D1', ts: '1.1' });
  });

  test('lines that are read again take the place of those before', async () => {
    await store().beginImport(begun('m1'), read, NOW);
    await store().saveImportLines(TEAM, 'm1', [line(0, 'add', client('c1')), line(1, 'wrong', null)]);
    await store().saveImportLines(TEAM, 'm1', [line(0, 'add', client('c2')), line(1, 'wrong', null)]);
    expect(await store().importLines(TEAM, 'm1', { from: 0, limit: 9 })).toEqual([
      line(0, 'add', client('c2')),
      line(1, 'wrong', null),
    ]);
    expect(await store().importLines(TEAM, 'm1', { from: 1, limit: 9 })).toMatchObject([{ n: 1 }]);
    expect(await store().importLines(TEAM, 'm1', { from: 0, limit: 9, outcomes: ['wrong'] })).toMatchObject([{ n: 1 }]);
    expect(await store().importLines('T2', 'm1', { from: 0, limit: 9 })).toEqual([]);
    await store().goOn(TEAM, 'm1', 'reading', 'cancelled', [], NOW);
    expect(await store().saveImportLines(TEAM, 'm1', [line(2, 'wrong', null)])).toBe(false);
    expect(await store().importLines(TEAM, 'm1', { from: 2, limit: 9 })).toEqual([]);
  });

  test.each([1, 2, 9])('it is carried out %i lines at a time, each once', async (most) => {
    await store().saveRecord(TEAM, client('c2', 'Second'), 0, { at: 1, by: party('UADMIN') });
    await toApply(
      line(0, 'add', client('c1')),
      line(1, 'change', client('c2', 'Second, changed'), 1),
      line(2, 'same', client('c3')),
      line(3, 'wrong', null),
    );
    let one = await store().import(TEAM, 'm1');
    for (let turns = 0; one?.state === 'applying' && turns < 9; turns++)
      one = await store().applyImportLines(TEAM, 'm1', most, 1_800_000_009);
    expect(one).toMatchObject({ state: 'applied', next: 4, counts: { ...NONE, done: 2, same: 1, wrong: 1 } });
    expect(await store().import(TEAM, 'm1')).toEqual(one);
    expect(await store().record(TEAM, 'client', 'c1')).toMatchObject({ revision: 1 });
    expect(await store().record(TEAM, 'client', 'c2')).toMatchObject({
      revision: 2,
      data: { name: 'Second, changed' },
    });
    expect(await store().record(TEAM, 'client', 'c3')).toBeUndefined();
    expect(await store().recordChanges(TEAM, 'client', 'c2', 9)).toMatchObject([
      { at: 1_800_000_009, by: party('UADMIN') },
      { at: 1 },
    ]);
    expect(await store().applyImportLines(TEAM, 'm1', most, 1_800_000_010)).toEqual(one);
    expect(await store().record(TEAM, 'client', 'c1')).toMatchObject({ revision: 1 });
  });

  test('a record that was changed or added meanwhile, or whose number was taken, is left as it is', async () => {
    const change = { at: 1, by: party('UADMIN') };
    await store().saveRecord(TEAM, client('c1', 'First'), 0, change);
    await toApply(
      line(0, 'change', client('c1', 'From the file'), 1),
      line(1, 'add', client('c2', 'Number taken', 'K-1')),
      line(2, 'add', client('c3', 'Last')),
    );
    await store().saveRecord(TEAM, client('c1', 'By hand'), 1, change);
    await store().saveRecord(TEAM, client('c9', 'Faster', 'K-1'), 0, change);
    const after = await store().applyImportLines(TEAM, 'm1', 9, 2);
    expect(after).toMatchObject({ state: 'applied', counts: { ...NONE, done: 1, moved: 2 } });
    expect(await store().importLines(TEAM, 'm1', { from: 0, limit: 9, outcomes: ['moved'] })).toHaveLength(2);
    expect(await store().record(TEAM, 'client', 'c1')).toMatchObject({ data: { name: 'By hand' }, revision: 2 });
    expect(await store().record(TEAM, 'client', 'c2')).toBeUndefined();
  });

  test('of two who apply and cancel at once one is heard, and only an applied one owes anything', async () => {
    await store().beginImport(begun('m1'), read, NOW);
    await store().saveImport(TEAM, 'm1', 'reading', { state: 'planned' });
    const other = await current().again();
    const heard = await Promise.all([
      store().goOn(TEAM, 'm1', 'planned', 'applying', [applied], NOW),
      other.goOn(TEAM, 'm1', 'planned', 'cancelled', [], NOW),
      store().goOn(TEAM, 'm1', 'planned', 'applying', [applied], NOW),
    ]);
    await other.close();
    expect(heard.filter(Boolean)).toHaveLength(1);
    expect(await owed()).toBe(heard[1] ? 1 : 2);
    expect((await store().import(TEAM, 'm1'))?.state).toBe(heard[1] ? 'cancelled' : 'applying');
  });

  test('an import waits for no other one, and what is owed of one goes in its order', async () => {
    const term = await takeOver(store());
    const claim = async (now = NOW) =>
      (await claimAll(store(), term, now)).map(({ id, effect }) => ({ id, effect })).toSorted(byImport);
    await store().beginImport(begun('m1'), read, NOW);
    await store().saveImport(TEAM, 'm1', 'reading', { state: 'planned' });
    await store().goOn(TEAM, 'm1', 'planned', 'applying', [applied], NOW);
    await store().beginImport(begun('m2'), { ...read, import: 'm2' }, NOW);
    const [first, second, ...others] = await claim();
    expect([first?.effect, second?.effect, others]).toEqual([read, { ...read, import: 'm2' }, []]);
    // What has to wait for Slack keeps its own import waiting.
    await store().retry(term, first?.id ?? '', NOW + 9000, 'ratelimited', { inDoubt: false, counted: false });
    expect(await claim()).toEqual([]);
    await store().done(term, (await claim(NOW + 9000))[0]?.id ?? '', NOW);
    expect(await claim(NOW + 9000)).toMatchObject([{ effect: applied }]);
  });

  const DAY = 86_400;
  const begunAt = 1_800_000_000;
  /** Removes lines step by step, as so many days after they were brought in; how many each step removed. */
  async function swept(days: number, limit: number): Promise<number[]> {
    const removed: number[] = [];
    const ages = { effects: 0, drafts: 0, ended: 0, once: 0, imports: 1000 * (begunAt + (days - 30) * DAY) };
    for (let after: number | undefined = 0; after !== undefined && removed.length < 20; ) {
      const step = await store().sweep('import_lines', ages, after, limit);
      removed.push(step.removed);
      after = step.next;
    }
    return removed;
  }

  test.each([2, 3, 50])('after 30 days the lines go, %i at a time, and the import stays', async (limit) => {
    const keep = async (id: string, at: number, ...states: Import['state'][]) => {
      await store().beginImport(begun(id, { at }), { ...read, import: id }, NOW);
      await store().saveImportLines(
        TEAM,
        id,
        [0, 1, 2].map((n) => line(n, 'add', client(`${id}-${n}`))),
      );
      let from: Import['state'] = 'reading';
      for (const state of states) {
        expect(await store().goOn(TEAM, id, from, state, [], NOW)).toBe(true);
        from = state;
      }
    };
    // Two at the same time, and a younger one.
    await keep('applied', begunAt, 'planned', 'applying', 'applied');
    await keep('cancelled', begunAt, 'planned', 'cancelled');
    await keep('undecided', begunAt - DAY, 'planned');
    await keep('refused', begunAt + 1, 'refused');
    await keep('young', begunAt + 2 * DAY, 'planned');
    await keep('reading', begunAt);
    await keep('applying', begunAt, 'planned', 'applying');
    expect(await swept(29.5, limit)).toEqual(limit === 2 ? [2, 1] : limit === 3 ? [3, 0] : [3]);
    const removed = await swept(31, limit);
    expect(removed.reduce((sum, n) => sum + n)).toBe(9);
    expect(Math.max(...removed)).toBeLessThanOrEqual(limit);
    const left = async (id: string) => {
      const lines = await store().importLines(TEAM, id, { from: 0, limit: 9 });
      return [id, (await store().import(TEAM, id))?.state, lines.length];
    };
    const ids = ['applied', 'cancelled', 'undecided', 'refused', 'young', 'reading', 'applying'];
    expect(await Promise.all(ids.map(left))).toEqual([
      ['applied', 'applied', 0],
      ['cancelled', 'cancelled', 0],
      ['undecided', 'cancelled', 0],
      ['refused', 'refused', 0],
      ['young', 'planned', 3],
      ['reading', 'reading', 3],
      ['applying', 'applying', 3],
    ]);
    expect(await store().goOn(TEAM, 'undecided', 'planned', 'applying', [applied], NOW)).toBe(false);
  });

  test('two processes that carry it out at once do each line once', async () => {
    const many = Array.from({ length: 30 }, (_, n) => line(n, 'add', client(`c${n}`)));
    await toApply(...many);
    const other = await current().again();
    const work = async (one: Pick<typeof other, 'applyImportLines'>) => {
      while ((await one.applyImportLines(TEAM, 'm1', 4, 3))?.state === 'applying');
    };
    await Promise.all([work(store()), work(other)]);
    await other.close();
    expect(await store().import(TEAM, 'm1')).toMatchObject({ state: 'applied', counts: { ...NONE, done: 30 } });
    expect(await store().countRecords(TEAM, { kind: 'client' }, 99)).toBe(30);
  });
}
