import { z } from 'zod';
import { OUTCOMES, STATES } from '../../src/order/order.ts';
import {
  Approval,
  Approval2,
  Approval3,
  Author,
  Author2,
  Change1,
  Change2,
  Change3,
  Change4,
  Change5,
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
  change2,
  content2,
  content3,
  Issuer,
  Issuer2,
  Issuer3,
  issuer2,
  type OfOrder,
  Party,
  Signature,
  Source,
  WorkReport,
  WorkReport2,
  WorkReport3,
} from './parts.ts';
import { Progress, Progress2, Progress3, Progress4 } from './progress.ts';
import { stored } from './stored.ts';

const facts = {
  state: z.enum(STATES),
  outcome: z.enum(OUTCOMES).nullable(),
  requester: Party,
  supervisor: Party,
  coordinator: Party.nullable(),
  crew: z.array(Party),
  approval: Approval.nullable(),
  source: Source.nullable(),
};

/** What the row of an order says, apart from its numbers and instants. */
export const storedOrder = stored(z.object({ ...facts, content: Content1 }))
  .next(z.object({ ...facts, content: Content2 }), (old, order: OfOrder) => ({
    ...old,
    content: content2(old.content, order),
  }))
  .next(z.object({ ...facts, content: Content3 }), (old) => ({ ...old, content: content3(old.content) }))
  .next(z.object({ ...facts, content: Content4 }), (old) => old)
  // Orders from before are in the middle of nothing that we know of.
  .next(
    z.object({ ...facts, approval: Approval2.nullable(), content: Content4, progress: Progress.nullable() }),
    (old) => ({
      ...old,
      progress: null,
    }),
  )
  .next(
    z.object({ ...facts, approval: Approval2.nullable(), content: Content5, progress: Progress2.nullable() }),
    (old) => old,
  )
  .next(
    z.object({ ...facts, approval: Approval3.nullable(), content: Content6, progress: Progress3.nullable() }),
    (old) => old,
  )
  .next(
    z.object({ ...facts, approval: Approval3.nullable(), content: Content7, progress: Progress4.nullable() }),
    (old) => old,
  );

const versionFacts = {
  n: z.int(),
  kind: z.enum(['original', 'confirmation', 'closing']),
  final: z.boolean(),
  by: Party,
  at: z.int(),
  timeZone: z.string(),
  requester: Party,
  supervisor: Party,
  coordinator: Party.nullable(),
  crew: z.array(Party),
  plannedStart: z.int().nullable(),
  approval: Approval,
  report: WorkReport.nullable(),
  closure: Closure.nullable(),
};
const versionFacts2 = { ...versionFacts, by: Author, content: Content2, changes: z.array(Change2) };

const versionFacts6 = {
  ...versionFacts2,
  kind: z.enum(['original', 'confirmation', 'closing', 'extra_cost']),
  approval: Approval2,
  accepted: z.array(Approval2).exactOptional(),
  ...{ content: Content4, changes: z.array(Change3), issuer: Issuer2 },
};

const versionFacts7 = {
  ...versionFacts6,
  kind: z.enum(['original', 'confirmation', 'closing', 'extra_cost', 'signature']),
  ...{ signed: Signature.exactOptional(), changes: z.array(Change4), issuer: Issuer3 },
};

const versionFacts8 = {
  ...{ ...versionFacts7, by: Author2, approval: Approval3, accepted: z.array(Approval3).exactOptional() },
  ...{ report: WorkReport3.nullable(), closure: Closure3.nullable(), content: Content6 },
};

/** An order's version. */
export const storedVersion = stored(
  z.object({ ...versionFacts, content: Content1, changes: z.array(Change1), issuer: Issuer }),
)
  .next(z.object({ ...versionFacts2, issuer: Issuer }), (old, order: OfOrder) => ({
    ...old,
    content: content2(old.content, order),
    changes: old.changes.map((change) => change2(change, order)),
  }))
  .next(z.object({ ...versionFacts2, issuer: Issuer2 }), (old) => ({ ...old, issuer: issuer2(old.issuer) }))
  .next(z.object({ ...versionFacts2, content: Content3, issuer: Issuer2 }), (old) => ({
    ...old,
    content: content3(old.content),
  }))
  .next(z.object({ ...versionFacts2, content: Content4, changes: z.array(Change3), issuer: Issuer2 }), (old) => old)
  .next(z.object(versionFacts6), (old) => old)
  .next(
    z.object({
      ...versionFacts7,
      ...{ report: WorkReport2.nullable(), closure: Closure2.nullable(), content: Content5 },
    }),
    (old) => old,
  )
  .next(z.object(versionFacts8), (old) => old)
  .next(z.object({ ...versionFacts8, content: Content7, changes: z.array(Change5) }), (old) => old);
