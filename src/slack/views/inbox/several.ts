import type { ActionsBlock, Checkboxes, InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { actions, button, context, section } from '../../../forms/blocks.ts';
import { inputActionId } from '../../../forms/fields/fields.ts';
import { clip, escaped, plain, zoned } from '../../../forms/mrkdwn.ts';
import { startPassed } from '../../../forms/pages/approval.ts';
import { isPriced } from '../../../order/amounts/money.ts';
import type { Order } from '../../../order/order.ts';
import { whoseDecision } from '../../../order/progress/inbox.ts';
import { orderNumber } from '../../../order/text/order-number.ts';
import { listOf } from '../../../words/list.ts';
import type { Words } from '../../../words/words.ts';
import { amountsOf } from '../card.ts';
import { visitStart } from '../daily/visit.ts';
import { encodeChosen, encodeSeveral, severalIds } from '../ids.ts';
import { type Message, message } from '../message.ts';

/** Orders that can be approved together, at most, and how many of them Slack takes in one group of boxes. */
export const SEVERAL = { orders: 20, group: 10 } as const;

/** The inputs: boxes, group by group, and the name that all of them are signed with. */
export const severalBlocks = { orders: (group: number): string => `several-${group}`, signature: 'several-signature' };

/** Slack's most for the text of an option, and for what stands under it. */
const OPTION = 75;

/** Characters of a client's name, of those that an option has for it, for the visit and the crew. */
const CLIENT = 24;

/** Whether an order can be approved with nothing but a name under it: somebody proposed who goes. */
export const mayApproveTogether = ({ state, content }: Pick<Order, 'state' | 'content'>): boolean =>
  state === 'submitted' && (content.proposedCrew ?? []).length > 0;

/** The row with the button that opens them. */
export const severalButton = ({ inbox }: Words): ActionsBlock =>
  actions([button(severalIds.open, inbox.several.button)], { block_id: 'inbox-several' });

/** What several orders are approved with. `id`: by what its submissions are known again. */
interface Several {
  readonly id: string;
  readonly orders: readonly Order[];
  /** Whether there are more of them. */
  readonly more: boolean;
  readonly reader: { readonly id: string; readonly name: string; readonly timeZone: string };
  /** When it is shown (seconds). */
  readonly at: number;
}

/** Asks which of several orders somebody approves; none is ticked at first. */
export function severalModal({ id, orders, more, reader, at }: Several, words: Words): ModalView {
  const say = words.inbox.several;
  const groups: Order[][] = [];
  for (let from = 0; from < orders.length; from += SEVERAL.group) groups.push(orders.slice(from, from + SEVERAL.group));
  const boxes = groups.map((group, n): InputBlock => {
    const options = group.map((order) => option(order, reader.timeZone, words));
    const element: Checkboxes = { type: 'checkboxes', action_id: ACTION, options };
    const label = plain(n === 0 ? say.orders : say.moreOrders);
    // Of two groups only one may be needed.
    const optional = groups.length > 1;
    return { type: 'input', block_id: severalBlocks.orders(n), optional, label, element };
  });
  return {
    type: 'modal',
    callback_id: severalIds.modal,
    private_metadata: encodeSeveral({ k: id }),
    title: plain(clip(say.title, 24)),
    submit: plain(clip(say.send, 24)),
    close: plain(words.forms.control.cancel),
    blocks: [
      section(say.intro),
      ...notes(orders, { at, reader: reader.id }, words),
      ...boxes,
      ...(more ? [context(say.oldest({ count: orders.length }))] : []),
      {
        ...{ type: 'input', block_id: severalBlocks.signature, label: plain(words.fields.signature.label) },
        element: {
          ...{ type: 'plain_text_input', action_id: ACTION, max_length: 120 },
          initial_value: clip(reader.name, 120),
        },
      },
    ],
  };
}

const ACTION = `${inputActionId}-0`;

/** For whom the reader decides on which of the orders, and whose start has passed while they waited, as the form of one says it. */
function notes(
  orders: readonly Order[],
  { at, reader }: { readonly at: number; readonly reader: string },
  words: Words,
): KnownBlock[] {
  const notesOf = (order: Order): string[] => {
    const whose = whoseDecision(order, reader, 'decision');
    return [
      ...(whose?.away ? [words.forms.decidesFor.away({ name: escaped(whose.supervisor.name) })] : []),
      ...startPassed(order, { now: at, words }).map(({ text }) => text),
    ];
  };
  const lines = orders.flatMap((order) =>
    notesOf(order).map((note) => words.inbox.several.note({ order: orderNumber(order.number), note })),
  );
  const groups: KnownBlock[] = [];
  for (let from = 0; from < lines.length; from += SEVERAL.group)
    groups.push(section(lines.slice(from, from + SEVERAL.group).join('\n')));
  return groups;
}

/** An order as one box: its number and amount whole, what follows as far as there is room. */
function option(order: Order, timeZone: string, words: Words): PlainTextOption {
  const { content, submission } = order;
  const say = words.inbox.several;
  const about = { order: orderNumber(order.number), title: content.title };
  const text = isPriced(content.items)
    ? say.optionPriced({ ...about, amount: amountsOf(content, words).net })
    : say.option(about);
  const crew = listOf(
    (content.proposedCrew ?? []).map(({ name }) => name),
    words,
  );
  const visit = zoned(visitStart(order), words.locale, timeZone);
  const description = say.about({ date: visit, client: clip(content.client, CLIENT), crew });
  return {
    text: plain(clip(text, OPTION)),
    description: plain(clip(description, OPTION)),
    value: encodeChosen({ o: order.id, s: submission }),
  };
}

/** What came of one of the orders. */
export interface Outcome {
  /** Undefined where it is not there for this person, or could not be read. */
  readonly order: Pick<Order, 'number' | 'content'> | undefined;
  /** Why it was not approved (escaped); undefined: it was. */
  readonly why: string | undefined;
  /** Who approved it before, where that is why. */
  readonly already?: string | undefined;
}

/** How far it is, while there is something left. */
export const workingText = (done: number, count: number, { inbox }: Words): string =>
  inbox.several.working({ done, count });

/** What came of them, one by one, in the order in which they were shown. */
export const outcomeBlocks = (outcomes: readonly Outcome[], words: Words): KnownBlock[] =>
  outcomes.map((outcome) => section(outcomeLine(outcome, words)));

function outcomeLine({ order, why = '', already }: Outcome, { inbox }: Words): string {
  if (!order) return why;
  const about = { order: orderNumber(order.number), title: escaped(order.content.title) };
  if (already !== undefined) return inbox.several.already({ ...about, name: escaped(already) });
  return why === '' ? inbox.several.approved(about) : inbox.several.refused({ ...about, why });
}

/** The same in one sentence. */
export function outcomeText(outcomes: readonly Outcome[], { inbox }: Words): string {
  const refused = outcomes.filter(({ why }) => why !== undefined).length;
  const approved = outcomes.length - refused;
  return refused === 0 ? inbox.several.done({ approved }) : inbox.several.partly({ approved, refused });
}

/** The same as a message. */
export const outcomeMessage = (outcomes: readonly Outcome[], words: Words): Message =>
  message([outcomeText(outcomes, words), ...outcomes.map((one) => outcomeLine(one, words))].join('\n'), [
    section(outcomeText(outcomes, words)),
    ...outcomeBlocks(outcomes, words),
  ]);
