import { date, escaped } from '../../forms/mrkdwn.ts';
import { listed } from '../../forms/sizes.ts';
import { type ActionType, type Entry, isNote, partiesIn } from '../../order/action.ts';
import { currencyDecimals } from '../../order/amounts/currencies.ts';
import { formatMoney, formatPrice, isPriced } from '../../order/amounts/money.ts';
import { type Order, peopleOf } from '../../order/order.ts';
import type { Lacking } from '../../order/own-fields.ts';
import type { Acting, Party } from '../../order/people.ts';
import { lastPlanned } from '../../order/plan.ts';
import { actingIn, isStandIn } from '../../order/progress/asked.ts';
import type { OverLimit, Refusal } from '../../order/refusal.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import { eitherOf, listOf } from '../../words/list.ts';
import type { Words } from '../../words/words.ts';

/** Whose limit suffices is named up to so many. */
const MAX_NAMED = 5;

/** Which sentence says who may; anybody of this workspace may submit. */
// biome-ignore format: a table reads best as a table
const onlyThey: Readonly<Record<Exclude<ActionType, 'submit' | 'remind' | 'lapse' | 'sign'>, keyof Words['refusal']['only']>> = {
  request_changes: 'request_changes', resubmit: 'resubmit', approve: 'approve', reject: 'reject', withdraw: 'withdraw',
  assign: 'assign', confirm_partial: 'confirm', confirm_final: 'confirm', close: 'close', close_not_performed: 'close',
  reopen: 'reopen', edit: 'edit', hand_over: 'hand_over', start_work: 'start_work', hold: 'hold', resume: 'resume',
  reschedule: 'reschedule', accept_extra: 'accept_extra', accept_final: 'accept_extra', dispute_extra: 'accept_extra',
  add_photos: 'add_photos',
};

/** Whether the sentence says what others have done to the order, which its last entry need not say. */
export const needsHistory = ({ reason }: Refusal, order: Order, person: { readonly id: string }): boolean =>
  reason === 'stale_plan' || reason === 'already_started' || (reason === 'not_allowed' && !isOn(order, person));

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
  const number = order ? orderNumber(order.number) : words.forms.notice.title.order;
  switch (refusal.reason) {
    case 'not_allowed':
      if (!order || refusal.action === 'submit') return say.members;
      if (isNote(refusal.action) || refusal.action === 'sign') return say.nobody;
      return [
        ...leftBy(words, order, entries, person),
        ...(person && isStandIn(order, person.id) && refusal.allowed.includes('supervisor')
          ? [say.relieved({ name: escaped(order.supervisor.name) })]
          : []),
        allowedText(words, order, refusal.allowed, onlyThey[refusal.action]),
      ].join(' ');
    case 'own_order':
      return say.ownOrder;
    case 'too_many_undecided':
      return say.undecided({ limit: refusal.limit });
    case 'wrong_state':
      return `${standsText(words, refusal.last, number)} ${say.unchanged}`;
    case 'stale_submission':
      return say.edited({ name: escaped((order?.requester ?? refusal.last.by).name) });
    case 'stale_version':
      return words.forms.draft.issuedBy({ name: escaped(refusal.latest.by.name), version: refusal.latest.n });
    case 'already_signed':
      return say.signed({ name: escaped(refusal.latest.by.name) });
    case 'too_many_versions':
      return words.fields.error.notFinal({ count: refusal.most, option: words.fields.final.option });
    case 'stale_plan': {
      const { by } = lastPlanned(entries) ?? refusal.last;
      const changed = say.plan.changed({ name: escaped(by.name) });
      return [changed, ...(order ? [say.plan.now, ...planLines(words, order)] : []), say.plan.again].join('\n');
    }
    case 'no_crew':
      return say.noCrew;
    case 'over_limit':
      return order ? overLimitText(words, refusal, order) : say.nobody;
    case 'not_supervisor':
      return say.notSupervisor({ name: escaped(refusal.person.name) });
    case 'same_supervisor':
      return say.sameSupervisor({ name: escaped(refusal.person.name) });
    case 'not_as_ordered':
      return say.notAsOrdered({ version: refusal.latest.n, outcome: words.order.outcome.with_changes });
    case 'lacking':
      return lackingText(words, refusal.lacking);
    case 'extra_cost':
      return extraCostText(words, refusal, order);
    case 'stale_question':
      return questionText(words, order, refusal.last, number);
    case 'up_to_too_low':
      return order ? say.upToTooLow({ net: formatMoney(refusal.net, order.content, words.locale) }) : say.nobody;
    case 'photos_known':
      return say.photosKnown;
    case 'already_started':
      return startedText(words, refusal.at, entries);
    case 'stale_hold':
      return refusal.hold ? say.onHold({ name: escaped(refusal.hold.by.name) }) : say.notOnHold;
    case 'not_due':
      return say.notDue;
  }
}

/** Since when it is being worked on, and who started that where somebody said so. */
function startedText(words: Words, at: number, entries: readonly Entry[]): string {
  const { started, startedBy } = words.refusal;
  const by = entries.findLast(({ action, at: since }) => action.type === 'start_work' && since === at)?.by;
  const said = { date: date(at, words) };
  return by ? startedBy({ ...said, name: escaped(by.name) }) : started(said);
}

