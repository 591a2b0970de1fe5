import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Keys } from '../keys.ts';
import type { Store } from '../ports.ts';
import { type Coded, keyedCheck, unkeyedCheck } from '../printed-codes.ts';
import { type Db, transact } from './connection.ts';
import { overwrite } from './prepared.ts';
import { channels, documents, issuedFiles, posts, printedCodes, versions } from './schema.ts';

type ReferenceStore = Pick<
  Store,
  | 'channel'
  | 'channelById'
  | 'saveChannel'
  | 'updateChannel'
  | 'posts'
  | 'savePost'
  | 'documents'
  | 'saveDocument'
  | 'documentByFile'
  | 'printedCode'
  | 'issuedAs'
>;

/** What stands in Slack for an order: channels, direct messages, files. */
export function referencesOf(db: Db, keys: Keys): ReferenceStore {
  const { placeholder } = sql;
  const printed = db
    .select({ digits: printedCodes.digits, key: printedCodes.key, body: versions.body })
    .from(printedCodes)
    .innerJoin(
      versions,
      and(
        eq(versions.team, printedCodes.team),
        eq(versions.order, printedCodes.order),
        eq(versions.n, printedCodes.version),
      ),
    )
    .where(
      and(
        eq(printedCodes.team, placeholder('team')),
        eq(printedCodes.order, placeholder('order')),
        eq(printedCodes.version, placeholder('version')),
      ),
    )
    .prepare();
  /** Whether the version is still what its code was made of; undefined when the key for that is missing. */
  function isIntact(coded: Coded, { digits, key, body }: { digits: string; key: string; body: string }) {
    try {
      if (key === '') return digits === unkeyedCheck(coded.team, coded.order, body);
    } catch {
      return false;
    }
    const made = keys.find(({ name }) => name === key);
    return made && digits === keyedCheck(made, coded, body);
  }
  const channelKey = [channels.team, channels.order, channels.n];
  const postKey = [posts.team, posts.channel, posts.ts];
  const documentKey = [documents.team, documents.order, documents.version];
  return {
    async channel(team, order) {
      const ofOrder = and(eq(channels.team, team), eq(channels.order, order));
      return db.select().from(channels).where(ofOrder).orderBy(desc(channels.n)).limit(1).get();
    },
    async channelById(team, channel) {
      const isIt = and(eq(channels.team, team), eq(channels.channel, channel));
      return db.select().from(channels).where(isIt).orderBy(desc(channels.n)).limit(1).get();
    },
    async saveChannel(ref) {
      const set = overwrite(channels, channelKey);
      db.insert(channels).values(ref).onConflictDoUpdate({ target: channelKey, set }).run();
    },
    async updateChannel({ team, order, n }, facts) {
      const key = and(eq(channels.team, team), eq(channels.order, order), eq(channels.n, n));
      db.update(channels).set(facts).where(key).run();
    },
    async posts(team, order, purpose) {
      const ofOrder = and(eq(posts.team, team), eq(posts.order, order), eq(posts.purpose, purpose));
      return db.select().from(posts).where(ofOrder).orderBy(asc(posts.ts), asc(posts.channel)).all();
    },
    async savePost(ref) {
      const set = overwrite(posts, postKey);
      db.insert(posts).values(ref).onConflictDoUpdate({ target: postKey, set }).run();
    },
    async documents(team, order) {
      const ofOrder = and(eq(documents.team, team), eq(documents.order, order));
      return db.select().from(documents).where(ofOrder).orderBy(asc(documents.version)).all();
    },
    async saveDocument(ref) {
      const set = overwrite(documents, documentKey);
      const { team, order, version, sha256 } = ref;
      transact(db.$client, () => {
        db.insert(documents).values(ref).onConflictDoUpdate({ target: documentKey, set }).run();
        const isIt = and(eq(issuedFiles.team, team), eq(issuedFiles.sha256, sha256));
        if (!db.select({ version: issuedFiles.version }).from(issuedFiles).where(isIt).get())
          db.insert(issuedFiles).values({ team, order, version, sha256 }).run();
      });
    },
    async printedCode(team, order, version) {
      const row = printed.get({ team, order, version });
      if (!row) return undefined;
      const { digits, key, body } = row;
      return { check: digits, intact: isIntact({ team, order, version }, { digits, key, body }) };
    },
    async issuedAs(team, sha256) {
      const isIt = and(eq(issuedFiles.team, team), eq(issuedFiles.sha256, sha256));
      const { order, version } = issuedFiles;
      return db.select({ order, version }).from(issuedFiles).where(isIt).get();
    },
    async documentByFile(team, fileId) {
      const isIt = and(eq(documents.team, team), eq(documents.fileId, fileId));
      return db.select().from(documents).where(isIt).limit(1).get();
    },
  };
}
