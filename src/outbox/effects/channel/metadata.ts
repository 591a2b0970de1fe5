import { type ChannelRef, type DocumentRef, LOST_CHANNEL } from '../../../../db/ports.ts';
import type { CheckpointOf, Posted } from '../../../../db/shapes/checkpoint.ts';
import { unescaped } from '../../../forms/mrkdwn.ts';
import { topic } from '../../../slack/views/card.ts';
import { supersededMessage } from '../../../slack/views/channel-notes.ts';
import { channelsWords } from '../../../slack/words-for.ts';
import { classifyError, codeOf, failedWith, isOptionalFailure } from '../../../slack-api/classify-error.ts';
import { type Attempt, type Executor, within } from '../../executor.ts';
import { doubtOf, postOnce } from '../../in-doubt.ts';

type Marking = CheckpointOf<'sync_channel_metadata'>;

/**
 * Pins the card, sets the topic, points the bookmark at the newest document, marks the others: the channel's metadata. It has a lane of
 * its own, since Slack allows only 20 of each a minute and no card or PDF may wait for that. It does what can be done
 * now and waits for nothing: whatever brings a card, a document or a channel owes it again. Safe to repeat.
 */
export const syncChannelMetadata: Executor<'sync_channel_metadata'> = async (_, attempt) => {
  const ref = await attempt.store.channel(attempt.order.team, attempt.order.id);
  if (!ref || ref.archivedAt !== null) return;
  try {
    await pin(attempt, ref);
    await setTopic(attempt, ref);
    await pointBookmark(attempt, ref);
    await markSuperseded(attempt, ref);
  } catch (error) {
    // Archived meanwhile, or closed by somebody: there is nothing left to do.
    if (!failedWith(error, ...LOST_CHANNEL)) throw error;
  }
};

/** Owes the metadata once more, when there is something new to show in it: in doubt, it may be there already. Safe to repeat. */
export async function oweMetadata(attempt: Attempt): Promise<void> {
  const { now, order, store } = attempt;
  await store.owe(order.team, order.id, [{ type: 'sync_channel_metadata' }], now(), doubtOf(attempt));
}

async function pin(attempt: Attempt, ref: ChannelRef): Promise<void> {
  const { slack, order, store, warnOnce } = attempt;
  const { channel, cardTs } = ref;
  if (ref.pinned || cardTs === null) return;
  try {
    await slack('pins.add', { channel, timestamp: cardTs });
  } catch (error) {
    if (failedWith(error, 'message_not_found')) return;
    if (!failedWith(error, 'already_pinned')) {
      if (!isOptionalFailure(error)) throw error;
      return warnOnce(`cards are not pinned (scope pins:write not granted, or forbidden: ${codeOf(error)})`);
    }
  }
  // Another card may have taken its place meanwhile: that one is pinned by what is owed for it.
  const now = await store.channel(order.team, order.id);
  if (now?.channel === channel && now.cardTs !== cardTs) return void (await unpin(attempt, channel, cardTs));
  await store.updateChannel(ref, { pinned: true });
}

/**
 * Takes the pin off a message that is the card no more. Safe to repeat; where Slack does not allow it, it stays. Resolves
 * with whether there was a pin, and so a message.
 */
export async function unpin({ slack }: Attempt, channel: string, timestamp: string): Promise<boolean> {
  try {
    await slack('pins.remove', { channel, timestamp });
    return true;
  } catch (error) {
    if (!isOptionalFailure(error)) throw error;
    return false;
  }
}

/** Each time a topic is set, Slack says so in the channel: in doubt it is looked at first. */
async function setTopic(attempt: Attempt, ref: ChannelRef): Promise<void> {
  const { claimed, slack, order, settings, store, warnOnce } = attempt;
  const { channel } = ref;
  const wanted = topic(order, channelsWords(settings));
  if (ref.topic === wanted) return;
  try {
    if (!claimed.inDoubt || (await shownTopic(attempt, channel)) !== unescaped(wanted))
      await slack('conversations.setTopic', { channel, topic: wanted });
  } catch (error) {
    if (!isOptionalFailure(error)) throw error;
    return warnOnce(`topics are not set (scope not granted, or forbidden: ${codeOf(error)})`);
  }
  await store.updateChannel(ref, { topic: wanted });
}

