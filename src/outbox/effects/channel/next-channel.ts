import type { ChannelRef } from '../../../../db/ports.ts';
import type { InChannel, Issued } from '../../../../db/shapes/checkpoint.ts';
import { peopleOf } from '../../../order/order.ts';
import { movedMessage } from '../../../slack/views/channel-notes.ts';
import { channelsWords } from '../../../slack/words-for.ts';
import { resolveChannelStatus, saveChannelStatus, waitForPeople } from '../../channel/channel-status.ts';
import { type Attempt, channelOf, type Executor, type Moving, moving, partOf, within } from '../../executor.ts';
import { postOnce } from '../../in-doubt.ts';
import { shareDocument } from '../issue-document.ts';
import { renderCard } from '../refresh-card.ts';
import { createChannel } from './create-channel.ts';
import { inviteMembers } from './members.ts';
import { oweMetadata } from './metadata.ts';

/**
 * Opens the order's next channel, since people have closed the one it had. Resolves with the channel to go on in: the
 * old one when Slack says that it is open again. Safe to repeat.
 */
export async function moveOn(attempt: Attempt<InChannel>, closed: ChannelRef): Promise<ChannelRef> {
  const { log, order } = attempt;
  if (closed.lost?.how !== 'abandoned') {
    // What we know comes from an event, and events come late: a channel that is open again is not given up.
    const fate = await resolveChannelStatus(attempt, closed);
    if (fate.kind === 'ours' || fate.kind === 'renumbered') return saveChannelStatus(attempt, closed, fate);
    if (fate.kind === 'removed')
      return waitForPeople(attempt, await saveChannelStatus(attempt, closed, fate), 'removed', 'not_in_channel');
  }
  const to = closed.n + 1;
  if (attempt.checkpoint.move?.to !== to) {
    const { channel, name, lost } = closed;
    await attempt.saveCheckpoint({ move: { to, from: { channel, name, lost }, done: false } });
  }
  const opened = await createChannel(within(moving(attempt), 'open', partOf(attempt, 'open', to)), to);
  log.info(
    { event: 'channel.replaced', order: order.number, n: to, why: closed.lost?.how ?? 'archived' },
    'a new channel was opened for an order',
  );
  return opened;
}

/**
 * Brings everybody, the card, a word on what happened and the newest PDF into the channel, when this effect has opened it.
 * Resolves with the channel as it is known then.
 */
export async function finishMove(attempt: Attempt<Moving>, ref: ChannelRef): Promise<ChannelRef> {
  const { move } = attempt.checkpoint;
  if (!move || move.done || move.to !== ref.n) return ref;
  const { order } = attempt;
  const everybody = new Set(peopleOf(order).map(([, { id }]) => id));
  const parts = moving(attempt);
  const known = (part: string) => partOf(attempt, part, ref.n);
  await inviteMembers(within(parts, 'people', known('people')), ref.channel, [...everybody]);
  if (ref.cardTs === null) await renderCard(within(parts, 'card', known('card')), ref);
  const { lost } = move.from;
  const by = lost?.by ? (await attempt.store.person(order.team, lost.by))?.name : undefined;
  const moved = movedMessage(order, move.from, channelsWords(attempt.settings), by);
  await postOnce(within(parts, 'word', known('word')), ref, moved);
  if (attempt.claimed.effect.type !== 'issue_document')
    await bringDocument(within(parts, 'document', known('document')), ref);
  await oweMetadata(attempt);
  await parts.saveCheckpoint({ done: true });
  return channelOf(attempt);
}

/** The newest PDF once more, so that bookmark and history lead to a file that is there: same version, same bytes. */
async function bringDocument(attempt: Attempt<Issued>, ref: ChannelRef): Promise<void> {
  const { log, order, store } = attempt;
  const documents = await store.documents(order.team, order.id);
  const newest = documents.toSorted((a, b) => b.version - a.version)[0];
  if (!newest) return;
  const shared = await shareDocument(attempt, ref, newest);
  if (shared.sha256 !== newest.sha256)
    log.warn(
      { event: 'pdf.differs', order: order.number, version: newest.version },
      'a PDF differs from the one that was issued',
    );
  await store.saveDocument({ ...newest, ...shared });
}

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
