import type { Entry } from '../../src/order/action.ts';
import type { Order } from '../../src/order/order.ts';
import type { Version } from '../../src/order/version.ts';
import { type ChainOf, type Ends, entryDigest, salted, sealOf, versionDigest } from '../chain.ts';
import type { Key } from '../keys.ts';
import { keyedCheck } from '../printed-codes.ts';
import { storedEntry } from '../shapes/entry.ts';
import { storedVersion } from '../shapes/order.ts';

/**
 * The rows of an order's next entry and of the version that it made, with the code of its document, chained to everything
 * written before (decision 0024). `ends`: where the order's chain starts and ends, none for its first entry.
 */
export function appended(
  { team, id, number }: Pick<Order, 'team' | 'id' | 'number'>,
  entry: Entry,
  version: Version | null,
  { start, before, head }: Ends = { start: 0, before: null, head: '' },
  key: Key,
) {
  const of = { team, order: id, number };
  const made = version && rowsOf(of, version, key);
  const texts = { by: JSON.stringify(entry.by), action: JSON.stringify(entry.action) };
  const [by, action] = [salted(texts.by), salted(texts.action)];
  const row = { ...entry, type: entry.action.type, shape: storedEntry.number };
  const digest = entryDigest(of, row, {
    before: head,
    by: by.digest,
    action: action.digest,
    version: made?.version.digest ?? null,
  });
  const salts = { bySalt: by.salt, byDigest: by.digest, actionSalt: action.salt, actionDigest: action.digest };
  const seal = sealOf(key, of, { start, before, head: digest });
  return {
    made,
    entry: { ...of, ...row, ...texts, ...salts, digest },
    chain: { ...of, start, before, head: digest, seal, key: key.name },
  };
}

/** The version and the codes of its documents, which are made of the very bytes that are stored. */
function rowsOf(of: ChainOf, version: Version, key: Key) {
  const { n } = version;
  const body = JSON.stringify(version);
  const coded = { ...of, version: n };
  const code = { digits: keyedCheck(key, coded, body), key: key.name };
  const work = { digits: keyedCheck(key, { ...coded, copy: 'work' }, body), key: key.name };
  const { salt: bodySalt, digest: bodyDigest } = salted(body);
  const row = { n, shape: storedVersion.number };
  const digest = versionDigest(of, { ...row, ...code, decimals: version.content.decimals }, bodyDigest);
  return {
    version: { ...of, ...row, body, bodySalt, bodyDigest, digest },
    code: { ...coded, ...code },
    workCode: version.content.pricesFor === 'office' ? { ...coded, ...work } : null,
  };
}
