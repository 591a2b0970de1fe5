import type { Refusal } from '../../order/workflow.ts';
import { needsHistory, refusalText } from '../views/refusal.ts';
import type { FormDeps } from './deps.ts';
import type { Session } from './form-session.ts';

/** Why not, told to the session's person. The order's history is read only where it is a part of the reason. Escaped. */
export async function whyRefused(
  { store }: Pick<FormDeps, 'store'>,
  refusal: Refusal,
  { order, person }: Pick<Session, 'order' | 'person'>,
): Promise<string> {
  const entries = order && needsHistory(refusal, order, person) ? await store.entries(order.team, order.id) : [];
  return refusalText(refusal, order, person, entries);
}
