import type { Moved } from '../../../db/shapes/checkpoint.ts';
import { type Attempt, within } from '../executor.ts';

/** What an effect remembers of the next channel that it has opened. */
export type Moving = { readonly move?: Moved | undefined };

/** The attempt with what it remembers of its move; its parts are known by the number of the new channel. */
export const moving = (attempt: Attempt<Moving>): Attempt<Moved> => within(attempt, 'move', attempt.claimed.id);

/** By what a part of a move is known: `…/open 2`. */
export const partOf = ({ claimed }: Attempt, part: string, to: number): string => `${claimed.id}/${part} ${to}`;

/** What an effect does in the channel it is in now: what it began in one before that counts no more. */
export function inPlace<C extends object>(
  attempt: Attempt<C & { readonly move?: (Moved & { readonly here?: C | undefined }) | undefined }>,
): Attempt<C> {
  const { move } = attempt.checkpoint;
  if (!move) return attempt;
  return within(within(attempt, 'move', attempt.claimed.id), 'here', partOf(attempt, 'channel', move.to));
}
