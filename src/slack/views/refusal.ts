import { date, escaped } from '../../forms/mrkdwn.ts';
import {
  type ActionType,
  type Entry,
  type Order,
  orderNumber,
  type Party,
  partiesIn,
  peopleOf,
  type Role,
} from '../../order/order.ts';
import { lastPlanned } from '../../order/plan.ts';
import { outcomeWords, shownState } from '../../order/words.ts';
import type { Refusal } from '../../order/workflow.ts';
import { wordsFor } from '../../words/words.ts';
import { pastTense } from './entry.ts';

/** An action as it follows "can": `approve this order`. */
// biome-ignore format: a table reads best as a table
const verbPhrases: Readonly<Record<ActionType, string>> = {
  submit:              'submit service orders',
  request_changes:     'request changes to this order',
  resubmit:            'edit and resubmit this order',
  approve:             'approve this order',
  reject:              'reject this order',
  withdraw:            'withdraw this order',
  assign:              'assign the crew of this order',
  confirm_partial:     'create a confirmation of this order',
  confirm_final:       'create a confirmation of this order',
  close:               'close this order',
  close_not_performed: 'close this order',
  reopen:              'reopen this order',
};

/** Whether the sentence says what others have done to the order, which its last entry need not say. */
export const needsHistory = ({ reason }: Refusal, order: Order, person: { readonly id: string }): boolean =>
  reason === 'stale_plan' || (reason === 'not_allowed' && !isOn(order, person));

/**
 * Why not, told to this person in a sentence that says how things stand or who could do it. Escaped. `entries`: the order's,
 * where the sentence needs them.
 */
export function refusalText(
  refusal: Refusal,
  order: Order | undefined,
  person?: { readonly id: string },
  entries: readonly Entry[] = [],
): string {
  switch (refusal.reason) {
    case 'not_allowed':
      return order
        ? `${leftBy(order, entries, person)}Only ${allowedPeople(order, refusal.allowed)} can ${verbPhrases[refusal.action]}.`
        : 'Only full members of this workspace can submit service orders. Ask a colleague who is one.';
    case 'own_order':
      return 'Nobody approves their own order. Another supervisor or a workspace admin can approve it.';
    case 'too_many_undecided':
      return `You already have ${refusal.limit === 1 ? 'an order' : `${refusal.limit} orders`} waiting for a decision, the most that one person may have. Ask their supervisors to decide, or withdraw orders that are no longer needed; then send this one. Your draft is kept.`;
    case 'wrong_state':
      return `${order ? orderNumber(order.number) : 'This order'} is “${order ? shownState(order) : refusal.state}” by now: ${escaped(refusal.last.by.name)} ${pastTense(refusal.last)}. Nothing was changed.`;
    case 'stale_submission':
      return `${escaped(refusal.last.by.name)} ${pastTense(refusal.last)} while this form was open. Look at the order as it is now, then decide again.`;
    case 'stale_version':
      return `${escaped(refusal.latest.by.name)} issued version ${refusal.latest.n} while this form was open.`;
    case 'too_many_versions':
      return `${order ? orderNumber(order.number) : 'This order'} has ${refusal.most} versions and takes no more partial confirmations. Select “${wordsFor('en-GB').fields.final.option}” to send this as the last confirmation, or close the order.`;
    case 'stale_plan': {
      const planned = lastPlanned(entries) ?? refusal.last;
      return `${escaped(planned.by.name)} ${pastTense(planned)} while this form was open, and your changes contradict theirs. Nothing was changed.${order ? `\nPlanned now: ${planText(order)}` : ''}\nOpen the form again and decide.`;
    }
    case 'no_crew':
      return 'Choose at least one field worker.';
    case 'not_as_ordered':
      return `Version ${refusal.latest.n} differs from the approved order, so it was not done as ordered. Choose “${outcomeWords.with_changes}”.`;
  }
}

/** Who works on the order and when, in one line. Escaped. */
function planText({ crew, coordinator, plannedStart }: Order): string {
  return [
    `field workers ${crew.map(({ name }) => escaped(name)).join(', ')}`,
    coordinator ? `coordinator ${escaped(coordinator.name)}` : 'no coordinator',
    plannedStart === null ? 'no planned start' : `planned start ${date(plannedStart)}`,
  ].join('; ');
}

/** Who took this person off the order, where somebody did. */
function leftBy(order: Order, entries: readonly Entry[], person: { readonly id: string } | undefined): string {
  if (!person || isOn(order, person)) return '';
  const last = entries.findLastIndex(({ action }) => partiesIn(action).some(({ id }) => id === person.id));
  const next = last < 0 ? undefined : entries.slice(last + 1).find(({ action }) => partiesIn(action).length > 0);
  return next ? `${escaped(next.by.name)} ${pastTense(next)}, and you are no longer on this order. ` : '';
}

const isOn = (order: Order, person: { readonly id: string }): boolean =>
  peopleOf(order).some(([, { id }]) => id === person.id);

function allowedPeople(order: Order, allowed: readonly Role[]): string {
  const named = new Map<string, Party>();
  for (const [role, party] of peopleOf(order)) if (allowed.includes(role)) named.set(party.id, party);
  const names = [...named.values()].map(({ name }) => escaped(name));
  if (allowed.includes('supervisor')) names.push('a workspace admin');
  if (names.length === 0) return 'somebody else';
  const last = names.pop();
  return names.length > 0 ? `${names.join(', ')} or ${last}` : `${last}`;
}
