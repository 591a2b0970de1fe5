import { escaped } from '../../../forms/mrkdwn.ts';
import type { Order } from '../../../order/order.ts';
import type { Words } from '../../../words/words.ts';

/**
 * They are the supervisor's substitute, for an absence until then (seconds) where it still lasts; the supervisor was away, may not approve
 * so much, or has not decided so far; or they were asked to decide on the order before.
 */
export type StandIn =
  | { readonly because: 'substitute'; readonly until?: number }
  | { readonly because: 'away' | 'limit' | 'unanswered' | 'before' };

/** Why its reader is asked, in words that hold on any later day. `shown` writes the last day of an absence. */
export function standInText(
  { supervisor }: Order,
  standIn: StandIn,
  words: Words,
  shown: (at: number, words: Words) => string,
): string {
  const say = words.tell.standIn;
  const name = escaped(supervisor.name);
  if (standIn.because !== 'substitute') return say[standIn.because]({ name });
  return standIn.until === undefined
    ? say.substitute({ name })
    : say.until({ name, date: shown(standIn.until, words) });
}
