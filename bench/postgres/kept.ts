import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../db/open.ts';
import { startSandbox } from '../../sandbox/server/server.ts';
import { readSaved, type SavedWorkspace, saveWorkspace } from '../../sandbox/server/workspace/saved.ts';
import { defaultSettings } from '../../src/settings.ts';
import { castOf } from '../cast.ts';
import { seedRecords } from '../records.ts';
import { seedSample } from '../seed.ts';
import { multiplyRecords } from './records.ts';
import { multiply } from './seed.ts';
import { BENCH_KEYS, type BenchServer } from './server.ts';

/** Databases with so many orders of one workspace, and that workspace. */
export interface Kept {
  readonly saved: SavedWorkspace;
  readonly urls: readonly string[];
}

const SAMPLE = 1000;
const nameOf = (size: number): string => `orders_${size}`;

/** Databases with these numbers of orders, and of clients and lines of the catalogue: those of the last run, or new ones where what they are made of has changed. */
export async function keptOrders(server: BenchServer, sizes: readonly number[]): Promise<Kept> {
  const mark = `orders_${sizes.join('_')}_${recipe()}`;
  const file = join(server.folder, mark);
  const urls = sizes.map((size) => server.urlOf(nameOf(size)));
  const known = readdirSync(server.folder).includes(mark) ? readSaved(readFileSync(file)) : undefined;
  if (known) return { saved: known, urls };
  const sandbox = await startSandbox();
  try {
    const { cast } = castOf(sandbox);
    const sample = await openStore(await server.anew('sample'), undefined, undefined, BENCH_KEYS);
    await sample.saveSettings(sandbox.teamId, defaultSettings);
    await seedSample(sample, sandbox.teamId, cast, Math.min(SAMPLE, ...sizes));
    await seedRecords(sample, sandbox.teamId, Math.min(SAMPLE, ...sizes));
    await sample.close();
    // It has never been anywhere: its copies are no restored ones.
    await server.on('sample', (client) => client.query('delete from place'));
    for (const [name, size] of sizes.map((size) => [nameOf(size), size] as const)) {
      const begun = performance.now();
      await server.drop(name);
      await server.on('postgres', (client) => client.query(`create database ${name} template sample`));
      await server.on(name, (client) => multiply(client, sandbox.teamId, cast, size));
      await server.on(name, (client) => multiplyRecords(client, size));
      process.stdout.write(`${size} orders seeded in ${((performance.now() - begun) / 1000).toFixed(0)} s\n`);
    }
    await server.drop('sample');
    const bytes = saveWorkspace(sandbox.workspace);
    writeFileSync(file, bytes);
    const saved = readSaved(bytes);
    if (!saved) throw new Error('the workspace was not saved');
    return { saved, urls };
  } finally {
    await sandbox.stop();
  }
}

/** What the databases are made of, as a digest. */
function recipe(): string {
  const root = join(import.meta.dirname, '../..');
  const migrations = readdirSync(join(root, 'db/postgres/migrations')).filter((name) => name.endsWith('.sql'));
  const files = [
    ...migrations.map((name) => `db/postgres/migrations/${name}`),
    ...[
      'bench/seed.ts',
      'bench/records.ts',
      'bench/postgres/records.ts',
      'bench/cast.ts',
      'bench/postgres/seed.ts',
      'db/postgres/search.ts',
      'db/rows/search-tokens.ts',
    ],
  ];
  const all = createHash('sha256');
  for (const name of files) all.update(readFileSync(join(root, name)));
  return all.digest('hex').slice(0, 12);
}
