import { photosInOrder } from '../../order/evidence/photo-order.ts';
import type { DocumentModel } from '../document.ts';

type Photographed = DocumentModel['photos'][number];

/** A photo of a document with the number that it is printed with. */
export type NumberedPhoto = Photographed & { readonly number: number };

/** The photos of a document in the rows in which it prints them, numbered as they are read. Only what was before and after share a row. */
export function photoRows(photos: readonly Photographed[]): NumberedPhoto[][] {
  let number = 0;
  return photosInOrder(photos).map((row) => row.map((photo) => ({ ...photo, number: ++number })));
}
