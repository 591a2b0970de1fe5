import type { Import } from '../../db/ports.ts';
import { type JsonObject, objectOf } from '../../sandbox/server/json.ts';
import {
  type OfficeRecord,
  ownerOf,
  RECORD_KINDS,
  type RecordKind,
  type RecordOf,
} from '../../src/office/master-data.ts';
import { SETTINGS_PAGES, type Setting, type SettingsPage, settingsOn } from '../../src/office/table.ts';
import { valueAt } from '../../src/office/value.ts';
import { defaultSettings } from '../../src/settings.ts';
import {
  deskIds,
  encodeExport,
  encodeImport,
  encodeRecordEditor,
  encodeRecordList,
  encodeType,
  exportIds,
  importIds,
  recordIds,
  typeIds,
} from '../../src/slack/views/desk/ids.ts';
import { homeActions } from '../../src/slack/views/ids.ts';
import { forgedPress, forgedSubmission, stateWith } from './forged.ts';
import { inspection } from './order-types.ts';
import type { Stage } from './stage.ts';

/** What every button of the settings carries; some ids are of modals only, and are pressed all the same. */
const values: Readonly<Record<keyof typeof deskIds, string>> = {
  open: '',
  list: '',
  page: 'company',
  removeLogo: '',
  places: 'DE.BY',
  limits: '',
  addSupervisors: '',
  supervisor: 'U1',
  removeSupervisor: 'U1',
  history: '',
  olderHistory: '5',
  viewAs: '',
  viewAsRole: 'office',
  health: '',
  preview: '',
};

/** Whose each button outside forms and settings is. */
export const homeButtons: Readonly<Record<keyof typeof homeActions, 'admins' | 'order' | 'requester' | 'nobody'>> = {
  newOrder: 'requester',
  show: 'order',
  copy: 'order',
  accept: 'order',
  sign: 'order',
  withdrawSigning: 'order',
  // A link, which Slack opens itself.
  openSigning: 'nobody',
  retry: 'admins',
  newChannel: 'admins',
  retryAll: 'admins',
};

const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T)[];

/** The ids of the buttons that are whose. */
export const buttonsOf = (whose: (typeof homeButtons)[keyof typeof homeActions]): string[] =>
  keysOf(homeButtons)
    .filter((name) => homeButtons[name] === whose)
    .map((name) => homeActions[name]);

/** Every button of the settings, pressed by this person, by its id. */
export const deskPresses = (stage: Stage, person: string): [string, JsonObject][] =>
  keysOf(deskIds).map((name) => [deskIds[name], forgedPress(stage, person, deskIds[name], values[name])]);

/** The channel that is forged for documents with prices: private, and the app is in it. */
export const FORGED_CHANNEL = 'ledger';

/** A value for a setting that nobody has set. */
function valueFor({ sandbox }: Stage, setting: Setting, person: string): string | readonly string[] {
  switch (setting.kind) {
    case 'count':
      return String(setting.min + 1);
    case 'choice':
      return setting.options.at(-1) ?? '';
    case 'language':
      return 'es-ES';
    case 'yes_no':
      return valueAt(defaultSettings, setting.path) === true ? 'no' : 'yes';
    case 'percent':
    case 'tolerance':
    case 'amount':
      return '99';
    case 'currency':
      return 'USD';
    case 'zone':
      return 'America/Bogota';
    case 'week':
      return 'Mon 09:00-10:00';
    case 'dates':
      return '2027-01-04 Forged';
    case 'color':
      return '#112233';
    case 'people':
      return [person];
    case 'channel':
      return sandbox.workspace.channel(FORGED_CHANNEL).id;
    default:
      return setting.path === 'company.email' ? 'forged@example.com' : 'Forged';
  }
}

/** A page of the settings as it would be sent with every setting on it changed, `r`: at which revision it was drawn. */
export const forgedPage = (stage: Stage, person: string, p: SettingsPage, r: number): JsonObject =>
  forgedDesk(stage, person, deskIds.page, { p, r });

/** The editor of supervisors, with this person and a limit in it; of one who is listed where `i` says who. */
export const forgedSupervisor = (stage: Stage, person: string, state: { r: number; i?: string }): JsonObject =>
  forgedDesk(stage, person, deskIds.supervisor, { p: 'limits', ...state });

