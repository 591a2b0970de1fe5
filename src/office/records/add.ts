import { type Member, seesAll } from '../../order/permissions.ts';
import { nameOfRecord, type OfficeRecord } from '../master-data.ts';

/** Who keeps clients, sites and the catalogue: the office and admins. */
export const mayKeepRecords = (person: Member): boolean => seesAll(person);

/** Whether people would take two names for the same. */
export const isSameName = (one: string, other: string): boolean => plainName(one) === plainName(other);

const plainName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** A number as numbers are compared: upper and lower case are the same (of the letters A to Z, as databases fold them). */
export const plainNumber = (number: string): string => number.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/**
 * What becomes of a record that somebody adds on the go, where these are on file already: it is added, unless one has its name.
 * `inactive`: one has, and is no longer active.
 */
export function decideAdd<R extends OfficeRecord>(
  person: Member,
  record: OfficeRecord,
  onFile: readonly R[],
):
  | { readonly kind: 'refused' }
  | { readonly kind: 'add' }
  | { readonly kind: 'found' | 'inactive'; readonly record: R } {
  if (!mayKeepRecords(person)) return { kind: 'refused' };
  const same = onFile.filter((one) => isSameName(nameOfRecord(one), nameOfRecord(record)));
  const active = same.find((one) => one.active);
  if (active) return { kind: 'found', record: active };
  const [inactive] = same;
  return inactive ? { kind: 'inactive', record: inactive } : { kind: 'add' };
}
