import { z } from 'zod';
import { type Attempt, within } from '../executor.ts';

/** What the effect that opens an order's next channel remembers of it in its trace. */
const Move = z.object({
  /** The number of the new channel. */
  to: z.number(),
  from: z.object({
    channel: z.string(),
    name: z.string(),
    lost: z
      .object({
        how: z.enum(['archived', 'deleted', 'removed', 'abandoned']),
        by: z.string().nullable(),
        at: z.number(),
      })
      .nullable(),
  }),
  /** Everything that belongs into a new channel is in it. */
  done: z.boolean(),
});
export type Move = z.infer<typeof Move>;

/** The move that this effect has begun, if it has. */
export const moveOf = ({ trace }: Attempt): Move | undefined => Move.safeParse(trace.move).data;

/** Remembers a move, or how far it has come. */
export const keepMove = (attempt: Attempt, move: Move): Promise<void> => attempt.keep({ move });

/** The trace of what an effect does in the channel it is in now: what it began in one before that counts no more. */
export function inPlace(attempt: Attempt): Attempt {
  const move = moveOf(attempt);
  return move ? within(attempt, `channel ${move.to}`) : attempt;
}
