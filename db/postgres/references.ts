import { and, asc, desc, eq, getTableColumns } from 'drizzle-orm';
import type { Keys } from '../keys.ts';
import type { Channels, Documents, KeptFiles, SigningLinks } from '../ports.ts';
import { isIntact } from '../printed-codes.ts';
import { has, overwrite } from '../rows/columns.ts';
import { byTime, pricedDocumentOf } from '../rows/document-row.ts';
import type { Access } from './access.ts';
import type { Db } from './connection.ts';
import { given, onEach, UNNAMED } from './prepared.ts';
import {
  assets,
  channels,
  documents,
  issuedFiles,
  keptFiles,
  orders,
  posts,
  pricedDocuments,
  printedCodes,
  signingLinks,
  versions,
  workCopyCodes,
} from './schema.ts';

const channelKey = [channels.team, channels.order, channels.n];
const postKey = [posts.team, posts.channel, posts.ts];
const documentKey = [documents.team, documents.order, documents.version];
const pricedKey = [pricedDocuments.team, pricedDocuments.order, pricedDocuments.version, pricedDocuments.recipient];
const codesOf = { priced: printedCodes, work: workCopyCodes };
const { seq: _, ...post } = getTableColumns(posts);

/** Of two who make a link for one order the second waits, and withdraws what the first has made. */
async function withdraw(db: Db, team: string, order: string): Promise<void> {
  await db
    .select({ id: orders.id })
    .from(orders)
    .where(has(orders, { team, id: order }))
    .for('no key update');
  await db.update(signingLinks).set({ withdrawn: true }).where(has(signingLinks, { team, order }));
}

/** The latest channel of those that have these values. */
const latest = (...columns: ('team' | 'order' | 'channel')[]) =>
  onEach((db) =>
    db
      .select()
      .from(channels)
      .where(given(channels, ...columns))
      .orderBy(desc(channels.n))
      .limit(1)
      .prepare(UNNAMED),
  );
const latestOf = latest('team', 'order');
const latestWith = latest('team', 'channel');

/** What stands in Slack for an order: channels, direct messages, files; and the pictures in these. */
export function referencesOf(
  { reads, writesTogether }: Access,
  keys: Keys,
): Channels & Documents & KeptFiles & SigningLinks {
  return {
    channel: reads(async (db, team, order) => (await latestOf(db).execute({ team, order }))[0]),
    channelById: reads(async (db, team, channel) => (await latestWith(db).execute({ team, channel }))[0]),
    saveChannel: writesTogether(async (db, ref) => {
      const set = overwrite(channels, channelKey);
      await db.insert(channels).values(ref).onConflictDoUpdate({ target: channelKey, set });
    }),
    updateChannel: writesTogether(async (db, { team, order, n }, facts) => {
      await db.update(channels).set(facts).where(has(channels, { team, order, n }));
    }),
    posts: reads((db, team, order, purpose) =>
      db
        .select(post)
        .from(posts)
        .where(has(posts, { team, order, purpose }))
        .orderBy(asc(posts.ts), asc(posts.channel)),
    ),
    savePost: writesTogether(async (db, ref) => {
      const set = overwrite(posts, [...postKey, posts.seq]);
      await db.insert(posts).values(ref).onConflictDoUpdate({ target: postKey, set });
    }),
    documents: reads((db, team, order) =>
      db.select().from(documents).where(has(documents, { team, order })).orderBy(asc(documents.version)),
    ),
    pricedDocuments: reads(async (db, team, order) => {
      const { version, recipient } = pricedDocuments;
      const ofOrder = has(pricedDocuments, { team, order });
      const rows = await db.select().from(pricedDocuments).where(ofOrder).orderBy(asc(version), asc(recipient));
      return rows.map(pricedDocumentOf);
    }),
    saveDocument: writesTogether(async (db, ref) => {
      const { team, order, version, sha256, copy } = ref;
      const saved =
        'recipient' in ref
          ? db
              .insert(pricedDocuments)
              .values(ref)
              .onConflictDoUpdate({ target: pricedKey, set: overwrite(pricedDocuments, pricedKey) })
          : db
              .insert(documents)
              .values(ref)
              .onConflictDoUpdate({ target: documentKey, set: overwrite(documents, documentKey) });
      await Promise.all([
        saved,
        db.insert(issuedFiles).values({ team, order, version, sha256, copy }).onConflictDoNothing(),
      ]);
    }),
    printedCode: reads(async (db, team, order, version, copy) => {
      const codes = codesOf[copy];
      const { digits, key } = codes;
      const isIts = and(eq(versions.team, codes.team), eq(versions.order, codes.order), eq(versions.n, codes.version));
      const [row] = await db
        .select({ digits, key, body: versions.body })
        .from(codes)
        .innerJoin(versions, isIts)
        .where(has(codes, { team, order, version }));
      return row && { check: row.digits, intact: isIntact(keys, { team, order, version, copy }, row) };
    }),
    issuedAs: reads(async (db, team, sha256) => {
      const { order, version, copy } = issuedFiles;
      const [row] = await db
        .select({ order, version, copy })
        .from(issuedFiles)
        .where(has(issuedFiles, { team, sha256 }));
      return row;
    }),
    documentByFile: reads(async (db, team, fileId) => {
      const [known] = await db.select().from(documents).where(has(documents, { team, fileId })).limit(1);
      if (known) return known;
      const [priced] = await db.select().from(pricedDocuments).where(has(pricedDocuments, { team, fileId })).limit(1);
      return priced && pricedDocumentOf(priced);
    }),
    keptFiles: reads(async (db, team, order) =>
      (await db.select().from(keptFiles).where(has(keptFiles, { team, order }))).toSorted(byTime),
    ),
    saveKeptFile: writesTogether(async (db, file) => {
      await db.insert(keptFiles).values(file).onConflictDoNothing();
    }),
    signingLink: reads(
      async (db, hash) => (await db.select().from(signingLinks).where(has(signingLinks, { hash })))[0],
    ),
    saveSigningLink: writesTogether(async (db, link) => {
      await withdraw(db, link.team, link.order);
      await db.insert(signingLinks).values(link);
    }),
    withdrawSigningLinks: writesTogether(withdraw),
    asset: reads(async (db, team, sha256) => (await db.select().from(assets).where(has(assets, { team, sha256 })))[0]),
    saveAsset: writesTogether(async (db, asset) => {
      await db.insert(assets).values(asset).onConflictDoNothing();
    }),
  };
}