/** How an order stands after what was last done to it. */
function standsText({ refusal: { stands } }: Words, { action, by }: Entry, order: string): string {
  return isNote(action.type) ? stands.remind({ order }) : stands[action.type]({ order, name: escaped(by.name) });
}

/** What became of extra cost that somebody has answered too late. */
function questionText(words: Words, order: Order | undefined, last: Entry, number: string): string {
  const say = words.refusal;
  const { question } = order?.progress ?? {};
  const name = escaped((order?.latest?.by ?? last.by).name);
  if (question && !question.disputed) return say.questionNewer({ name });
  const isConfirmed = last.action.type === 'confirm_partial' || last.action.type === 'confirm_final';
  if (!question && isConfirmed) return say.questionSettled({ name, order: number });
  return `${standsText(words, last, number)} ${question ? say.unchanged : say.noQuestion}`;
}

type Extra = Extract<Refusal, { reason: 'extra_cost' }>;

/** That an order costs more than was approved, and what can be done; without the amounts where its reader sees no prices. */
function extraCostText(words: Words, { extra, supervisor, disputed }: Extra, order: Order | undefined): string {
  const say = words.refusal;
  const name = escaped(supervisor.name);
  if (!order || !isPriced(order.content.items))
    return (disputed ? say.extraDisputedHidden : say.extraCostHidden)({ name });
  const money = (minor: number) => formatMoney(minor, order.content, words.locale);
  const amounts = { difference: money(extra.difference), approved: money(extra.approved) };
  return (disputed ? say.extraDisputed : say.extraCost)({ ...amounts, name });
}

/** What somebody may approve, and who may approve the order. Escaped. */
export function overLimitText(words: Words, { net, limit, currency, enough }: OverLimit, { content }: Order): string {
  const { refusal: say, forms } = words;
  const { hand_over: button } = forms.button;
  const named = enough.slice(0, MAX_NAMED).map((id) => `<@${id}>`);
  const next =
    named.length === 0
      ? say.nobodyEnough({ button })
      : say.enough({ count: named.length, names: eitherOf(named, words), button });
  if (limit === undefined) return `${say.notListed} ${next}`;
  const decimals = currencyDecimals(currency) ?? 2;
  const amounts = {
    net: formatMoney(net, content, words.locale),
    limit: formatPrice(limit, { currency, decimals }, words.locale),
  };
  const why = currency === content.currency ? say.overLimit(amounts) : say.otherCurrency(amounts);
  return `${why} ${next}`;
}

/** What is lacking to close an order. Escaped. */
function lackingText(words: Words, { photos, lines, acceptance }: Lacking): string {
  const say = words.refusal.lacking;
  return [
    say.title,
    ...(photos ? [say.photos] : []),
    ...(lines.length > 0
      ? [
          say.checklist({
            count: lines.length,
            lines: listed(
              lines.map(({ label }) => label),
              words,
            ),
          }),
        ]
      : []),
    ...(acceptance ? [say.acceptance] : []),
  ].join(' ');
}

/** Who works on the order and when. Escaped. */
function planLines(words: Words, { crew, coordinator, plannedStart }: Order): string[] {
  const { plan } = words.refusal;
  const names = listOf(
    crew.map(({ name }) => escaped(name)),
    words,
  );
  return [
    plan.crew({ names }),
    coordinator ? plan.coordinator({ name: escaped(coordinator.name) }) : plan.noCoordinator,
    plannedStart === null ? plan.noStart : plan.start({ date: date(plannedStart, words) }),
  ].map((line) => `• ${line}`);
}

/** Who took this person off the order, where somebody did. */
function leftBy(
  words: Words,
  order: Order,
  entries: readonly Entry[],
  person: { readonly id: string } | undefined,
): string[] {
  if (!person || isOn(order, person)) return [];
  const last = entries.findLastIndex(({ action }) => partiesIn(action).some(({ id }) => id === person.id));
  const next = last < 0 ? undefined : entries.slice(last + 1).find(({ action }) => partiesIn(action).length > 0);
  // Who handed it over knows.
  return next && next.by.id !== person.id ? [words.refusal.left({ name: escaped(next.by.name) })] : [];
}

const isOn = (order: Order, person: { readonly id: string }): boolean =>
  peopleOf(order).some(([, { id }]) => id === person.id);

/** Which people, and an admin where supervisors may, can do something. Escaped. */
export function allowedText(
  words: Words,
  order: Order,
  allowed: readonly Acting[],
  action: keyof Words['refusal']['only'],
): string {
  const { admin, only, nobody } = words.refusal;
  const named = new Map<string, Party>();
  for (const [role, party] of actingIn(order)) if (allowed.includes(role)) named.set(party.id, party);
  const names = [...named.values()].map(({ name }) => escaped(name));
  if (allowed.includes('supervisor')) names.push(admin);
  return names.length === 0 ? nobody : only[action]({ people: eitherOf(names, words) });
}
