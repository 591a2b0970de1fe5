import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { RecordChange } from '../../../../../db/ports.ts';
import { actions, button, context, section } from '../../../../forms/blocks.ts';
import { cut, inputActionId } from '../../../../forms/fields/fields.ts';
import { clip, date, escaped, mentionAuthor, plain } from '../../../../forms/mrkdwn.ts';
import type { RecordKind } from '../../../../office/master-data.ts';
import { pagesOf, type RecordField, recordFields } from '../../../../office/records/fields.ts';
import { COMPANY_LANGUAGE, type Typed } from '../../../../office/records/read.ts';
import { fieldLabel, priceText, saidField, typedOf } from '../../../../office/records/say.ts';
import { type ChangedField, changedFields, priceIn, type Values, valuesOf } from '../../../../office/records/values.ts';
import { languageText } from '../../../../office/say.ts';
import { ITEM_KINDS } from '../../../../order/content.ts';
import { LANGUAGES } from '../../../../words/languages.ts';
import type { Words } from '../../../../words/words.ts';
import { encodeRecordEditor, type RecordEditor, recordIds } from '../ids.ts';

/** Changes of a record that its editor shows. */
export const RECORD_CHANGES_SHOWN = 3;

/** Longest text of a price that is taken. */
const PRICE = 40;

/** What the editor is drawn with. */
export interface RecordEditorDrawing {
  readonly state: RecordEditor;
  /** What the record says. */
  readonly values: Values;
  /** What somebody has typed already; of the other fields, what the record says. */
  readonly typed: Typed;
  readonly changes: readonly RecordChange[];
  /** mrkdwn: what happened meanwhile, or what is to be checked. */
  readonly notice?: string;
}

/** The editor of a client, a site or an item, new or on file; the names of its fields are the ids of its blocks. */
export function recordEditorView(drawing: RecordEditorDrawing, words: Words): ModalView {
  const { state, notice, changes } = drawing;
  const { l, r, p } = state;
  const { settings, records: say } = words;
  const title = r === 0 ? say.add[l.k] : say.editing[l.k];
  const fields = recordFields[l.k].filter(({ page, kind }) => page === p && !(kind === 'active' && r === 0));
  const turn = button(recordIds.turn, p === 0 ? say.more : say.back);
  return {
    type: 'modal',
    callback_id: recordIds.editor,
    private_metadata: encodeRecordEditor(state),
    title: plain(clip(title, 24)),
    submit: plain(settings.save),
    close: plain(settings.cancel),
    blocks: [
      ...(notice === undefined ? [] : [section(notice, { block_id: 'notice' })]),
      ...fields.map((field) => inputOf(field, drawing, words)),
      ...(pagesOf(l.k) > 1 ? [actions([turn], { block_id: 'turn' })] : []),
      ...historyBlocks(l.k, changes, words),
    ],
  };
}

function inputOf(field: RecordField, { state, values, typed }: RecordEditorDrawing, words: Words): InputBlock {
  const { l, r, m } = state;
  const value = values[field.name] ?? '';
  const text = typed[field.name] ?? typedOf(field, value, words, m);
  const hint = hintOf(field, value, state, words);
  return {
    type: 'input',
    block_id: field.name,
    label: plain(fieldLabel(l.k, field.name, words)),
    ...(hint === undefined ? {} : { hint: plain(clip(hint, 2000)) }),
    optional: !isNeeded(field),
    // It changes with the record, so that Slack takes what is on file then, and not what was typed before.
    element: elementOf(field, text, `${inputActionId}-${r}`, words),
  };
}

function isNeeded(field: RecordField): boolean {
  switch (field.kind) {
    case 'line':
    case 'lines':
    case 'unit':
      return field.required === true;
    default:
      return field.kind !== 'price';
  }
}

function elementOf(field: RecordField, text: string, action_id: string, words: Words): InputBlock['element'] {
  switch (field.kind) {
    case 'line':
    case 'lines':
    case 'unit':
    case 'price': {
      const max_length = 'max' in field ? field.max : PRICE;
      const initial = cut(text, max_length);
      return {
        type: 'plain_text_input',
        action_id,
        max_length,
        multiline: field.kind === 'lines',
        ...(initial === '' ? {} : { initial_value: initial }),
      };
    }
    default: {
      const options = optionsOf(field.kind, words);
      const initial = options.find(({ value }) => value === text) ?? options[0];
      const type = field.kind === 'active' ? ('radio_buttons' as const) : ('static_select' as const);
      return { type, action_id, options, ...(initial ? { initial_option: initial } : {}) };
    }
  }
}

function optionsOf(kind: 'active' | 'language' | 'item_kind', words: Words): PlainTextOption[] {
  const { choice } = words.records;
  const option = (value: string, text: string): PlainTextOption => ({ text: plain(clip(text, 75)), value });
  switch (kind) {
    case 'active':
      return [option('yes', choice.active), option('no', choice.inactive)];
    case 'item_kind':
      return ITEM_KINDS.map((one) => option(one, words.order.kind[one]));
    case 'language':
      return [
        option(COMPANY_LANGUAGE, choice.company),
        ...LANGUAGES.map((one) => option(one, languageText(one, words))),
      ];
  }
}

function hintOf({ name }: RecordField, value: string, { m: currency }: RecordEditor, words: Words): string | undefined {
  const { records, fields, items } = words;
  switch (name) {
    case 'unit':
      return fields.unit.hint(items.unit);
    case 'unitPrice': {
      const set = priceIn(value);
      const isOther = set !== undefined && set.currency !== currency;
      return isOther
        ? records.hint.otherCurrency({ price: priceText(value, words), currency })
        : fields.unitPrice.hint({ currency });
    }
    case 'externalId':
    case 'contact':
    case 'accessNotes':
    case 'paymentNotes':
    case 'active':
      return records.hint[name];
    default:
      return undefined;
  }
}

/** Who changed the record last, and what. */
function historyBlocks(kind: RecordKind, changes: readonly RecordChange[], words: Words): KnownBlock[] {
  if (changes.length === 0) return [];
  const shown = changes.slice(0, RECORD_CHANGES_SHOWN).map((change) => context(entryText(kind, change, words)));
  return [{ type: 'divider' }, context(escaped(words.records.changes)), ...shown];
}

function entryText(kind: RecordKind, { at, by, before, after }: RecordChange, words: Words): string {
  const head = words.settings.history.entry({ name: mentionAuthor(by), when: date(at, words) });
  if (!before) return [head, words.records.added].join('\n');
  const changed = changedFields(kind, valuesOf(before), valuesOf(after));
  return [head, ...changed.map((one) => changeLine(kind, one, words))].join('\n');
}

/** `Contact: Ana → Ben`. */
export function changeLine(kind: RecordKind, { name, before, after }: ChangedField, words: Words): string {
  const field = recordFields[kind].find((one) => one.name === name);
  const said = (value: string) => (field ? saidField(field, value, words) : escaped(value));
  return words.settings.history.change({
    label: escaped(fieldLabel(kind, name, words)),
    before: said(before),
    after: said(after),
  });
}
