import type { Order } from '../../order/order.ts';
import { entryMessage } from '../../slack/views/entry/entry.ts';
import { channelsWords } from '../../slack/words-for.ts';
import type { Identity } from '../../slack-api/connect.ts';
import type { ChannelExecutor } from '../channel/in-channel.ts';
import { entryOf, submittedBefore, versionOf } from '../executor.ts';
import { postOnce } from '../in-doubt.ts';

/** Posts one entry to the order's channel, once. Safe to repeat. */
export const postEntry: ChannelExecutor<'post_entry'> = async (effect, attempt, { channel }) => {
  const { identity, order, settings } = attempt;
  const entry = await entryOf(attempt, effect.entry);
  const version = entry.version === null ? null : await versionOf(attempt, entry.version);
  const link = effect.entry === 1 ? sourceLink(order, identity) : undefined;
  const before = await submittedBefore(attempt, entry);
  const message = entryMessage(order, entry, channelsWords(settings), { version, before, sourceLink: link });
  await postOnce(attempt, { channel }, message);
};

/** Where the message is that the order was made from. */
function sourceLink({ source }: Order, { url }: Identity): string | undefined {
  return source ? `${url}archives/${source.channel}/p${source.ts.replace('.', '')}` : undefined;
}
