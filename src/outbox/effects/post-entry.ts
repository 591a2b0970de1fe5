import type { Order } from '../../order/order.ts';
import { entryMessage } from '../../slack/views/entry.ts';
import { entryOf, type Identity } from '../executor.ts';
import type { ChannelExecutor } from '../in-channel.ts';
import { markOf, postedBefore } from '../in-doubt.ts';

/** Posts one entry to the order's channel, once. Safe to repeat. */
export const postEntry: ChannelExecutor<'post_entry'> = async (effect, attempt, { channel }) => {
  const { claimed, client, identity, keep, order, paced, settings, trace } = attempt;
  if (trace.ts !== undefined) return;
  const before = claimed.inDoubt ? await postedBefore(attempt, channel) : undefined;
  const entry = entryOf(order, effect.entry);
  const link = effect.entry === 1 ? sourceLink(order, identity) : undefined;
  const message = entryMessage(order, entry, settings, link);
  const ts =
    before ??
    (
      await paced(
        'chat.postMessage',
        () => client.chat.postMessage({ channel, ...message, metadata: markOf(attempt), unfurl_links: false }),
        channel,
      )
    ).ts;
  await keep({ ts });
};

/** Where the message is that the order was made from. */
function sourceLink({ source }: Order, { url }: Identity): string | undefined {
  return source ? `${url}archives/${source.channel}/p${source.ts.replace('.', '')}` : undefined;
}