/** The topic as it stands in Slack; undefined where it may not be looked at: it is then set once more. */
async function shownTopic({ slack }: Attempt, channel: string): Promise<string | undefined> {
  try {
    const info = await slack('conversations.info', { channel });
    return unescaped(info.channel?.topic?.value ?? '');
  } catch (error) {
    if (!isOptionalFailure(error) && !failedWith(error, 'unknown_method')) throw error;
    return undefined;
  }
}

/** Points the channel's bookmark at the newest document. Safe to repeat; without the scope it is left out. */
async function pointBookmark(attempt: Attempt, ref: ChannelRef): Promise<void> {
  const { claimed, slack, order, settings, store, warnOnce } = attempt;
  const newest = (await store.documents(order.team, order.id)).toSorted((a, b) => b.version - a.version)[0];
  const last = ref.bookmark === null ? undefined : decodeBookmark(ref.bookmark);
  const { channel } = ref;
  if (newest && !newest.permalink) return withdraw(attempt, ref);
  if (!newest) return claimed.inDoubt ? withdrawStray(attempt, ref) : undefined;
  if (last?.version === newest.version) return;
  const title = channelsWords(settings).card.bookmark({ version: newest.version });
  const wanted = { title, link: newest.permalink };
  const added = { channel_id: channel, type: 'link' as const, ...wanted };
  try {
    const known = last?.id ?? (await ownBookmark(attempt, channel));
    const id = known && (await edited(known)) ? known : (await slack('bookmarks.add', added)).bookmark?.id;
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

/** Ours leads to a file of the app's; Slack's addresses of files have their owner in them. */
async function ownBookmark({ identity, slack }: Attempt, channel_id: string): Promise<string | undefined> {
  const { bookmarks } = await slack('bookmarks.list', { channel_id });
  return bookmarks?.find(({ link }) => link?.includes(`/files/${identity.botUserId}/`))?.id;
}

/**
 * Says under every PDF of this channel that a later one has taken its place, once. A reply, since Slack does not promise
 * that a message with a file keeps it when it is edited; the file stays as issued. Safe to repeat. Where we do not know
 * the message, or may not reply to it, it is left as it is.
 */
async function markSuperseded(attempt: Attempt<Marking>, { channel }: ChannelRef): Promise<void> {
  const { log, order, settings, store } = attempt;
  const documents = await store.documents(order.team, order.id);
  for (const document of documents) {
    const next = documents.find(({ version }) => version > document.version);
    const isThere = document.channel === channel && document.permalink !== '';
    if (!next || document.marked || !isThere || document.ts === null) continue;
    try {
      const said = supersededMessage(order.number, next.version, channelsWords(settings));
      await postOnce(known(attempt, document.version), { channel, thread: document.ts }, said);
    } catch (error) {
      if (classifyError(error).kind !== 'give up' || failedWith(error, ...LOST_CHANNEL)) throw error;
      const about = { order: order.number, version: document.version, code: codeOf(error) };
      log.warn({ event: 'pdf.not_marked', ...about }, 'a PDF could not be marked as superseded');
    }
    await marked(attempt, document);
  }
}

/** The reply is known again whichever effect posted it: metadata is owed again and again. */
function known(attempt: Attempt<Marking>, version: number): Attempt<Posted> {
  const { id } = attempt.order;
  return within(within(attempt, 'superseded', id), `${version}`, `${id}/superseded v${version}`);
}

/** Somebody may have deleted the file while we replied: it is read again. */
async function marked({ store }: Attempt, { team, order, version }: DocumentRef): Promise<void> {
  const document = (await store.documents(team, order)).find((one) => one.version === version);
  if (document) await store.saveDocument({ ...document, marked: true });
}
