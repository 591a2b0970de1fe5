import type { ActionsBlock, Button, Overflow } from '@slack/types';
import { type AtOnce, type AtOnceId, atOnce, isAtOnceId } from '../../forms/at-once.ts';
import { actions, button } from '../../forms/blocks.ts';
import { type OrderForm, type OrderFormId, orderForms } from '../../forms/forms.ts';
import { EARLIER_JOBS } from '../../forms/ids.ts';
import { clip, plain } from '../../forms/mrkdwn.ts';
import type { Order } from '../../order/order.ts';
import type { Acting } from '../../order/people.ts';
import { type Member, rolesOf, SIGNERS } from '../../order/permissions.ts';
import { untouched } from '../../order/progress/progress.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import { available } from '../../order/workflow.ts';
import type { Words } from '../../words/words.ts';
import {
  atOnceActionId,
  encodeAsked,
  encodeMore,
  encodePress,
  homeActions,
  moreActionId,
  orderActionId,
} from './ids.ts';

/** The forms that make sense for the order now: for these roles, or for anybody (a channel's card is seen by all). */
export function formsFor(order: Order, roles?: readonly Acting[]): OrderFormId[] {
  const actions = available(order, roles);
  return (Object.entries(orderForms) as [OrderFormId, OrderForm][])
    .filter(([, { leadsTo, offered }]) => actions.includes(leadsTo[0]) && (!offered || offered(order)))
    .map(([id]) => id);
}

/** What one tap can do to the order now: for these roles, or for anybody. */
export function atOnceFor(order: Order, roles?: readonly Acting[]): AtOnceId[] {
  const actions = available(order, roles);
  return (Object.keys(atOnce) as AtOnceId[]).filter((id) => actions.includes(id));
}

/**
 * A button under an order: what it does at once, extra cost that is accepted, a form, the client's signature, a new order made of it, what was done at its
 * place before, or the order itself.
 */
export type Offer = AtOnceId | OrderFormId | 'accept' | 'sign' | 'copy' | 'earlier' | 'view';

/** What anybody can do with an order whose card they see. */
export const offersOf = (order: Order): Offer[] => [...actsFor(order), ...earlierAt(order)];

/** What changes the order as it is now, for these roles or for anybody. */
export const actsFor = (order: Order, roles?: readonly Acting[]): Offer[] => [
  ...(available(order, roles).includes('accept_extra') ? (['accept'] as const) : []),
  ...atOnceFor(order, roles),
  ...formsFor(order, roles),
  ...(isSignable(order) && (!roles || roles.some((role) => SIGNERS.includes(role))) ? (['sign'] as const) : []),
];

/** Whether the client can sign the order as it stands, on a page that there was when it was issued. */
export const isSignable = (order: Order): boolean =>
  order.latest?.issuer.verifyAt !== undefined && available(order, ['client']).includes('sign');

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

/** Buttons that stand under an order at most; the others are in a menu of which Slack takes five entries, or in several. */
const BUTTONS = 5;
const ENTRIES = 5;

/**
 * Their buttons, the first five, at most three beside one another: a phone shows no more in a row. The blocks have new ids whenever the
 * order has changed, so that a press on an older copy can be told from one on this. The first that is to stand out does. `place`: where
 * several orders stand in one view, what tells their blocks apart; `quiet`: none stands out.
 */
export function buttonBlocks(
  order: Order,
  offers: readonly Offer[],
  words: Words,
  { place = 'buttons', quiet = false } = {},
): ActionsBlock[] {
  const all = offers.map((id): Button => {
    if (id === 'accept') return acceptButton(order, words);
    if (id === 'copy') return besides(homeActions.copy, words.forms.copy.button, order, words);
    if (id === 'sign') return besides(homeActions.sign, words.card.sign, order, words);
    if (id === 'earlier') return besides(EARLIER_JOBS, words.lists.earlierJobs.button, order, words);
    if (id === 'view') return besides(homeActions.show, words.lists.view, order, words);
    if (isAtOnceId(id)) return atOnceButton(id, order, words);
    const form: OrderForm = orderForms[id];
    const text = form.button(words, order);
    const label = words.card.button({ button: text, order: orderNumber(order.number) });
    return button(orderActionId(id), text, {
      ...{ value: order.id, accessibility_label: clip(label, 75) },
      ...(form.style ? { style: form.style } : {}),
    });
  });
  const buttons = quiet ? all.map(({ style, ...rest }) => rest) : styledOnce(all);
  const elements = [...buttons.slice(0, BUTTONS), ...menusOf(buttons.slice(BUTTONS))];
  const rows: ActionsBlock[] = [];
  for (let from = 0; from < elements.length; from += 3)
    rows.push(actions(elements.slice(from, from + 3), { block_id: `${place}-${order.revision}-${from}` }));
  return rows;
}

/** What is left of the buttons, as menus. */
function menusOf(buttons: readonly Button[]): Overflow[] {
  const menus: Overflow[] = [];
  for (let from = 0; from < buttons.length; from += ENTRIES)
    menus.push({
      ...{ type: 'overflow', action_id: moreActionId(menus.length) },
      options: buttons
        .slice(from, from + ENTRIES)
        .map(({ text, action_id = '', value = '' }) => ({ text, value: encodeMore(action_id, value) })),
    });
  return menus;
}

/** A button that acts at once on an order, wherever the order is shown. */
export function atOnceButton(id: AtOnceId, order: Pick<Order, 'id' | 'number' | 'progress'>, words: Words): Button {
  const { button: textOf, style, seen }: AtOnce = atOnce[id];
  const text = textOf(words);
  const label = words.card.button({ button: text, order: orderNumber(order.number) });
  return button(atOnceActionId(id), text, {
    ...{ value: encodePress(order.id, seen?.(order)), accessibility_label: clip(label, 75) },
    ...(style ? { style } : {}),
  });
}

/** The same for an order of which a list knows no more. */
export const startWorkButton = (order: Pick<Order, 'id' | 'number'>, words: Words): Button =>
  atOnceButton('start_work', { ...order, progress: untouched(0) }, words);

/** The first that stands out does; the others look like any. */
function styledOnce(buttons: readonly Button[]): Button[] {
  const first = buttons.findIndex(({ style }) => style !== undefined);
  return buttons.map(({ style, ...rest }, index) => (style && index === first ? { ...rest, style } : rest));
}

/** Accepts the extra cost that is asked about now. */
function acceptButton(order: Order, words: Words): Button {
  const { card } = words;
  const label = card.button({ button: card.accept, order: orderNumber(order.number) });
  return button(homeActions.accept, card.accept, {
    value: encodeAsked({ o: order.id, q: order.progress.question?.entry ?? 1 }),
    accessibility_label: clip(label, 75),
    style: 'primary',
    ...afterAll(order, words),
  });
}

/** Who disputed the extra cost is said before it is accepted all the same. */
function afterAll({ progress: { question } }: Order, { card, forms }: Words): Pick<Button, 'confirm'> {
  if (!question?.disputed) return {};
  const { title, text } = card.acceptAfterAll;
  return {
    confirm: {
      title: plain(clip(title, 100)),
      text: plain(clip(text({ name: clip(question.disputed.by.name, 100) }), 300)),
      confirm: plain(clip(card.accept, 30)),
      deny: plain(clip(forms.control.cancel, 30)),
    },
  };
}

/** A button that does nothing to its order. */
function besides(actionId: string, text: string, order: Order, { card }: Words): Button {
  const label = card.button({ button: text, order: orderNumber(order.number) });
  return button(actionId, text, { value: order.id, accessibility_label: clip(label, 75) });
}
