import { z } from 'zod';
import { HOLD_REASONS, REMINDERS } from '../../src/order/progress/progress.ts';
import { OwnAnswer } from './on-file.ts';
import {
  Asked,
  Attachment2,
  Attachment3,
  Author,
  Author2,
  Closure,
  Closure2,
  Closure3,
  Content1,
  Content2,
  Content3,
  Content4,
  Content5,
  Content6,
  Content7,
  content2,
  content3,
  Item1,
  Item2,
  Item3,
  Item4,
  Item5,
  item2,
  type OfOrder,
  Party,
  Source,
  signedTexts,
  WorkReport,
  WorkReport2,
  WorkReport3,
} from './parts.ts';
import { stored } from './stored.ts';

const text = z.string();
const whole = z.int();
const coordinator = Party.nullable();
const decision = { submission: whole, reason: text };
const plan = { crew: z.array(Party), coordinator, plannedStart: whole.nullable() };

/** How work and its end are reported: photos say what they show, and the client what they think of it, since the second shape of it. */
const reported = { report: WorkReport, closure: Closure };
const reported2 = { report: WorkReport2, closure: Closure2 };
const reported3 = { report: WorkReport3, closure: Closure3 };

/** What confirming and closing (`answers`), approving (`approval`), resubmitting (`asked`) and confirming (`confirming`) say besides. */
function actionsOf<
  C extends
    | typeof Content1
    | typeof Content2
    | typeof Content3
    | typeof Content4
    | typeof Content5
    | typeof Content6
    | typeof Content7,
  I extends typeof Item1 | typeof Item2 | typeof Item3 | typeof Item4 | typeof Item5,
  R extends typeof reported | typeof reported2 | typeof reported3,
  A extends z.ZodRawShape = Record<never, never>,
  P extends z.ZodRawShape = Record<never, never>,
  S extends z.ZodRawShape = Record<never, never>,
  T extends z.ZodRawShape = Record<never, never>,
>(content: C, item: I, proof: R, answers?: A, approval?: P, asked?: S, confirming?: T) {
  const report: R['report'] = proof.report;
  const closure: R['closure'] = proof.closure;
  const submitted = { content, supervisor: Party, coordinator, ...({ ...asked } as S) };
  const confirmed = { base: whole, items: z.array(item), report, ...({ ...confirming } as T) };
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
      closure: z.exactOptional(closure),
      ...besides,
    }),
    z.object({ type: z.enum(['close', 'close_not_performed']), base: whole, closure, ...besides }),
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
) =>
  z.object({ by, action: z.discriminatedUnion('type', [submission(content), ...actionsOf(content, item, reported)]) });

/** `copyOf`: which order a new one was copied from; editing what waits, and handing over. */
const submissions = <
  C extends typeof Content3 | typeof Content4 | typeof Content5 | typeof Content6 | typeof Content7,
  S extends z.ZodRawShape = Record<never, never>,
>(
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
  action: z.discriminatedUnion('type', [...submissions(Content3), ...actionsOf(Content3, Item2, reported)]),
});

/** `own`: answers to own fields. */
const own = { own: z.array(OwnAnswer).exactOptional() };
const Entry4 = z.object({
  by: Author,
  action: z.discriminatedUnion('type', [...submissions(Content4), ...actionsOf(Content4, Item3, reported, own)]),
});

const people = z.array(Party);
/** `settles`: a confirmation that ends a dispute over extra cost. */
const settles = { settles: z.literal(true).exactOptional() };
/** Who is asked in somebody's place, up to which amount an approval goes, and what happens besides decisions and versions. */
const standIn = { standIn: Party.exactOptional() };
const upTo = { upTo: whole.exactOptional() };
const besides = [
  z.object({ type: z.literal('start_work') }),
  z.object({
    ...{ type: z.literal('hold'), seen: whole.exactOptional(), reasonCode: z.enum(HOLD_REASONS) },
    ...{ note: text, until: whole.nullable() },
  }),
  z.object({ type: z.literal('lapse'), entry: whole, people }),
  z.object({ type: z.literal('resume'), seen: whole }),
  z.object({ type: z.literal('reschedule'), plannedStart: whole, seen: whole.nullable() }),
  z.object({ type: z.enum(['accept_extra', 'accept_final']), question: whole }),
  z.object({ type: z.literal('dispute_extra'), question: whole, reason: text }),
  z.object({
    ...{ type: z.literal('remind'), about: z.enum(REMINDERS), step: whole, people },
    asked: z.array(Asked).exactOptional(),
  }),
] as const;
const Entry5 = z.object({
  by: Author,
  action: z.discriminatedUnion('type', [
    ...submissions(Content4, standIn),
    ...actionsOf(Content4, Item3, reported, own, upTo, standIn, settles),
    ...besides,
  ]),
});

/** Whose hours items count, what photos show, and what the client says of the work; they may sign for it. */
const signing = { type: z.literal('sign'), base: whole, ...signedTexts, drawing: text.exactOptional() };
const Entry6 = z.object({
  by: Author,
  action: z.discriminatedUnion('type', [
    ...submissions(Content5, standIn),
    ...actionsOf(Content5, Item4, reported2, own, upTo, standIn, settles),
    ...besides,
    z.object({ type: z.literal('add_photos'), photos: z.array(Attachment2) }),
    z.object(signing),
  ]),
});

/** For whom somebody decided who was away, who posted photos, and who gave the client the link. */
const Entry7 = z.object({
  by: Author2,
  action: z.discriminatedUnion('type', [
    ...submissions(Content6, standIn),
    ...actionsOf(Content6, Item4, reported3, own, upTo, standIn, settles),
    ...besides,
    z.object({ type: z.literal('add_photos'), photos: z.array(Attachment3) }),
    z.object({ ...signing, askedBy: text.exactOptional() }),
  ]),
});

/** On whose clocks hours were said. */
const Entry8 = z.object({
  by: Author2,
  action: z.discriminatedUnion('type', [
    ...submissions(Content7, standIn),
    ...actionsOf(Content7, Item5, reported3, own, upTo, standIn, settles),
    ...besides,
    z.object({ type: z.literal('add_photos'), photos: z.array(Attachment3) }),
    z.object({ ...signing, askedBy: text.exactOptional() }),
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
  .next(Entry6, (old) => old)
  .next(Entry7, (old) => old)
  .next(Entry8, (old) => old);
