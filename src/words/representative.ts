import type { Words } from './words.ts';

/** Who speaks for the client, with what they are there where they said so. */
export const representative = (
  { name, position = '' }: { readonly name: string; readonly position?: string },
  { order }: Words,
): string => (position === '' ? name : order.representative({ name, position }));
