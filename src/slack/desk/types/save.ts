import type { KeptRecord } from '../../../../db/ports.ts';
import { numberErrorText, readDecimal } from '../../../forms/fields/numbers.ts';
import type { UserInput } from '../../../forms/fields/user-input.ts';
import { escaped } from '../../../forms/mrkdwn.ts';
import { recordIn } from '../../../forms/on-file.ts';
import { TYPE_LIMITS } from '../../../office/master-data.ts';
import { readRecord, recordErrorText } from '../../../office/records/read.ts';
import { recordWith, startValues } from '../../../office/records/values.ts';
import { addItem, removeField, setBasics, setField, type TypeEdit } from '../../../office/types/edit.ts';
import { readBasics, readField, type TypedInto, type TypeErrors } from '../../../office/types/read.ts';
import { currencyDecimals } from '../../../order/amounts/currencies.ts';
import { thousandths } from '../../../order/amounts/decimal.ts';
import { withUnit } from '../../../words/units.ts';
import type { Words } from '../../../words/words.ts';
import type { Deps } from '../../deps.ts';
import { outdated, type Submitted, say, show } from '../../replies/submitted.ts';
import type { View, ViewSubmission } from '../../transport/payloads.ts';
import { decodeType, type TypeState, typeIds } from '../../views/desk/ids.ts';
import { done } from '../../views/desk/list.ts';
import { fieldEditorView, itemEditorView, typeEditorView } from '../../views/desk/types/editor.ts';
import { MAX_TYPES } from '../../views/desk/types/list.ts';
import { type AtDesk, atDesk } from '../admin.ts';
import { redraw } from '../keep.ts';
import { changeType } from './change.ts';
import { meanwhileText } from './meanwhile.ts';
import { typedIn } from './typed.ts';
import { typeList, typePage } from './types.ts';

/** What an editor comes to: a change with what is said of it, or sentences by block. */
type Read = { readonly edit: TypeEdit; readonly name: string } | { readonly errors: TypeErrors };

/** The editor of a type, of a field or of an item was submitted. */
export async function typeSubmitted(deps: Deps, { view, user }: ViewSubmission): Promise<Submitted> {
  const desk = await atDesk(deps, user.id, 0);
  const typed = typedIn(view);
  if ('refused' in desk) {
    const { refused } = desk;
    return say(refused, refused.forms.notice.title.refused, refused.settings.adminsOnly, textsIn(typed, view, refused));
  }
  const { words } = desk;
  const state = decodeType(view.private_metadata);
  if (state?.f && view.callback_id === typeIds.removeField) return fieldRemoved(deps, desk, state, state.f, view);
  const draw = EDITORS[view.callback_id];
  if (!state || !draw) return outdated(words);
  const chosen = recordIn(typed.get('onFile'));
  const line = chosen === '' ? undefined : await deps.store.record(deps.team, 'item', chosen);
  const read = readIn(view.callback_id, state, typed, words, line);
  if (!read) return outdated(words);
  const errors = 'errors' in read ? read.errors : await tooMany(deps, view.callback_id, state, words);
  if (errors || 'errors' in read) return { ack: { response_action: 'errors', errors: { ...errors } } };
  const changed = await changeType(deps, desk, state, read.edit);
  if (changed.kind === 'gone')
    return say(words, words.forms.notice.title.outdated, words.types.gone, textsIn(typed, view, words));
  if (changed.kind === 'clash')
    return { ack: { response_action: 'errors', errors: { label: words.types.error.sameField } } };
  if (changed.kind === 'overtaken') {
    const shown = { ...state, r: changed.type.revision };
    return show(draw({ state: shown, typed, notice: meanwhileText(changed, words) }, words));
  }
  const { saved, unchanged } = words.records;
  const name = escaped(read.name);
  return closed(deps, desk, state, view, changed.kind === 'saved' ? done(saved({ name })) : unchanged({ name }));
}

const EDITORS: Readonly<Record<string, typeof typeEditorView>> = {
  [typeIds.editor]: typeEditorView,
  [typeIds.field]: fieldEditorView,
  [typeIds.item]: itemEditorView,
};

/** A field is removed, as its author was asked. Who was faster with it is told on the page below. */
async function fieldRemoved(deps: Deps, desk: AtDesk, state: TypeState, id: string, view: View): Promise<Submitted> {
  const { words } = desk;
  const before = await deps.store.record(deps.team, 'type', state.i);
  const label = before?.data.fields.find((one) => one.id === id)?.label;
  const changed = await changeType(deps, desk, state, removeField(id));
  if (changed.kind === 'gone') return say(words, words.forms.notice.title.outdated, words.types.gone);
  if (changed.kind === 'overtaken') return closed(deps, desk, state, view, meanwhileText(changed, words));
  const said = label === undefined ? '' : done(words.types.removed({ name: escaped(label) }));
  return closed(deps, desk, state, view, said || undefined);
}

