import { RECORD_LIMITS, type RecordKind } from '../master-data.ts';

/** What records are made of, as people fill it in. */
export const RECORD_FIELD_NAMES = [
  'name',
  'externalId',
  'address',
  'contact',
  'accessNotes',
  'taxId',
  'language',
  'paymentNotes',
  'kind',
  'description',
  'unit',
  'unitPrice',
  'active',
] as const;
export type RecordFieldName = (typeof RECORD_FIELD_NAMES)[number];

/** `line`: one line of text. `lines`: several. `unit`: a line that may be one of the app's own units. */
export type RecordFieldKind =
  | { readonly kind: 'line' | 'lines' | 'unit'; readonly max: number; readonly required?: true }
  | { readonly kind: 'price' | 'language' | 'item_kind' | 'active' };

/** One field; `page`: on which page of the editor it is asked for. */
export type RecordField = RecordFieldKind & { readonly name: RecordFieldName; readonly page: 0 | 1 };

const { externalId, name, taxId, address, contact, notes, description, unit } = RECORD_LIMITS;

/** What each kind of record asks for, in this order. A page has six inputs at most. */
// biome-ignore format: a table reads best as a table
export const recordFields: Readonly<Record<RecordKind, readonly RecordField[]>> = {
  client: [
    { page: 0, name: 'name',         kind: 'line', max: name, required: true },
    { page: 0, name: 'externalId',   kind: 'line', max: externalId },
    { page: 0, name: 'address',      kind: 'lines', max: address },
    { page: 0, name: 'contact',      kind: 'line', max: contact },
    { page: 0, name: 'active',       kind: 'active' },
    { page: 1, name: 'taxId',        kind: 'line', max: taxId },
    { page: 1, name: 'language',     kind: 'language' },
    { page: 1, name: 'paymentNotes', kind: 'lines', max: notes },
  ],
  site: [
    { page: 0, name: 'name',         kind: 'line', max: name, required: true },
    { page: 0, name: 'externalId',   kind: 'line', max: externalId },
    { page: 0, name: 'address',      kind: 'lines', max: address },
    { page: 0, name: 'contact',      kind: 'line', max: contact },
    { page: 0, name: 'accessNotes',  kind: 'lines', max: notes },
    { page: 0, name: 'active',       kind: 'active' },
  ],
  item: [
    { page: 0, name: 'description',  kind: 'line', max: description, required: true },
    { page: 0, name: 'externalId',   kind: 'line', max: externalId },
    { page: 0, name: 'kind',         kind: 'item_kind' },
    { page: 0, name: 'unit',         kind: 'unit', max: unit },
    { page: 0, name: 'unitPrice',    kind: 'price' },
    { page: 0, name: 'active',       kind: 'active' },
  ],
};

/** The pages of the editor of a kind. */
export const pagesOf = (kind: RecordKind): number => Math.max(...recordFields[kind].map(({ page }) => page)) + 1;
