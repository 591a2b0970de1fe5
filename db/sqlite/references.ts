import { and, asc, desc, eq } from 'drizzle-orm';
import type { Keys } from '../keys.ts';
import type { Channels, Documents } from '../ports.ts';
import { isIntact } from '../printed-codes.ts';
import { given, has, overwrite } from '../rows/columns.ts';
import { pricedDocumentOf } from '../rows/document-row.ts';
import type { Access } from './access.ts';
import {
  assets,
  channels,
  documents,
  issuedFiles,
  posts,
  pricedDocuments,
  printedCodes,
  versions,
  workCopyCodes,
} from './schema.ts';

/** What stands in Slack for an order: channels, direct messages, files; and the pictures in these. */
export function referencesOf({ db, reads, writes }: Access, keys: Keys): Channels & Documents {
  const printedIn = (codes: typeof printedCodes | typeof workCopyCodes) => {
    const { team, order, version, digits, key } = codes;
    return db
      .select({ digits, key, body: versions.body })
      .from(codes)
      .innerJoin(versions, and(eq(versions.team, team), eq(versions.order, order), eq(versions.n, version)))
      .where(given(codes, 'team', 'order', 'version'))
      .prepare();
  };
  const printed = { priced: printedIn(printedCodes), work: printedIn(workCopyCodes) };
  const channelKey = [channels.team, channels.order, channels.n];
  const postKey = [posts.team, posts.channel, posts.ts];
  const documentKey = [documents.team, documents.order, documents.version];
  const pricedKey = [pricedDocuments.team, pricedDocuments.order, pricedDocuments.version, pricedDocuments.recipient];
  /** The latest channel of those that have these values. */
  const latest = (values: { team: string; order?: string; channel?: string }) =>
    db.select().from(channels).where(has(channels, values)).orderBy(desc(channels.n)).limit(1).get();
  return {
    channel: reads((team, order) => latest({ team, order })),
    channelById: reads((team, channel) => latest({ team, channel })),
    saveChannel: writes((ref) => {
      const set = overwrite(channels, channelKey);
      db.insert(channels).values(ref).onConflictDoUpdate({ target: channelKey, set }).run();
    }),
    updateChannel: writes(({ team, order, n }, facts) => {
      db.update(channels).set(facts).where(has(channels, { team, order, n })).run();
    }),
    posts: reads((team, order, purpose) => {
      const ofOrder = has(posts, { team, order, purpose });
      return db.select().from(posts).where(ofOrder).orderBy(asc(posts.ts), asc(posts.channel)).all();
    }),
    savePost: writes((ref) => {
      const set = overwrite(posts, postKey);
      db.insert(posts).values(ref).onConflictDoUpdate({ target: postKey, set }).run();
    }),
    documents: reads((team, order) => {
      const ofOrder = has(documents, { team, order });
      return db.select().from(documents).where(ofOrder).orderBy(asc(documents.version)).all();
    }),
    pricedDocuments: reads((team, order) => {
      const ofOrder = has(pricedDocuments, { team, order });
      const { version, recipient } = pricedDocuments;
      return db
        .select()
        .from(pricedDocuments)
        .where(ofOrder)
        .orderBy(asc(version), asc(recipient))
        .all()
        .map(pricedDocumentOf);
    }),
    saveDocument: writes((ref) => {
      if ('recipient' in ref) {
        const set = overwrite(pricedDocuments, pricedKey);
        db.insert(pricedDocuments).values(ref).onConflictDoUpdate({ target: pricedKey, set }).run();
      } else {
        const set = overwrite(documents, documentKey);
        db.insert(documents).values(ref).onConflictDoUpdate({ target: documentKey, set }).run();
      }
      const { team, order, version, sha256, copy } = ref;
      if (!db.select().from(issuedFiles).where(has(issuedFiles, { team, sha256 })).get())
        db.insert(issuedFiles).values({ team, order, version, sha256, copy }).run();
    }),
    printedCode: reads((team, order, version, copy) => {
      const row = printed[copy].get({ team, order, version });
      return row && { check: row.digits, intact: isIntact(keys, { team, order, version, copy }, row) };
    }),
    issuedAs: reads((team, sha256) => {
      const { order, version, copy } = issuedFiles;
      return db.select({ order, version, copy }).from(issuedFiles).where(has(issuedFiles, { team, sha256 })).get();
    }),
    documentByFile: reads((team, fileId) => {
      const known = db.select().from(documents).where(has(documents, { team, fileId })).limit(1).get();
      if (known) return known;
      const priced = db.select().from(pricedDocuments).where(has(pricedDocuments, { team, fileId })).limit(1).get();
      return priced && pricedDocumentOf(priced);
    }),
    asset: reads((team, sha256) => db.select().from(assets).where(has(assets, { team, sha256 })).get()),
    saveAsset: writes((asset) => {
      const { team, sha256 } = asset;
      if (!db.select({ sha256: assets.sha256 }).from(assets).where(has(assets, { team, sha256 })).get())
        db.insert(assets).values(asset).run();
    }),
  };
}
