import type { KnownBlock, ModalView, Overflow } from '@slack/types';
import type { KeptRecord, RecordChange } from '../../../../../db/ports.ts';
import { actions, button, context, section } from '../../../../forms/blocks.ts';
import { quantityAndPrice } from '../../../../forms/item-list.ts';
import { bold, clip, date, escaped, mentionAuthor, plain, quoted } from '../../../../forms/mrkdwn.ts';
import { TYPE_LIMITS, type TypeData } from '../../../../office/master-data.ts';
import { closingText, fieldText, type TypeChange, typeChanges } from '../../../../office/types/say.ts';
import { currencyDecimals } from '../../../../order/amounts/currencies.ts';
import { withUnit } from '../../../../words/units.ts';
import type { Words } from '../../../../words/words.ts';
import { encodeFieldAct, encodeType, type FieldAct, typeIds } from '../ids.ts';

/** Changes of a type that its page shows. */
export const TYPE_CHANGES_SHOWN = 3;

/** Characters of one line of what was changed. */
const CHANGE = 200;

/** An order type with its fields and items, each with what can be done about it. Slack allows 100 blocks: it has 61 at most. */
export function typePageView(
  type: KeptRecord<'type'>,
  changes: readonly RecordChange<'type'>[],
  words: Words,
  notice?: string,
): ModalView {
  const { types: say, settings } = words;
  const { data, id, revision } = type;
  const { fields, items } = data;
  return {
    type: 'modal',
    callback_id: typeIds.page,
    private_metadata: encodeType({ i: id, r: revision }),
    title: plain(clip(say.one, 24)),
    close: plain(settings.close),
    blocks: [
      ...(notice === undefined ? [] : [section(notice, { block_id: 'notice' })]),
      section(basicsText(type, words), {
        block_id: 'basics',
        accessory: button(typeIds.edit, settings.edit, {
          accessibility_label: clip(say.spoken.edit({ name: data.name }), 75),
        }),
      }),
      section(say.count({ list: say.label.fields, count: fields.length }), { block_id: 'fields' }),
      ...fields.map((field, at) => fieldBlock(field, at, fields.length, words)),
      ...(fields.length < TYPE_LIMITS.fields
        ? [actions([button(typeIds.addField, say.addField)], { block_id: 'add-field' })]
        : [context(say.fieldsFull({ max: TYPE_LIMITS.fields }))]),
      section(say.count({ list: say.label.items, count: items.length }), { block_id: 'items' }),
      ...items.map((item) => itemBlock(item, data, words)),
      ...(items.length < TYPE_LIMITS.items
        ? [actions([button(typeIds.addItem, say.addItem)], { block_id: 'add-item' })]
        : [context(say.itemsFull({ max: TYPE_LIMITS.items }))]),
      ...historyBlocks(changes, words),
    ],
  };
}

function basicsText({ active, data }: KeptRecord<'type'>, words: Words): string {
  const { types: say, records, order } = words;
  const line = (label: string, value: string) =>
    words.entry.answer({ label, value: value === '' ? say.nothing : escaped(clip(value, 300)) });
  const name = bold(data.name);
  return [
    active ? name : records.inactive({ name }),
    line(say.label.title, data.title),
    line(say.label.priority, data.priority === '' ? '' : order.priority[data.priority]),
    line(say.label.closing, closingText(data, words)),
    ...(data.description === '' ? [] : [quoted(data.description, 600)]),
  ].join('\n');
}

/** A field with the menu of what can be done about it. */
function fieldBlock(field: TypeData['fields'][number], at: number, count: number, words: Words): KnownBlock {
  const { types: say, settings } = words;
  const { id, label } = field;
  const option = (text: string, act: FieldAct) => ({ text: plain(clip(text, 75)), value: encodeFieldAct(act) });
  const menu: Overflow = {
    type: 'overflow',
    action_id: `${typeIds.aboutField}:${id}`,
    options: [
      option(settings.edit, { act: 'edit', field: id }),
      ...(at > 0 ? [option(say.up, { act: 'move', field: id, to: at - 1 })] : []),
      ...(at < count - 1 ? [option(say.down, { act: 'move', field: id, to: at + 1 })] : []),
      option(say.remove, { act: 'remove', field: id }),
    ],
  };
  const text = `${bold(label)}\n${escaped(clip(fieldText(field, words), 300))}`;
  return section(text, { block_id: `field-${id}`, accessory: menu });
}

function itemBlock(item: TypeData['items'][number], { currency }: TypeData, words: Words): KnownBlock {
  const { types: say, items } = words;
  const format = { currency, decimals: currencyDecimals(currency) ?? 2, locale: words.locale, words };
  const text = items.entry({ item: escaped(item.description), line: quantityAndPrice(withUnit(item), format) });
  return section(text, {
    block_id: `item-${item.id}`,
    accessory: button(`${typeIds.removeItem}:${item.id}`, say.remove, {
      value: item.id,
      accessibility_label: clip(say.spoken.remove({ name: item.description }), 75),
    }),
  });
}

/** Who changed the type last, and what. */
function historyBlocks(changes: readonly RecordChange<'type'>[], words: Words): KnownBlock[] {
  if (changes.length === 0) return [];
  const shown = changes.slice(0, TYPE_CHANGES_SHOWN).map((change) => context(entryText(change, words)));
  return [{ type: 'divider' }, context(escaped(words.records.changes)), ...shown];
}

function entryText({ at, by, before, after }: RecordChange<'type'>, words: Words): string {
  const head = words.settings.history.entry({ name: mentionAuthor(by), when: date(at, words) });
  if (!before) return [head, words.records.added].join('\n');
  return [head, ...typeChanges(before, after, words).map((one) => changeText(one, words))].join('\n');
}

/** `Title: Repair → Small repair`; `Fields, added: Meter: Number`. */
export function changeText({ label: name, before, after, listed }: TypeChange, words: Words): string {
  const { line, history } = words.settings;
  const said = (value: string) => (value === '' ? words.types.nothing : escaped(clip(value, CHANGE)));
  const label = escaped(name);
  if (listed && before === '') return history.added({ label, names: said(after) });
  if (listed && after === '') return history.removed({ label, names: said(before) });
  if (before === '') return line({ label, value: said(after) });
  return history.change({ label, before: said(before), after: said(after) });
}
