import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../db/ports.ts';
import { wellFilled } from '../support/forms.ts';
import { nextPage, storedOrder, type Taps, tapsOf, WORKER } from '../support/taps.ts';
import { farid, sam } from '../support/workflow.ts';
import { askedDuring } from './asked-of-postgres.ts';
import { freshDatabase, open } from './postgres-database.ts';

test('x', async () => {
  const { url, remove } = await freshDatabase();
  const store = await open(url);
  const measure = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const { asked, trips, result } = await askedDuring(work);
    console.log(
      what,
      asked.length,
      trips,
      '\n' + asked.map(({ text, trip }) => `  ${trip} ${text.slice(0, 110).replace(/\s+/g, ' ')}`).join('\n'),
    );
    return result;
  };
  const order = await storedOrder(store, 'O1', { versions: 0 });
  const taps = tapsOf(store, sam.id);
  const opened = await measure('open approve', () => taps.open('approve', order));
  const plannedStart = Math.floor(Date.now() / 1000) + 7200;
  const values = { ...wellFilled.approve, crew: [farid.id], coordinator: null, plannedStart };
  await measure('submit approve', () => taps.submit(opened, values));
  await measure('show', () => taps.command('show SO-1'));
  await measure('list', () => taps.command('list'));
  await measure('history', () => taps.command('history SO-1'));
  await measure('find', () => taps.command('find pump'));
  const worker = tapsOf(store, WORKER);
  const view = await measure('open confirm', () => worker.open('confirm', order));
  const p2 = await measure('page', () => worker.submit(view));
  await measure('press', () => worker.press(view, 'item_remove', order.content.items[0]?.id ?? ''));
  const v = { ...wellFilled.confirm, reason: null, photos: [], final: [] };
  const p3 = await measure('page', () => worker.submit(nextPage(p2), v));
  await measure('send', () => worker.submit(nextPage(p3)));
  await store.close();
  await remove();
});
