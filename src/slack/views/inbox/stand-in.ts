import { escaped } from '../../../forms/mrkdwn.ts';
import type { Order } from '../../../order/order.ts';
import type { Words } from '../../../words/words.ts';

/** The supervisor is away, until then (seconds) where they said so; or has not decided so far. */
export type StandIn = { readonly because: 'away'; readonly until?: number } | { readonly because: 'unanswered' };

/** Why its reader is asked. `shown` writes the last day of an absence. */
export function standInText(
  { supervisor }: Order,
  standIn: StandIn,
  words: Words,
  shown: (at: number, words: Words) => string,
): string {
  const say = words.tell.standIn;
  const name = escaped(supervisor.name);
  if (standIn.because === 'unanswered') return say.unanswered({ name });
  return standIn.until === undefined ? say.away({ name }) : say.until({ name, date: shown(standIn.until, words) });
}
