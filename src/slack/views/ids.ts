import { z } from 'zod';
import { isOrderFormId, type OrderFormId } from '../../forms/forms.ts';
import { RECORD_KINDS } from '../../office/master-data.ts';
import { RECORD_FIELD_NAMES } from '../../office/records/fields.ts';
import { SETTINGS_PAGES } from '../../office/table.ts';
import type { Source } from '../../order/action.ts';
import { STATES } from '../../order/order.ts';

/** Slash commands; both mean the same. The manifest declares them, a test holds it to this list. */
export const commands = ['/service-order', '/so'] as const;

/** Callback ids of the shortcuts in the manifest. */
export const shortcuts = {
  newOrder: 'new_service_order',
  fromMessage: 'create_service_order',
  verify: 'verify_document',
  addToOrder: 'add_to_service_order',
} as const;

/** Buttons outside forms. The order's id travels in the button's value and is trusted for nothing else. */
export const homeActions = {
  newOrder: 'home_new',
  show: 'order_show',
  copy: 'order_copy',
  retry: 'effect_retry',
  newChannel: 'channel_new',
  retryAll: 'effect_retry_all',
} as const;

/** Home's list of one's orders: which state (a menu), older and newer ones. */
export const pageActions = {
  state: 'home_state',
  whose: 'home_whose',
  older: 'home_older',
  newer: 'home_newer',
} as const;

/** Search: the button that opens it, the callback id of its modal, its one field, and older ones. */
export const searchIds = {
  open: 'search',
  modal: 'search_orders',
  words: 'search_words',
  older: 'search_older',
} as const;

/** Settings: buttons, and the callback ids of the modals that are submitted. Every action id begins with `settings_`. */
export const deskIds = {
  open: 'settings_open',
  list: 'settings_list',
  page: 'settings_page',
  removeLogo: 'settings_logo_remove',
  limits: 'settings_limits',
  addSupervisors: 'settings_supervisor_add',
  supervisor: 'settings_supervisor',
  removeSupervisor: 'settings_supervisor_remove',
  history: 'settings_history',
  olderHistory: 'settings_history_older',
  viewAs: 'settings_as',
  viewAsRole: 'settings_as_role',
  health: 'settings_health',
  preview: 'settings_preview',
} as const;

/** Whether a button, or a modal, belongs to the settings. */
export const isDeskId = (id: string): boolean => id.startsWith('settings_');

const DeskState = z.object({
  /** Which page of the settings it is. */
  p: z.enum(SETTINGS_PAGES),
  /** How often the settings had been changed when it was drawn. */
  r: z.number().int().min(0),
  /** Which supervisor it is about. */
  i: z.string().max(64).optional(),
});
/** What a page of the settings carries through Slack. */
export type DeskState = z.infer<typeof DeskState>;
export const encodeDesk = (state: DeskState): string => JSON.stringify(state);
export const decodeDesk = (text: string): DeskState | undefined => decoded(DeskState, text);

/**
 * Clients, sites and the catalogue: buttons, and the callback ids of the modals that are submitted. Every one begins with
 * `records_`.
 */
export const recordIds = {
  clients: 'records_clients',
  items: 'records_items',
  list: 'records_list',
  sites: 'records_sites',
  earlier: 'records_earlier',
  later: 'records_later',
  add: 'records_add',
  edit: 'records_edit',
  editor: 'records_editor',
  turn: 'records_turn',
} as const;

/** Whether a button, or a modal, belongs to clients, sites and the catalogue. */
export const isRecordId = (id: string): boolean => id.startsWith('records_');

/** Files of records: buttons, and the callback id of the modal that takes one. Every one begins with `imports_`. */
export const importIds = {
  open: 'imports_open',
  modal: 'imports_file',
  template: 'imports_template',
  export: 'imports_export',
  apply: 'imports_apply',
  cancel: 'imports_cancel',
  result: 'imports_result',
} as const;

/** Whether a button, or a modal, belongs to files of records. */
export const isImportId = (id: string): boolean => id.startsWith('imports_');

