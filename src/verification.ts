import { orderNumber } from './order/text/order-number.ts';
import { plainTyping } from './order/text/plain-typing.ts';

/** Crockford's digits: no letter that is read as another. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Five bits each: guessing one takes longer than anybody has. */
const LENGTH = 12;

/**
 * Which document somebody holds in hand, as its code says: `SO-000123-2-7F3K-9QXM-2PDA`. The last twelve digits are kept
 * with the version as they were printed (db/printed-codes.ts), and nobody without the key can make any up.
 */
export interface TypedCode {
  readonly number: number;
  readonly version: number;
  readonly check: string;
}

/** A code as it is printed. */
export const writtenCode = ({ number, version, check }: TypedCode): string =>
  [orderNumber(number), version, check.slice(0, 4), check.slice(4, 8), check.slice(8)].join('-');

/** Where anybody can look a code up, as a QR code has it: in capitals, which make it smaller and mean the same. */
export const addressOfCode = (verifyAt: string, code: string): string => `${verifyAt}/verify/${code}`.toUpperCase();

/** The same as people read and type it, without the code. */
export const placeOfCodes = (verifyAt: string): string => `${verifyAt.replace(/^https?:\/\//, '')}/verify`;

/** Reads a code as people copy it: any case, dash and script, with or without hyphens and spaces, O for 0, I and L for 1. */
export function readCode(text: string): TypedCode | undefined {
  const [, number = '', version = '', check = ''] =
    /^\s*(?:SO)?[-\s]*(\d{1,9})[-\s]+(?:v\s*)?(\d{1,4})[-\s]+((?:[0-9a-z][-\s]*){12})\s*$/i.exec(plainTyping(text)) ??
    [];
  if (!check) return undefined;
  const digits = check.toUpperCase().replace(/[-\s]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return { number: Number(number), version: Number(version), check: digits };
}

/** The last digits of a code, from the bytes that prove it. */
export const checkDigits = (proof: Uint8Array): string =>
  Array.from({ length: LENGTH }, (_, index) => DIGITS[(proof[index] ?? 0) % 32]).join('');
