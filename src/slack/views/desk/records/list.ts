import type { KnownBlock, ModalView } from '@slack/types';
import type { KeptRecord } from '../../../../../db/ports.ts';
import { actions, button, context, section } from '../../../../forms/blocks.ts';
import { inputActionId } from '../../../../forms/fields/fields.ts';
import { bold, clip, escaped, plain } from '../../../../forms/mrkdwn.ts';
import { nameOfRecord, type OfficeRecord, type RecordKind } from '../../../../office/master-data.ts';
import { lineOf, priceText } from '../../../../office/records/say.ts';
import { priceValue } from '../../../../office/records/values.ts';
import { shownUnit } from '../../../../words/units.ts';
import type { Words } from '../../../../words/words.ts';
import { deskIds, encodeRecordList, importIds, RECORD_LIST, type RecordList, recordIds } from '../ids.ts';

/** Records on a page. */
export const RECORDS_SHOWN = 10;

/** Characters of what one row says. */
const ROW = 600;

/** The input of what is searched for, by what is listed: nothing that was typed is taken over into another list. */
export const searchBlock = (kind: RecordKind): string => `search-${kind}`;

/** What a list of records is drawn with. */
export interface RecordListDrawing {
  readonly state: RecordList;
  /** A page of them. */
  readonly records: readonly KeptRecord[];
  /** There are more after them. */
  readonly later: boolean;
  /** What the client is called whose sites they are. */
  readonly client?: string;
  /** The workspace's currency. */
  readonly currency: string;
  /** Somebody who may change the settings, too. */
  readonly maySet: boolean;
  /** mrkdwn: what has just been done, and to which record. */
  readonly notice?: string;
  readonly changed?: KeptRecord;
}

/** Clients, a client's sites, or the catalogue, by name and page by page. */
export function recordListView(drawing: RecordListDrawing, words: Words): ModalView {
  const say = words.records;
  const { state, records, later, notice, changed } = drawing;
  const { k: kind, w } = state;
  const isApart = changed !== undefined && !records.some(({ id }) => id === changed.id);
  return {
    type: 'modal',
    callback_id: recordIds.list,
    private_metadata: encodeRecordList(state),
    title: plain(clip(say.title[kind], 24)),
    submit: plain(say.search),
    close: plain(words.settings.close),
    blocks: [
      ...(notice === undefined ? [] : [section(notice, { block_id: 'notice' })]),
      ...(isApart ? [...rowOf(changed, words), { type: 'divider' as const }] : []),
      section(introOf(drawing, words)),
      actions([
        button(recordIds.add, say.add[kind], { style: 'primary' }),
        ...(kind === 'item' ? [button(recordIds.clients, say.title.client)] : []),
        ...(kind === 'client' ? [button(recordIds.items, say.title.item)] : []),
        button(importIds.open, words.imports.open, { value: kind }),
        ...(kind !== 'site' && drawing.maySet ? [button(deskIds.open, words.settings.open)] : []),
      ]),
      {
        type: 'input',
        block_id: searchBlock(kind),
        label: plain(say.search),
        hint: plain(say.searchHint[kind]),
        optional: true,
        element: {
          type: 'plain_text_input',
          action_id: `${inputActionId}-0`,
          max_length: RECORD_LIST.words,
          ...(w ? { initial_value: w } : {}),
        },
      },
      ...(w && records.length > 0 ? [context(say.matches({ words: escaped(w) }))] : []),
      ...(records.length === 0 ? [section(emptyText(state, words))] : []),
      ...records.flatMap((record) => rowOf(record, words)),
      ...turns(state, later, words),
    ],
  };
}

function introOf({ state, client = '', currency }: RecordListDrawing, { records: { intro } }: Words): string {
  switch (state.k) {
    case 'client':
      return intro.client;
    case 'site':
      return intro.site({ client: bold(client) });
    case 'item':
      return intro.item({ currency });
  }
}

function emptyText({ k: kind, w }: RecordList, { records: say }: Words): string {
  return w ? say.noMatch({ words: escaped(w) }) : say.none[kind]({ button: say.add[kind] });
}

function turns({ a }: RecordList, later: boolean, { records: say }: Words): KnownBlock[] {
  const buttons = [
    ...(a.length > 0 ? [button(recordIds.earlier, say.earlier)] : []),
    ...(later ? [button(recordIds.later, say.later)] : []),
  ];
  return buttons.length > 0 ? [actions(buttons, { block_id: 'pages' })] : [];
}

/** A record in a list, with what can be done about it. */
function rowOf(record: KeptRecord, words: Words): KnownBlock[] {
  const { records: say, settings } = words;
  const { id, kind } = record;
  const name = nameOfRecord(record);
  const edit = button(`${recordIds.edit}:${id}`, settings.edit, {
    value: id,
    accessibility_label: clip(settings.editPage({ page: name }), 75),
  });
  const title = bold(name);
  const head = record.active ? title : say.inactive({ name: title });
  const text = clip([head, ...detailsOf(record, words)].join('\n'), ROW);
  if (kind !== 'client') return [section(text, { block_id: `record-${id}`, accessory: edit })];
  const sites = button(`${recordIds.sites}:${id}`, say.sites, {
    value: id,
    accessibility_label: clip(say.sitesOf({ name }), 75),
  });
  return [section(text, { block_id: `record-${id}` }), actions([edit, sites], { block_id: `about-${id}` })];
}

/** One line of what else is known, where anything is. */
function detailsOf(record: OfficeRecord, words: Words): string[] {
  const { externalId } = record;
  const parts =
    record.kind === 'item'
      ? [words.order.kind[record.data.kind], itemPrice(record.data, words)]
      : [lineOf(record.data.address), record.data.contact];
  const shown = [externalId, ...parts].filter((part) => part !== '').map((part) => escaped(clip(part, 120)));
  return shown.length > 0 ? [shown.join(' · ')] : [];
}

/** `€12.50 / m`. */
function itemPrice(
  {
    unitPrice,
    currency,
    unit,
  }: { readonly unitPrice: string | null; readonly currency: string; readonly unit: string },
  words: Words,
): string {
  const price = priceText(priceValue(unitPrice, currency), words) || words.items.change.noPrice;
  return unit === '' ? price : `${price} / ${shownUnit(unit, words)}`;
}

/** The buttons that lead to the lists, from elsewhere. */
export const recordButtons = ({ records: { title } }: Words) => [
  button(recordIds.clients, title.client),
  button(recordIds.items, title.item),
];

/** What can be listed by a button of its own; sites are listed at their client. */
export const listedBy = (id: string): Exclude<RecordKind, 'site'> | undefined =>
  id === recordIds.clients ? 'client' : id === recordIds.items ? 'item' : undefined;
