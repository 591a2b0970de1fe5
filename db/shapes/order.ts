import { z } from 'zod';
import { OUTCOMES, STATES } from '../../src/order/order.ts';
import { Approval, Content1, Content2, content2, type OfOrder, Party, Source } from './parts.ts';
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
export const storedOrder = stored(z.object({ ...facts, content: Content1 })).next(
  z.object({ ...facts, content: Content2 }),
  (old, order: OfOrder) => ({ ...old, content: content2(old.content, order) }),
);
