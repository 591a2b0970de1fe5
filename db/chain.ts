/** The format of the chain of digests through an order's history (decision 0024). Changing anything here makes every stored chain invalid. */
import { createHash, createHmac, hash, randomBytes } from 'node:crypto';
import type { Key } from './keys.ts';

/** A digest over facts whose limits cannot be mistaken; `kind` keeps what is made for one thing from passing for another. */
const over = (kind: string, facts: readonly (string | number | null)[]): string =>
  hash('sha256', JSON.stringify([`${kind} 1`, ...facts]), 'base64url');

/** The digest of a text's stored bytes with its salt: without the salt, nobody can find the text by trying. */
export const textDigest = (salt: string, text: string): string => hash('sha256', salt + text, 'base64url');

/** A new salt for a text, and the digest of both. To erase the text, remove it and its salt; the digest stays. */
export function salted(text: string): { salt: string; digest: string } {
  const salt = randomBytes(16).toString('base64url');
  return { salt, digest: textDigest(salt, text) };
}

/** Which order. */
export interface ChainOf {
  readonly team: string;
  readonly order: string;
  readonly number: number;
}

/** A version with its code as printed. `decimals`: of its amounts. */
export interface VersionFacts {
  readonly n: number;
  readonly shape: number;
  readonly digits: string | null;
  readonly key: string | null;
  readonly decimals: number | null;
}

/** The digest of a version; the entry that made it refers to it. */
export const versionDigest = (
  { team, order, number }: ChainOf,
  { n, shape, digits, key, decimals }: VersionFacts,
  body: string,
): string => over('version', [team, order, number, n, shape, body, digits, key, decimals]);

/** What of an entry is never erased. */
export interface EntryFacts {
  readonly seq: number;
  readonly at: number;
  readonly type: string | null;
  readonly version: number | null;
  readonly key: string;
  readonly shape: number;
}

/** The digest of an entry; `digests`: those of the chain before it, of its texts, and of the version that it made. */
export const entryDigest = (
  { team, order, number }: ChainOf,
  { seq, at, type, version, key, shape }: EntryFacts,
  digests: { before: string; by: string; action: string; version: string | null },
): string =>
  over('entry', [
    ...[digests.before, team, order, number, seq, at, type, version, key, shape],
    ...[digests.by, digests.action, digests.version],
  ]);

/** The digest of everything that was written of an order before there were chains, row by row. */
export function digestBefore({ team, order, number }: ChainOf, salt: string, rows: Iterable<object>): string {
  const hash = createHash('sha256').update(JSON.stringify(['before 1', salt, team, order, number]));
  for (const row of rows) hash.update(`\n${JSON.stringify(Object.values(row))}`);
  return hash.digest('base64url');
}

/** Where a chain starts and ends. `before`: the digest of what is older than it, up to entry `start`. */
export interface Ends {
  readonly start: number;
  readonly before: string | null;
  readonly head: string;
}

/** Proof that the chain was brought to this end by somebody who had the key. */
export const sealOf = (
  { secret }: Pick<Key, 'secret'>,
  { team, order, number }: ChainOf,
  { start, before, head }: Ends,
): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify(['chain 1', team, order, number, start, before, head]))
    .digest('base64url');
