import { coveredWith } from '../order/amounts/covered.ts';
import { totals } from '../order/amounts/money.ts';
import type { Order } from '../order/order.ts';
import { limitOf, type Member, rolesOf, seesPrices } from '../order/permissions.ts';
import type { Policy } from '../order/policy.ts';
import { rules } from '../order/rules.ts';
import type { FormContext } from './context.ts';

/** What a form knows of how far its person's own approval goes; nothing where they do not see what the order costs. */
export function decidingOf(
  person: Member,
  stored: Order | undefined,
  policy: Policy,
): Pick<FormContext, 'limit' | 'mayAccept' | 'covers'> {
  if (!stored || !seesPrices(person, stored)) return {};
  const limit = limitOf(person, policy);
  const isOwn = stored.requester.id === person.id;
  return {
    ...(limit === undefined ? {} : { limit }),
    mayAccept:
      rolesOf(person, stored).some((role) => rules.accept_extra.by.includes(role)) &&
      (policy.allowOwnApproval || !isOwn),
    covers: coveredWith(totals(stored.content).net, stored.content, policy, limit),
  };
}
