import { sql } from 'drizzle-orm';
import type { Entry, Order, Version } from '../../src/order/order.ts';
import { type ChainOf, entryDigest, salted, sealOf, versionDigest } from '../chain.ts';
import { type Keys, newestOf } from '../keys.ts';
import { keyedCheck } from '../printed-codes.ts';
import { storedEntry } from '../shapes/entry.ts';
import { storedVersion } from '../shapes/order.ts';
import type { Db } from './connection.ts';
import { given, insertInto, placeholders, prepared } from './prepared.ts';
import { chains, entries, printedCodes, versions } from './schema.ts';

/**
 * Writes an order's next entry and the version that it made, with the code of its document, and chains them to everything
 * written before (decision 0024). Inside a transaction; the order's row is there.
 */
export function appender(db: Db, keys: Keys): (order: Order, entry: Entry, version: Version | null) => void {
  const isOrders = given(chains, 'team', 'order');
  const ends = db.select().from(chains).where(isOrders).prepare();
  const writeChain = prepared(
    db,
    db
      .insert(chains)
      .values(placeholders('team', 'order', 'start', 'before', 'head', 'seal', 'key'))
      .onConflictDoUpdate({
        target: [chains.team, chains.order],
        set: { head: sql`excluded.head`, seal: sql`excluded.seal`, key: sql`excluded.key` },
      }),
  );
  const writeEntry = prepared(db, insertInto(db, entries));
  const writeVersion = prepared(db, insertInto(db, versions));
  const writeCode = prepared(db, insertInto(db, printedCodes));
  const newest = newestOf(keys);

  /** The version and its code, which is made of the very bytes that are stored. Returns its digest. */
  function add(of: ChainOf, version: Version): string {
    const { n } = version;
    const body = JSON.stringify(version);
    const code = { digits: keyedCheck(newest, { ...of, version: n }, body), key: newest.name };
    const { salt: bodySalt, digest: bodyDigest } = salted(body);
    const row = { n, shape: storedVersion.number };
    const digest = versionDigest(of, { ...row, ...code, decimals: version.content.decimals }, bodyDigest);
    writeVersion({ ...of, ...row, body, bodySalt, bodyDigest, digest });
    writeCode({ ...of, version: n, ...code });
    return digest;
  }

  return ({ team, id, number }, entry, version) => {
    const of = { team, order: id, number };
    const made = version && add(of, version);
    const texts = { by: JSON.stringify(entry.by), action: JSON.stringify(entry.action) };
    const [by, action] = [salted(texts.by), salted(texts.action)];
    const { start, before, head } = ends.get({ team, order: id }) ?? { start: 0, before: null, head: '' };
    const row = { ...entry, type: entry.action.type, shape: storedEntry.number };
    const digest = entryDigest(of, row, { before: head, by: by.digest, action: action.digest, version: made });
    const salts = { bySalt: by.salt, byDigest: by.digest, actionSalt: action.salt, actionDigest: action.digest };
    writeEntry({ ...of, ...row, ...texts, ...salts, digest });
    const seal = sealOf(newest, of, { start, before, head: digest });
    writeChain({ ...of, start, before, head: digest, seal, key: newest.name });
  };
}
