import { isPriced } from '../../order/amounts/money.ts';
import type { FormContext } from '../context.ts';
import { type Draft, textIn } from '../draft.ts';
import { optional, select } from '../fields/fields.ts';
import type { Field, Question } from '../form.ts';
import { clip, escaped } from '../mrkdwn.ts';
import type { OfferedType } from '../on-file.ts';
import { CLIENT_TURN } from './place.ts';

/** The field that holds the type of a new order (its id), and what it holds where there is none. */
export const TYPE_FIELD = 'orderType';
const NO_TYPE = 'none';

/** Characters of an option, in Slack. */
const OPTION = 75;

const offered = ({ types = [] }: FormContext, id: string): OfferedType | undefined =>
  types.find(({ type }) => type.id === id);

/** Which type a new order is of: one of the active ones, or none. */
export function orderType(): Field<string | null> {
  const field = select<string>({
    texts: ({ words }) => words.fields.orderType,
    as: 'menu',
    options: ({ types = [], words }) => [
      { value: NO_TYPE, text: words.fields.orderType.none },
      ...types.map(({ type }) => ({ value: type.id, text: clip(type.name, OPTION) })),
    ],
  });
  return optional({
    ...field,
    typed: true,
    said: (raw, context) => offered(context, textIn(raw))?.type.name ?? '',
    read: (state) => {
      const raw = field.read(state);
      return raw === NO_TYPE ? null : raw;
    },
    render: (raw, { types = [], ...context }) =>
      // One that is no longer active is shown where it was chosen before.
      field.render(raw ?? NO_TYPE, {
        ...context,
        types: types.filter(({ active, type }) => active || type.id === raw),
      }),
  });
}

/** Whether another type was chosen. */
export const choseType = (before: Draft, after: Draft): boolean =>
  (before.values[TYPE_FIELD] ?? null) !== (after.values[TYPE_FIELD] ?? null);

/** Whether a new order is asked for its type. */
export const asksType = ({ order, types = [] }: FormContext, { type }: Draft): boolean =>
  order === undefined && (type !== undefined || types.some(({ active }) => active));

/** What a draft becomes where another type was chosen: its fields, and its defaults where nothing else was entered. */
export function withType(before: Draft, after: Draft, context: FormContext): Draft {
  const chosen = offered(context, textIn(after.values[TYPE_FIELD]));
  const last = offered(context, textIn(before.values[TYPE_FIELD]));
  const { type: _, ...rest } = after;
  const filled = <K extends 'title' | 'description' | 'priority'>(name: K, start: string) => {
    const entered = textIn(after.values[name]).trim();
    const untouched = entered === '' || entered === start || (last !== undefined && entered === last[name].trim());
    return untouched ? { [name]: chosen?.[name] || start || null } : {};
  };
  const values = {
    ...after.values,
    ...{ ...filled('title', ''), ...filled('description', ''), ...filled('priority', 'normal') },
    // The page is drawn again.
    [CLIENT_TURN]: Number(after.values[CLIENT_TURN] ?? 0) + 1,
  };
  const theirs = itemsOf(last, context);
  const untouched = after.items.length === 0 || JSON.stringify(after.items) === JSON.stringify(theirs);
  const items = untouched ? itemsOf(chosen, context) : after.items;
  const { currency, decimals } = context;
  const money = untouched ? { money: isPriced(items) ? { currency, decimals } : undefined } : {};
  return { ...{ ...rest, values, items }, ...(chosen ? { type: chosen.type } : {}), ...money };
}

/** What orders of a type start with; without prices that are in another currency. */
function itemsOf(offer: OfferedType | undefined, { currency, seesPrices = true }: FormContext) {
  if (!offer) return [];
  const priced = seesPrices && offer.currency === currency;
  return offer.items.map((item) => ({ ...item, unitPrice: priced ? item.unitPrice : null }));
}

/** Where the office has changed the type since it was chosen: the order is of the type as its author was shown it. */
export function changedType({ type }: Draft, context: FormContext): Question[] {
  if (!type || context.order) return [];
  const now = offered(context, type.id);
  const say = context.words.review.question;
  const name = escaped(clip(type.name, OPTION));
  if (!now?.active) return [{ id: `inactive ${type.id}`, text: say.typeInactive({ name }) }];
  const [was, is] = [type, now.type].map((one) => JSON.stringify(one));
  if (was === is) return [];
  const { label, none } = context.words.fields.orderType;
  return [{ id: `type ${is}`, text: say.typeChanged({ name, label, none }) }];
}
