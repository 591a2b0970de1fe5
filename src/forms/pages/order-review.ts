import type { KnownBlock } from '@slack/types';
import { formatMoney, isPriced, totals } from '../../order/amounts/money.ts';
import type { Item } from '../../order/content.ts';
import { isWithin, limitOf, whoMayApprove } from '../../order/permissions.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import { itemName } from '../../words/labour.ts';
import { eitherOf } from '../../words/list.ts';
import { section } from '../blocks.ts';
import type { Candidate, FormContext } from '../context.ts';
import { type Draft, filesIn, listIn, textIn } from '../draft.ts';
import { isAdmin } from '../fields/people.ts';
import { saidWhere } from '../fields/records.ts';
import type { Question } from '../form.ts';
import { quantityAndPrice } from '../item-list.ts';
import { bold, clip, date, escaped, lastDay, mention, quoted } from '../mrkdwn.ts';
import { typeOf } from '../own/fields.ts';
import { ownBlocks } from '../own/review.ts';
import { listed } from '../sizes.ts';
import { unusualQuantities } from './on-site/unusual-quantities.ts';
import type { SubmissionAnswers } from './submission.ts';

/** Items shown; the card, which has as many, and the PDF follow. */
const ITEMS_SHOWN = 10;
/** Supervisors named who may approve what another one may not. */
const SUPERVISORS_NAMED = 5;
const MINUTE = 60;
const DAY = 86_400;

/** A start that is this far back, and a job that takes this long, are pointed out. Seconds. */
const LATE = 15 * MINUTE;
const LONG = 7 * DAY;
const FAR = 366 * DAY;

/** A new order as its people will read it. */
export function orderReview(draft: Draft, context: FormContext): KnownBlock[] {
  const { fields, order, review } = context.words;
  const line = (label: string, text: string) => (text ? [`*${label}* ${text}`] : []);
  const value = (name: string, said = textIn(draft.values[name])) => clip(escaped(said), 300);
  const who = (name: string) => {
    const id = textIn(draft.values[name]);
    const known = context.people.get(id)?.name;
    return known ? escaped(known) : id && mention(id);
  };
  const said = saidWhere(draft.values, context);
  const { requestedStart, requestedEnd, priority } = draft.values;
  const files = filesIn(draft.values.attachments);
  const proposed = listIn(draft.values.proposedCrew).map((id) => context.people.get(id)?.name ?? id);
  return [
    paragraph([
      bold(clip(textIn(draft.values.title), 300) || '–'),
      ...line(fields.orderType.label, escaped(typeOf(draft, context)?.name ?? '')),
      ...line(fields.client.label, value('client', said.client)),
      ...line(fields.clientReference.label, value('clientReference')),
      ...line(fields.location.label, value('location', said.location)),
    ]),
    section(quoted(textIn(draft.values.description), 800)),
    paragraph([
      ...line(
        review.requested,
        [requestedStart, requestedEnd].map((at) => (typeof at === 'number' ? date(at, context.words) : '')).join(' – '),
      ),
      ...line(fields.priority.label, Object.entries(order.priority).find(([code]) => code === priority)?.[1] ?? ''),
      ...line(fields.supervisor.label, who('supervisor')),
      ...line(fields.coordinator.label, who('coordinator')),
      ...line(fields.proposedCrew.label, listed(proposed, context.words)),
      ...line(fields.contact.label, value('contact')),
    ]),
    ...ownBlocks(['submit'], draft, context),
    paragraph(itemLines(draft, context)),
    ...(files.length > 0
      ? [
          paragraph(
            line(
              fields.attachments.label,
              listed(
                files.map(({ name }) => name),
                context.words,
              ),
            ),
          ),
        ]
      : []),
  ];
}

function itemLines({ items }: Draft, context: FormContext): string[] {
  const { forms, items: say, review } = context.words;
  if (items.length === 0) return [review.noItems];
  const money = (minor: number) => formatMoney(minor, context, context.locale);
  const { net, tax, gross } = totals({ ...context, items });
  const total =
    tax === 0 ? review.total({ amount: money(net) }) : review.totalWithTax({ net: money(net), gross: money(gross) });
  return [
    say.heading.counted({ count: items.length }),
    ...items
      .slice(0, ITEMS_SHOWN)
      .map((item) =>
        say.entry({ item: clip(escaped(itemName(item, context.words)), 120), line: quantityAndPrice(item, context) }),
      ),
    ...(items.length > ITEMS_SHOWN ? [forms.moreLines({ count: items.length - ITEMS_SHOWN })] : []),
    ...(isPriced(items) ? [total] : []),
  ];
}

