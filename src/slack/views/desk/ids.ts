import { z } from 'zod';
import { RECORD_KINDS } from '../../../office/master-data.ts';
import { RECORD_FIELD_NAMES } from '../../../office/records/fields.ts';
import { SETTINGS_PAGES } from '../../../office/table.ts';
import { decoded } from '../ids.ts';

/** Settings: buttons, and the callback ids of the modals that are submitted. Every action id begins with `settings_`. */
export const deskIds = {
  open: 'settings_open',
  list: 'settings_list',
  page: 'settings_page',
  removeLogo: 'settings_logo_remove',
  /** Places whose public holidays are taken over. */
  places: 'settings_places',
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
  /** How often public holidays have been taken over in it. */
  g: z.number().int().min(0).optional(),
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

/** Orders as files: the button, and the callback id of the modal that asks which. Both begin with `exports_`. */
export const exportIds = { open: 'exports_open', modal: 'exports_orders' } as const;

/** Whether a button, or a modal, belongs to the export of orders. */
export const isExportId = (id: string): boolean => id.startsWith('exports_');

const ExportState = z.object({ i: z.uuid() });
/** What the modal of an export carries through Slack: by what it is known, however often it is sent. */
export type ExportState = z.infer<typeof ExportState>;
export const encodeExport = (state: ExportState): string => JSON.stringify(state);
export const decodeExport = (text: string): ExportState | undefined => decoded(ExportState, text);

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
  /** The record of the same name that its author was told of: they know it, and save all the same. */
  n: RecordId.optional(),
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
  field: 'types_field',
  /** What can be done with a field: a menu. */
  aboutField: 'types_field_about',
  removeField: 'types_field_remove',
  addItem: 'types_item_add',
  item: 'types_item',
  /** The menu of an item that searches the catalogue. */
  catalogue: 'types_item_catalogue',
  removeItem: 'types_item_remove',
} as const;

/** Whether a button, or a modal, belongs to order types. */
export const isTypeId = (id: string): boolean => id.startsWith('types_');

/** What the menu of a field does: edit it, ask whether to remove it, or make it the `to`th, from 0. */
export type FieldAct =
  | { readonly act: 'edit' | 'remove'; readonly field: string }
  | { readonly act: 'move'; readonly field: string; readonly to: number };

export const encodeFieldAct = (one: FieldAct): string =>
  [one.act, one.field, ...(one.act === 'move' ? [one.to] : [])].join(':');

export function decodeFieldAct(text: string): FieldAct | undefined {
  const [, act, field = '', to] = /^(edit|remove|move):([^:]{1,40})(?::(\d{1,2}))?$/.exec(text) ?? [];
  if (act === 'move') return to === undefined ? undefined : { act, field, to: Number(to) };
  return act === 'edit' || act === 'remove' ? { act, field } : undefined;
}

const TypeState = z.object({
  /** Which type it is, and at which revision it was drawn (0: a new one). */
  i: RecordId,
  r: z.number().int().min(0),
  /** Which of its fields, or items, is edited. */
  f: z.string().min(1).max(40).optional(),
  /** The currency that a price is asked for in. */
  m: z.string().max(3).optional(),
  /** How often it was filled in from the catalogue. */
  g: z.number().int().min(0).optional(),
});
/** What a page or an editor of an order type carries. */
export type TypeState = z.infer<typeof TypeState>;
export const encodeType = (state: TypeState): string => JSON.stringify(state);
export const decodeType = (text: string): TypeState | undefined => decoded(TypeState, text);