const ImportState = z.object({ i: z.uuid() });
/** What the modal that takes a file carries through Slack: the id of the import that it becomes. */
export type ImportState = z.infer<typeof ImportState>;
export const encodeImport = (state: ImportState): string => JSON.stringify(state);
export const decodeImport = (text: string): ImportState | undefined => decoded(ImportState, text);

const RecordId = z.string().min(1).max(64);

/** Pages of a list whose beginnings are remembered, and characters of what is searched for in it. */
export const RECORD_LIST = { pages: 20, words: 100 } as const;

const RecordList = z.object({
  k: z.enum(RECORD_KINDS),
  /** The client whose sites they are. */
  c: RecordId.optional(),
  /** What is searched for; '' for everything. */
  w: z.string().max(RECORD_LIST.words),
  /** After which record each page up to this one begins; the first page has none. */
  a: z.array(RecordId).max(RECORD_LIST.pages),
});
/** Which page of a list of records somebody sees. */
export type RecordList = z.infer<typeof RecordList>;

const RecordEditor = z.object({
  /** The list below. */
  l: RecordList,
  /** Which record it is, at which revision it was drawn (0: a new one), and the page. */
  i: RecordId,
  r: z.number().int().min(0),
  p: z.number().int().min(0).max(1),
  /** The currency that a price is asked for in. */
  m: z.string().max(3),
  /** What was typed on the other page. */
  v: z.partialRecord(z.enum(RECORD_FIELD_NAMES), z.string().max(1000)).optional(),
});
/** What the editor of a record carries. */
export type RecordEditor = z.infer<typeof RecordEditor>;

export const encodeRecordList = (state: RecordList): string => JSON.stringify(state);
export const decodeRecordList = (text: string): RecordList | undefined => decoded(RecordList, text);
export const encodeRecordEditor = (state: RecordEditor): string => JSON.stringify(state);
export const decodeRecordEditor = (text: string): RecordEditor | undefined => decoded(RecordEditor, text);

/** Order types: buttons, and the callback ids of the modals that are submitted. Every one begins with `types_`. */
export const typeIds = {
  open: 'types_open',
  list: 'types_list',
  add: 'types_add',
  page: 'types_page',
  edit: 'types_edit',
  editor: 'types_editor',
  addField: 'types_field_add',
  editField: 'types_field_edit',
  field: 'types_field',
  moveField: 'types_field_move',
  removeField: 'types_field_remove',
  addItem: 'types_item_add',
  item: 'types_item',
  removeItem: 'types_item_remove',
} as const;

/** Whether a button, or a modal, belongs to order types. */
export const isTypeId = (id: string): boolean => id.startsWith('types_');

const TypeState = z.object({
  /** Which type it is, and at which revision it was drawn (0: a new one). */
  i: RecordId,
  r: z.number().int().min(0),
  /** Which of its fields, or items, is edited. */
  f: z.string().min(1).max(40).optional(),
  /** The currency that a price is asked for in. */
  m: z.string().max(3).optional(),
});
/** What a page or an editor of an order type carries. */
export type TypeState = z.infer<typeof TypeState>;
export const encodeType = (state: TypeState): string => JSON.stringify(state);
export const decodeType = (text: string): TypeState | undefined => decoded(TypeState, text);

/** The action id of a button that opens a form about an order. */
export const orderActionId = (form: OrderFormId): string => `order:${form}`;

/** The form that a button opens; undefined for anything else. */
export function formOfActionId(actionId: string): OrderFormId | undefined {
  const id = /^order:(\w+)$/.exec(actionId)?.[1];
  return id !== undefined && isOrderFormId(id) ? id : undefined;
}

/** The message a new order is made from: `C123:1700000000.000100`, or ''. It becomes part of a link, so it has no other signs. */
const SourceText = z.string().regex(/^(?:[A-Za-z0-9_-]{1,40}:\d{1,16}\.\d{1,7})?$/);

/**
 * Where a form was opened: how that can be answered privately, and when it was (milliseconds). Slack's addresses have about
 * 100 signs.
 */
