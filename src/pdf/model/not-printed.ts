import type { Unprinted } from '../../pictures/unprinted.ts';
import type { Words } from '../../words/words.ts';

/** Why a photo is not printed, and what helps: a sentence or two. */
export function whyNotPrinted(why: Unprinted, { photo }: Words): string {
  switch (why.code) {
    case 'unsupported':
      return photo.unsupported({ kind: why.kind.toUpperCase() });
    case 'too_large':
      return photo.too_large({ megapixels: why.megapixels, limit: why.limit });
    default:
      return photo[why.code];
  }
}
