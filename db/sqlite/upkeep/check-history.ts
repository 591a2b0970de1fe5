import {
  type ChainOf,
  type Ends,
  type EntryFacts,
  entryDigest,
  sealOf,
  textDigest,
  type VersionFacts,
  versionDigest,
} from '../../chain.ts';
import type { Key } from '../../keys.ts';
import type { Client } from '../connection.ts';
import { beforeReader } from './start-chains.ts';

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

type EntryRow = EntryFacts &
  Readonly<Record<'by' | 'action', string>> &
  Readonly<Record<'bySalt' | 'byDigest' | 'actionSalt' | 'actionDigest' | 'digest', string | null>>;

type VersionRow = VersionFacts & { readonly body: string } & Readonly<
    Record<'bodySalt' | 'bodyDigest' | 'digest', string | null>
  >;

type ChainRow = Ends & { readonly salt: string | null; readonly seal: string; readonly key: string };

/**
 * Checks the history of one order. Returns what is the first thing wrong with it, in words that follow its number; adds to
 * `counts` what was checked.
 */
export function checkerOf(client: Client, keys: readonly Key[], counts: Counts): (of: ChainOf) => string | undefined {
  const chains = client.prepare<[string, string], ChainRow>(
    'select start, salt, "before", head, seal, "key" from chains where team = ? and order_id = ?',
  );
  const entries = client.prepare<[string, string], EntryRow>(
    `select seq, at, type, version, "key", shape, "by", by_salt as bySalt, by_digest as byDigest,
       action, action_salt as actionSalt, action_digest as actionDigest, digest
     from entries where team = ? and order_id = ? order by seq`,
  );
  const versions = client.prepare<[string, string, number], VersionRow>(
    `select v.n, v.shape, v.body, v.body_salt as bodySalt, v.body_digest as bodyDigest, v.digest, c.digits, c."key", o.decimals
     from versions as v join orders as o on o.team = v.team and o.id = v.order_id
     left join printed_codes as c on c.team = v.team and c.order_id = v.order_id and c.version = v.n
     where v.team = ? and v.order_id = ? and v.n = ?`,
  );
  const numbers = client
    .prepare<[string, string], number>('select n from versions where team = ? and order_id = ? order by n')
    .pluck();
  const digestBefore = beforeReader(client);

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

  /** `before`: the digest of the entry before it. */
  function wrongInEntry(of: ChainOf, entry: EntryRow, before: string): string | undefined {
    const { seq, version: n } = entry;
    if (entry.digest === null) return `entry ${seq}: it was not written by this program`;
    if (isChanged(entry.by, entry.bySalt, entry.byDigest)) return `entry ${seq}: who acted is not who was written down`;
    if (isChanged(entry.action, entry.actionSalt, entry.actionDigest))
      return `entry ${seq}: what was done is not what was written down`;
    const row = n === null ? undefined : versions.get(of.team, of.order, n);
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

  return (of) => {
    const { team, order } = of;
    counts.orders++;
    const chain = chains.get(team, order);
    if (!chain) return 'the whole order: it was not written by this program, or its chain was removed';
    const { start, salt, before } = chain;
    if (before !== null && digestBefore(of, start, salt ?? '') !== before)
      return `entries 1 to ${start}: they, or versions that they made, are not what they were when the chain began`;
    const rows = entries.all(team, order);
    let head = before ?? '';
    for (const [index, entry] of rows.entries()) {
      if (entry.seq !== index + 1) return `entry ${index + 1}: it is missing`;
      counts.entries++;
      if (entry.version !== null) counts.versions++;
      if (entry.seq <= start) continue;
      const wrong = wrongInEntry(of, entry, head);
      if (wrong) return wrong;
      head = entry.digest ?? '';
    }
    const stray = numbers.all(team, order).find((n) => rows.every(({ version }) => version !== n));
    if (stray !== undefined) return `version ${stray}: no entry made it`;
    return wrongInEnd(of, chain, rows.length, head);
  };
}
