import { codeOf } from '../../slack/error-code.ts';
import { settledRequest, tellMessage } from '../../slack/views/tell.ts';
import { type Attempt, type Executor, entryOf } from '../executor.ts';
import { directChannel, markOf, postedBefore } from '../in-doubt.ts';
import { failedWith } from '../slack-errors.ts';

/** Slack's words for "this person gets no messages any more": nothing is owed to them. */
const UNREACHABLE = ['user_not_found', 'user_disabled', 'channel_not_found', 'cannot_dm_bot', 'user_not_visible'];

/** Tells one person of one entry by direct message, once. Safe to repeat. */
export const tell: Executor<'tell'> = async ({ person, about, entry }, attempt) => {
  const { log, order, store } = attempt;
  let sent: { channel: string; ts: string } | undefined;
  try {
    sent = await send(attempt, person, about, entry);
  } catch (error) {
    if (!failedWith(error, ...UNREACHABLE)) throw error;
    log.warn({ person, code: codeOf(error) }, 'a person could not be told');
  }
  if (sent && about === 'request')
    await store.savePost({ team: order.team, order: order.id, purpose: 'request', person, ...sent, settled: false });
};

async function send(attempt: Attempt, person: string, about: Parameters<typeof tellMessage>[2], seq: number) {
  const { claimed, client, keep, order, paced, settings, store, trace } = attempt;
  if (typeof trace.channel === 'string' && typeof trace.ts === 'string')
    return { channel: trace.channel, ts: trace.ts };
  const direct = claimed.inDoubt ? await directChannel(attempt, person) : undefined;
  const before = direct ? await postedBefore(attempt, direct) : undefined;
  if (direct && before) {
    await keep({ channel: direct, ts: before });
    return { channel: direct, ts: before };
  }
  const channel = await store.channel(order.team, order.id);
  const message = tellMessage(order, entryOf(order, seq), about, settings, channel?.channel);
  const posted = await paced(
    'chat.postMessage',
    () => client.chat.postMessage({ channel: person, ...message, metadata: markOf(attempt), unfurl_links: false }),
    person,
  );
  if (!posted.channel || !posted.ts) throw new Error('chat.postMessage answered without a place');
  const sent = { channel: posted.channel, ts: posted.ts };
  await keep(sent);
  return sent;
}

/** Puts the outcome where the buttons of the supervisor's requests were. Safe to repeat. */
export const settleRequest: Executor<'settle_request'> = async ({ entry }, attempt) => {
  const { client, log, order, paced, settings, store } = attempt;
  const channel = await store.channel(order.team, order.id);
  const message = settledRequest(order, entryOf(order, entry), settings, channel?.channel);
  const open = (await store.posts(order.team, order.id, 'request')).filter(({ settled }) => !settled);
  for (const post of open) {
    try {
      const { channel, ts } = post;
      await paced('chat.update', () => client.chat.update({ channel, ts, ...message }), channel);
    } catch (error) {
      if (!failedWith(error, ...UNREACHABLE, 'message_not_found', 'cant_update_message', 'edit_window_closed'))
        throw error;
      log.info({ code: codeOf(error) }, 'a request could not be settled');
    }
    await store.savePost({ ...post, settled: true });
  }
};
