import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readKeys } from '../../db/keys.ts';
import { move } from '../../db/moving/move.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { auditServer } from '../../db/postgres/upkeep/audit.ts';
import { auditContract, live, whole } from '../db/audit-contract.ts';
import { oldDatabase } from '../db/old-database.ts';
import { asOwner, emptyDatabase } from '../db/postgres-database.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';

let folder: ReturnType<typeof temporaryFolder>;
let database: Awaited<ReturnType<typeof emptyDatabase>>;
let store: Store | undefined;
beforeEach(async () => {
  folder = temporaryFolder();
  database = await emptyDatabase();
});
afterEach(async () => {
  await store?.close();
  store = undefined;
  await database.remove();
  folder.remove();
});

const keys = () => folder.file('keys');
async function open(): Promise<Store> {
  store = await openStore(database.url, undefined, undefined, keys());
  return store;
}
async function audit() {
  const told: string[] = [];
  const { unsealed, ...counts } = await auditServer(database.url, readKeys(keys()) ?? [], (one) => told.push(one));
  return { told, counts, unsealed: [...unsealed] };
}

const GUARDED = ['entries', 'versions', 'printed_codes', 'issued_files', 'assets'];
async function tamper(sql: string): Promise<void> {
  const each = (what: string) => GUARDED.map((table) => `alter table ${table} ${what} trigger ${table}_never_changed;`);
  const all = [...each('disable'), 'set session_replication_role = replica;', sql, ';', ...each('enable always')];
  await asOwner(all.join('\n'), database.name);
}

auditContract(() => ({ open, tamper, audit }));

test('removed triggers are named', async () => {
  await open();
  await asOwner(
    'drop trigger versions_never_changed on versions; drop trigger entries_never_changed on entries',
    database.name,
  );
  expect((await audit()).told).toEqual([
    expect.stringContaining('altered: entries_never_changed, versions_never_changed.'),
  ]);
});

test('what was written on SQLite, also before there were chains, proves itself after it was moved', async () => {
  const file = folder.file('old.db');
  await oldDatabase(file);
  const source = await openStore(`file:${file}`);
  await live(source, 'o1');
  await source.close();
  await move(file, database.url);
  const moved = await audit();
  expect(moved).toMatchObject({ told: [], counts: { orders: 9 }, unsealed: [] });
  await tamper("update entries set action = replace(action, 'a', 'b') where seq = 1");
  expect((await audit()).told).toHaveLength(9);
});

test('npm run audit says what it has found', async () => {
  const first = await open();
  for (const id of ['o1', 'o2', 'o3']) await live(first, id);
  const run = (KEYS_FILE: string) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const script = fileURLToPath(new URL('../../db/audit.ts', import.meta.url));
      const child = execFile(
        process.execPath,
        ['--import', 'tsx', script],
        { env: { PATH: '', DATABASE_URL: database.url, KEYS_FILE } },
        (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
      );
    });
  expect(await run(keys())).toEqual({
    code: 0,
    stdout: expect.stringMatching(/ at 127\.0\.0\.1:\d+: 3 orders, 21 entries and 9 versions were checked: everything/),
    stderr: '',
  });
  expect(await run(folder.file('none'))).toMatchObject({
    code: 2,
    stdout: expect.stringMatching(/The key k\S+ is missing/),
  });
  await tamper("update entries set at = 5 where order_id = 'o2' and seq = 2");
  expect(await run(keys())).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^SO-000002 \(workspace T1\), entry 2/),
  });
  expect(whole.orders).toBe(3);
}, 60_000);
