import type { DocumentModel } from '../document.ts';

type Photographed = DocumentModel['photos'][number];

/** A photo of a document with the number that it is printed with. */
export type NumberedPhoto = Photographed & { readonly number: number };

/**
 * The photos of a document in the rows in which it prints them, numbered as they are read: first what was before beside what was after, in
 * the order in which they came; then what has no other half: before, after, parts; then every other. Only a pair shares its row.
 */
export function photoRows(photos: readonly Photographed[]): NumberedPhoto[][] {
  const that = (shows: string) => photos.filter((photo) => photo.shows === shows);
  const [befores, afters] = [that('before'), that('after')];
  const pairs = Math.min(befores.length, afters.length);
  const rows = [
    ...befores.slice(0, pairs).map((before, index) => [before, ...afters.slice(index, index + 1)]),
    ...[...befores.slice(pairs), ...afters.slice(pairs), ...that('part'), ...that('')].map((photo) => [photo]),
  ];
  let number = 0;
  return rows.map((row) => row.map((photo) => ({ ...photo, number: ++number })));
}
