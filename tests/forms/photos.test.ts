import { describe, expect, test } from 'vitest';
import { emptyDraft } from '../../src/forms/draft.ts';
import { OFFERED, offeredCount, photosIn, takesOffered } from '../../src/forms/pages/photos.ts';
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
