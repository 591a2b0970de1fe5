import {
  type ChainOf,
  digestBefore,
  type Ends,
  type EntryFacts,
  entryDigest,
  sealOf,
  textDigest,
  type VersionFacts,
  versionDigest,
} from '../chain.ts';
import type { Key } from '../keys.ts';

/** What was checked. */
export interface Counts {
  orders: number;
  entries: number;
  versions: number;
  /** Texts that were erased, of which only the digests are left. */
  erased: number;
  /** Orders whose chain may have been changed as a whole: the key of this name, which would show it, is missing. */
  readonly unsealed: Map<string, number>;
}

/** An entry as it is stored. */
export type EntryRow = EntryFacts &
  Readonly<Record<'by' | 'action', string>> &
  Readonly<Record<'bySalt' | 'byDigest' | 'actionSalt' | 'actionDigest' | 'digest', string | null>>;

/** A version as it is stored, with its printed code and the decimals of its order. */
export type VersionRow = VersionFacts & { readonly body: string } & Readonly<
    Record<'bodySalt' | 'bodyDigest' | 'digest', string | null>
  >;

/** The ends of a chain as they are stored. */
export type ChainRow = Ends & { readonly salt: string | null; readonly seal: string; readonly key: string };

/** All that is stored of an order's history, as it was at one instant. Entries in order. */
export interface StoredHistory {
  readonly of: ChainOf;
  readonly chain: ChainRow | undefined;
  readonly entries: readonly EntryRow[];
  readonly versions: readonly VersionRow[];
}

/** What an entry or a version was before there were chains, in the order of its digest. */
const entryBefore = ({ seq, at, by, action, version, key, shape }: EntryRow) => ({
  seq,
  at,
  by,
  action,
  version,
  key,
  shape,
});
const versionBefore = ({ n, body, shape, digits, key, decimals }: VersionRow) => ({
  n,
  body,
  shape,
  digits,
  key,
  decimals,
});

/**
 * Checks the history of one order. Returns what is the first thing wrong with it, in words that follow its number; adds to
 * `counts` what was checked.
 */
export function checkerOf(keys: readonly Key[], counts: Counts): (stored: StoredHistory) => string | undefined {
  function isChanged(text: string, salt: string | null, digest: string | null): boolean {
    if (salt !== null) return digest !== textDigest(salt, text);
    if (text === '') counts.erased++;
    return text !== '';
  }

  function wrongInVersion(of: ChainOf, n: number, row: VersionRow | undefined): string | undefined {
    if (!row) return `version ${n}: it is missing`;
    if (isChanged(row.body, row.bodySalt, row.bodyDigest)) return `version ${n}: its content is not what was issued`;
    if (row.digest !== versionDigest(of, row, row.bodyDigest ?? ''))
      return `version ${n}: the code printed on it, or the decimals of its amounts, are not what was issued`;
    return undefined;
  }

  /** `row`: the version that it made; `before`: the digest of the entry before it. */
  function wrongInEntry(of: ChainOf, entry: EntryRow, row: VersionRow | undefined, before: string): string | undefined {
    const { seq, version: n } = entry;
    if (entry.digest === null) return `entry ${seq}: it was not written by this program`;
    if (isChanged(entry.by, entry.bySalt, entry.byDigest)) return `entry ${seq}: who acted is not who was written down`;
    if (isChanged(entry.action, entry.actionSalt, entry.actionDigest))
      return `entry ${seq}: what was done is not what was written down`;
    const wrong = n === null ? undefined : wrongInVersion(of, n, row);
    if (wrong) return wrong;
    const digests = {
      before,
      by: entry.byDigest ?? '',
      action: entry.actionDigest ?? '',
      version: row?.digest ?? null,
    };
    if (entry.digest !== entryDigest(of, entry, digests))
      return `entry ${seq}: it does not follow what stands before it, or its time, kind, version or key was changed`;
    return undefined;
  }

  function wrongInEnd(of: ChainOf, chain: ChainRow, last: number, head: string): string | undefined {
    if (chain.head !== head)
      return `entry ${last}: it is not the last that was written; entries were removed or added after it`;
    const key = keys.find(({ name }) => name === chain.key);
    if (!key) counts.unsealed.set(chain.key, (counts.unsealed.get(chain.key) ?? 0) + 1);
    else if (chain.seal !== sealOf(key, of, chain))
      return `entry ${last}: the seal of the last entry is not one that this program made; entries were added or changed`;
    return undefined;
  }

  return ({ of, chain, entries, versions }) => {
    counts.orders++;
    if (!chain) return 'the whole order: it was not written by this program, or its chain was removed';
    const made = new Map(versions.map((row) => [row.n, row]));
    const { start, salt, before } = chain;
    const old = entries
      .filter(({ seq }) => seq <= start)
      .flatMap((entry) => [
        entryBefore(entry),
        ...(entry.version === null ? [] : [made.get(entry.version)].map((row) => (row ? versionBefore(row) : {}))),
      ]);
    if (before !== null && digestBefore(of, salt ?? '', old) !== before)
      return `entries 1 to ${start}: they, or versions that they made, are not what they were when the chain began`;
    let head = before ?? '';
    for (const [index, entry] of entries.entries()) {
      if (entry.seq !== index + 1) return `entry ${index + 1}: it is missing`;
      counts.entries++;
      if (entry.version !== null) counts.versions++;
      if (entry.seq <= start) continue;
      const wrong = wrongInEntry(of, entry, entry.version === null ? undefined : made.get(entry.version), head);
      if (wrong) return wrong;
      head = entry.digest ?? '';
    }
    const stray = versions.find(({ n }) => entries.every(({ version }) => version !== n));
    if (stray) return `version ${stray.n}: no entry made it`;
    return wrongInEnd(of, chain, entries.length, head);
  };
}
