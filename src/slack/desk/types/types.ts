import type { ModalView } from '@slack/types';
import type { KeptRecord } from '../../../../db/ports.ts';
import { escaped } from '../../../forms/mrkdwn.ts';
import { basicsOf, moveField, newType, removeItem, type TypeEdit } from '../../../office/types/edit.ts';
import type { Deps } from '../../deps.ts';
import type { Caller } from '../../replies/open-views.ts';
import type { BlockActions, View } from '../../transport/payloads.ts';
import { decodeFieldAct, decodeType, type TypeState, typeIds } from '../../views/desk/ids.ts';
import { done } from '../../views/desk/list.ts';
import {
  fieldEditorView,
  itemEditorView,
  newField,
  typedBasics,
  typedField,
  typeEditorView,
} from '../../views/desk/types/editor.ts';
import { MAX_TYPES, typeListView } from '../../views/desk/types/list.ts';
import { TYPE_CHANGES_SHOWN, typePageView } from '../../views/desk/types/page.ts';
import { removeFieldView } from '../../views/desk/types/remove.ts';
import { notice } from '../../views/notice.ts';
import { type AtDesk, atDesk } from '../admin.ts';
import { redraw } from '../keep.ts';
import { fillTypeItem, hasCatalogue } from './catalogue.ts';
import { changeType } from './change.ts';
import { meanwhileText } from './meanwhile.ts';

/** A button of the order types was pressed. */
export async function typesPressed(deps: Deps, payload: BlockActions, caller: Caller): Promise<void> {
  const [action] = payload.actions;
  const { view } = payload;
  // What stands after a colon tells buttons of one kind apart.
  const id = (action?.action_id ?? '').replace(/:.*$/, '');
  const value = action?.selected_option?.value ?? action?.value ?? '';
  const show = (modal: ModalView) => deps.views.show(caller, modal);
  const desk = await atDesk(deps, caller.person, 0);
  if ('refused' in desk) {
    const { forms, settings } = desk.refused;
    return show(notice(desk.refused, forms.notice.title.refused, settings.adminsOnly));
  }
  const { words, settings } = desk;
  const { title } = words.forms.notice;
  const gone = () => show(notice(words, title.outdated, words.types.gone));
  if (id === typeIds.open) {
    const list = await typeList(deps, desk);
    // In the settings it takes their place: a type and its editor still have room above it.
    return view?.type === 'modal' ? redraw(deps, view.id, list) : show(list);
  }
  if (id === typeIds.add) {
    const state = { i: crypto.randomUUID(), r: 0 };
    return show(typeEditorView({ state, typed: typedBasics(basicsOf(newType(state.i, ''))) }, words));
  }
  if (id === typeIds.page) {
    const page = await typePage(deps, desk, value);
    return page ? show(page) : gone();
  }
  const state = decodeType(view?.private_metadata ?? '');
  const type = state && (await deps.store.record(deps.team, 'type', state.i));
  if (!state || !type || !view) return show(notice(words, title.outdated, words.reply.oldButton));
  const at = { i: type.id, r: type.revision };
  switch (id) {
    case typeIds.edit:
      return show(typeEditorView({ state: at, typed: typedBasics(basicsOf(type)) }, words));
    case typeIds.addField:
      return show(fieldEditorView({ state: { ...at, f: crypto.randomUUID() }, typed: newField }, words));
    case typeIds.aboutField: {
      const asked = decodeFieldAct(value);
      const field = type.data.fields.find((one) => one.id === asked?.field);
      if (!asked || !field) return gone();
      if (asked.act === 'move') return edited(deps, desk, state, view, moveField(field.id, asked.to));
      const about = { ...at, f: field.id };
      return asked.act === 'edit'
        ? show(fieldEditorView({ state: about, typed: typedField(field) }, words))
        : show(removeFieldView({ state: about, label: field.label }, words));
    }
    case typeIds.addItem: {
      const m = priced(type) ? type.data.currency : settings.money.currency;
      const typed = new Map((await hasCatalogue(deps)) ? [['onFile', '']] : []);
      return show(itemEditorView({ state: { ...at, f: crypto.randomUUID(), m }, typed }, words));
    }
    case typeIds.catalogue:
      return fillTypeItem(deps, desk, payload);
    case typeIds.removeItem: {
      const item = type.data.items.find((one) => one.id === value);
      return edited(deps, desk, state, view, removeItem(value), item?.description);
    }
    default:
      return show(notice(words, title.outdated, words.reply.oldButton));
  }
}

const priced = ({ data }: KeptRecord<'type'>): boolean => data.items.some(({ unitPrice }) => unitPrice !== null);

/** Does what a button of a type's page says, and draws the page again. `removed`: what it takes away. */
async function edited(
  deps: Deps,
  desk: AtDesk,
  state: TypeState,
  view: View,
  edit: TypeEdit,
  removed?: string,
): Promise<void> {
  const { words } = desk;
  const changed = await changeType(deps, desk, state, edit);
  const said =
    changed.kind === 'overtaken'
      ? meanwhileText(changed, words)
      : removed !== undefined && changed.kind === 'saved'
        ? done(words.types.removed({ name: escaped(removed) }))
        : undefined;
  const page = await typePage(deps, desk, state.i, said);
  await redraw(deps, view.id, page ?? notice(words, words.forms.notice.title.outdated, words.types.gone));
  if (changed.kind === 'saved' && view.root_view_id !== view.id)
    await redraw(deps, view.root_view_id, await typeList(deps, desk));
}

/** The list of order types as it is now. */
export async function typeList({ store, team }: Deps, { words }: AtDesk, said?: string): Promise<ModalView> {
  return typeListView(await store.recordsByName(team, { kind: 'type' }, { limit: MAX_TYPES }), words, said);
}

/** The page of a type as it is now; undefined where there is none. */
export async function typePage(
  { store, team }: Deps,
  { words }: AtDesk,
  id: string,
  said?: string,
): Promise<ModalView | undefined> {
  const [type, changes] = await Promise.all([
    store.record(team, 'type', id),
    store.recordChanges(team, 'type', id, TYPE_CHANGES_SHOWN),
  ]);
  return type && typePageView(type, changes, words, said);
}
