import { expect, test } from 'vitest';
import { createPreparedPhotos } from '../../src/outbox/prepared-photos.ts';

const photo = { jpeg: new Uint8Array(40), width: 1, height: 1 };

test('photos are kept until the document is issued', () => {
  const prepared = createPreparedPhotos();
  prepared.keep('e1', 'F1', photo);
  prepared.keep('e1', 'F2', { code: 'damaged' });
  expect([...prepared.of('e1')]).toEqual([
    ['F1', photo],
    ['F2', { code: 'damaged' }],
  ]);
  prepared.forget('e1');
  expect(prepared.of('e1').size).toBe(0);
});

test('beyond what there is room for, the oldest are forgotten, never one’s own', () => {
  const prepared = createPreparedPhotos(100);
  prepared.keep('e1', 'F1', photo);
  prepared.keep('e2', 'F2', photo);
  for (const file of ['F3', 'F4', 'F5']) prepared.keep('e3', file, photo);
  expect(prepared.of('e1').size).toBe(0);
  expect(prepared.of('e2').size).toBe(0);
  expect(prepared.of('e3').size).toBe(3);
  prepared.forget('e3');
  prepared.keep('e4', 'F1', photo);
  prepared.keep('e5', 'F1', photo);
  expect(prepared.of('e4').size).toBe(1);
});
