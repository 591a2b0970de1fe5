import { describe, expect, test } from 'vitest';
import { photosInOrder } from '../../src/order/evidence/photo-order.ts';

describe('photos are shown as they were posted, what was before beside what was after', () => {
  /** `8b`: posted at eight, before. */
  const photos = (text: string) =>
    text.split(' ').map((name) => {
      const kind = ({ b: 'before', a: 'after', p: 'part' } as const)[name.at(-1) ?? ''];
      return { name, at: Number.parseInt(name, 10), ...(kind ? { shows: kind } : {}) };
    });
  const shown = (text: string) =>
    photosInOrder(photos(text), ({ at }) => at)
      .map((row) => row.map(({ name }) => name).join('+'))
      .join(' ');

  test.each([
    ['the newest first', '3 2 1', '1 2 3'],
    ['a pair, the first of which has its place', '4a 2 3b 1', '1 2 3b+4a'],
    ['an after that came before its before', '2a 1 3b 4', '1 3b+2a 4'],
    ['two pairs, each with what came with it', '1b 2b 3a 4a', '1b+3a 2b+4a'],
    ['what has no other half', '1b 2p 3b 4a', '1b+4a 2p 3b'],
    ['the photos of one message in its order', '5 5b 5a 3', '3 5 5b+5a'],
    ['nothing else of the same time', '1p 1b 1 1a', '1p 1b+1a 1'],
  ])('%s', (_, came, expected) => {
    expect(shown(came)).toBe(expected);
    // What is in order stays so.
    const ordered = photosInOrder(photos(came), ({ at }) => at);
    expect(photosInOrder(ordered.flat())).toEqual(ordered);
  });
});