const OpenedFrom = z.object({ u: z.string().max(400), t: z.number().int().min(0) });
export type OpenedFrom = z.infer<typeof OpenedFrom>;

const PageMetadata = z.object({
  /** Idempotency key of this filling-in of the form. */
  k: z.string().min(1).max(64),
  /** Order id, '' for a new one. */
  o: z.string().max(64),
  /** Page id. */
  p: z.string().max(32),
  /** Which submission of the order the person has before them. */
  s: z.number().int().min(0),
  /** The version they have before them, 0 for none; modals from before this was carried do not say. */
  b: z.number().int().min(0).optional(),
  m: SourceText,
  /** The order (id) that a new one is copied from. */
  y: z.string().max(64).optional(),
  /** Marks of the questions that the person sees on this page. */
  q: z.array(z.string().max(16)).max(20).optional(),
  w: OpenedFrom.optional(),
});
/** What a form's modal carries through Slack. Ids only: everything is looked up and checked again. */
export type PageMetadata = z.infer<typeof PageMetadata>;

const ItemMetadata = PageMetadata.omit({ q: true }).extend({
  /** The form whose list the item belongs to, its view and Slack's hash of it, and the item's id. */
  f: z.string().max(32),
  v: z.string().max(255),
  h: z.string().max(255).optional(),
  i: z.string().min(1).max(64),
  /** The currency that the editor asked for; those from before it was carried do not say. */
  c: z.string().max(3).optional(),
});
/** What the item editor carries. */
export type ItemMetadata = z.infer<typeof ItemMetadata>;

/** An order number of any length that a page can begin at. */
const Bound = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

const HomePage = z.object({
  /** Only orders in this state; '' for all. */
  s: z.union([z.enum(STATES), z.literal('')]),
  /** Orders older than this number, or the ones next after it. Neither: the newest. */
  b: Bound.optional(),
  a: Bound.optional(),
  /** Everybody's orders, for who sees them all; otherwise their own. */
  o: z.literal(1).optional(),
});
/** Which page of their orders a person sees in Home. Carried by the view and its buttons. */
export type HomePage = z.infer<typeof HomePage>;

/** Where everybody begins. */
export const firstPage: HomePage = { s: '' };

const SearchState = z.object({ w: z.string().max(500), b: Bound.optional() });
/** What is being searched for, and from where on: carried by the modal and its button. */
export type SearchState = z.infer<typeof SearchState>;

export const encodeHomePage = (page: HomePage): string => JSON.stringify(page);
export const decodeHomePage = (text: string): HomePage | undefined => decoded(HomePage, text);
export const encodeSearch = (state: SearchState): string => JSON.stringify(state);
export const decodeSearch = (text: string): SearchState | undefined => decoded(SearchState, text);
/** A source as metadata carry it, and back; undefined, or null, when it is none. */
export const encodeSource = ({ channel, ts }: Source): string | undefined =>
  SourceText.safeParse(`${channel}:${ts}`).data;
export function decodeSource(text: string): Source | null {
  const [channel, ts] = text.split(':');
  return channel && ts ? { channel, ts } : null;
}

/** What a form carries of where it was opened; nothing where that cannot be answered. */
export const openedFrom = (responseUrl: string | undefined, now: number): OpenedFrom | undefined =>
  responseUrl === undefined ? undefined : OpenedFrom.safeParse({ u: responseUrl, t: now }).data;

export const encodePage = (metadata: PageMetadata): string => JSON.stringify(metadata);
export const decodePage = (text: string): PageMetadata | undefined => decoded(PageMetadata, text);
export const encodeItem = (metadata: ItemMetadata): string => JSON.stringify(metadata);
export const decodeItem = (text: string): ItemMetadata | undefined => decoded(ItemMetadata, text);

/** What a view or a button carries through Slack is no longer (Slack: 3000 characters). */
const MAX_LENGTH = 3000;

function decoded<T>(schema: z.ZodType<T>, text: string): T | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
