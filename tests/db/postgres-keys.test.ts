import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { addNewKey, makeKeys, readKeys } from '../../db/keys.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { bringUpToDate } from '../../db/postgres/upkeep/bring-up-to-date.ts';
import { asOwner, emptyDatabase } from './postgres-database.ts';
import { firstCommit, newOrder, saved } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());
let database: Awaited<ReturnType<typeof emptyDatabase>>;
let made = 0;
/** A folder of one instance, which has no file yet. */
const place = () => folder.file(`instance-${++made}/keys`);
beforeEach(async () => {
  database = await emptyDatabase();
  return () => database.remove();
});

const start = (file: string, warn: (sentence: string) => void = (sentence) => expect(sentence).toBe('')) =>
  openStore(database.url, undefined, warn, file);
const names = async () =>
  (await asOwner<{ name: string }>('select name from key_names order by added_at', database.name)).map(
    ({ name }) => name,
  );
const namesIn = (file: string) => readKeys(file)?.map(({ name }) => name) ?? [];
async function startAndStop(file: string): Promise<void> {
  await (await start(file)).close();
}

describe('ten instances that start at once on an empty database', () => {
  test('make one file in a folder that they share', async () => {
    const file = place();
    const stores = await Promise.all(Array.from({ length: 10 }, () => start(file)));
    expect(namesIn(file)).toHaveLength(1);
    expect(await names()).toEqual(namesIn(file));
    await Promise.all(stores.map((store) => store.close()));
  });

  test('with folders of their own: one makes a file, the others are told to copy it, and then start', async () => {
    const files = Array.from({ length: 10 }, place);
    const started = await Promise.allSettled(files.map((file) => start(file)));
    const stores = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const refused = started.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect([stores.length, refused.length]).toEqual([1, 9]);
    for (const sentence of refused)
      expect(sentence).toMatch(
        /instance-\d+\/keys \(KEYS_FILE\) .* is missing, and .* copy the file from another instance/,
      );
    const having = files.filter((file) => existsSync(file));
    expect(having).toHaveLength(1);
    expect(await names()).toEqual(namesIn(having[0] ?? ''));
    const other = files.find((file) => !existsSync(file)) ?? '';
    makeKeys(other);
    copyFileSync(having[0] ?? '', other);
    stores.push(await start(other));
    await Promise.all(stores.map((store) => store.close()));
  });
});

test('an instance whose file has other keys is refused, and nothing of it is written down', async () => {
  await startAndStop(place());
  const [newest = ''] = await names();
  const wrong = place();
  makeKeys(wrong);
  await expect(start(wrong)).rejects.toThrow(
    new RegExp(`lacks the key ${newest}: copy the file from another instance`),
  );
  expect(await names()).toEqual([newest]);
});

test('a key that was added to one file makes codes at its next start; an instance without it is refused at its own', async () => {
  const [first, second] = [place(), place()];
  await startAndStop(first);
  makeKeys(second);
  copyFileSync(first, second);
  const running = await start(second);
  const added = addNewKey(first).at(-1)?.name ?? '';
  await startAndStop(first);
  expect(await names()).toEqual(namesIn(first));
  saved(await running.commit(firstCommit(newOrder('o1'))));
  await running.close();
  await expect(start(second)).rejects.toThrow(`lacks the key ${added}`);
  copyFileSync(first, second);
  await startAndStop(second);
});

test('an instance that runs says that a key was added, and what to do', async () => {
  const [first, second] = [place(), place()];
  await startAndStop(first);
  makeKeys(second);
  copyFileSync(first, second);
  const said: string[] = [];
  const running = await start(second, (sentence) => said.push(sentence));
  const { made: keys } = await bringUpToDate(database.url, false, first);
  const listened = vi.fn();
  running.onWake(listened);
  await vi.waitFor(() => expect(listened).toHaveBeenCalled(), { timeout: 15_000, interval: 5 });
  await running.close();
  expect(said).toEqual([
    expect.stringMatching(
      new RegExp(
        `^The key ${keys?.at(-1)?.name} was added to .* after this instance started: make sure that ${second} has it .*restart`,
      ),
    ),
  ]);
});

test('keys of a backup that were put before the others stay older than those', async () => {
  const [file, theirs] = [place(), place()];
  await startAndStop(file);
  const [own = ''] = await names();
  const [older] = makeKeys(theirs);
  writeFileSync(file, `${readFileSync(theirs, 'utf8')}${readFileSync(file, 'utf8')}`);
  await startAndStop(file);
  expect(await names()).toEqual([older.name, own]);
});

test('a file that was lost is only replaced when that is asked for', async () => {
  const file = place();
  const store: Store = await start(file);
  saved(await store.commit(firstCommit(newOrder('o1'))));
  await store.close();
  rmSync(file);
  await asOwner('delete from key_names', database.name);
  await expect(start(file)).rejects.toThrow(/is missing.*npm run migrate -- --new-key/);
  const others = place();
  makeKeys(others);
  await expect(bringUpToDate(database.url, false, others)).rejects.toThrow('it belongs to another one');
  const { made: keys } = await bringUpToDate(database.url, false, file);
  expect(await names()).toContain(keys?.at(-1)?.name);
  await startAndStop(file);
});
