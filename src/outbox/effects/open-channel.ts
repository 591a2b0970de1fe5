import { orderNumber } from '../../order/order.ts';
import type { Attempt, Executor } from '../executor.ts';
import { failedWith, GiveUp } from '../slack-errors.ts';
import { channelName, plainChannelName } from './channel-name.ts';

/** Slack's words for a name that breaks its rules, which nobody could mend by hand. */
const NOT_A_NAME = ['invalid_name', 'invalid_name_specials', 'invalid_name_punctuation', 'invalid_name_maxlength'];
/** How many other names are tried when one is taken. */
const SUFFIXES = 20;
/** How much our clock and Slack's may differ when a channel's age is looked at. Milliseconds. */
const CLOCK_SKEW = 300_000;

/** Opens the order's channel, or a new one when the last is archived. Safe to repeat. */
export const openChannel: Executor<'open_channel'> = async (_, attempt) => {
  const { store, order, trace, keep, settings } = attempt;
  const last = await store.channel(order.team, order.id);
  if (last && last.archivedAt === null) return;
  const n = (last?.n ?? 0) + 1;
  const opened = (await openedBefore(attempt)) ?? (await create());
  await store.saveChannel({
    team: order.team,
    order: order.id,
    n,
    channel: opened.id,
    name: opened.name,
    cardTs: null,
    pinned: false,
    topic: '',
    bookmark: null,
    archivedAt: null,
  });

  async function create(): Promise<{ id: string; name: string }> {
    for (let suffix = Number(trace.suffix ?? 0); suffix < SUFFIXES; suffix++) {
      const name = (trace.plain === true ? plainChannelName : channelName)(order, n, suffix);
      await keep({ name, suffix });
      try {
        const { channel } = await attempt.paced('conversations.create', () =>
          attempt.client.conversations.create({ name, is_private: settings.channel.private }),
        );
        if (!channel?.id) throw new Error('conversations.create answered without a channel');
        return { id: channel.id, name: channel.name ?? name };
      } catch (error) {
        if (trace.plain !== true && failedWith(error, ...NOT_A_NAME)) {
          await keep({ plain: true });
          suffix--;
        } else if (!failedWith(error, 'name_taken')) throw error;
      }
    }
    throw new GiveUp(
      'name_taken',
      'Every channel name tried for this order is taken. Rename the old channels, then retry.',
    );
  }
};

/**
 * The channel that an earlier attempt of ours may have created without our hearing of it: ours, known to no order, no
 * older than that attempt (a channel of that name may also stem from an earlier installation), and of that name, or of
 * what Slack made of it: only the order's number at its beginning is sure to stay.
 */
async function openedBefore({ claimed, client, identity, order, paced, settings, store, trace }: Attempt) {
  if (!claimed.inDoubt || typeof trace.name !== 'string') return undefined;
  const number = `${orderNumber(order.number).toLowerCase()}-`;
  let cursor: string | undefined;
  do {
    const page = await paced('conversations.list', () =>
      client.conversations.list({
        types: settings.channel.private ? 'private_channel' : 'public_channel',
        exclude_archived: true,
        limit: 999,
        ...(cursor ? { cursor } : {}),
      }),
    );
    for (const { id, name, creator, created } of page.channels ?? []) {
      const ours = creator === undefined || creator === identity.botUserId;
      const recent = created === undefined || created * 1000 >= claimed.firstAttemptAt - CLOCK_SKEW;
      const named = name !== undefined && (name === trace.name || name.startsWith(number));
      if (id && named && ours && recent && !(await store.orderOfChannel(order.team, id))) return { id, name };
    }
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return undefined;
}