/** What is unusual about a new order: it may be sent all the same. */
export function unusualOrder(
  { requestedStart: start, requestedEnd: end, supervisor }: Partial<SubmissionAnswers>,
  { items }: Draft,
  context: FormContext,
): Question[] {
  const { listPrices, now, similar = [], words } = context;
  const say = words.review.question;
  const length = start === undefined || end === undefined ? 0 : end - start;
  return [
    ...similar.map(({ id, number, by, at }) => {
      const submitted = { name: escaped(by.name), date: date(at, words) };
      const text =
        number === undefined ? say.similarHidden(submitted) : say.similar({ order: orderNumber(number), ...submitted });
      return { id: `similar ${id}`, text };
    }),
    ...(supervisor ? [...overLimit(supervisor, items, context), ...awayNow(supervisor, context)] : []),
    ...(items.length === 0 ? [{ id: 'no_items', text: say.noItems }] : []),
    ...unusualQuantities(items, context),
    ...items
      .filter((item) => looksGrouped(item) && !isListPrice(item, listPrices))
      .map((item) => ({
        id: `decimals ${item.id} ${item.unitPrice}`,
        text: say.thousands({
          item: clip(escaped(itemName(item, context.words)), 120),
          line: quantityAndPrice(item, context),
        }),
      })),
    ...(start !== undefined && start < now - LATE
      ? [{ id: `past ${start}`, text: say.requestedPast({ date: date(start, words) }) }]
      : []),
    ...(start !== undefined && start > now + FAR
      ? [{ id: `far ${start}`, text: say.requestedFar({ date: date(start, words) }) }]
      : []),
    ...(length > LONG
      ? [{ id: `long ${start} ${end}`, text: say.requestedLong({ days: Math.round(length / DAY) }) }]
      : []),
  ];
}

/** That its supervisor is away, and who decides meanwhile. */
export function awayNow({ id, name }: Candidate, { supervisorAway: away, words }: FormContext): Question[] {
  if (away?.id !== id) return [];
  const say = words.review.question;
  const said = { name: escaped(name), date: lastDay(away.until, words) };
  const meanwhile = away.alsoAway ? say.supervisorsAway : away.tooLow ? say.substituteTooLow : say.supervisorAway;
  const text =
    away.substitute === undefined
      ? say.supervisorAwayAlone(said)
      : meanwhile({ ...said, substitute: escaped(away.substitute) });
  const how = away.alsoAway ? 'too' : away.tooLow ? 'low' : '';
  return [{ id: `away ${id} ${away.until} ${away.substitute ?? ''} ${how}`, text }];
}

/** That the order costs more than its supervisor may approve, and who may; nothing for somebody who does not see prices. */
export function overLimit(supervisor: Candidate, items: readonly Item[], context: FormContext): Question[] {
  const {
    absent = [],
    supervisors = null,
    admins = [],
    allowOwnApproval,
    order,
    person,
    words,
    seesPrices = true,
  } = context;
  const { currency, limitCurrency = currency } = context;
  const { id } = supervisor;
  const content = { ...context, items };
  const limit = limitOf({ id, kind: 'member', admin: isAdmin(supervisor, context) }, { supervisors });
  if (!seesPrices || isWithin(limit, content, limitCurrency)) return [];
  const requester = order?.requester.id ?? person.id;
  const policy = { supervisors, admins, allowOwnApproval, limitCurrency };
  const enough = whoMayApprove(content, requester, policy).filter((one) => !absent.includes(one));
  const { net } = totals(content);
  const said = { net: formatMoney(net, context, context.locale), name: escaped(supervisor.name) };
  const named = enough.slice(0, SUPERVISORS_NAMED);
  const names = { names: eitherOf(named.map(mention), words), count: named.length };
  const say = words.review.question;
  const listed = supervisors?.some((one) => one.id === id) ?? true;
  const why = !listed
    ? say.notListed(said)
    : currency === limitCurrency
      ? say.overLimit(said)
      : say.otherCurrency({ ...said, limits: limitCurrency });
  const who = enough.length === 0 ? say.adminCan : say.theyCan(names);
  return [{ id: `over_limit ${id} ${net} ${limitCurrency}`, text: `${why} ${who}` }];
}

/** `1.234`: three decimals, as after a thousands separator. */
export const looksGrouped = ({ unitPrice }: Item): boolean => /^-?[1-9]\d{0,2}\.\d{3}$/.test(unitPrice ?? '');

/** Whether it costs what its line of the catalogue does: somebody has looked at that. */
const isListPrice = ({ onFile = '', unitPrice }: Item, listPrices: FormContext['listPrices']): boolean =>
  unitPrice !== null && listPrices?.get(onFile) === unitPrice;

const paragraph = (lines: readonly string[]): KnownBlock => section(lines.join('\n'));
