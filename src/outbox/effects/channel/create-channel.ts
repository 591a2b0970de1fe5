import type { ChannelRef } from '../../../../db/ports.ts';
import type { Created } from '../../../../db/shapes/checkpoint.ts';
import { orderNumber } from '../../../order/text/order-number.ts';
import { failedWith, GiveUp, Later } from '../../../slack-api/classify-error.ts';
import type { Attempt } from '../../executor.ts';
import { channelName, plainChannelName } from './channel-name.ts';

/** Slack's words for a name that breaks its rules, which nobody could mend by hand. */
const NOT_A_NAME = ['invalid_name', 'invalid_name_specials', 'invalid_name_punctuation', 'invalid_name_maxlength'];
/** How many other names are tried when one is taken. */
const SUFFIXES = 20;
/** How much our clock and Slack's may differ when a channel's age is looked at. Milliseconds. */
const CLOCK_SKEW = 7_200_000;

/** Creates the order's n-th channel and remembers it. Safe to repeat with the same checkpoint. */
export async function createChannel(attempt: Attempt<Created>, n: number): Promise<ChannelRef> {
  const { store, order, checkpoint, saveCheckpoint, settings } = attempt;
  const opened = (await openedBefore(attempt)) ?? (await create());
  const ref: ChannelRef = {
    team: order.team,
    order: order.id,
    n,
    channel: opened.id,
    name: opened.name,
    cardTs: null,
    pinned: false,
    cardStuck: null,
    topic: '',
    bookmark: null,
    archivedAt: null,
    lost: null,
  };
  await store.saveChannel(ref);
  return ref;

  async function create(): Promise<{ id: string; name: string }> {
    for (let suffix = checkpoint.suffix ?? 0; suffix < SUFFIXES; suffix++) {
      const name = (checkpoint.plain ? plainChannelName : channelName)(order, n, suffix);
      await saveCheckpoint({ name, suffix });
      try {
        const { channel } = await attempt.slack('conversations.create', { name, is_private: settings.channel.private });
        if (!channel?.id) throw new Error('conversations.create answered without a channel');
        return { id: channel.id, name: channel.name ?? name };
      } catch (error) {
        if (!checkpoint.plain && failedWith(error, ...NOT_A_NAME)) {
          await saveCheckpoint({ plain: true });
          suffix--;
        } else if (!failedWith(error, 'name_taken')) throw error;
        // A copy of the database does not know what was created since: the name may be taken by this very channel.
        const own = suffix === 0 ? await openedBefore(attempt) : undefined;
        if (own) return own;
      }
    }
    throw new GiveUp('name_taken', { say: 'name_taken' });
  }
}

/**
 * The channel that an earlier attempt of ours may have created without our hearing of it: ours, known to no order, no
 * older than that attempt (a channel of that name may also stem from an earlier installation), and of that name, or of
 * what Slack made of it: only the order's number at its beginning is sure to stay. Remembers how far it has looked, since
 * a long list takes longer than Slack's limits allow in one go.
 */
async function openedBefore({
  claimed,
  slack,
  identity,
  saveCheckpoint,
  order,
  settings,
  store,
  checkpoint,
}: Attempt<Created>) {
  if (!claimed.inDoubt || checkpoint.name === undefined) return undefined;
  const number = `${orderNumber(order.number).toLowerCase()}-`;
  let cursor = checkpoint.cursor ?? '';
  do {
    const page = await slack('conversations.list', {
      types: settings.channel.private ? 'private_channel' : 'public_channel',
      exclude_archived: true,
      limit: 999,
      ...(cursor ? { cursor } : {}),
    }).catch(async (error: unknown) => {
      if (!failedWith(error, 'invalid_cursor')) throw error;
      await saveCheckpoint({ cursor: '' });
      throw new Later(1000, 'the list of channels is read from its beginning again');
    });
    for (const { id, name, creator, created } of page.channels ?? []) {
      const ours = creator === undefined || creator === identity.botUserId;
      const recent = created === undefined || created * 1000 >= claimed.firstAttemptAt - CLOCK_SKEW;
      const named = name !== undefined && (name === checkpoint.name || name.startsWith(number));
      if (id && named && ours && recent && !(await store.channelById(order.team, id))) return { id, name };
    }
    cursor = page.response_metadata?.next_cursor ?? '';
    if (cursor || checkpoint.cursor) await saveCheckpoint({ cursor });
  } while (cursor);
  return undefined;
}
