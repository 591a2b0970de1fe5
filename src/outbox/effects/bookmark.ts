import type { ChannelRef } from '../../../db/store.ts';
import type { Attempt } from '../executor.ts';
import { failedWith } from '../slack-errors.ts';

/** What the bookmark's title begins with; by this we know our own again. */
const TITLE = 'Newest PDF';

/** Points the channel's bookmark at the newest document. Safe to repeat; without the scope it is left out. */
export async function pointBookmark(attempt: Attempt, ref: ChannelRef): Promise<void> {
  const { client, lacking, order, paced, store, trace, keep, warnOnce } = attempt;
  if (lacking.has('bookmarks.list') || lacking.has('bookmarks.add')) return;
  const newest = (await store.documents(order.team, order.id)).toSorted((a, b) => b.version - a.version)[0];
  const { channel } = ref;
  if (newest && !newest.permalink) return withdraw(attempt, ref);
  if (!newest || trace.bookmarked === newest.permalink) return;
  const wanted = { title: `${TITLE} (v${newest.version})`, link: newest.permalink };
  try {
    const known = ref.bookmark ?? (await ownBookmark(attempt, channel));
    const bookmark = known && (await edited(known)) ? known : await added();
    if (bookmark !== ref.bookmark) await store.updateChannel(ref, { bookmark });
    await keep({ bookmarked: newest.permalink });
  } catch (error) {
    const codes = ['missing_scope', 'permission_denied', 'too_many_bookmarks', 'restricted_action', 'invalid_link'];
    if (!failedWith(error, ...codes)) throw error;
    warnOnce('the newest PDF cannot be bookmarked (scopes bookmarks:read, bookmarks:write not granted, or refused)');
  }

  async function edited(bookmark_id: string): Promise<boolean> {
    try {
      await paced('bookmarks.edit', () => client.bookmarks.edit({ channel_id: channel, bookmark_id, ...wanted }));
      return true;
    } catch (error) {
      if (failedWith(error, 'not_found', 'bookmark_not_found')) return false;
      throw error;
    }
  }

  async function added(): Promise<string | null> {
    const { bookmark } = await paced('bookmarks.add', () =>
      client.bookmarks.add({ channel_id: channel, type: 'link', ...wanted }),
    );
    return bookmark?.id ?? null;
  }
}

/** The newest document is gone from Slack: a bookmark that leads to nothing is taken away. Safe to repeat. */
async function withdraw({ client, paced, store }: Attempt, ref: ChannelRef): Promise<void> {
  const { bookmark, channel } = ref;
  if (!bookmark) return;
  try {
    await paced('bookmarks.remove', () => client.bookmarks.remove({ channel_id: channel, bookmark_id: bookmark }));
  } catch (error) {
    if (!failedWith(error, 'not_found', 'bookmark_not_found', 'missing_scope', 'permission_denied')) throw error;
  }
  await store.updateChannel(ref, { bookmark: null });
}

async function ownBookmark({ client, paced }: Attempt, channel_id: string): Promise<string | undefined> {
  const { bookmarks } = await paced('bookmarks.list', () => client.bookmarks.list({ channel_id }));
  return bookmarks?.find(({ title }) => title?.startsWith(TITLE))?.id;
}
