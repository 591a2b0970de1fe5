import type { KeptSigningLink, SigningLink } from '../ports.ts';

/** Of which order's links it is asked. */
type OfOrder = Pick<SigningLink, 'team' | 'order'>;

/**
 * Each order with links has a row of its own among them, which says as its `person` the hash of the one that counts; '' when that was
 * withdrawn. No token has its key.
 */
export const countingKey = ({ team, order }: OfOrder): string => `${team} ${order}`;

/** The order's own row, where this link counts. */
export const countingRow = (link: SigningLink): SigningLink => ({
  ...link,
  hash: countingKey(link),
  person: link.hash,
});

/** The order's own row, where none does. */
export const withdrawnRow = ({ team, order }: OfOrder): SigningLink => ({
  ...{ hash: countingKey({ team, order }), team, order },
  ...{ version: 0, person: '', at: 0, expires: 0 },
});

/** Whether a key is one of a link, and not of an order's own row. */
export const isOfLink = (hash: string): boolean => !hash.includes(' ');

/** A link as it stands. `counts`: the hash of the one that does; null and undefined where nothing says so, as of links from before. */
export const keptLink = (link: SigningLink, counts: string | null | undefined): KeptSigningLink => ({
  ...link,
  withdrawn: counts !== null && counts !== undefined && counts !== link.hash,
});
