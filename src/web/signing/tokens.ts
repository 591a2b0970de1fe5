import { createHash, randomBytes } from 'node:crypto';

/** How long a link can be signed at, seconds. */
export const VALID = 7 * 86_400;

/** A token as links have it: 256 bits that nobody guesses. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Whether a text may be a token at all. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** What is kept of a token: from it nobody finds the link. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The idempotency key of what is signed at a link: it works once. */
export const keyOf = (hash: string): string => `sign:${hash}`;

/** The page of a token. */
export const linkOf = (publicUrl: string, token: string): string => `${publicUrl}/sign/${token}`;
