import type { PersonRecord } from '../../../db/ports.ts';
import { withoutAbsent } from '../../absence.ts';
import { withRoles } from '../../office/authority.ts';
import { coveredWith } from '../../order/amounts/covered.ts';
import { totals } from '../../order/amounts/money.ts';
import { limitOf } from '../../order/permissions.ts';
import { overLimit } from '../../order/refusal.ts';
import { policyOf } from '../../orders.ts';
import type { Recipient } from '../../slack/views/tell-lead.ts';
import type { Attempt } from '../executor.ts';
import { approvedLast } from './approved-items.ts';

/**
 * Up to which net total (minor units) an order would be covered if this person accepted its extra cost now; or why they may not accept so
 * much. Nothing where nothing is asked, and for who does not see what it costs.
 */
async function wouldAccept(
  attempt: Pick<Attempt, 'groupMembers' | 'now' | 'order' | 'priced' | 'settings' | 'store'>,
  reader: PersonRecord | undefined,
): Promise<Pick<Recipient, 'covers' | 'over'>> {
  const { groupMembers, now, order, priced, settings, store } = attempt;
  if (!reader || !priced || !order.progress.question) return {};
  const groups = await groupMembers(settings);
  const policy = policyOf(settings, groups);
  const limit = limitOf(withRoles(reader, settings, groups), policy);
  const { content, team } = order;
  const over = overLimit(order, { id: reader.id, ...(limit === undefined ? {} : { limit }) }, policy);
  if (!over) return { covers: coveredWith(totals(content).net, content, policy, limit) };
  const enough = await withoutAbsent(store, team, over.enough, Math.floor(now() / 1000));
  return { over: { ...over, enough } };
}

type Extra = Pick<Recipient, 'covers' | 'over' | 'approved'>;

/** What a message that asks this person about extra cost says besides the order. */
export const aboutExtra = async (
  attempt: Parameters<typeof wouldAccept>[0],
  reader: PersonRecord | undefined,
): Promise<Extra> => ({ ...(await wouldAccept(attempt, reader)), approved: await approvedLast(attempt) });
