import type { InputBlock, ModalView, PlainTextOption, StaticSelect } from '@slack/types';
import { context } from '../../../forms/blocks.ts';
import { inputActionId } from '../../../forms/fields/fields.ts';
import { clip, plain } from '../../../forms/mrkdwn.ts';
import { EXPORT_LINES, EXPORTED, type OrderExport } from '../../../order/effect.ts';
import type { Words } from '../../../words/words.ts';
import { encodeExport, exportIds } from './ids.ts';

/** The inputs: the first and the last day, which orders, of which type, and what a line is. */
export const exportBlocks = {
  from: 'export-from',
  to: 'export-to',
  which: 'export-which',
  type: 'export-type',
  lines: 'export-lines',
} as const;

/** What stands for orders of any type in the menu; no type has this id. */
export const ANY_TYPE = 'any';

/** An order type as the menu offers it. */
export interface ExportedType {
  readonly id: string;
  readonly name: string;
}

/** Asks which orders somebody wants as files. `id`: by what the export is known; `start`: what is filled in at first. */
export function exportModal(
  { id, start, types }: { readonly id: string; readonly start: OrderExport; readonly types: readonly ExportedType[] },
  words: Words,
): ModalView {
  const say = words.orderExport;
  const ofType = [
    { text: plain(say.anyType), value: ANY_TYPE },
    ...types.map((type) => ({ text: plain(clip(type.name, 75)), value: type.id })),
  ];
  return {
    type: 'modal',
    callback_id: exportIds.modal,
    private_metadata: encodeExport({ i: id }),
    title: plain(clip(say.title, 24)),
    submit: plain(clip(say.submit, 24)),
    close: plain(words.settings.close),
    blocks: [
      day(exportBlocks.from, say.from, start.from),
      day(exportBlocks.to, say.to, start.to),
      menu(
        exportBlocks.which,
        say.which.label,
        EXPORTED.map((value) => ({ text: plain(say.which[value]), value })),
        start.which,
      ),
      ...(types.length > 0
        ? [menu(exportBlocks.type, words.document.field.type, ofType, start.orderType || ANY_TYPE)]
        : []),
      menu(
        exportBlocks.lines,
        say.lines.label,
        EXPORT_LINES.map((value) => ({ text: plain(say.lines[value]), value })),
        start.lines,
      ),
      context(say.about({ zone: start.zone })),
    ],
  };
}

const action_id = `${inputActionId}-0`;

const day = (block_id: string, label: string, initial_date: string): InputBlock => ({
  type: 'input',
  block_id,
  label: plain(label),
  element: { type: 'datepicker', action_id, initial_date },
});

function menu(block_id: string, label: string, options: PlainTextOption[], initial: string): InputBlock {
  const initial_option = options.find(({ value }) => value === initial);
  const element: StaticSelect = {
    ...{ type: 'static_select', action_id, options },
    ...(initial_option ? { initial_option } : {}),
  };
  return { type: 'input', block_id, label: plain(label), element };
}
