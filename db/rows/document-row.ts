import type { KeptFile, PricedDocumentRef } from '../ports.ts';

/** A document with prices as its row has it, which need not say so. */
export const pricedDocumentOf = (row: Omit<PricedDocumentRef, 'copy'>): PricedDocumentRef => ({
  ...row,
  copy: 'priced',
});

/** In the order in which files were kept; those of one second always in the same. */
export const byTime = (a: KeptFile, b: KeptFile): number => a.at - b.at || (textOf(a) < textOf(b) ? -1 : 1);

const textOf = ({ kind, sha256, fileId }: KeptFile): string => `${kind} ${sha256} ${fileId}`;
