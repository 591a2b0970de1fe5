import { and, asc, desc, eq, type SQL } from 'drizzle-orm';
import type { Keys } from '../keys.ts';
import type { Channels, Documents, KeptFiles, SigningLinks } from '../ports.ts';
import { isIntact } from '../printed-codes.ts';
import { given, has, overwrite } from '../rows/columns.ts';
import { byTime, pricedDocumentOf } from '../rows/document-row.ts';
import type { Access } from './access.ts';
import {
  assets,
  channels,
  documents,
  issuedFiles,
  keptFiles,
  posts,
  pricedDocuments,
  printedCodes,
  signingLinks,
  versions,
  workCopyCodes,
} from './schema.ts';

/** What stands in Slack for an order: channels, direct messages, files; and the pictures in these. */
export function referencesOf(
  { db, reads, writes }: Access,
  keys: Keys,
): Channels & Documents & KeptFiles & SigningLinks {
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
  const withdraw = (team: string, order: string) =>
    db.update(signingLinks).set({ withdrawn: true }).where(has(signingLinks, { team, order })).run();
  const channelKey = [channels.team, channels.order, channels.n];
  const postKey = [posts.team, posts.channel, posts.ts];
  const documentKey = [documents.team, documents.order, documents.version];
  const pricedKey = [pricedDocuments.team, pricedDocuments.order, pricedDocuments.version, pricedDocuments.recipient];
  const latest = (its: SQL | undefined) => db.select().from(channels).where(its).orderBy(desc(channels.n)).prepare();
  const channelOf = latest(given(channels, 'team', 'order'));
  const channelById = latest(given(channels, 'team', 'channel'));
  const posted = db
    .select()
    .from(posts)
    .where(given(posts, 'team', 'order', 'purpose'))
    .orderBy(asc(posts.ts), asc(posts.channel))
    .prepare();
  const documentsOf = db
    .select()
    .from(documents)
    .where(given(documents, 'team', 'order'))
    .orderBy(asc(documents.version))
    .prepare();
  const pricedOf = db
    .select()
    .from(pricedDocuments)
    .where(given(pricedDocuments, 'team', 'order'))
    .orderBy(asc(pricedDocuments.version), asc(pricedDocuments.recipient))
    .prepare();
  const keptOf = db
    .select()
    .from(keptFiles)
    .where(given(keptFiles, 'team', 'order'))
    .prepare();
  return {
    channel: reads((team, order) => channelOf.get({ team, order })),
    channelById: reads((team, channel) => channelById.get({ team, channel })),
    saveChannel: writes((ref) => {
      const set = overwrite(channels, channelKey);
      db.insert(channels).values(ref).onConflictDoUpdate({ target: channelKey, set }).run();
    }),
    updateChannel: writes(({ team, order, n }, facts) => {
      db.update(channels).set(facts).where(has(channels, { team, order, n })).run();
    }),
    posts: reads((team, order, purpose) => posted.all({ team, order, purpose })),
    savePost: writes((ref) => {
      const set = overwrite(posts, postKey);
      db.insert(posts).values(ref).onConflictDoUpdate({ target: postKey, set }).run();
    }),
    documents: reads((team, order) => documentsOf.all({ team, order })),
    pricedDocuments: reads((team, order) => pricedOf.all({ team, order }).map(pricedDocumentOf)),
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
      const known = db.select().from(documents).where(has(documents, { team, fileId })).get();
      if (known) return known;
      const priced = db.select().from(pricedDocuments).where(has(pricedDocuments, { team, fileId })).get();
      return priced && pricedDocumentOf(priced);
    }),
    keptFiles: reads((team, order) => keptOf.all({ team, order }).toSorted(byTime)),
    saveKeptFile: writes((file) => {
      const { team, order, sha256, kind, fileId } = file;
      if (!db.select().from(keptFiles).where(has(keptFiles, { team, order, sha256, kind, fileId })).get())
        db.insert(keptFiles).values(file).run();
    }),
    signingLink: reads((hash) => db.select().from(signingLinks).where(has(signingLinks, { hash })).get()),
    saveSigningLink: writes((link) => {
      withdraw(link.team, link.order);
      db.insert(signingLinks).values(link).run();
    }),
    withdrawSigningLinks: writes((team, order) => {
      withdraw(team, order);
    }),
    asset: reads((team, sha256) => db.select().from(assets).where(has(assets, { team, sha256 })).get()),
    saveAsset: writes((asset) => {
      const { team, sha256 } = asset;
      if (!db.select({ sha256: assets.sha256 }).from(assets).where(has(assets, { team, sha256 })).get())
        db.insert(assets).values(asset).run();
    }),
  };
}
