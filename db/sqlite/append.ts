import { sql } from 'drizzle-orm';
import type { Entry } from '../../src/order/action.ts';
import type { Order } from '../../src/order/order.ts';
import type { Version } from '../../src/order/version.ts';
import { type Keys, newestOf } from '../keys.ts';
import { appended } from '../rows/appended.ts';
import { given, placeholders } from '../rows/columns.ts';
import type { Db } from './connection.ts';
import { insertInto, prepared } from './prepared.ts';
import { chains, entries, printedCodes, versions, workCopyCodes } from './schema.ts';

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
  const writeWorkCode = prepared(db, insertInto(db, workCopyCodes));
  const newest = newestOf(keys);
  return (order, entry, version) => {
    const rows = appended(order, entry, version, ends.get({ team: order.team, order: order.id }), newest);
    if (rows.made) {
      writeVersion(rows.made.version);
      writeCode(rows.made.code);
      if (rows.made.workCode) writeWorkCode(rows.made.workCode);
    }
    writeEntry(rows.entry);
    writeChain(rows.chain);
  };
}
