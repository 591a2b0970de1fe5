import { createHash } from 'node:crypto';
import { type Order, orderNumber, type Version } from './order/order.ts';
import { plainTyping } from './order/plain-typing.ts';

/** Crockford's digits: no letter that is read as another. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Five bits each: guessing one takes longer than anybody has. */
const LENGTH = 12;

/** Which document somebody holds in hand, as its code says. */
export interface TypedCode {
  readonly number: number;
  readonly version: number;
  readonly check: string;
}

/**
 * The code on every page of a version's document: `SO-000123-2-7F3K-9QXM-2PDA`. Its last twelve digits are a digest of
 * the whole version and of the order's id, which is random and printed nowhere, so that nobody can make one up.
 */
export function verificationCode(order: Pick<Order, 'team' | 'id' | 'number'>, version: Version): string {
  return writtenCode({ number: order.number, version: version.n, check: checkOf(order, version) });
}

/** A code as it is printed. */
export const writtenCode = ({ number, version, check }: TypedCode): string =>
  [orderNumber(number), version, check.slice(0, 4), check.slice(4, 8), check.slice(8)].join('-');

/** Whether a code that was typed is that version's. */
export const isGenuine = (typed: TypedCode, order: Pick<Order, 'team' | 'id'>, version: Version): boolean =>
  typed.check === checkOf(order, version);

/** Reads a code as people copy it: any case, dash and script, with or without hyphens and spaces, O for 0, I and L for 1. */
export function readCode(text: string): TypedCode | undefined {
  const [, number = '', version = '', check = ''] =
    /^\s*(?:SO)?[-\s]*(\d{1,9})[-\s]+(?:v\s*)?(\d{1,4})[-\s]+((?:[0-9a-z][-\s]*){12})\s*$/i.exec(plainTyping(text)) ??
    [];
  if (!check) return undefined;
  const digits = check.toUpperCase().replace(/[-\s]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return { number: Number(number), version: Number(version), check: digits };
}

function checkOf({ team, id }: Pick<Order, 'team' | 'id'>, version: Version): string {
  const digest = createHash('sha256')
    .update(canonical([team, id, version]))
    .digest();
  return Array.from({ length: LENGTH }, (_, index) => DIGITS[(digest[index] ?? 0) % 32]).join('');
}

/** JSON with sorted keys: the same content gives the same text, however it was stored in between. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
