import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { section } from '../../../../forms/blocks.ts';
import { cut, inputActionId } from '../../../../forms/fields/fields.ts';
import { option } from '../../../../forms/fields/records.ts';
import { clip, plain } from '../../../../forms/mrkdwn.ts';
import { recordIn } from '../../../../forms/on-file.ts';
import { RECORD_LIMITS, TYPE_LIMITS } from '../../../../office/master-data.ts';
import {
  DEMANDS,
  NO_PRIORITY,
  type TypeBasics,
  type TypedInto,
  type TypeField,
} from '../../../../office/types/read.ts';
import { ITEM_KINDS, PRIORITIES } from '../../../../order/content.ts';
import { OWN_FORMS, OWN_KINDS } from '../../../../order/own-fields.ts';
import type { Words } from '../../../../words/words.ts';
import { encodeType, type TypeState, typeIds } from '../ids.ts';

/** What an editor is drawn with: where it is, what its inputs hold, and (mrkdwn) what happened meanwhile. */
interface Editing {
  readonly state: TypeState;
  readonly typed: TypedInto;
  readonly notice?: string | undefined;
}

/** What a type says, as the inputs of its editor hold it. */
export const typedBasics = ({ priority, closing, active, ...texts }: TypeBasics): TypedInto =>
  new Map<string, string | readonly string[]>([
    ...Object.entries(texts),
    ['priority', priority === '' ? NO_PRIORITY : priority],
    ['closing', DEMANDS.filter((one) => closing[one])],
    ['active', active ? 'yes' : 'no'],
  ]);

/** The same of an own field. */
export const typedField = ({ label, kind, asked, required, unit, choices }: TypeField): TypedInto =>
  new Map<string, string | readonly string[]>([
    ...Object.entries({ label, kind, asked, unit, choices: choices.join('\n') }),
    ['required', required ? ['yes'] : []],
  ]);

/** What the inputs of a new field hold. */
export const newField: TypedInto = new Map([
  ['kind', 'text'],
  ['asked', 'confirm'],
]);

/** A type but for its fields and items: new, or on file. */
export function typeEditorView({ state, typed, notice }: Editing, words: Words): ModalView {
  const { types: say, order, records } = words;
  const draw = drawing(state, typed);
  return modalOf(typeIds.editor, state.r === 0 ? say.add : say.basics, { state, notice }, words, [
    draw.text('name', say.label.name, TYPE_LIMITS.name, { hint: say.hint.name, needed: true }),
    draw.text('title', say.label.title, TYPE_LIMITS.title),
    draw.text('description', say.label.description, TYPE_LIMITS.description, { lines: true }),
    draw.menu('priority', say.label.priority, [
      { value: NO_PRIORITY, text: say.noPriority },
      ...PRIORITIES.map((value) => ({ value, text: order.priority[value] })),
    ]),
    draw.ticks(
      'closing',
      say.label.closing,
      DEMANDS.map((value) => ({ value, text: say.closing[value] })),
    ),
    draw.menu('active', records.label.active, [
      { value: 'yes', text: records.choice.active },
      { value: 'no', text: records.choice.inactive },
    ]),
  ]);
}

/** An own field. */
export function fieldEditorView({ state, typed, notice }: Editing, words: Words): ModalView {
  const { types: say } = words;
  const draw = drawing(state, typed);
  const { choices, choice } = TYPE_LIMITS;
  return modalOf(typeIds.field, say.field, { state, notice }, words, [
    draw.text('label', say.label.label, TYPE_LIMITS.label, { needed: true }),
    draw.menu(
      'kind',
      say.label.kind,
      OWN_KINDS.map((value) => ({ value, text: say.kind[value] })),
    ),
    draw.menu(
      'asked',
      say.label.asked,
      OWN_FORMS.map((value) => ({ value, text: say.asked[value] })),
    ),
    draw.ticks('required', say.label.required, [{ value: 'yes', text: say.requiredOption }]),
    draw.text('unit', say.label.unit, TYPE_LIMITS.unit, { hint: say.hint.unit }),
    draw.text('choices', say.label.choices, choices * (choice + 1), {
      hint: say.hint.choices({ max: choices }),
      lines: true,
    }),
  ]);
}

