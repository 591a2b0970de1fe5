import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { openStore } from '../../db/open.ts';
import { claimAll, NOW, TEAM, takeOver } from '../db/samples.ts';

/** Three processes write to one new file, `count` orders that they share and as many of their own: nothing is lost, nothing is doubled. */
export async function hammered(file: string, count: number): Promise<void> {
  const url = `file:${file}`;
  const script = fileURLToPath(new URL('../db/hammer.ts', import.meta.url));
  const processes = ['a', 'b', 'c'].map(async (name) => {
    const run = promisify(execFile)(process.execPath, ['--import', 'tsx', script, url, name, String(count)]);
    return JSON.parse((await run).stdout) as { saved: number; repeated: number; claimed: string[] };
  });
  const tallies = await Promise.all(processes);
  const sum = (of: 'saved' | 'repeated') => tallies.reduce((total, tally) => total + tally[of], 0);
  expect(sum('saved')).toBe(count);
  expect(sum('repeated')).toBe(2 * count);

  const store = await openStore(url);
  const orders = await store.list(TEAM, { limit: 1000 });
  expect(orders.map(({ number }) => number)).toEqual(Array.from({ length: 4 * count }, (_, i) => 4 * count - i));
  const shared = await store.order(TEAM, 'shared 0');
  expect(shared).toMatchObject({ revision: 4 });
  expect(await store.entries(TEAM, 'shared 0')).toHaveLength(4);

  const claimed = tallies.flatMap((tally) => tally.claimed);
  const term = await takeOver(store);
  for (let batch = await claimAll(store, term); batch.length > 0; ) {
    for (const { id } of batch) {
      claimed.push(id);
      await store.done(term, id, NOW);
    }
    batch = await claimAll(store, term);
  }
  expect(claimed).toHaveLength(count * 5);
  expect(new Set(claimed).size).toBe(count * 5);
  expect(tallies.every((tally) => tally.claimed.length > 0)).toBe(true);
  await store.close();
}