/** Somebody's own words, so that they are not lost. */
function textsIn(typed: TypedInto, { callback_id }: View, { types, fields }: Words): UserInput[] {
  const { label } = types;
  const labels: readonly (readonly [block: string, label: string])[] =
    callback_id === typeIds.item
      ? [
          ['description', fields.itemDescription.label],
          ['quantity', fields.quantity.label],
          ['unit', fields.unit.label],
          ['unitPrice', fields.unitPrice.label],
        ]
      : (['name', 'title', 'description', 'label', 'unit', 'choices'] as const).map((one) => [one, label[one]]);
  return labels.flatMap(([block, name]) => {
    const text = typed.get(block);
    return typeof text === 'string' && text !== '' ? [{ label: name, text }] : [];
  });
}

function readIn(
  callback: string,
  state: TypeState,
  typed: TypedInto,
  words: Words,
  line: KeptRecord<'item'> | undefined,
): Read | undefined {
  if (callback === typeIds.editor) {
    const read = readBasics(typed, words);
    return 'ok' in read ? { edit: setBasics(read.ok), name: read.ok.name } : read;
  }
  if (state.f === undefined) return undefined;
  if (callback === typeIds.item) return readItem({ id: state.f, currency: state.m ?? '', line }, typed, words);
  const read = readField(state.f, typed, words);
  return 'ok' in read ? { edit: setField(read.ok), name: read.ok.label } : read;
}

/** An item is read as one of the catalogue, with a quantity. `line`: what it was taken from, which it stays unless it says something else. */
function readItem(
  { id, currency, line }: { id: string; currency: string; line: KeptRecord<'item'> | undefined },
  typed: TypedInto,
  words: Words,
): Read | undefined {
  const decimals = currencyDecimals(currency);
  if (decimals === undefined) return undefined;
  const { error } = words.fields;
  const text = (block: string) => String(typed.get(block) ?? '');
  const texts = {
    kind: text('kind'),
    description: text('description'),
    unit: text('unit'),
    unitPrice: text('unitPrice'),
  };
  const { values, errors } = readRecord('item', texts, { words, currency, kept: startValues('item') });
  const quantity = readDecimal(text('quantity'), 3, { locale: words.locale, decimals: 3 });
  const wrong = {
    ...Object.fromEntries(Object.entries(errors).map(([name, one]) => [name, recordErrorText(one, words)])),
    ...('error' in quantity
      ? { quantity: numberErrorText(quantity.error, words) }
      : Number(thousandths(quantity.ok)) <= 0
        ? { quantity: error.number.zero }
        : Number(thousandths(quantity.ok)) > MAX_QUANTITY
          ? { quantity: error.number.most({ limit: new Intl.NumberFormat(words.locale).format(MAX_QUANTITY / 1000) }) }
          : {}),
  };
  const record = recordWith({ kind: 'item', id }, values, currency);
  if (Object.keys(wrong).length > 0 || 'error' in quantity || record.kind !== 'item') return { errors: wrong };
  const { kind, description, unit, unitPrice } = record.data;
  const item = withUnit({ id, kind, description, quantity: Number(thousandths(quantity.ok)), unit, unitPrice });
  const own = line && withUnit(line.data);
  const isLine = line?.active && own?.kind === kind && own.description === description && own.unit === item.unit;
  const taken = isLine ? { onFile: line.id, ...(line.externalId ? { code: line.externalId } : {}) } : {};
  return { edit: addItem({ ...item, ...taken }, currency), name: description };
}

/** Thousandths: more is nobody's start. */
const MAX_QUANTITY = 1_000_000_000;

/** Why there can be no more of it. */
async function tooMany(
  { store, team }: Deps,
  callback: string,
  { i, r, f }: TypeState,
  { types }: Words,
): Promise<TypeErrors | undefined> {
  if (callback === typeIds.editor) {
    const isFull = r === 0 && (await store.countRecords(team, { kind: 'type' }, MAX_TYPES)) >= MAX_TYPES;
    return isFull && !(await store.record(team, 'type', i)) ? { name: types.full({ max: MAX_TYPES }) } : undefined;
  }
  const data = (await store.record(team, 'type', i))?.data;
  const [list, most] =
    callback === typeIds.field ? [data?.fields, TYPE_LIMITS.fields] : [data?.items, TYPE_LIMITS.items];
  if (!list || list.length < most || list.some(({ id }) => id === f)) return undefined;
  return callback === typeIds.field
    ? { label: types.fieldsFull({ max: most }) }
    : { description: types.itemsFull({ max: most }) };
}

/** The editor of a new type makes room for its page; any other closes, and the page below it is drawn again. */
async function closed(deps: Deps, desk: AtDesk, state: TypeState, view: View, said?: string): Promise<Submitted> {
  const page = await typePage(deps, desk, state.i, said);
  const below = async () => redraw(deps, view.root_view_id, await typeList(deps, desk));
  if (view.callback_id === typeIds.editor && state.r === 0 && page) return { ...show(page), after: below };
  return {
    ack: {},
    async after() {
      if (page) await redraw(deps, view.previous_view_id, page);
      await below();
    },
  };
}
