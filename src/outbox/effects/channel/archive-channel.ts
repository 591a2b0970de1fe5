import { LOST_CHANNEL } from '../../../../db/ports.ts';
import { codeOf, failedWith, Later } from '../../../slack-api/classify-error.ts';
import { channelOf, type Executor } from '../../executor.ts';

/** Waits for the channel's metadata, which has a lane of its own. Milliseconds. */
const FIRST_WAIT = 250;
const MAX_WAIT = 60_000;

/**
 * Archives the channel of an order that has ended and was not reopened since. Safe to repeat; always comes last. A channel
 * that we cannot reach any more is closed as far as we are concerned: people archived it or took it over, or we did
 * before a crash (the app is taken out of an archived channel).
 */
export const archiveChannel: Executor<'archive_channel'> = async ({ entry }, attempt) => {
  const { slack, saveCheckpoint, log, now, order, store, checkpoint } = attempt;
  if (order.lastEntry.seq !== entry) return;
  const ref = await channelOf(attempt);
  if (ref.archivedAt !== null) return;
  if (await store.owes(order.team, order.id, 'metadata')) {
    const waits = checkpoint.waits ?? 0;
    await saveCheckpoint({ waits: waits + 1 });
    throw new Later(Math.min(FIRST_WAIT * 1.3 ** waits, MAX_WAIT), 'waiting for the metadata of the channel');
  }
  try {
    await slack('conversations.archive', { channel: ref.channel });
  } catch (error) {
    if (!failedWith(error, 'already_archived', ...LOST_CHANNEL)) throw error;
    log.info(
      { event: 'channel.not_archived', order: order.number, code: codeOf(error) },
      'the channel of an ended order is inaccessible; it was not archived',
    );
  }
  await store.updateChannel(ref, { archivedAt: Math.floor(now() / 1000) });
};