function forgedDesk(
  stage: Stage,
  person: string,
  callback_id: string,
  state: { readonly p: SettingsPage; readonly r: number; readonly i?: string },
): JsonObject {
  const entered = settingsOn(state.p).map((one) => [one.path, valueFor(stage, one, person)]);
  const values = stateWith({ ...Object.fromEntries(entered), people: [person], limit: '7000' });
  const view = { callback_id, private_metadata: JSON.stringify(state), state: values };
  return forgedSubmission(stage, person, { form: 'submit', order: '', view });
}

/** Every modal of the settings, sent by this person, as if each of them could be; those that can, with every page. */
export const deskForms = (stage: Stage, person: string, r: number): [string, JsonObject][] =>
  Object.values(deskIds).flatMap((id) =>
    (id === deskIds.page || id === deskIds.supervisor ? SETTINGS_PAGES : (['roles'] as const)).map(
      (p): [string, JsonObject] => [`${id} ${p}`, forgedDesk(stage, person, id, { p, r })],
    ),
  );

/** What every button of clients, sites and the catalogue carries; some ids are of modals only, and are pressed all the same. */
const recordValues: Readonly<Record<keyof typeof recordIds, string>> = {
  clients: '',
  items: '',
  list: '',
  sites: 'client-1',
  earlier: '',
  later: '',
  add: '',
  edit: 'client-1',
  editor: '',
  turn: '',
};

const FORGED_DATA = { address: 'Hidden Lane 1', contact: 'Forged contact' };

/** What is on file, one record of each kind. */
export const onFile: Readonly<Record<RecordKind, OfficeRecord>> = {
  client: {
    ...{ kind: 'client', id: 'client-1', externalId: 'K-1', active: true },
    data: { name: 'Secret client', ...FORGED_DATA, taxId: '', language: '', paymentNotes: '' },
  },
  site: {
    ...{ kind: 'site', id: 'site-1', client: 'client-1', externalId: '', active: true },
    data: { name: 'Secret site', ...FORGED_DATA, accessNotes: '' },
  },
  item: {
    ...{ kind: 'item', id: 'item-1', externalId: '', active: true },
    data: { kind: 'material', description: 'Secret item', unit: 'pcs', unitPrice: '7', currency: 'EUR' },
  },
};

const listOf = (k: RecordKind) => ({ k, w: '', a: [], ...(k === 'site' ? { c: ownerOf(onFile.site) } : {}) });

/** Every button of clients, sites and the catalogue, pressed by this person in every list. */
export const recordPresses = (stage: Stage, person: string): [string, JsonObject][] =>
  keysOf(recordIds).flatMap((name) =>
    RECORD_KINDS.map((k): [string, JsonObject] => {
      const press = forgedPress(stage, person, recordIds[name], recordValues[name]);
      return [
        `${recordIds[name]} ${k}`,
        {
          ...press,
          view: { ...objectOf(press.view), id: `VHOME-${k}`, private_metadata: encodeRecordList(listOf(k)) },
        },
      ];
    }),
  );

/** An editor as it would be sent: of a record on file as it was at a revision, or of a new one (`r`: 0). */
export const forgedRecord = (
  stage: Stage,
  person: string,
  k: RecordKind,
  { r, i = onFile[k].id, id = recordIds.editor }: { readonly r: number; readonly i?: string; readonly id?: string },
): JsonObject => {
  const values = {
    name: 'Forged',
    description: 'Forged',
    externalId: 'F-1',
    active: 'no',
    kind: 'labour',
    unitPrice: '1',
  };
  const private_metadata =
    id === recordIds.list ? encodeRecordList(listOf(k)) : encodeRecordEditor({ l: listOf(k), i, r, p: 0, m: 'EUR' });
  const view = { callback_id: id, private_metadata, state: stateWith(values) };
  return forgedSubmission(stage, person, { form: 'submit', order: '', view });
};

/** Every modal of clients, sites and the catalogue, sent by this person, as if each of them could be. */
export const recordForms = (stage: Stage, person: string): [string, JsonObject][] =>
  Object.values(recordIds).flatMap((id) =>
    RECORD_KINDS.flatMap((k) =>
      [{ r: 1 }, { r: 0, i: 'new' }].map((which): [string, JsonObject] => [
        `${id} ${k} ${which.r}`,
        forgedRecord(stage, person, k, { ...which, id }),
      ]),
    ),
  );

