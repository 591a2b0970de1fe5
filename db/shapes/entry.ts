import { z } from 'zod';
import { HOLD_REASONS, REMINDERS } from '../../src/order/progress/progress.ts';
import { OwnAnswer } from './on-file.ts';
import {
  Author,
  Closure,
  Closure2,
  Content1,
  Content2,
  Content3,
  Content4,
  content2,
  content3,
  Item1,
  Item2,
  Item3,
  item2,
  type OfOrder,
  Party,
  Source,
  signedTexts,
  WorkReport,
} from './parts.ts';
import { stored } from './stored.ts';

const text = z.string();
const whole = z.int();
const coordinator = Party.nullable();
const decision = { submission: whole, reason: text };
const plan = { crew: z.array(Party), coordinator, plannedStart: whole.nullable() };

/** What confirming and closing (`answers`, `closing`), approving (`approval`) and resubmitting (`asked`) say besides. */
function actionsOf<
  C extends typeof Content1 | typeof Content2 | typeof Content3 | typeof Content4,
  I extends typeof Item1 | typeof Item2 | typeof Item3,
  A extends z.ZodRawShape = Record<never, never>,
  P extends z.ZodRawShape = Record<never, never>,
  S extends z.ZodRawShape = Record<never, never>,
  E extends typeof Closure | typeof Closure2 = typeof Closure,
>(content: C, item: I, answers?: A, approval?: P, asked?: S, closing: E = Closure as E) {
  const submitted = { content, supervisor: Party, coordinator, ...({ ...asked } as S) };
  const confirmed = { base: whole, items: z.array(item), report: WorkReport };
  const besides = { ...answers } as A;
  return [
    z.object({ type: z.enum(['request_changes', 'reject']), ...decision }),
    z.object({ type: z.literal('resubmit'), ...submitted }),
    z.object({
      ...{ type: z.literal('approve'), submission: whole, ...plan, comment: text, signature: text },
      ...({ ...approval } as P),
    }),
    z.object({ type: z.literal('withdraw'), ...decision }),
    z.object({ type: z.literal('assign'), ...plan, seen: z.object(plan).exactOptional() }),
    z.object({
      type: z.enum(['confirm_partial', 'confirm_final']),
      ...confirmed,
      closure: z.exactOptional(closing),
      ...besides,
    }),
    z.object({ type: z.enum(['close', 'close_not_performed']), base: whole, closure: closing, ...besides }),
    z.object({ type: z.literal('reopen'), reason: text }),
  ] as const;
}

const submission = <C extends typeof Content1 | typeof Content2>(content: C) =>
  z.object({
    ...{ type: z.literal('submit'), content, supervisor: Party, coordinator },
    source: Source.nullable(),
  });

const entryOf = <
  A extends typeof Party | typeof Author,
  C extends typeof Content1 | typeof Content2,
  I extends typeof Item1 | typeof Item2,
>(
  by: A,
  content: C,
  item: I,
) => z.object({ by, action: z.discriminatedUnion('type', [submission(content), ...actionsOf(content, item)]) });

/** `copyOf`: which order a new one was copied from; editing what waits, and handing over. */
const submissions = <C extends typeof Content3 | typeof Content4, S extends z.ZodRawShape = Record<never, never>>(
  content: C,
  asked?: S,
) => {
  const besides = { ...asked } as S;
  return [
    z.object({
      ...{ type: z.literal('submit'), content, supervisor: Party, coordinator },
      ...{ source: Source.nullable(), copyOf: whole.exactOptional(), ...besides },
    }),
    z.object({
      ...{ type: z.literal('edit'), content, supervisor: Party, coordinator, ...besides },
      submission: whole,
    }),
    z.object({ type: z.literal('hand_over'), submission: whole, to: Party, note: text, ...besides }),
  ] as const;
};

const Entry3 = z.object({
  by: Author,
  action: z.discriminatedUnion('type', [...submissions(Content3), ...actionsOf(Content3, Item2)]),
});

/** `own`: answers to own fields. */
const own = { own: z.array(OwnAnswer).exactOptional() };
const Entry4 = z.object({
  by: Author,
  action: z.discriminatedUnion('type', [...submissions(Content4), ...actionsOf(Content4, Item3, own)]),
});

const people = z.array(Party);
/** Who is asked in somebody's place, up to which amount an approval goes, and what happens besides decisions and versions. */
const later = <E extends typeof Closure | typeof Closure2>(closing: E) => {
  const standIn = { standIn: Party.exactOptional() };
  return [
    ...submissions(Content4, standIn),
    ...actionsOf(Content4, Item3, own, { upTo: whole.exactOptional() }, standIn, closing),
    z.object({ type: z.literal('start_work') }),
    z.object({
      ...{ type: z.literal('hold'), seen: whole.exactOptional(), reasonCode: z.enum(HOLD_REASONS) },
      ...{ note: text, until: whole.nullable() },
    }),
    z.object({ type: z.literal('resume'), seen: whole }),
    z.object({ type: z.literal('reschedule'), plannedStart: whole, seen: whole.nullable() }),
    z.object({ type: z.enum(['accept_extra', 'accept_final']), question: whole }),
    z.object({ type: z.literal('dispute_extra'), question: whole, reason: text }),
    z.object({
      ...{ type: z.literal('remind'), about: z.enum(REMINDERS), step: whole, people, asked: people.exactOptional() },
    }),
  ] as const;
};

const Entry5 = z.object({ by: Author, action: z.discriminatedUnion('type', [...later(Closure)]) });

/** What the client says of the work may be more than their name, and they may sign for it. */
const Entry6 = z.object({
  by: Author,
  action: z.discriminatedUnion('type', [
    ...later(Closure2),
    z.object({ type: z.literal('sign'), base: whole, ...signedTexts, drawing: text.exactOptional() }),
  ]),
});

/** Who did what, of an entry. */
export const storedEntry = stored(entryOf(Party, Content1, Item1))
  .next(entryOf(Author, Content2, Item2), ({ by, action }, order: OfOrder) => {
    switch (action.type) {
      case 'submit':
      case 'resubmit':
        return { by, action: { ...action, content: content2(action.content, order) } };
      case 'confirm_partial':
      case 'confirm_final':
        return { by, action: { ...action, items: action.items.map((item) => item2(item, order.decimals)) } };
      default:
        return { by, action };
    }
  })
  .next(Entry3, ({ by, action }) => {
    switch (action.type) {
      case 'submit':
      case 'resubmit':
        return { by, action: { ...action, content: content3(action.content) } };
      default:
        return { by, action };
    }
  })
  .next(Entry4, (old) => old)
  .next(Entry5, (old) => old)
  .next(Entry6, (old) => old);
