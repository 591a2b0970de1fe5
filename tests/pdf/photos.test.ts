import { beforeAll, describe, expect, test } from 'vitest';
import type { Attachment } from '../../src/order/content.ts';
import { documentModel } from '../../src/pdf/document.ts';
import { photoRows } from '../../src/pdf/model/photo-rows.ts';
import type { Renderer } from '../../src/pdf/renderer.ts';
import type { Photo } from '../../src/pictures/photo.ts';
import { wordsFor } from '../../src/words/words.ts';
import { sharedRenderer } from '../support/shared.ts';
import { LANDSCAPE, PORTRAIT } from './golden-documents.ts';
import { approvedOrder, at, confirmed, farid, issuer, item, lena } from './orders.ts';
import { pagesOf, placesOf, withoutTools } from './tools.ts';

const file = (fileId: string, said: Partial<Attachment> = {}): Attachment => ({
  ...{ fileId, name: `${fileId}.jpg`, mimetype: 'image/jpeg', size: 120_000 },
  ...said,
});
const orderWith = (photos: readonly Attachment[], pageSize: 'A4' | 'LETTER' = 'A4') =>
  confirmed(approvedOrder({}, { issuer: { ...issuer, pageSize } }), [item('a')], { photos: [...photos] });
const printed = (photos: readonly Attachment[], as: Photo) => new Map(photos.map(({ fileId }) => [fileId, as]));
const { photos: words } = wordsFor('en-GB').document;

describe('the rows of photos', () => {
  const rowsOf = (...shows: Attachment['shows'][]) => {
    const photos = shows.map((one, n) => file(`F${n}`, { shows: one }));
    const model = documentModel(orderWith(photos), 2, { photos: printed(photos, LANDSCAPE) });
    return photoRows(model.photos).map((row) => row.map(({ number, shows: kind }) => `${number} ${kind}`));
  };

  test.each([
    [['before', 'after'], [['1 before', '2 after']]],
    [
      ['after', undefined, 'part', 'before'],
      [['1 before', '2 after'], ['3 '], ['4 part']],
    ],
    [
      ['part', 'before', 'before', 'after'],
      [['1 part'], ['2 before', '3 after'], ['4 before']],
    ],
    [
      ['after', 'after', 'before'],
      [['1 before', '2 after'], ['3 after']],
    ],
    [
      [undefined, undefined],
      [['1 '], ['2 ']],
    ],
    [[], []],
  ] as [Attachment['shows'][], string[][]][])('%j', (shows, rows) => expect(rowsOf(...shows)).toEqual(rows));
});

test('a photo that was posted is credited to who posted it, and when; any other to who brought it', () => {
  const credit = { by: lena, at: at('2026-11-24T08:05:00Z') };
  const photos = [file('F2'), file('F1', { credit })];
  const model = documentModel(orderWith(photos), 2, { photos: printed(photos, LANDSCAPE) });
  expect(model.photos.map(({ origin }) => origin)).toEqual([
    words.posted({ name: lena.name, when: '24 Nov 2026, 09:05 (UTC+01:00)', version: '2' }),
    words.withVersion({ name: farid.name, when: '24 Nov 2026, 14:30 (UTC+01:00)', version: '2' }),
  ]);
});

describe.skipIf(withoutTools)('photos on paper', () => {
  let renderer: Renderer;
  beforeAll(() => {
    renderer = sharedRenderer();
    return renderer.warm();
  });

  const long = 'Leak at the lower flange of the heat exchanger, seen from the door. '.repeat(5).slice(0, 300);

  test.each([
    ['A4', 'portrait', PORTRAIT],
    ['LETTER', 'portrait', PORTRAIT],
    ['A4', 'landscape', LANDSCAPE],
  ] as const)('two rows a page, whatever their captions: %s, %s', async (pageSize, _, photo) => {
    const caption = long;
    const photos = [
      ...[file('F1', { shows: 'after', caption }), file('F2', { shows: 'before', caption: '高'.repeat(300) })],
      ...[file('F3', { caption }), file('F4', { shows: 'part', caption }), file('F5', { caption }), file('F6')],
    ];
    const { bytes } = await renderer.render(orderWith(photos, pageSize), 2, { photos: printed(photos, photo) });
    const pages = pagesOf(bytes);
    const shown = pages.map((page) => [...page.matchAll(/Photo (\d) · /g)].map(([, number]) => number));
    expect(shown.filter((numbers) => numbers.length > 0)).toEqual([['1', '2', '3'], ['4', '5'], ['6']]);
    for (const [index, page] of pages.entries()) expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
  });

  test('a caption of one language keeps its direction, whatever word it begins with', async () => {
    const photos = [file('F1', { caption: 'مضخة xylo behind zulu' }), file('F2', { caption: 'مضخة التدوير في القبو' })];
    const { bytes } = await renderer.render(orderWith(photos), 2, { photos: printed(photos, LANDSCAPE) });
    // Arabic comes out of pdftotext as it is seen: from the left.
    const seen = (word: string) => [...word].reverse().join('');
    const left = (word: string) => placesOf(bytes, word)[0]?.left ?? Number.NaN;
    expect(left('xylo')).toBeLessThan(left('behind'));
    expect(left('behind')).toBeLessThan(left('zulu'));
    expect(left(seen('مضخة'))).toBeLessThan(left('xylo'));
    expect(left('Photo')).toBeLessThan(left(seen('مضخة')));
    // All of the other is read from the right.
    expect(left(seen('القبو'))).toBeLessThan(left(seen('في')));
  });
});
