import { and, asc, desc, eq, getTableColumns } from 'drizzle-orm';
import type { Keys } from '../keys.ts';
import type { Channels, Documents } from '../ports.ts';
import { isIntact } from '../printed-codes.ts';
import { has, overwrite } from '../rows/columns.ts';
import type { Access } from './access.ts';
import { given, onEach, UNNAMED } from './prepared.ts';
import { assets, channels, documents, issuedFiles, posts, printedCodes, versions } from './schema.ts';

const channelKey = [channels.team, channels.order, channels.n];
const postKey = [posts.team, posts.channel, posts.ts];
const documentKey = [documents.team, documents.order, documents.version];
const { seq: _, ...post } = getTableColumns(posts);

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
export function referencesOf({ reads, writesTogether }: Access, keys: Keys): Channels & Documents {
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
    saveDocument: writesTogether(async (db, ref) => {
      const { team, order, version, sha256 } = ref;
      const set = overwrite(documents, documentKey);
      await Promise.all([
        db.insert(documents).values(ref).onConflictDoUpdate({ target: documentKey, set }),
        db.insert(issuedFiles).values({ team, order, version, sha256 }).onConflictDoNothing(),
      ]);
    }),
    printedCode: reads(async (db, team, order, version) => {
      const { digits, key } = printedCodes;
      const isIts = and(
        eq(versions.team, printedCodes.team),
        eq(versions.order, printedCodes.order),
        eq(versions.n, printedCodes.version),
      );
      const [row] = await db
        .select({ digits, key, body: versions.body })
        .from(printedCodes)
        .innerJoin(versions, isIts)
        .where(has(printedCodes, { team, order, version }));
      return row && { check: row.digits, intact: isIntact(keys, { team, order, version }, row) };
    }),
    issuedAs: reads(async (db, team, sha256) => {
      const { order, version } = issuedFiles;
      const [row] = await db.select({ order, version }).from(issuedFiles).where(has(issuedFiles, { team, sha256 }));
      return row;
    }),
    documentByFile: reads(
      async (db, team, fileId) =>
        (await db.select().from(documents).where(has(documents, { team, fileId })).limit(1))[0],
    ),
    asset: reads(async (db, team, sha256) => (await db.select().from(assets).where(has(assets, { team, sha256 })))[0]),
    saveAsset: writesTogether(async (db, asset) => {
      await db.insert(assets).values(asset).onConflictDoNothing();
    }),
  };
}
