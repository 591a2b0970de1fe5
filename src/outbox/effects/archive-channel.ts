import { channelOf, type Executor } from '../executor.ts';
import { failedWith } from '../slack-errors.ts';
import { dress } from './dress-channel.ts';

/** Archives the channel of an order that has ended and was not reopened since. Safe to repeat; always comes last. */
export const archiveChannel: Executor<'archive_channel'> = async ({ entry }, attempt) => {
  const { client, now, order, paced, store } = attempt;
  if (order.entries.at(-1)?.seq !== entry) return;
  const ref = await channelOf(attempt);
  if (ref.archivedAt !== null) return;
  await dress(attempt, ref);
  try {
    await paced('conversations.archive', () => client.conversations.archive({ channel: ref.channel }));
  } catch (error) {
    // The app is taken out of an archived channel: what was done before our last crash looks like this too.
    const gone =
      failedWith(error, 'already_archived', 'is_archived') ||
      (attempt.claimed.inDoubt && failedWith(error, 'not_in_channel', 'channel_not_found'));
    if (!gone) throw error;
  }
  await store.updateChannel(ref, { archivedAt: Math.floor(now() / 1000) });
};
