import type { Executor } from '../../executor.ts';
import { createChannel } from './create-channel.ts';
import { finishMove, moveOn } from './next-channel.ts';
import { oweMetadata } from './sync-channel-metadata.ts';

/** Opens the order's channel, or a new one when the last is archived. Safe to repeat. */
export const openChannel: Executor<'open_channel'> = async (_, attempt) => {
  const last = await attempt.store.channel(attempt.order.team, attempt.order.id);
  if (last?.lost && last.archivedAt !== null) await moveOn(attempt, last);
  else if (!last || last.archivedAt !== null) await createChannel(attempt, (last?.n ?? 0) + 1);
  const now = await attempt.store.channel(attempt.order.team, attempt.order.id);
  if (now) await finishMove(attempt, now);
  // Its metadata may have been looked at before there was a channel.
  await oweMetadata(attempt);
};
