import { describe, expect, test } from 'vitest';
import { emptyDraft } from '../../src/forms/draft.ts';
import { OFFERED, offeredCount, photoFields, photosIn, takesOffered } from '../../src/forms/pages/photos.ts';
import type { Attachment } from '../../src/order/content.ts';

const file: Attachment = { fileId: 'F1', name: 'seal.jpg', mimetype: 'image/jpeg', size: 1, posted: true };
const offered = { ...emptyDraft, values: { [OFFERED.files]: [file] } };

describe('a photo that was posted in the channel is taken', () => {
  test.each([
    ['when it is chosen', { 'shows-F1': 'photo' }, [file]],
    ['when it is said what it shows', { 'shows-F1': 'before' }, [{ ...file, shows: 'before' }]],
    ['when a caption is written', { 'shows-F1': null, 'caption-F1': 'Worn seal' }, [{ ...file, caption: 'Worn seal' }]],
    ['not when nothing is said', { 'shows-F1': null, 'caption-F1': '' }, []],
    ['not when it is left out, whatever its caption', { 'shows-F1': 'leave', 'caption-F1': 'Worn seal' }, []],
  ] as const)('%s', (_, answers, taken) => {
    expect(photosIn([], offered, answers)).toEqual(taken);
    expect(offeredCount(offered, answers)).toBe(taken.length);
    expect(takesOffered({ ...offered, values: { ...offered.values, ...answers } })).toBe(taken.length > 0);
  });
});

test('those that were posted come as they were posted, their author’s own after them, on every page and in what is sent', () => {
  const posted = (fileId: string, at: number): Attachment => ({
    ...file,
    fileId,
    credit: { by: { id: 'U1', name: 'Ana' }, at },
  });
  const own: Attachment = { fileId: 'F9', name: 'own.jpg', mimetype: 'image/jpeg', size: 1 };
  const draft = { ...emptyDraft, values: { photos: [own], [OFFERED.files]: [posted('F1', 10), posted('F2', 20)] } };
  const asked = Object.keys(photoFields(draft)).filter((name) => name.startsWith('shows-'));
  expect(asked).toEqual(['shows-F1', 'shows-F2', 'shows-F9']);
  const sent = (answers: Record<string, string>) => photosIn([own], draft, answers).map(({ fileId }) => fileId);
  expect(sent({ 'shows-F1': 'photo', 'shows-F2': 'photo' })).toEqual(['F1', 'F2', 'F9']);
  expect(sent({ 'shows-F1': 'before', 'shows-F2': 'photo', 'shows-F9': 'after' })).toEqual(['F1', 'F9', 'F2']);
});
