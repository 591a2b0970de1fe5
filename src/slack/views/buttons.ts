import type { ActionsBlock, Button } from '@slack/types';
import { actions, button } from '../../forms/blocks.ts';
import { type OrderForm, type OrderFormId, orderForms } from '../../forms/forms.ts';
import { clip } from '../../forms/mrkdwn.ts';
import { type Order, orderNumber, type Role } from '../../order/order.ts';
import { available } from '../../order/workflow.ts';
import type { Words } from '../../words/words.ts';
import { orderActionId } from './ids.ts';

/** The forms that make sense for the order now: for these roles, or for anybody (a channel's card is seen by all). */
export function formsFor(order: Order, roles?: readonly Role[]): OrderFormId[] {
  const actions = available(order, roles);
  return (Object.entries(orderForms) as [OrderFormId, OrderForm][])
    .filter(([, { leadsTo }]) => actions.includes(leadsTo[0]))
    .map(([id]) => id);
}

/**
 * Their buttons, at most three beside one another: a phone shows no more in a row. The blocks have new ids whenever the
 * order has changed, so that a press on an older copy can be told from one on this.
 */
export function buttonBlocks(order: Order, forms: readonly OrderFormId[], words: Words): ActionsBlock[] {
  const buttons = forms.map((id): Button => {
    const form: OrderForm = orderForms[id];
    const text = form.button(words);
    const label = words.card.button({ button: text, order: orderNumber(order.number) });
    return button(orderActionId(id), text, {
      ...{ value: order.id, accessibility_label: clip(label, 75) },
      ...(form.style ? { style: form.style } : {}),
    });
  });
  const rows: ActionsBlock[] = [];
  for (let from = 0; from < buttons.length; from += 3)
    rows.push(actions(buttons.slice(from, from + 3), { block_id: `buttons-${order.revision}-${from}` }));
  return rows;
}
