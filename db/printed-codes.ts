import { createHash, createHmac } from 'node:crypto';
import type { DocumentCopy } from '../src/order/effect.ts';
import { checkDigits } from '../src/verification.ts';
import type { Key } from './keys.ts';

/** Which version's document a code is printed on. */
export interface Coded {
  readonly team: string;
  /** The order's id, which is random and printed nowhere. */
  readonly order: string;
  readonly version: number;
  /** Missing: the priced one. */
  readonly copy?: DocumentCopy;
}

/**
 * The last digits of a version's code: proof that its maker had the key, of the version's bytes as they are stored,
 * whatever shape they have. Five bits each of twelve: guessing one takes longer than anybody has.
 */
export const keyedCheck = (
  { secret }: Pick<Key, 'secret'>,
  { team, order, version, copy }: Coded,
  body: string,
): string =>
  checkDigits(
    createHmac('sha256', secret)
      .update(`${JSON.stringify([team, order, version, ...(copy === 'work' ? [copy] : [])])}\n${body}`)
      .digest(),
  );

/** The same as it was printed before there were keys: a digest of the version's content. Never changed. */
export const unkeyedCheck = (team: string, order: string, body: string): string =>
  checkDigits(
    createHash('sha256')
      .update(canonical([team, order, JSON.parse(body)]))
      .digest(),
  );

/** Whether a version is still what its code was made of; undefined when the key to find out is missing. */
export function isIntact(
  keys: readonly Key[],
  coded: Coded,
  { digits, key, body }: { readonly digits: string; readonly key: string; readonly body: string },
): boolean | undefined {
  try {
    if (key === '') return digits === unkeyedCheck(coded.team, coded.order, body);
  } catch {
    return false;
  }
  const made = keys.find(({ name }) => name === key);
  return made && digits === keyedCheck(made, coded, body);
}

/** JSON with sorted keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
