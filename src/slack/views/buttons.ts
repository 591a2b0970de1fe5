import type { ActionsBlock, Button } from '@slack/types';
import { actions, button } from '../../forms/blocks.ts';
import { type OrderForm, type OrderFormId, orderForms } from '../../forms/forms.ts';
import { EARLIER_JOBS } from '../../forms/ids.ts';
import { clip } from '../../forms/mrkdwn.ts';
import type { Order } from '../../order/order.ts';
import type { Role } from '../../order/people.ts';
import { type Member, rolesOf } from '../../order/permissions.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import { available } from '../../order/workflow.ts';
import type { Words } from '../../words/words.ts';
import { encodeAsked, homeActions, orderActionId } from './ids.ts';

/** The forms that make sense for the order now: for these roles, or for anybody (a channel's card is seen by all). */
export function formsFor(order: Order, roles?: readonly Role[]): OrderFormId[] {
  const actions = available(order, roles);
  return (Object.entries(orderForms) as [OrderFormId, OrderForm][])
    .filter(([, { leadsTo }]) => actions.includes(leadsTo[0]))
    .map(([id]) => id);
}

/**
 * A button under an order: a form, extra cost that is accepted at once, a new order made of it, what was done at its place before, or
 * the order itself.
 */
export type Offer = OrderFormId | 'accept' | 'copy' | 'earlier' | 'view';

/** What anybody can do with an order whose card they see. */
export const offersOf = (order: Order): Offer[] => [...actsFor(order), ...earlierAt(order)];

/** What changes the order as it is now, for these roles or for anybody. */
export const actsFor = (order: Order, roles?: readonly Role[]): Offer[] => [
  ...(available(order, roles).includes('accept_extra') ? (['accept'] as const) : []),
  ...formsFor(order, roles),
];

/** Whether its client or its site is on file: then others may be at the same place. */
const earlierAt = ({ content }: Order): 'earlier'[] => (content.clientOnFile || content.siteOnFile ? ['earlier'] : []);

/** What this person can do with an order that is shown to them alone. */
export const offersTo = (person: Member, order: Order): Offer[] => [
  ...actsFor(order, rolesOf(person, order)),
  ...(rolesOf(person, undefined).includes('requester') ? (['copy'] as const) : []),
  ...earlierAt(order),
];

/** Of what this person can do with an order that they are shown those of these, in the order of `wanted`. */
export const offersAmong = (person: Member, order: Order, wanted: readonly string[]): Offer[] => {
  const offers = offersTo(person, order);
  return wanted.flatMap((id) => offers.filter((offer) => offer === id));
};

/**
 * Their buttons, at most three beside one another: a phone shows no more in a row. The blocks have new ids whenever the
 * order has changed, so that a press on an older copy can be told from one on this. The first that is to stand out does. `place`: where
 * several orders stand in one view, what tells their blocks apart; `quiet`: none stands out.
 */
export function buttonBlocks(
  order: Order,
  offers: readonly Offer[],
  words: Words,
  { place = 'buttons', quiet = false } = {},
): ActionsBlock[] {
  const primary = quiet ? undefined : offers.find((id) => id === 'accept' || styleOf(id) === 'primary');
  const buttons = offers.map((id): Button => {
    if (id === 'accept') return acceptButton(order, words, quiet);
    if (id === 'copy') return besides(homeActions.copy, words.forms.copy.button, order, words);
    if (id === 'earlier') return besides(EARLIER_JOBS, words.lists.earlierJobs.button, order, words);
    if (id === 'view') return besides(homeActions.show, words.lists.view, order, words);
    const form: OrderForm = orderForms[id];
    const text = form.button(words);
    const label = words.card.button({ button: text, order: orderNumber(order.number) });
    return button(orderActionId(id), text, {
      ...{ value: order.id, accessibility_label: clip(label, 75) },
      ...(form.style && !quiet && (form.style !== 'primary' || id === primary) ? { style: form.style } : {}),
    });
  });
  const rows: ActionsBlock[] = [];
  for (let from = 0; from < buttons.length; from += 3)
    rows.push(actions(buttons.slice(from, from + 3), { block_id: `${place}-${order.revision}-${from}` }));
  return rows;
}

const styleOf = (id: Offer): OrderForm['style'] =>
  id in orderForms ? (orderForms[id as OrderFormId] as OrderForm).style : undefined;

/** Accepts the extra cost that is asked about now. */
function acceptButton(order: Order, { card }: Words, quiet: boolean): Button {
  const label = card.button({ button: card.accept, order: orderNumber(order.number) });
  return button(homeActions.accept, card.accept, {
    value: encodeAsked({ o: order.id, q: order.progress.question?.entry ?? 1 }),
    accessibility_label: clip(label, 75),
    ...(quiet ? {} : { style: 'primary' }),
  });
}

/** A button that does nothing to its order. */
function besides(actionId: string, text: string, order: Order, { card }: Words): Button {
  const label = card.button({ button: text, order: orderNumber(order.number) });
  return button(actionId, text, { value: order.id, accessibility_label: clip(label, 75) });
}
