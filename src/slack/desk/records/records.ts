import type { ModalView } from '@slack/types';
import { startValues, valuesOf } from '../../../office/records/values.ts';
import type { Deps } from '../../deps.ts';
import type { Caller } from '../../replies/open-views.ts';
import type { BlockActions, View } from '../../transport/payloads.ts';
import { decodeRecordEditor, decodeRecordList, type RecordList, recordIds } from '../../views/desk/ids.ts';
import { RECORD_CHANGES_SHOWN, recordEditorView } from '../../views/desk/records/editor.ts';
import { listedBy } from '../../views/desk/records/list.ts';
import { notice } from '../../views/notice.ts';
import { earlierPage, laterPage, listPage } from './list.ts';
import { type AtRecords, atRecords } from './office.ts';
import { drawnRecord, recordAt, typedIn } from './typed.ts';

/** A button of clients, sites or the catalogue was pressed. */
export async function recordsPressed(deps: Deps, payload: BlockActions, caller: Caller): Promise<void> {
  const [action] = payload.actions;
  const { view } = payload;
  // What stands after a colon tells buttons of one kind apart.
  const id = (action?.action_id ?? '').replace(/:.*$/, '');
  const value = action?.value ?? '';
  const at = await atRecords(deps, caller.person);
  const show = (modal: ModalView) => deps.views.show(caller, modal);
  if ('refused' in at) {
    const { forms, records } = at.refused;
    return show(notice(at.refused, forms.notice.title.refused, records.officeOnly));
  }
  const kind = listedBy(id);
  if (kind) {
    const list = await listPage(deps, at, { k: kind, w: '', a: [] });
    // In the settings, or the other list, it takes their place: sites and their editor still have room above it.
    return list && (view?.type === 'modal' ? inPlace(deps, { id: view.id }, list) : show(list));
  }
  if (id === recordIds.turn) return turnEditor(deps, at, view, show);
  const state = decodeRecordList(view?.private_metadata ?? '');
  const { forms, reply, records } = at.words;
  if (!state || !view) return show(notice(at.words, forms.notice.title.outdated, reply.oldButton));
  switch (id) {
    case recordIds.sites:
      return show((await listPage(deps, at, { k: 'site', c: value, w: '', a: [] })) ?? gone(at));
    case recordIds.earlier:
      return inPlace(deps, view, (await listPage(deps, at, earlierPage(state))) ?? gone(at));
    case recordIds.later:
      return inPlace(deps, view, (await listPage(deps, at, await laterPage(deps, state))) ?? gone(at));
    case recordIds.add:
      return show(newRecord(at, state));
    case recordIds.edit:
      return show((await editorOf(deps, at, state, value)) ?? gone(at));
    default:
      return show(notice(at.words, records.title[state.k], reply.oldButton));
  }
}

const gone = ({ words }: AtRecords): ModalView => notice(words, words.forms.notice.title.outdated, words.records.gone);

/** Shows another modal in the place of one; with its `hash`, as long as that is as it was. */
function inPlace({ views, updates }: Deps, view: Pick<View, 'id' | 'hash'>, modal: ModalView): Promise<void> {
  const draw = async () => (await views.update(view.id, modal, view.hash ?? undefined)) !== 'later';
  return updates.show(`view ${view.id}`, draw);
}

/** The editor of a record that is to be added. Its id is given now: however often it is sent, it is added once. */
function newRecord({ words, settings }: AtRecords, list: RecordList): ModalView {
  const state = { l: list, i: crypto.randomUUID(), r: 0, p: 0, m: settings.money.currency };
  return recordEditorView({ state, values: startValues(list.k), typed: {}, changes: [] }, words);
}

async function editorOf(
  { store, team }: Deps,
  { words, settings }: AtRecords,
  list: RecordList,
  id: string,
): Promise<ModalView | undefined> {
  const record = await recordAt({ store, team }, list, id);
  if (!record) return undefined;
  const changes = await store.recordChanges(team, list.k, id, RECORD_CHANGES_SHOWN);
  const state = { l: list, i: id, r: record.revision, p: 0, m: settings.money.currency };
  return recordEditorView({ state, values: valuesOf(record), typed: {}, changes }, words);
}

/** Turns to the other page of an editor; what was typed on both is kept. */
async function turnEditor(
  deps: Deps,
  { words }: AtRecords,
  view: View | null | undefined,
  show: (modal: ModalView) => Promise<void>,
): Promise<void> {
  const state = decodeRecordEditor(view?.private_metadata ?? '');
  if (!state || !view) return show(notice(words, words.forms.notice.title.outdated, words.reply.oldButton));
  const { store, team } = deps;
  const typed = typedIn(state, view);
  const record = await recordAt(deps, state.l, state.i);
  const changes = record ? await store.recordChanges(team, state.l.k, state.i, RECORD_CHANGES_SHOWN) : [];
  const turned = { ...state, p: state.p === 0 ? 1 : 0, v: typed };
  // What the record said when the editor was drawn: what others changed meanwhile is told when it is saved.
  const drawn = await drawnRecord(deps, state, record);
  const values = drawn ? valuesOf(drawn) : startValues(state.l.k);
  return inPlace(deps, view, recordEditorView({ state: turned, values, typed, changes }, words));
}
