import { z } from 'zod';
import { ITEM_KINDS } from '../order/order.ts';
import { LANGUAGES } from '../words/languages.ts';

/**
 * What the office keeps on file: clients, their sites, the catalogue of items, and order types. An order keeps what it took
 * from them as it was then (`ClientOnFile`, `SiteOnFile`, an item's `onFile`): changing a record never changes an order.
 */
export const RECORD_KINDS = ['client', 'site', 'item'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

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

interface RecordFacts {
  readonly id: string;
  /** The number or code that the company knows it by; '' for none. Told apart within its kind, a site's within its client. */
  readonly externalId: string;
  /** What is not active any more is offered nowhere and stays with the orders that have it. */
  readonly active: boolean;
}

/** One record, with what kind it is of. `client`: the id of the client whose site it is. */
export type OfficeRecord =
  | (RecordFacts & { readonly kind: 'client'; readonly data: Client })
  | (RecordFacts & { readonly kind: 'site'; readonly client: string; readonly data: Site })
  | (RecordFacts & { readonly kind: 'item'; readonly data: CatalogueItem });

export type RecordOf<K extends RecordKind> = Extract<OfficeRecord, { kind: K }>;

/** The client whose site it is; '' for what belongs to nobody. */
export const ownerOf = (record: OfficeRecord): string => (record.kind === 'site' ? record.client : '');

/** What a record is called: its name, or its description. */
export const nameOfRecord = (record: OfficeRecord): string =>
  record.kind === 'item' ? record.data.description : record.data.name;

/** What a record is found by. */
export const textsOfRecord = (record: OfficeRecord): readonly string[] => {
  const { externalId } = record;
  switch (record.kind) {
    case 'client':
      return [record.data.name, externalId, record.data.address, record.data.taxId, record.data.contact];
    case 'site':
      return [record.data.name, externalId, record.data.address, record.data.contact];
    case 'item':
      return [record.data.description, externalId];
  }
};
