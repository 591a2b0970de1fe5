import { existsSync, readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DatabaseProblem } from '../../db/database-url.ts';
import { answersTo, readAnswers } from '../../db/decimals-answers.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { decimalsBefore, disputed } from '../../db/shapes/decimals-before.ts';
import { restoreFile } from '../../db/sqlite/upkeep/restore-file.ts';
import { lineAmount } from '../../src/order/amounts/money.ts';
import { runCommand } from '../support/programs.ts';
import { oldDatabase, ROWS_OF_SHAPE_1 } from './old-database.ts';
import { temporaryFolder } from './temporary-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let store: Store | undefined;
beforeEach(() => {
  folder = temporaryFolder();
  file = folder.file('x.db');
});
afterEach(async () => {
  await store?.close();
  store = undefined;
  folder.remove();
});

/** The old rows in another currency than EUR. */
const rowsIn = (currency: string) => ROWS_OF_SHAPE_1.replaceAll('"currency":"EUR"', `"currency":"${currency}"`);

/** The same orders once more, in another workspace. */
function rowsOfTwo(currency: string): string {
  const team = /VALUES \('(T[A-Z0-9]+)'/.exec(ROWS_OF_SHAPE_1)?.[1] ?? '';
  const others = rowsIn(currency)
    .split('\n')
    .filter((line) => /^INSERT INTO (orders|versions|entries|counters) /.test(line));
  return `${rowsIn(currency)}\n${others.join('\n').replaceAll(`'${team}'`, "'TOTHER'")}`;
}

const open = async (): Promise<Store> => {
  store = await openStore(`file:${file}`);
  return store;
};

function query<T>(sql: string): T[] {
  const client = new Database(file, { readonly: true });
  const rows = client.prepare<[], T>(sql).all();
  client.close();
  return rows;
}
const teamOf = () => query<{ team: string }>("select distinct team from orders where team <> 'TOTHER'")[0]?.team ?? '';

const refusal = async (): Promise<string> => {
  const error = await openStore(`file:${file}`).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(DatabaseProblem);
  return error instanceof DatabaseProblem ? error.message : '';
};

const npmRunMigrate = (...args: string[]) =>
  runCommand('db/migrate.ts', args, { PATH: '', DATABASE_URL: `file:${file}` });

/** Number, decimals and the first line's amount of every order in this currency. */
async function amounts(from: Store, team: string, currency: string) {
  const list = await from.list(team, { limit: 50 });
  const orders = await Promise.all(list.map(({ id }) => from.order(team, id)));
  return orders
    .flatMap((order) => (order && order.content.currency === currency ? [order] : []))
    .map(({ number, content: { items, decimals } }) => {
      const [first] = items;
      return [number, decimals, first?.unitPrice, first && lineAmount(first, decimals)];
    })
    .toSorted((a, b) => Number(a[0]) - Number(b[0]));
}

describe('B1 orders in a currency about which all versions of Node agree', () => {
  test.each([
    ['EUR', 2, '120.55', 12_055],
    ['CLP', 0, '12055', 12_055],
    ['KWD', 3, '12.055', 12_055],
    // ISO 4217 gives these two and three; what is there was written with none.
    ['AFN', 0, '12055', 12_055],
    ['IQD', 0, '12055', 12_055],
  ])('B1 %s goes over by itself with %i decimals, and no amount changes', async (currency, decimals, price, amount) => {
    await oldDatabase(file, { rows: rowsIn(currency) });
    const [first] = await amounts(await open(), teamOf(), currency);
    expect(first).toEqual([1, decimals, price, amount]);
  });

  test('B1 the table covers what this Node says, but for the disputed ones', () => {
    for (const currency of Intl.supportedValuesOf('currency')) {
      const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
      if (!disputed.has(currency))
        expect([currency, decimalsBefore(currency)]).toEqual([currency, maximumFractionDigits]);
    }
  });
});

describe.each(['COP', 'HUF', 'IDR', 'PKR', 'RSD'])('B1 %s, which was kept with none or two', (currency) => {
  test(`B1 a start with orders in ${currency} asks, prints two amounts either way and the command, and changes nothing`, async () => {
    await oldDatabase(file, { rows: rowsIn(currency) });
    const before = readFileSync(file);
    const message = await refusal();
    const squeezed = message.replaceAll(/\s+/g, ' ');
    expect(squeezed).toContain(`${currency}: 5 orders of workspace ${teamOf()} (SO-000001 to SO-000008)`);
    expect(squeezed).toContain(
      `SO-000001 "Replace pump": ${currency} 26,865 with 0 decimals, or ${currency} 268.65 with 2 decimals`,
    );
    expect(squeezed).toContain(
      `SO-000008 "Parked": ${currency} 12,000 with 0 decimals, or ${currency} 120.00 with 2 decimals`,
    );
    expect(message).toContain(`npm run migrate -- --decimals ${currency}=2\n`);
    expect(message).toContain('Nothing was changed.');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(existsSync(`${file}.before-9`)).toBe(false);
  });
});

describe('B1 npm run migrate', () => {
  test('B1 by ranges of numbers: says what it does, keeps a copy, and is safe to run twice', async () => {
    await oldDatabase(file, { rows: rowsIn('COP') });
    const entries = () => query('select order_id, seq, action, shape from entries');
    const old = query('select order_id, n, body from versions');
    const run = await npmRunMigrate('--decimals', 'COP=0:1-6,COP=2:7-');
    expect(run.stderr).toBe('');
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/COP: 3 orders of workspace .*SO-000001 to SO-000006.*: 0 decimals\. .*COP 26,865\n/);
    expect(run.stdout).toMatch(/COP: 2 orders of workspace .*SO-000007 to SO-000008.*: 2 decimals\. .*COP 190\.00\n/);
    expect(run.stdout).toMatch(/kept as .*x\.db\.before-9\.\n/);
    expect(existsSync(`${file}.before-9`)).toBe(true);
    const again = await npmRunMigrate('--decimals', 'COP=0:1-6,COP=2:7-');
    expect(again).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/up to date: nothing to do/) });
    const now = await open();
    expect(await amounts(now, teamOf(), 'COP')).toEqual([
      [1, 0, '12055', 12_055],
      [4, 0, '12000', 12_000],
      // Without a price there is nothing to decide: it gets what ISO 4217 says.
      [5, 2, undefined, undefined],
      [6, 0, '12000', 12_000],
      [7, 2, '95', 19_000],
      [8, 2, '120', 12_000],
    ]);
    expect(query('select order_id, n, body from versions')).toEqual(old);
    expect(entries()).toHaveLength(25);
  });

  test('B1 one answer for all orders; a start needs no more', async () => {
    await oldDatabase(file, { rows: rowsIn('RSD') });
    expect((await npmRunMigrate('--decimals', 'RSD=2')).code).toBe(0);
    expect((await amounts(await open(), teamOf(), 'RSD')).map(([, decimals]) => decimals)).toEqual([2, 2, 2, 2, 2, 2]);
  });

  test('B1 several workspaces: one answer for all, or one for each', async () => {
    await oldDatabase(file, { rows: rowsOfTwo('COP') });
    const message = await refusal();
    expect(message).toContain('of workspace TOTHER');
    expect(message).toContain(`of workspace ${teamOf()}`);
    const half = await npmRunMigrate('--decimals', 'TOTHER/COP=0');
    expect(half).toMatchObject({ code: 1, stderr: expect.stringMatching(/Nothing is said about SO-000001 \(COP\)/) });
    const run = await npmRunMigrate('--decimals', 'TOTHER/COP=0', '--decimals', `${teamOf()}/COP=2`);
    expect(run.stderr).toBe('');
    const now = await open();
    expect((await amounts(now, 'TOTHER', 'COP'))[0]).toEqual([1, 0, '12055', 12_055]);
    expect((await amounts(now, teamOf(), 'COP'))[0]).toEqual([1, 2, '120.55', 12_055]);
  });

  test('B1 without need it says that there is nothing to do', async () => {
    expect(await npmRunMigrate()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/no database .*nothing to do/),
    });
    await (await open()).close();
    store = undefined;
    expect(await npmRunMigrate()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/up to date: nothing to do/),
    });
    expect(await npmRunMigrate('--decimals', 'COP=2')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/nothing to do/),
    });
    expect(await npmRunMigrate('--nonsense')).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Usage: /) });
    expect(readdirSync(folder.path).filter((name) => name.includes('before'))).toEqual([]);
  });

  test('B1 an answer that does not fit changes nothing', async () => {
    await oldDatabase(file, { rows: rowsIn('COP') });
    const before = readFileSync(file);
    const run = await npmRunMigrate('--decimals', 'COP=0:1-4');
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(
      /Nothing is said about SO-000006 \(COP\), SO-000007 \(COP\), SO-000008 \(COP\): .*Nothing was changed/,
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('B1 what is answered', () => {
  test.each([
    ['COP=0', [{ team: undefined, currency: 'COP', decimals: 0, from: 1, to: Number.MAX_SAFE_INTEGER }]],
    [' cop=2:413- ', [{ team: undefined, currency: 'COP', decimals: 2, from: 413, to: Number.MAX_SAFE_INTEGER }]],
    ['COP=2:-412', [{ team: undefined, currency: 'COP', decimals: 2, from: 1, to: 412 }]],
    ['COP=2:7', [{ team: undefined, currency: 'COP', decimals: 2, from: 7, to: 7 }]],
    ['T1/RSD=0:1-2', [{ team: 'T1', currency: 'RSD', decimals: 0, from: 1, to: 2 }]],
  ])('B1 %s', (text, answers) => {
    expect(readAnswers(text)).toEqual(answers);
  });

  test.each([
    ['', /says nothing about decimals.*COP=0/],
    ['COP', /"COP" says nothing/],
    ['COP=', /says nothing/],
    ['COP=0,', /"" says nothing/],
    ['COP=zero', /says nothing/],
    ['COP=3', /0 or 2 decimals, never 3/],
    ['COP=00', /never 00/],
    ['EUR=2', /Nothing needs to be said about EUR/],
    ['COP=0:', /says nothing|names no order/],
    ['COP=0:-', /names no order numbers/],
    ['COP=0:0-5', /names no order numbers/],
    ['COP=0:9-5', /ends before it begins/],
    ['COP=0:1-2-3', /names no order numbers/],
    ['COP=0:99999999999999999999', /names no order numbers/],
    ['COP=0:1-5,COP=2:5-', /SO-000005 is named twice for COP/],
    ['COP=0,COP=2', /named twice/],
    ['COP=0,T1/COP=2:3', /SO-000003 is named twice/],
  ])('B1 "%s" is told what is wrong', (text, sentence) => {
    expect(() => readAnswers(text)).toThrow(sentence);
    expect(() => readAnswers(text)).toThrow(DatabaseProblem);
  });

  test('B1 a currency or workspace of which nothing is asked', () => {
    const asked = [{ team: 'T1', number: 1, currency: 'COP' }];
    expect(() => answersTo(asked, readAnswers('COP=0,HUF=2'))).toThrow(/No order in HUF needs an answer/);
    expect(() => answersTo(asked, readAnswers('T9/COP=0'))).toThrow(/No order of the workspace T9/);
    expect([...answersTo(asked, readAnswers('COP=0')).values()]).toEqual([0]);
  });
});

describe('B1 drafts in such a currency', () => {
  const drafts = () =>
    query<{ person: string; form: string; order: string }>('select person, form, order_id as "order" from drafts');
  async function prices(from: Store) {
    const team = teamOf();
    const all = await Promise.all(drafts().map((key) => from.draft({ team, ...key })));
    return Object.fromEntries(
      all.flatMap((draft) =>
        draft?.data?.items.length
          ? [
              [
                draft.form,
                [draft.data.items.map(({ unitPrice }) => unitPrice), draft.data.pricesLost, draft.data.money],
              ],
            ]
          : [],
      ),
    );
  }

  test('B1 of a new order: prices nobody can know are emptied, and it is marked to tell the person', async () => {
    await oldDatabase(file, { rows: rowsIn('COP') });
    await npmRunMigrate('--decimals', 'COP=0');
    const now = await open();
    expect(await prices(now)).toEqual({
      // The pump's price is the order's own; the hose was typed at an unknown scale.
      confirm: [['9500', null], true, undefined],
      resubmit: [['12000', null], true, undefined],
      submit: [[null], true, undefined],
    });
  });

  test('B1 in an undisputed one they are converted', async () => {
    await oldDatabase(file, { rows: rowsIn('JPY') });
    expect(await prices(await open())).toEqual({
      confirm: [['9500', '1234'], undefined, undefined],
      resubmit: [['12000', '700'], undefined, undefined],
      submit: [['250'], undefined, { currency: 'JPY', decimals: 0 }],
    });
  });
});

describe('B1 a copy of an old database', () => {
  test('B1 is restored and then asks in the same way', async () => {
    const copy = folder.file('copy.db');
    await oldDatabase(copy, { rows: rowsIn('HUF') });
    await restoreFile(copy, file);
    expect(await refusal()).toContain('HUF: 5 orders');
    expect((await npmRunMigrate('--decimals', 'HUF=2')).code).toBe(0);
    const now = await open();
    expect((await amounts(now, teamOf(), 'HUF'))[0]).toEqual([1, 2, '120.55', 12_055]);
    expect(await now.activateRestore(Date.now(), [teamOf()])).toBeDefined();
  });
});
