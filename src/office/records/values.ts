import { ITEM_KINDS } from '../../order/content.ts';
import { CatalogueItem, Client, type OfficeRecord, type RecordKind, Site } from '../master-data.ts';
import { type RecordFieldName, recordFields } from './fields.ts';

/**
 * A record's fields as texts that can be compared: `active` is `yes` or `no`, `language` '' for the company's, `unitPrice`
 * `12.50 EUR` or '' for none.
 */
export type Values = Readonly<Partial<Record<RecordFieldName, string>>>;

/** Which record it is, beside what its fields say. */
export type RecordIdentity =
  | { readonly kind: 'client' | 'item'; readonly id: string }
  | { readonly kind: 'site'; readonly id: string; readonly client: string };

/** What a record that nobody has filled in yet says. */
export const startValues = (kind: RecordKind): Values =>
  kind === 'item' ? { active: 'yes', kind: ITEM_KINDS[0] } : { active: 'yes' };

/** What a record's fields say. */
export function valuesOf(record: OfficeRecord): Values {
  const { externalId } = record;
  const active = record.active ? 'yes' : 'no';
  switch (record.kind) {
    case 'client':
    case 'site':
      return { ...record.data, externalId, active };
    case 'item': {
      const { kind, description, unit, unitPrice, currency } = record.data;
      return { kind, description, unit, externalId, active, unitPrice: priceValue(unitPrice, currency) };
    }
  }
}

/** A price as a value. */
export const priceValue = (price: string | null, currency: string): string =>
  price === null ? '' : `${price} ${currency}`;

/** The price that a value says, with its currency; undefined for none. */
export function priceIn(value: string): { readonly price: string; readonly currency: string } | undefined {
  const [price, currency] = value.split(' ');
  return price && currency ? { price, currency } : undefined;
}

/** The record that has these values; `currency`: what it is kept in where it has no price. Throws for what no record can say. */
export function recordWith(identity: RecordIdentity, values: Values, currency: string): OfficeRecord {
  const { externalId = '', active } = values;
  const facts = { id: identity.id, externalId, active: active !== 'no' };
  const { taxId = '', address = '', contact = '', language = '', paymentNotes = '', accessNotes = '' } = values;
  const { name, kind, description, unit = '', unitPrice = '' } = values;
  switch (identity.kind) {
    case 'client':
      return {
        ...facts,
        kind: 'client',
        data: Client.parse({ name, taxId, address, contact, language, paymentNotes }),
      };
    case 'site':
      return {
        ...facts,
        kind: 'site',
        client: identity.client,
        data: Site.parse({ name, address, accessNotes, contact }),
      };
    case 'item': {
      const set = priceIn(unitPrice);
      const price = { unitPrice: set?.price ?? null, currency: set?.currency ?? currency };
      return { ...facts, kind: 'item', data: CatalogueItem.parse({ kind, description, unit, ...price }) };
    }
  }
}

/** A field from what to what. */
export interface ChangedField {
  readonly name: RecordFieldName;
  readonly before: string;
  readonly after: string;
}

/** What differs between two values of a kind of record, in the order of its fields. */
export const changedFields = (kind: RecordKind, before: Values, after: Values): ChangedField[] =>
  recordFields[kind]
    .map(({ name }) => ({ name, before: before[name] ?? '', after: after[name] ?? '' }))
    .filter((one) => one.before !== one.after);
