import type { PersonRecord } from '../../../db/ports.ts';
import { withRoles } from '../../office/authority.ts';
import { coveredWith } from '../../order/amounts/covered.ts';
import { totals } from '../../order/amounts/money.ts';
import { isWithin, limitOf } from '../../order/permissions.ts';
import { policyOf } from '../../orders.ts';
import type { Attempt } from '../executor.ts';

/**
 * Up to which net total (minor units) an order would be covered if this person accepted its extra cost now. Undefined where nothing is asked,
 * and for who does not see what it costs, or may not accept so much.
 */
export async function wouldCover(
  { groupMembers, order, priced, settings }: Pick<Attempt, 'groupMembers' | 'order' | 'priced' | 'settings'>,
  reader: PersonRecord | undefined,
): Promise<number | undefined> {
  if (!reader || !priced || !order.progress.question) return undefined;
  const groups = await groupMembers(settings);
  const policy = policyOf(settings, groups);
  const limit = limitOf(withRoles(reader, settings, groups), policy);
  const { content } = order;
  if (!isWithin(limit, content, policy.limitCurrency)) return undefined;
  return coveredWith(totals(content).net, content, policy, limit);
}
