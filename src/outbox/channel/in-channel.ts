import { type ChannelRef, LOST_CHANNEL } from '../../../db/ports.ts';
import type { CheckpointOf, InChannel } from '../../../db/shapes/checkpoint.ts';
import type { Effect, EffectType } from '../../order/effect.ts';
import { codeOf, failedWith, Unanswered } from '../../slack-api/classify-error.ts';
import { finishMove, moveOn } from '../effects/channel/next-channel.ts';
import { type Attempt, channelOf, type Executor } from '../executor.ts';
import {
  ChannelLost,
  type ChannelStatus,
  resolveChannelStatus,
  saveChannelStatus,
  waitForPeople,
} from './channel-status.ts';

/** Effects that go into the order's channel. */
type InChannelType = { [T in EffectType]: CheckpointOf<T> extends InChannel ? T : never }[EffectType];

/** Carries out an effect that goes into the order's channel. Safe to repeat, also in the channel after that one. */
export type ChannelExecutor<T extends InChannelType> = (
  effect: Extract<Effect, { type: T }>,
  attempt: Attempt<CheckpointOf<T>>,
  ref: ChannelRef,
) => Promise<void>;

/** New channels that one effect opens before a human is asked: somebody may archive them as fast as we open them. */
const MOVES = 2;
/** What became of a channel that nobody saw being closed. */
const GONE: ChannelStatus = { kind: 'closed', lost: { how: 'archived', by: null, at: 0 } };
/** Attempts after which Slack is not asked again when it says both that we are in the channel and that we are not. */
const CONTRADICTIONS = 5;

/**
 * Carries an effect out in the order's channel, wherever that is: when people have archived or deleted it, a
 * next one is opened first; when the app was removed from it, a human is asked to bring it back. An order that has
 * ended owes its closed channel nothing more, unless files of it would be lost.
 */
export function inChannel<T extends InChannelType>(work: ChannelExecutor<T>): Executor<T> {
  return async (effect, attempt) => {
    let ref = await channelOf(attempt);
    for (let moves = 0; ; ) {
      try {
        if (ref.archivedAt !== null) {
          if (!(await isNeeded(effect, attempt))) return;
          moves += 1;
          ref = await moveOn(attempt, ref);
        }
        ref = await finishMove(attempt, ref);
        return await work(effect, attempt, ref);
      } catch (error) {
        const lost = error instanceof ChannelLost || failedWith(error, ...LOST_CHANNEL);
        if (!lost || moves >= MOVES) throw error;
        ref = await afterLoss(effect, attempt, error);
      }
    }
  };
}

/** The channel as it turned out to be after a failure: closed, or under another id. Gives up when people have to act. */
async function afterLoss(effect: Effect, attempt: Attempt<InChannel>, error: unknown): Promise<ChannelRef> {
  const ref = await channelOf(attempt);
  const found = await resolveChannelStatus(attempt, ref, error);
  // Owed in a copy that became the database, or because of that: in the time that it knows nothing of, the channel was most
  // likely closed, and people need not be asked.
  const fate: ChannelStatus = found.kind === 'unknown' && attempt.checkpoint.restored ? GONE : found;
  if (fate.kind === 'ours' && failedWith(error, 'posting_to_channel_denied')) throw error;
  if (fate.kind === 'ours' && attempt.claimed.attempt < CONTRADICTIONS)
    throw new Unanswered(`${codeOf(error)}, although the app is in the channel`);
  const known = await saveChannelStatus(attempt, ref, fate);
  if (fate.kind === 'closed' || fate.kind === 'renumbered') return known;
  if (!(await isNeeded(effect, attempt))) return { ...known, archivedAt: Math.floor(attempt.now() / 1000) };
  return waitForPeople(attempt, known, fate.kind === 'removed' ? 'removed' : 'unknown', codeOf(error));
}

/** Whether an effect is still worth a new channel: not for an order that has ended, unless files would be lost. */
async function isNeeded(effect: Effect, attempt: Attempt<InChannel>): Promise<boolean> {
  const { order, store } = attempt;
  // A card that is only redrawn opens no channel; what the order owes next does.
  if (attempt.checkpoint.redraw === true) return false;
  if (order.outcome === null) return true;
  const newest = order.latest?.n;
  if (newest === undefined) return false;
  if (effect.type === 'share_attachments') return true;
  return !(await store.documents(order.team, order.id)).some(({ version }) => version === newest);
}
