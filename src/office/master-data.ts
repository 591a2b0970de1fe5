import { z } from 'zod';
import { ITEM_KINDS, PRIORITIES } from '../order/content.ts';
import { OWN_FORMS, OWN_KINDS } from '../order/own-fields.ts';
import { LANGUAGES } from '../words/languages.ts';

/**
 * What the office keeps on file: clients, their sites, the catalogue of items, and order types. An order keeps what it took
 * from them as it was then (`ClientOnFile`, `SiteOnFile`, an item's `onFile`, `OrderType`): changing a record never changes an
 * order.
 */
export const RECORD_KINDS = ['client', 'site', 'item'] as const;
/** Records that are listed and searched, and come in files. */
export type RecordKind = (typeof RECORD_KINDS)[number];
/** Every kind of record that is kept. */
export type StoredKind = RecordKind | 'type';

/** The most characters that each text of a record may have; what is printed has to fit a document. */
export const RECORD_LIMITS = {
  externalId: 60,
  name: 80,
  taxId: 60,
  address: 255,
  contact: 120,
  notes: 500,
  description: 200,
  unit: 20,
} as const;

const text = (max: number) => z.string().max(max);

/** Someone whom orders are done for. `language`: of their documents (ISO 639), '' for the company's. */
export const Client = z.object({
  name: text(RECORD_LIMITS.name).min(1),
  taxId: text(RECORD_LIMITS.taxId),
  address: text(RECORD_LIMITS.address),
  contact: text(RECORD_LIMITS.contact),
  language: z.enum(['', ...LANGUAGES]),
  paymentNotes: text(RECORD_LIMITS.notes),
});
export type Client = z.infer<typeof Client>;

/** A place of a client's where work is done. `accessNotes`: how to get in. */
export const Site = z.object({
  name: text(RECORD_LIMITS.name).min(1),
  address: text(RECORD_LIMITS.address),
  accessNotes: text(RECORD_LIMITS.notes),
  contact: text(RECORD_LIMITS.contact),
});
export type Site = z.infer<typeof Site>;

/**
 * A line of the catalogue. `unitPrice`: a canonical decimal in the major unit of `currency`; null where the price is agreed each
 * time.
 */
export const CatalogueItem = z.object({
  kind: z.enum(ITEM_KINDS),
  description: text(RECORD_LIMITS.description).min(1),
  unit: text(RECORD_LIMITS.unit),
  unitPrice: z
    .string()
    .regex(/^-?\d+(\.\d{1,6})?$/)
    .nullable(),
  currency: z.string().length(3),
});
export type CatalogueItem = z.infer<typeof CatalogueItem>;

/** The most that an order type may have: characters, own fields, choices of one field, and items. */
export const TYPE_LIMITS = {
  name: 60,
  title: 80,
  description: 2000,
  label: 100,
  unit: 20,
  choice: 75,
  choices: 20,
  fields: 30,
  items: 20,
} as const;

const TypeField = z.object({
  id: text(40).min(1),
  kind: z.enum(OWN_KINDS),
  label: text(TYPE_LIMITS.label).min(1),
  asked: z.enum(OWN_FORMS),
  required: z.boolean(),
  unit: text(TYPE_LIMITS.unit),
  choices: z.array(text(TYPE_LIMITS.choice).min(1)).max(TYPE_LIMITS.choices),
});

/** An item that a new order of a type starts with. `quantity`: thousandths. Its price, in the type's currency, null for none. */
const TypeItem = z.object({
  id: text(40).min(1),
  kind: z.enum(ITEM_KINDS),
  description: text(RECORD_LIMITS.description).min(1),
  quantity: z.int(),
  unit: text(RECORD_LIMITS.unit),
  unitPrice: CatalogueItem.shape.unitPrice,
  /** The line of the catalogue that it was taken from, and its code then. */
  onFile: text(64).exactOptional(),
  code: text(RECORD_LIMITS.externalId).exactOptional(),
});

/** An order type as the office keeps it. `title`, `description`, `priority`, `items`: what its orders start with; '' for nothing. */
export const TypeData = z.object({
  name: text(TYPE_LIMITS.name).min(1),
  title: text(TYPE_LIMITS.title),
  description: text(TYPE_LIMITS.description),
  priority: z.enum(['', ...PRIORITIES]),
  items: z.array(TypeItem).max(TYPE_LIMITS.items),
  /** Of the prices of its items. */
  currency: z.string().length(3),
  fields: z.array(TypeField).max(TYPE_LIMITS.fields),
  closing: z.object({ photos: z.boolean(), checklist: z.boolean(), acceptance: z.boolean() }),
});
export type TypeData = z.infer<typeof TypeData>;

interface RecordFacts {
  readonly id: string;
  /** The number or code that the company knows it by; '' for none. Told apart within its kind, a site's within its client. */
  readonly externalId: string;
  /** What is not active any more is offered nowhere and stays with the orders that have it. */
  readonly active: boolean;
}

interface Records {
  readonly client: RecordFacts & { readonly kind: 'client'; readonly data: Client };
  /** `client`: the id of the client whose site it is. */
  readonly site: RecordFacts & { readonly kind: 'site'; readonly client: string; readonly data: Site };
  readonly item: RecordFacts & { readonly kind: 'item'; readonly data: CatalogueItem };
  readonly type: RecordFacts & { readonly kind: 'type'; readonly data: TypeData };
}

/** A record of this kind. */
export type RecordOf<K extends StoredKind> = Records[K] & { readonly kind: K };

/** A client, a site or an item of the catalogue, with what kind it is of. */
export type OfficeRecord = Records[RecordKind];

/** An order type. */
export type TypeRecord = Records['type'];

/** A record of whatever kind. */
export type AnyRecord = Records[StoredKind];

/** The client whose site it is; '' for what belongs to nobody. */
export const ownerOf = (record: AnyRecord): string => (record.kind === 'site' ? record.client : '');

/** What a record is called: its name, or its description. */
export const nameOfRecord = (record: AnyRecord): string =>
  record.kind === 'item' ? record.data.description : record.data.name;

/** What a record is found by. */
export const textsOfRecord = (record: AnyRecord): readonly string[] => {
  const { externalId } = record;
  switch (record.kind) {
    case 'client':
      return [record.data.name, externalId, record.data.address, record.data.taxId, record.data.contact];
    case 'site':
      return [record.data.name, externalId, record.data.address, record.data.contact];
    case 'item':
      return [record.data.description, externalId];
    case 'type':
      return [record.data.name, externalId];
  }
};
