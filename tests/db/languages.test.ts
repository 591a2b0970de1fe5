import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keysFile, readKeys } from '../../db/keys.ts';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/ports.ts';
import { storedVersion } from '../../db/shapes/order.ts';
import { auditFile } from '../../db/sqlite/upkeep/audit.ts';
import { documentModel } from '../../src/pdf/document.ts';
import { writtenCode } from '../../src/verification.ts';
import { wordsFor } from '../../src/words/words.ts';
import { orderNumbered } from '../support/whole-order.ts';
import { oldDatabase } from './old-database.ts';
import { firstCommit, newOrder, nextCommit, saved, TEAM, version } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');

/** An order with two versions of the second shape, issued in English with Spanish numbers and dates, and the codes on them. */
const ROWS_OF_SHAPE_2 = fixture('shape-2.sql');
const { codes, keys }: { codes: Record<string, string>; keys: string } = JSON.parse(fixture('shape-2.json'));

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

const open = async (): Promise<Store> => {
  store = await openStore(`file:${file}`);
  return store;
};

/** The versions as they stand in the database, byte by byte. */
function rows(): unknown[] {
  const client = new Database(file, { readonly: true });
  const all = client.prepare('select * from versions where shape < 3 order by order_id, n').all();
  client.close();
  return all;
}

describe('versions from before documents had a language', () => {
  beforeEach(async () => {
    writeFileSync(keysFile(file), `${keys}\n`, { mode: 0o600 });
    await oldDatabase(file, { before: '0016', rows: ROWS_OF_SHAPE_2 });
  });

  test('are read as issued in English, with the locale of their numbers', async () => {
    const { versions } = await orderNumbered(await open(), TEAM, 1);
    expect(versions.map(({ issuer }) => [issuer.language, issuer.locale])).toEqual([
      ['en', 'es-ES'],
      ['en', 'es-ES'],
    ]);
  });

  test('print English words, with numbers and dates as before', async () => {
    const order = await orderNumbered(await open(), TEAM, 1);
    const { document: words } = wordsFor('en');
    const { heading, metadata, totals, items } = documentModel(order, 2);
    expect(heading).toMatchObject({ title: words.title.report, state: words.state.inProgress });
    expect(heading.issued).toBe(words.issued({ when: '15 ene 2027, 6:13 (UTC+01:00)' }));
    expect(metadata.language).toBe('en');
    expect(totals?.total).toEqual({ label: words.totals.withTax, value: 'EUR 37.345,14' });
    expect(items?.groups[0]?.rows[0]).toMatchObject({ quantity: '2,5', unitPrice: '12.345,50', amount: '30.863,75' });
  });

  test('keep their codes and their digests, and are not rewritten', async () => {
    const before = rows();
    const now = await open();
    const order = await orderNumbered(now, TEAM, 1);
    for (const { n } of order.versions) {
      const printed = await now.printedCode(TEAM, order.id, n, 'priced');
      expect(printed?.intact).toBe(true);
      expect(writtenCode({ number: 1, version: n, check: printed?.check ?? '' })).toBe(codes[`1-${n}`]);
    }
    const { versions: _v, entries: _e, ...head } = order;
    saved(await now.commit(nextCommit(head, 'next', { version: { ...version(3), content: order.content } })));
    expect(rows()).toEqual(before);
    const { versions } = await orderNumbered(now, TEAM, 1);
    expect(versions.map(({ issuer }) => issuer.language)).toEqual(['en', 'en', 'en']);
    const told: string[] = [];
    const audited = await auditFile(file, readKeys(keysFile(file)) ?? [], (sentence) => told.push(sentence));
    expect(told).toEqual([]);
    expect(audited).toMatchObject({ orders: 1, versions: 3, entries: 4 });
  });
});

test('those of the first shape were issued in English too', async () => {
  await oldDatabase(file);
  const now = await open();
  const client = new Database(file, { readonly: true });
  const team = client.prepare<[], string>('select team from orders limit 1').pluck().get() ?? '';
  client.close();
  const { versions } = await orderNumbered(now, team, 1);
  expect(versions.length).toBeGreaterThan(1);
  for (const { issuer } of versions) expect(issuer.language).toBe('en');
});

test('a version is stored with its language', async () => {
  const now = await open();
  const made = saved(await now.commit(firstCommit(newOrder('O1'))));
  const issuer = { ...version(1).issuer, locale: 'de-AT', language: 'de' };
  saved(await now.commit(nextCommit(made, 'v', { version: { ...version(1), issuer } })));
  expect((await orderNumbered(now, TEAM, 1)).versions[0]?.issuer).toEqual(issuer);
  const client = new Database(file, { readonly: true });
  expect(client.prepare('select shape from versions').pluck().all()).toEqual([storedVersion.number]);
  client.close();
});
