import type { CheckpointOf } from '../../../db/shapes/checkpoint.ts';
import type { Effect, EffectType } from '../../order/order.ts';
import { inChannel } from '../channel/in-channel.ts';
import type { Attempt, Executor } from '../executor.ts';
import { archiveChannel } from './channel/archive-channel.ts';
import { invite, inviteMembersLater, removePeople } from './channel/members.ts';
import { syncChannelMetadata } from './channel/metadata.ts';
import { openChannel } from './channel/next-channel.ts';
import { shareAttachments } from './files/share-attachments.ts';
import { issueDocument } from './issue-document.ts';
import { issuePriced } from './issue-priced.ts';
import { postEntry } from './post-entry.ts';
import { refreshCard } from './refresh-card.ts';
import { removeRepeat } from './remove-repeat.ts';
import { settleRequest, tell } from './tell.ts';

const executors: { readonly [T in EffectType]: Executor<T> } = {
  open_channel: openChannel,
  invite: inChannel(invite),
  refresh_card: inChannel(refreshCard),
  sync_channel_metadata: syncChannelMetadata,
  post_entry: inChannel(postEntry),
  issue_document: (effect, attempt) => {
    const { to } = effect;
    return to === undefined ? inChannel(issueDocument)(effect, attempt) : issuePriced({ ...effect, to }, attempt);
  },
  share_attachments: inChannel(shareAttachments),
  archive_channel: archiveChannel,
  tell,
  bring_in: inviteMembersLater,
  remove_people: removePeople,
  settle_request: settleRequest,
  remove_repeat: removeRepeat,
};

/** Carries out an effect of any type. */
export function execute<T extends EffectType>(effect: Extract<Effect, { type: T }>, attempt: Attempt): Promise<void> {
  const executor: Executor<T> = executors[effect.type as T];
  return executor(effect, attempt as Attempt<CheckpointOf<T>>);
}
