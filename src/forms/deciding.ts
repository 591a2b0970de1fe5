import type { KnownBlock } from '@slack/types';
import { coveredWith } from '../order/amounts/covered.ts';
import { totals } from '../order/amounts/money.ts';
import type { Order } from '../order/order.ts';
import { isRelieved, limitOf, type Member, rolesOf, seesPrices } from '../order/permissions.ts';
import type { Policy } from '../order/policy.ts';
import { decidedFor } from '../order/progress/asked.ts';
import { rules } from '../order/rules.ts';
import { section } from './blocks.ts';
import type { FormContext } from './context.ts';
import type { Draft } from './draft.ts';
import { escaped } from './mrkdwn.ts';

/** What a form knows of how far its person's own approval goes, and for whom it is; no amounts where they do not see what the order costs. */
export function decidingOf(
  person: Member,
  stored: Order | undefined,
  policy: Policy,
): Pick<FormContext, 'limit' | 'mayAccept' | 'covers' | 'decidesFor'> {
  if (!stored) return {};
  const { for: supervisor } = decidedFor(stored, person.id);
  const decidesFor = supervisor && { decidesFor: { name: supervisor.name, away: !isRelieved(person, stored) } };
  if (!seesPrices(person, stored)) return { ...decidesFor };
  const limit = limitOf(person, policy);
  const isOwn = stored.requester.id === person.id;
  return {
    ...decidesFor,
    ...(limit === undefined ? {} : { limit }),
    mayAccept:
      rolesOf(person, stored).some((role) => rules.accept_extra.by.includes(role)) &&
      (policy.allowOwnApproval || !isOwn),
    covers: coveredWith(totals(stored.content).net, stored.content, policy, limit),
  };
}

/** For whom the person of a decision takes it, where that is somebody else. */
export function decidesForNote(_draft: Draft, { decidesFor, words }: FormContext): KnownBlock[] {
  if (!decidesFor) return [];
  const say = words.forms.decidesFor;
  return [section((decidesFor.away ? say.away : say.back)({ name: escaped(decidesFor.name) }))];
}
