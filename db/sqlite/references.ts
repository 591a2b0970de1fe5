import { and, asc, desc, eq } from 'drizzle-orm';
import type { Store } from '../store.ts';
import { type Db, transact } from './connection.ts';
import { overwrite } from './prepared.ts';
import { channels, documents, issuedFiles, posts } from './schema.ts';

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
  | 'issuedAs'
>;

/** What stands in Slack for an order: channels, direct messages, files. */
export function referencesOf(db: Db): ReferenceStore {
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
        db.insert(issuedFiles).values({ team, order, version, sha256 }).onConflictDoNothing().run();
      });
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
