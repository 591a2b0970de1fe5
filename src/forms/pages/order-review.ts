import type { KnownBlock } from '@slack/types';
import { formatMoney, isPriced, totals } from '../../order/money.ts';
import { type Item, orderNumber } from '../../order/order.ts';
import { priorityWords } from '../../order/words.ts';
import { section } from '../blocks.ts';
import { type Draft, type FormContext, filesIn, type Question, textIn } from '../form.ts';
import { quantityAndPrice } from '../item-list.ts';
import { bold, clip, date, escaped, mention, quoted } from '../mrkdwn.ts';
import type { SubmissionAnswers } from './submission.ts';
import { span } from './work-times.ts';

/** Items shown; the card, which has as many, and the PDF follow. */
const ITEMS_SHOWN = 10;
const MINUTE = 60;
const DAY = 86_400;

/** A start that is this far back, and a job that takes this long, are pointed out. Seconds. */
const LATE = 15 * MINUTE;
const LONG = 7 * DAY;
const FAR = 366 * DAY;

/** A new order as its people will read it. */
export function orderReview(draft: Draft, context: FormContext): KnownBlock[] {
  const line = (label: string, text: string) => (text ? [`*${label}* ${text}`] : []);
  const value = (name: string, limit = 300) => clip(escaped(textIn(draft.values[name])), limit);
  const who = (name: string) => {
    const id = textIn(draft.values[name]);
    const known = context.people.get(id)?.name;
    return known ? escaped(known) : id && mention(id);
  };
  const { requestedStart, requestedEnd, priority } = draft.values;
  const files = filesIn(draft.values.attachments);
  return [
    paragraph([
      bold(clip(textIn(draft.values.title), 300) || '–'),
      ...line('Client', value('client')),
      ...line('Service location', value('location')),
    ]),
    section(quoted(textIn(draft.values.description), 800)),
    paragraph([
      ...line(
        'Requested',
        [requestedStart, requestedEnd].map((at) => (typeof at === 'number' ? date(at) : '')).join(' – '),
      ),
      ...line('Priority', Object.entries(priorityWords).find(([code]) => code === priority)?.[1] ?? ''),
      ...line('Supervisor', who('supervisor')),
      ...line('Coordinator', who('coordinator')),
      ...line('Contact on site', value('contact')),
      ...line('Client reference', value('clientReference')),
    ]),
    paragraph(itemLines(draft, context)),
    ...(files.length > 0
      ? [paragraph(line('Attachments', clip(files.map(({ name }) => escaped(name)).join(', '), 1000)))]
      : []),
  ];
}

function itemLines({ items }: Draft, context: FormContext): string[] {
  if (items.length === 0) return ['*Items* none'];
  const money = (minor: number) => formatMoney(minor, context, context.locale);
  const { net, tax, gross } = totals({ ...context, items });
  const total = tax === 0 ? money(net) : `${money(net)} net, ${money(gross)} with tax`;
  return [
    `*Items* · ${items.length}`,
    ...items
      .slice(0, ITEMS_SHOWN)
      .map((item) => `• ${clip(escaped(item.description), 120)}: ${quantityAndPrice(item, context)}`),
    ...(items.length > ITEMS_SHOWN ? [`… and ${items.length - ITEMS_SHOWN} more`] : []),
    ...(isPriced(items) ? [`*Total* ${total}`] : []),
  ];
}

/** What is unusual about a new order: it may be sent all the same. */
export function unusualOrder(
  { requestedStart: start, requestedEnd: end }: Partial<SubmissionAnswers>,
  { items }: Draft,
  context: FormContext,
): Question[] {
  const { now, similar = [] } = context;
  return [
    ...similar.map(({ id, number, by, at }) => ({
      id: `similar ${id}`,
      text: `${number === undefined ? 'An order' : orderNumber(number)} with this title, client and location was submitted by ${escaped(by.name)} ${date(at)}. Check that this is not the same job.`,
    })),
    ...(items.length === 0 ? [{ id: 'no items', text: 'The order has no items.' }] : []),
    ...items.filter(looksGrouped).map((item) => ({
      id: `decimals ${item.id} ${item.unitPrice}`,
      text: `${clip(escaped(item.description), 120)}: ${quantityAndPrice(item, context)}. The price has three decimals. Check that no thousands are meant.`,
    })),
    ...(start !== undefined && start < now - LATE
      ? [{ id: `past ${start}`, text: `The requested start is in the past: ${date(start)}.` }]
      : []),
    ...(start !== undefined && start > now + FAR
      ? [{ id: `far ${start}`, text: `The requested start is more than a year away: ${date(start)}.` }]
      : []),
    ...(start !== undefined && end !== undefined && end - start > LONG
      ? [{ id: `long ${start} ${end}`, text: `The requested end is ${span(end - start)} after the start.` }]
      : []),
  ];
}

/** `1.234`: three decimals, as after a thousands separator. */
const looksGrouped = ({ unitPrice }: Item): boolean => /^-?[1-9]\d{0,2}\.\d{3}$/.test(unitPrice ?? '');

const paragraph = (lines: readonly string[]): KnownBlock => section(lines.join('\n'));
