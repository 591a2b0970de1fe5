import { LOST_CHANNEL, NO_OFFICE_CHANNEL } from '../../../db/ports.ts';
import type { CheckpointOf } from '../../../db/shapes/checkpoint.ts';
import type { Effect } from '../../order/effect.ts';
import type { Order } from '../../order/order.ts';
import { pricedForPeople } from '../../order/rules.ts';
import { pricedNote, pricedThread } from '../../slack/views/priced.ts';
import { channelsWords, readersWords } from '../../slack/words-for.ts';
import { codeOf, failedWith, GiveUp } from '../../slack-api/classify-error.ts';
import { officeChannel } from '../../slack-api/office-channel.ts';
import { ChannelLost } from '../channel/channel-status.ts';
import { type Attempt, asSeenBy, versionOf, withPrices } from '../executor.ts';
import { postedBefore, postMarked } from '../in-doubt.ts';
import { UNREACHABLE } from '../unreachable.ts';
import type { SharePlace } from './files/share-file.ts';
import { shareDocument } from './issue-document.ts';
import { isThreadIn, markPriced } from './mark-priced.ts';

type Issue = Extract<Effect, { type: 'issue_document' }>;
type IssueAttempt = Attempt<CheckpointOf<'issue_document'>>;

/**
 * Sends the document with prices of a version to the office's channel, where all of an order are in one thread, or to a
 * person by direct message; once. Then the older ones say so. Safe to repeat.
 */
export async function issuePriced(
  { version, to }: Issue & { readonly to: string },
  attempt: IssueAttempt,
): Promise<void> {
  const { order, settings, store } = attempt;
  const isPerson = /^[UW]/.test(to);
  // There is no such channel any more: who answers for the order gets it, as if there had been none.
  if (!isPerson && settings.prices.channel === '') {
    await store.owe(order.team, order.id, pricedForPeople(order, version), attempt.now());
    return;
  }
  // Another channel may have been chosen since: what could not be sent goes there.
  const recipient = isPerson ? to : settings.prices.channel;
  const issued = await store.pricedDocuments(order.team, order.id);
  if (!issued.some((one) => one.version === version && one.recipient === recipient))
    await (isPerson ? toPerson(attempt, version, recipient) : toOffice(attempt, version, recipient));
  await markPriced(attempt);
}

/** A channel is chosen by an admin; what has become of it since is asked each time, before prices are posted there. */
async function toOffice(attempt: IssueAttempt, version: number, channel: string): Promise<void> {
  let name = `<#${channel}>`;
  try {
    const found = officeChannel((await attempt.slack('conversations.info', { channel })).channel);
    if (found.kind !== 'hidden') name = `#${found.name}`;
    if (found.kind === 'open') throw new GiveUp(NO_OFFICE_CHANNEL, { say: 'office_channel_open', channel: name });
    if (found.kind === 'shared') throw new GiveUp(NO_OFFICE_CHANNEL, { say: 'office_channel_shared', channel: name });
    if (found.kind !== 'fit') throw new ChannelLost(found.kind);
    const thread = await threadIn(attempt, channel);
    const words = channelsWords(attempt.settings);
    await send(
      withPrices(attempt),
      { channel, name: channel, lost: null, thread },
      { version, recipient: channel, words },
    );
  } catch (error) {
    if (!(error instanceof ChannelLost) && !failedWith(error, ...LOST_CHANNEL)) throw error;
    throw new GiveUp(NO_OFFICE_CHANNEL, { say: 'office_channel', channel: name });
  }
}

/** Somebody who sees the order's prices no more gets no document with them. */
async function toPerson(attempt: IssueAttempt, version: number, person: string): Promise<void> {
  const { log, order, settings, store, slack } = attempt;
  const reader = await store.person(order.team, person);
  const seen = await asSeenBy(attempt, reader);
  if (!seen.priced)
    return log.warn(
      { event: 'pdf.person_sees_no_prices', order: order.number, version, person },
      'a person who no longer sees prices was sent no document with them',
    );
  try {
    const { channel } = await slack('conversations.open', { users: person });
    if (!channel?.id) throw new Error('conversations.open answered without a conversation');
    const place = { channel: channel.id, name: reader?.name ?? person, lost: null };
    await send(seen, place, { version, recipient: person, words: readersWords(reader, settings) });
  } catch (error) {
    if (!failedWith(error, ...UNREACHABLE)) throw error;
    log.warn({ event: 'pdf.person_unreachable', person, code: codeOf(error) }, 'a person could not be sent a document');
  }
}

async function send(
  attempt: IssueAttempt,
  place: SharePlace,
  { version, recipient, words }: { version: number; recipient: string; words: ReturnType<typeof channelsWords> },
): Promise<void> {
  const { order, store } = attempt;
  const { language } = (await versionOf(attempt, version)).issuer;
  const note = pricedNote(order, version, words);
  const shared = await shareDocument(attempt, place, { version, copy: 'priced', note, words });
  const { team, id } = order;
  await store.saveDocument({ team, order: id, version, copy: 'priced', language, recipient, ...shared });
}

/** The message under which an order's documents stand in the office's channel; posted with the first of them. */
async function threadIn(attempt: IssueAttempt, channel: string): Promise<string> {
  const { claimed, order, settings, store } = attempt;
  const known = (await store.posts(order.team, order.id, 'priced')).find(isThreadIn(channel));
  if (known) return known.ts;
  const before = claimed.inDoubt ? await postedBefore(attempt, channel) : undefined;
  const ts = before ?? (await postMarked(attempt, { channel }, pricedThread(order, channelsWords(settings)))).ts;
  if (!ts) throw new Error('chat.postMessage answered without a place');
  await store.savePost({ ...postOf(order), channel, ts, entry: null, settled: false });
  return ts;
}

const postOf = ({ team, id }: Order) => ({ team, order: id, purpose: 'priced', person: '' }) as const;
