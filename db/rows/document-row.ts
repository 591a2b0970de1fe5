import type { PricedDocumentRef } from '../ports.ts';

/** A document with prices as its row has it, which need not say so. */
export const pricedDocumentOf = (row: Omit<PricedDocumentRef, 'copy'>): PricedDocumentRef => ({
  ...row,
  copy: 'priced',
});
