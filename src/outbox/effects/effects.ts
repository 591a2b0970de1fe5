import type { Effect, EffectType } from '../../order/effect.ts';
import type { Order } from '../../order/order.ts';
import { GiveUp } from '../../slack-api/classify-error.ts';
import { inChannel } from '../channel/in-channel.ts';
import { type AnyAttempt, asEverybodyReads, type Executor, type OfficeExecutor } from '../executor.ts';
import { applyImport } from './apply-import.ts';
import { archiveChannel } from './channel/archive-channel.ts';
import { invite, inviteMembersLater, removePeople } from './channel/members.ts';
import { syncChannelMetadata } from './channel/metadata.ts';
import { openChannel } from './channel/next-channel.ts';
import { checkOrder } from './clock/check-order.ts';
import { planDigests } from './clock/plan-digests.ts';
import { sendDigest } from './clock/send-digest.ts';
import { sendReminder } from './clock/send-reminder.ts';
import { standIn } from './clock/stand-in.ts';
import { exportOrders } from './export-orders.ts';
import { shareAttachments } from './files/share-attachments.ts';
import { issueDocument } from './issue-document.ts';
import { issuePriced } from './issue-priced.ts';
import { refreshCrewMessages } from './outcomes/refresh-crew-messages.ts';
import { settleRequest } from './outcomes/settle-request.ts';
import { postEntry } from './post-entry.ts';
import { readImport } from './read-import.ts';
import { refreshCard } from './refresh-card.ts';
import { removeRepeat } from './remove-repeat.ts';
import { sendDocument } from './send-document.ts';
import { tell } from './tell.ts';

type OfficeType =
  | 'send_reminder'
  | 'send_digest'
  | 'plan_digests'
  | 'stand_in'
  | 'read_import'
  | 'apply_import'
  | 'export_orders'
  | 'remove_repeat';

const ofOrders: { readonly [T in Exclude<EffectType, OfficeType>]: Executor<T> } = {
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
  refresh_crew_messages: refreshCrewMessages,
  check_order: checkOrder,
  send_document: sendDocument,
};

const ofOffice: { readonly [T in OfficeType]: OfficeExecutor<T> } = {
  read_import: readImport,
  apply_import: applyImport,
  export_orders: exportOrders,
  remove_repeat: removeRepeat,
  send_reminder: sendReminder,
  send_digest: sendDigest,
  plan_digests: planDigests,
  stand_in: standIn,
};

const isOfOffice = (type: EffectType): type is OfficeType => type in ofOffice;

/** Carries out an effect of any type; `order` as it is stored, where the effect is about one. */
export function execute(effect: Effect, attempt: AnyAttempt, order: Order | undefined): Promise<void> {
  const { type } = effect;
  if (isOfOffice(type)) {
    const executor = ofOffice[type] as OfficeExecutor<OfficeType>;
    return executor(effect as never, { ...attempt, ...(order ? { order } : {}) } as never);
  }
  if (!order) throw new GiveUp('no_order', { say: 'no_order', order: attempt.claimed.order ?? '' });
  const executor = ofOrders[type] as Executor<Exclude<EffectType, OfficeType>>;
  return executor(effect as never, { ...attempt, ...asEverybodyReads(order) } as never);
}