/** An order type on file. */
export const forgedType: RecordOf<'type'> = {
  ...{ kind: 'type', id: 'type-1', externalId: '', active: true },
  data: { ...inspection, name: 'Secret type' },
};

/** What every button of order types carries; some ids are of modals only, and are pressed all the same. */
const typeValues: Readonly<Record<keyof typeof typeIds, string>> = {
  open: '',
  list: '',
  add: '',
  page: forgedType.id,
  edit: '',
  editor: '',
  addField: '',
  field: '',
  aboutField: 'move:meter:3',
  removeField: 'meter',
  addItem: '',
  item: '',
  catalogue: '',
  removeItem: 'visit',
};

const typeState = (r: number, i = forgedType.id) => encodeType({ i, r, f: 'meter', m: 'EUR' });

/** Every button of order types, pressed by this person at a type's page. */
export const typePresses = (stage: Stage, person: string): [string, JsonObject][] =>
  keysOf(typeIds).map((name) => {
    const press = forgedPress(stage, person, typeIds[name], typeValues[name]);
    return [typeIds[name], { ...press, view: { ...objectOf(press.view), private_metadata: typeState(1) } }];
  });

/** Every modal of order types, sent by this person as if each of them could be: of a type on file, and of a new one. */
export const typeForms = (stage: Stage, person: string): [string, JsonObject][] =>
  Object.values(typeIds).flatMap((callback_id) =>
    [typeState(1), typeState(0, 'type-new')].map((private_metadata): [string, JsonObject] => {
      const values = { name: 'Forged', label: 'Forged', kind: 'text', asked: 'close', active: 'no', quantity: '1' };
      const view = { callback_id, private_metadata, state: stateWith({ ...values, description: 'Forged' }) };
      return [
        `${callback_id} ${private_metadata}`,
        forgedSubmission(stage, person, { form: 'submit', order: '', view }),
      ];
    }),
  );

/** A file of clients that was read, with one new client in it. */
export const readImport: Import = {
  ...{ team: '', id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', kind: 'client', by: { id: 'U0OFFICE', name: 'Office' } },
  ...{
    // Old ones are swept away.
    at: Math.floor(Date.now() / 1000),
    file: { id: 'F1', name: 'Hidden.csv', size: 1 },
    sha256: '',
    about: '',
    next: 0,
    channel: null,
    ts: null,
  },
  state: 'reading',
  counts: { add: 0, change: 0, same: 0, wrong: 0, done: 0, moved: 0 },
};

/** What every button of files of records carries. */
const importValues: Readonly<Record<keyof typeof importIds, string>> = {
  open: 'client',
  modal: '',
  template: 'client',
  export: 'client',
  apply: readImport.id,
  cancel: readImport.id,
  result: readImport.id,
};

/** Every button of files of records, pressed by this person. */
export const importPresses = (stage: Stage, person: string): [string, JsonObject][] =>
  keysOf(importIds).map((name) => [importIds[name], forgedPress(stage, person, importIds[name], importValues[name])]);

/** The modal that takes a file, sent by this person with a file of somebody's in it. */
export const forgedImport = (stage: Stage, person: string, id: string, fileId = 'F1'): JsonObject => {
  const file = { fileId, id: fileId, name: 'Hidden.csv', mimetype: 'text/csv', size: 10 };
  const state = stateWith({ 'import-kind': 'client', 'import-file': [file] });
  const view = { callback_id: importIds.modal, private_metadata: encodeImport({ i: id }), state };
  return forgedSubmission(stage, person, { form: 'submit', order: '', view });
};

/** Every button of the export of orders, pressed by this person; the id of its modal is pressed all the same. */
export const exportPresses = (stage: Stage, person: string): [string, JsonObject][] =>
  keysOf(exportIds).map((name) => [exportIds[name], forgedPress(stage, person, exportIds[name])]);

/** The modal that asks which orders are exported, sent by this person: all of them. */
export const forgedExport = (stage: Stage, person: string, id: string): JsonObject => {
  const state = stateWith({
    ...{ 'export-which': 'all', 'export-lines': 'item', 'export-type': 'any' },
    ...{ 'export-from': '2000-01-01', 'export-to': '2099-12-31' },
  });
  const view = { callback_id: exportIds.modal, private_metadata: encodeExport({ i: id }), state };
  return forgedSubmission(stage, person, { form: 'submit', order: '', view });
};
