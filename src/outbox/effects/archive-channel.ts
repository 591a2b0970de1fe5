import { lostChannelCodes } from '../../slack/channel-codes.ts';
import { codeOf } from '../../slack/error-code.ts';
import { channelOf, type Executor } from '../executor.ts';
import { failedWith } from '../slack-errors.ts';
import { dress } from './dress-channel.ts';

/**
 * Archives the channel of an order that has ended and was not reopened since. Safe to repeat; always comes last. A channel
 * that we cannot reach any more is closed as far as we are concerned: people archived it or took it over, or we did
 * before a crash (the app is taken out of an archived channel).
 */
export const archiveChannel: Executor<'archive_channel'> = async ({ entry }, attempt) => {
  const { client, log, now, order, paced, store } = attempt;
  if (order.entries.at(-1)?.seq !== entry) return;
  const ref = await channelOf(attempt);
  if (ref.archivedAt !== null) return;
  await dress(attempt, ref);
  try {
    await paced('conversations.archive', () => client.conversations.archive({ channel: ref.channel }));
  } catch (error) {
    if (!failedWith(error, 'already_archived', ...lostChannelCodes)) throw error;
    log.info(
      { order: order.number, code: codeOf(error) },
      'the channel of an ended order is out of reach; left as it is',
    );
  }
  await store.updateChannel(ref, { archivedAt: Math.floor(now() / 1000) });
};
