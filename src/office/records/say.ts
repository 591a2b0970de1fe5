import { written } from '../../forms/fields/numbers.ts';
import { clip, escaped } from '../../forms/mrkdwn.ts';
import { currencyDecimals } from '../../order/amounts/currencies.ts';
import { formatPrice } from '../../order/amounts/money.ts';
import { ITEM_KINDS } from '../../order/content.ts';
import { shownUnit } from '../../words/units.ts';
import type { Words } from '../../words/words.ts';
import type { RecordKind } from '../master-data.ts';
import { languageText } from '../say.ts';
import { type RecordField, type RecordFieldName, recordFields } from './fields.ts';
import { COMPANY_LANGUAGE } from './read.ts';
import { type ChangedField, priceIn, type Values } from './values.ts';

/** Characters of a value in a line. */
const TEXT = 200;

/** What a field is called. */
export function fieldLabel(kind: RecordKind, name: RecordFieldName, { records: { label }, fields }: Words): string {
  switch (name) {
    case 'externalId':
      return label.externalId[kind];
    case 'address':
      return kind === 'client' ? label.billing : label.address;
    case 'kind':
    case 'unit':
    case 'unitPrice':
      return fields[name].label;
    case 'description':
      return fields.itemDescription.label;
    default:
      return label[name];
  }
}

/** What a value of a field means, as plain text; never throws, whatever was kept. */
export function plainField({ name, kind }: Pick<RecordField, 'name' | 'kind'>, value: string, words: Words): string {
  const { choice } = words.records;
  switch (kind) {
    case 'active':
      return value === 'no' ? choice.inactive : choice.active;
    case 'language':
      return value === '' ? choice.company : languageText(value, words);
    case 'item_kind': {
      const known = ITEM_KINDS.find((one) => one === value);
      return known ? words.order.kind[known] : value;
    }
    case 'price':
      return value === '' ? words.items.change.noPrice : priceText(value, words);
    default: {
      const text = name === 'unit' ? shownUnit(value, words) : value;
      return text === '' ? words.settings.unset : lineOf(text);
    }
  }
}

/** The same in mrkdwn, shortened. */
export const saidField = (field: Pick<RecordField, 'name' | 'kind'>, value: string, words: Words): string =>
  escaped(clip(plainField(field, value, words), TEXT));

/** `Contact: Ana → Ben`, as plain text. */
export function plainChange(kind: RecordKind, { name, before, after }: ChangedField, words: Words): string {
  const field = recordFields[kind].find((one) => one.name === name);
  const said = (value: string) => (field ? plainField(field, value, words) : value);
  return words.settings.history.change({
    label: fieldLabel(kind, name, words),
    before: said(before),
    after: said(after),
  });
}

/** `Contact: Ana`: what a record says, field by field, as plain text; without what is empty. */
export const plainValues = (kind: RecordKind, values: Values, words: Words): string[] =>
  recordFields[kind].flatMap((field) => {
    const value = values[field.name] ?? '';
    const said = { label: fieldLabel(kind, field.name, words), value: plainField(field, value, words) };
    return value === '' ? [] : [words.settings.line(said)];
  });

/** Several lines beside one another. */
export const lineOf = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(', ');

/** `€12.50`: a price as it is read; '' for none. */
export function priceText(value: string, { locale }: Words): string {
  const set = priceIn(value);
  if (!set) return '';
  const { price, currency } = set;
  return formatPrice(price, { currency, decimals: currencyDecimals(currency) ?? 2 }, locale);
}

/** A value as its input holds it. `currency`: what a price is asked for in; one in another is not filled in. */
export function typedOf({ kind }: Pick<RecordField, 'kind'>, value: string, words: Words, currency: string): string {
  switch (kind) {
    case 'unit':
      return shownUnit(value, words);
    case 'language':
      return value === '' ? COMPANY_LANGUAGE : value;
    case 'price': {
      const set = priceIn(value);
      if (set?.currency !== currency) return '';
      return written(set.price, { locale: words.locale, decimals: currencyDecimals(currency) ?? 2 });
    }
    default:
      return value;
  }
}
