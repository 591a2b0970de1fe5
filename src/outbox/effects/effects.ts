import type { CheckpointOf } from '../../../db/shapes/checkpoint.ts';
import type { Effect, EffectType, Order } from '../../order/order.ts';
import { GiveUp } from '../../slack-api/classify-error.ts';
import { inChannel } from '../channel/in-channel.ts';
import type { AnyAttempt, Attempt, Executor } from '../executor.ts';
import { archiveChannel } from './channel/archive-channel.ts';
import { invite, inviteMembersLater } from './channel/invite.ts';
import { openChannel } from './channel/next-channel.ts';
import { removePeople } from './channel/remove-people.ts';
import { syncChannelMetadata } from './channel/sync-channel-metadata.ts';
import { shareAttachments } from './files/share-attachments.ts';
import { issueDocument } from './issue-document.ts';
import { postEntry } from './post-entry.ts';
import { refreshCard } from './refresh-card.ts';
import { settleRequest, tell } from './tell.ts';

type Executors = { readonly [T in EffectType]: Executor<T> };

const executors: Executors = {
  open_channel: openChannel,
  invite: inChannel(invite),
  refresh_card: inChannel(refreshCard),
  sync_channel_metadata: syncChannelMetadata,
  post_entry: inChannel(postEntry),
  issue_document: inChannel(issueDocument),
  share_attachments: inChannel(shareAttachments),
  archive_channel: archiveChannel,
  tell,
  bring_in: inviteMembersLater,
  remove_people: removePeople,
  settle_request: settleRequest,
};

/** Carries out an effect of any type. All there are belong to an order. */
export async function execute<T extends EffectType>(
  effect: Extract<Effect, { type: T }>,
  order: Order | undefined,
  attempt: AnyAttempt,
): Promise<void> {
  if (!order) throw new GiveUp('no_order', `Its order ${attempt.claimed.order ?? ''} is not there. Report this.`);
  const executor: Executor<T> = executors[effect.type as T];
  return executor(effect, { ...attempt, order } as Attempt<CheckpointOf<T>>);
}
