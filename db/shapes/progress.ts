import { z } from 'zod';
import { HOLD_REASONS, REMINDERS } from '../../src/order/progress/progress.ts';
import { Asked, Attachment2, Attachment3, Closure, Closure2, Closure3, Party } from './parts.ts';

const text = z.string();
const instant = z.int();
const whole = z.int();

const Reminder = z.enum(REMINDERS);

const progressWith = <C extends typeof Closure | typeof Closure2 | typeof Closure3>(closing: C) =>
  z.object({
    startedAt: instant.nullable(),
    hold: z
      .object({
        ...{
          entry: whole,
          reasonCode: z.enum(HOLD_REASONS),
          note: text,
          until: instant.nullable(),
          by: Party,
          at: instant,
        },
      })
      .nullable(),
    held: z.array(z.object({ from: instant, until: instant })),
    question: z
      .object({
        entry: whole,
        since: instant,
        disputed: z.object({ by: Party, at: instant, reason: text }).nullable(),
        closing: z.nullable(closing),
      })
      .nullable(),
    asked: z.array(Asked),
    reminded: z.array(z.object({ about: Reminder, step: whole, at: instant, people: z.array(text) })),
    waitsSince: instant,
  });

/** What an open order is in the middle of. */
export const Progress = progressWith(Closure);
/** The same, with what a client may say of the work, and the photos that were added. */
export const Progress2 = progressWith(Closure2).extend({ photos: z.array(Attachment2).exactOptional() });
/** With who posted the photos. */
export const Progress3 = progressWith(Closure3).extend({ photos: z.array(Attachment3).exactOptional() });
/** With when its crew was assigned last. */
export const Progress4 = Progress3.extend({ assignedAt: instant.exactOptional() });
