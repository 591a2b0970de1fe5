import { date, escaped } from '../../forms/mrkdwn.ts';
import { type ActionType, type Entry, type Order, type Party, partiesIn, peopleOf } from '../../order/order.ts';
import { lastPlanned } from '../../order/plan.ts';
import type { Refusal } from '../../order/workflow.ts';
import { listOf } from '../../words/list.ts';
import { stateText } from '../../words/state.ts';
import type { Words } from '../../words/words.ts';
import { partyNames } from './card.ts';
import { pastTense } from './entry.ts';

/** Which sentence says who alone can do something. */
const ONLY_THEY = {
  submit: 'submit',
  request_changes: 'request_changes',
  resubmit: 'resubmit',
  approve: 'approve',
  reject: 'reject',
  withdraw: 'withdraw',
  assign: 'assign',
  confirm_partial: 'confirm',
  confirm_final: 'confirm',
  close: 'close',
  close_not_performed: 'close',
  reopen: 'reopen',
} as const satisfies Readonly<Record<ActionType, keyof Words['refusal']['onlyThey']>>;

/** Whether the sentence says what others have done to the order, which its last entry need not say. */
export const needsHistory = ({ reason }: Refusal, order: Order, person: { readonly id: string }): boolean =>
  reason === 'stale_plan' || (reason === 'not_allowed' && !isOn(order, person));

/**
 * Why not, told to this person in a sentence that says how things stand or who could do it. Escaped. `entries`: the order's,
 * where the sentence needs them.
 */
export function refusalText(
  words: Words,
  refusal: Refusal,
  order: Order | undefined,
  person?: { readonly id: string },
  entries: readonly Entry[] = [],
): string {
  const say = words.refusal;
  switch (refusal.reason) {
    case 'not_allowed':
      return order
        ? [...leftBy(order, entries, person, words), onlyThey(order, refusal, words)].join(' ')
        : say.notMember;
    case 'own_order':
      return say.ownOrder;
    case 'too_many_undecided':
      return say.tooManyUndecided({ count: refusal.limit });
    case 'wrong_state':
      return say.wrongState({
        what: pastTense(refusal.last, words),
        state: stateText(order ?? { state: refusal.state, outcome: null }, words),
      });
    case 'stale_submission':
      return say.staleSubmission({ what: pastTense(refusal.last, words) });
    case 'stale_version':
      return say.staleVersion({ name: escaped(refusal.latest.by.name), version: refusal.latest.n });
    case 'too_many_versions':
      return words.fields.error.notFinal({ count: refusal.most, option: words.fields.final.option });
    case 'stale_plan': {
      const what = pastTense(lastPlanned(entries) ?? refusal.last, words);
      return [say.stalePlan({ what }), ...(order ? [planText(order, words)] : [])].join('\n');
    }
    case 'no_crew':
      return say.noCrew;
    case 'not_as_ordered':
      return say.notAsOrdered({ version: refusal.latest.n, outcome: words.order.outcome.with_changes });
  }
}

/** Who works on the order and when. Escaped. */
function planText({ crew, coordinator, plannedStart }: Order, words: Words): string {
  const { notSet, plan } = words.refusal;
  return plan({
    crew: partyNames(crew, words),
    coordinator: coordinator ? escaped(coordinator.name) : notSet,
    start: plannedStart === null ? notSet : date(plannedStart, words),
  });
}

/** Who took this person off the order, where somebody did. */
function leftBy(
  order: Order,
  entries: readonly Entry[],
  person: { readonly id: string } | undefined,
  words: Words,
): string[] {
  if (!person || isOn(order, person)) return [];
  const last = entries.findLastIndex(({ action }) => partiesIn(action).some(({ id }) => id === person.id));
  const next = last < 0 ? undefined : entries.slice(last + 1).find(({ action }) => partiesIn(action).length > 0);
  return next ? [words.refusal.left({ what: pastTense(next, words) })] : [];
}

const isOn = (order: Order, person: { readonly id: string }): boolean =>
  peopleOf(order).some(([, { id }]) => id === person.id);

/** Who alone can do it. */
function onlyThey(order: Order, refusal: Extract<Refusal, { reason: 'not_allowed' }>, words: Words): string {
  const { admin, nobody, onlyThey } = words.refusal;
  const named = new Map<string, Party>();
  for (const [role, party] of peopleOf(order)) if (refusal.allowed.includes(role)) named.set(party.id, party);
  const names = [...named.values()].map(({ name }) => escaped(name));
  if (refusal.allowed.includes('supervisor')) names.push(admin);
  if (names.length === 0) return nobody;
  return onlyThey[ONLY_THEY[refusal.action]]({ people: listOf(names, words, 'disjunction') });
}
