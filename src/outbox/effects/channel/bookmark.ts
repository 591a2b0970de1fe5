import type { ChannelRef } from '../../../../db/ports.ts';
import { failedWith, isOptionalFailure } from '../../../slack-api/classify-error.ts';
import { codeOf } from '../../../slack-api/slack-codes.ts';
import type { Attempt } from '../../executor.ts';

/** What the bookmark's title begins with; by this we know our own again. */
const TITLE = 'Newest PDF';

/** Points the channel's bookmark at the newest document. Safe to repeat; without the scope it is left out. */
export async function pointBookmark(attempt: Attempt, ref: ChannelRef): Promise<void> {
  const { claimed, slack, order, store, warnOnce } = attempt;
  const newest = (await store.documents(order.team, order.id)).toSorted((a, b) => b.version - a.version)[0];
  const last = ref.bookmark === null ? undefined : decodeBookmark(ref.bookmark);
  const { channel } = ref;
  if (newest && !newest.permalink) return withdraw(attempt, ref);
  if (!newest) return claimed.inDoubt ? withdrawStray(attempt, ref) : undefined;
  if (last?.version === newest.version) return;
  const wanted = { title: `${TITLE} (v${newest.version})`, link: newest.permalink };
  try {
    const known = last?.id ?? (await ownBookmark(attempt, channel));
    const id = known && (await edited(known)) ? known : await added();
    if (id) await store.updateChannel(ref, { bookmark: encodeBookmark({ id, version: newest.version }) });
  } catch (error) {
    if (!isOptionalFailure(error)) throw error;
    warnOnce(
      `the newest PDF cannot be bookmarked (scopes bookmarks:read, bookmarks:write not granted, or refused: ${codeOf(error)})`,
    );
  }

  async function edited(bookmark_id: string): Promise<boolean> {
    try {
      await slack('bookmarks.edit', { channel_id: channel, bookmark_id, ...wanted });
      return true;
    } catch (error) {
      if (failedWith(error, 'not_found', 'bookmark_not_found')) return false;
      throw error;
    }
  }

  async function added(): Promise<string | undefined> {
    const { bookmark } = await slack('bookmarks.add', { channel_id: channel, type: 'link', ...wanted });
    return bookmark?.id;
  }
}

/** The newest document is gone from Slack: a bookmark that leads to nothing is taken away. Safe to repeat. */
async function withdraw({ slack, store }: Attempt, ref: ChannelRef): Promise<void> {
  if (ref.bookmark === null) return;
  const { id } = decodeBookmark(ref.bookmark);
  try {
    await slack('bookmarks.remove', { channel_id: ref.channel, bookmark_id: id });
  } catch (error) {
    if (!failedWith(error, 'not_found', 'bookmark_not_found') && !isOptionalFailure(error)) throw error;
  }
  await store.updateChannel(ref, { bookmark: null });
}

/** A backup was restored that knows nothing of the document to which a bookmark of ours leads. Safe to repeat. */
async function withdrawStray(attempt: Attempt, ref: ChannelRef): Promise<void> {
  try {
    const stray = await ownBookmark(attempt, ref.channel);
    if (stray !== undefined) await withdraw(attempt, { ...ref, bookmark: stray });
  } catch (error) {
    if (!isOptionalFailure(error)) throw error;
  }
}

/** How the store keeps which bookmark is ours, and which version it shows: `Bk123 v4`. */
const encodeBookmark = ({ id, version }: { id: string; version: number }): string => `${id} v${version}`;

/** Undoes it; a bare id, as it was kept once, shows no version that we know of. */
function decodeBookmark(kept: string): { id: string; version: number | undefined } {
  const [id = kept, version] = kept.split(' v');
  return { id, version: version === undefined ? undefined : Number(version) };
}

async function ownBookmark({ slack }: Attempt, channel_id: string): Promise<string | undefined> {
  const { bookmarks } = await slack('bookmarks.list', { channel_id });
  return bookmarks?.find(({ title }) => title?.startsWith(TITLE))?.id;
}