/** An item that new orders of a type start with: one of the catalogue, where `typed` has a place for that, or any other. */
export function itemEditorView({ state, typed, notice }: Editing, words: Words): ModalView {
  const { fields, order, items } = words;
  const draw = drawing(state, typed);
  const currency = state.m ?? '';
  return modalOf(typeIds.item, words.forms.title.item, { state, notice }, words, [
    ...(typed.has('onFile') ? [fromCatalogue({ state, typed }, words)] : []),
    draw.menu(
      'kind',
      fields.kind.label,
      ITEM_KINDS.map((value) => ({ value, text: order.kind[value] })),
    ),
    draw.text('description', fields.itemDescription.label, RECORD_LIMITS.description, { needed: true }),
    draw.text('quantity', fields.quantity.label, 40, { needed: true }),
    draw.text('unit', fields.unit.label, RECORD_LIMITS.unit, { hint: fields.unit.hint(items.unit) }),
    draw.text('unitPrice', fields.unitPrice.label, 40, { hint: fields.unitPrice.hint({ currency }) }),
  ]);
}

/** The menu that searches the catalogue, and fills in the other inputs. */
function fromCatalogue({ state, typed }: Editing, { fields }: Words): InputBlock {
  const { label, hint } = fields.fromCatalogue;
  const chosen = { kind: 'record' as const, value: recordIn(typed.get('onFile')) };
  const initial = chosen.value === '' ? undefined : option(String(typed.get('description') ?? ''), chosen);
  return {
    ...{ type: 'input', block_id: 'onFile', label: plain(label), hint: plain(hint), optional: true },
    dispatch_action: true,
    element: {
      ...{ type: 'external_select', action_id: `${typeIds.catalogue}:${state.g ?? 0}`, min_query_length: 0 },
      placeholder: plain(fields.search.item),
      ...(initial ? { initial_option: initial } : {}),
    },
  };
}

function modalOf(
  callback_id: string,
  title: string,
  { state, notice }: Pick<Editing, 'state' | 'notice'>,
  { settings }: Words,
  inputs: readonly InputBlock[],
): ModalView {
  const said: KnownBlock[] = notice === undefined ? [] : [section(notice, { block_id: 'notice' })];
  return {
    type: 'modal',
    callback_id,
    private_metadata: encodeType(state),
    title: plain(clip(title, 24)),
    submit: plain(settings.save),
    close: plain(settings.cancel),
    blocks: [...said, ...inputs],
  };
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** How inputs are drawn; their blocks are called like what they hold. */
function drawing({ r, g = 0 }: TypeState, typed: TypedInto) {
  // It changes with the type, and with what fills it in, so that Slack takes that, and not what was typed before.
  const action_id = `${inputActionId}-${r}-${g}`;
  const options = (choices: readonly Choice[]): PlainTextOption[] =>
    choices.map(({ value, text }) => ({ text: plain(clip(text, 75)), value }));
  const input = (
    block_id: string,
    label: string,
    element: InputBlock['element'],
    optional: boolean,
    hint?: string,
  ) => ({
    ...{ type: 'input' as const, block_id, label: plain(label), element, optional },
    ...(hint === undefined ? {} : { hint: plain(hint) }),
  });
  return {
    text(
      block: string,
      label: string,
      max: number,
      { hint, lines = false, needed = false }: { hint?: string; lines?: boolean; needed?: boolean } = {},
    ): InputBlock {
      const value = typed.get(block);
      const initial = cut(typeof value === 'string' ? value : '', max);
      const element = {
        ...{ type: 'plain_text_input' as const, action_id, max_length: max, multiline: lines },
        ...(initial === '' ? {} : { initial_value: initial }),
      };
      return input(block, label, element, !needed, hint);
    },
    menu(block: string, label: string, choices: readonly Choice[]): InputBlock {
      const all = options(choices);
      const initial = all.find(({ value }) => value === typed.get(block)) ?? all[0];
      const element = {
        ...{ type: 'static_select' as const, action_id, options: all },
        ...(initial ? { initial_option: initial } : {}),
      };
      return input(block, label, element, false);
    },
    ticks(block: string, label: string, choices: readonly Choice[]): InputBlock {
      const all = options(choices);
      const ticked = typed.get(block) ?? [];
      const initial = all.filter(({ value = '' }) => ticked.includes(value));
      const element = {
        ...{ type: 'checkboxes' as const, action_id, options: all },
        ...(initial.length > 0 ? { initial_options: initial } : {}),
      };
      return input(block, label, element, true);
    },
  };
}
