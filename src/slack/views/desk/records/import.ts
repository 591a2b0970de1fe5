import type { ModalView } from '@slack/types';
import { actions, button, section } from '../../../../forms/blocks.ts';
import { inputActionId } from '../../../../forms/fields/fields.ts';
import { clip, plain } from '../../../../forms/mrkdwn.ts';
import { CSV_LIMITS } from '../../../../office/imports/csv.ts';
import { RECORD_KINDS, type RecordKind } from '../../../../office/master-data.ts';
import type { Words } from '../../../../words/words.ts';
import { encodeImport, importIds } from '../ids.ts';

/** The inputs: what is in the file, and the file. */
export const importBlocks = { kind: 'import-kind', file: 'import-file' } as const;

/**
 * Takes a file of records. `id`: of the import that it becomes, however often it is sent; `kind`: what is likely in it; `notice` (mrkdwn):
 * what has just been done. What is on file can be had from here as well.
 */
export function importModal(
  { id, kind, notice }: { readonly id: string; readonly kind: RecordKind; readonly notice?: string },
  words: Words,
): ModalView {
  const say = words.imports;
  const options = RECORD_KINDS.map((value) => ({ text: plain(say.kind[value]), value }));
  const initial = options.find(({ value }) => value === kind);
  return {
    type: 'modal',
    callback_id: importIds.modal,
    private_metadata: encodeImport({ i: id }),
    title: plain(clip(say.title, 24)),
    submit: plain(clip(say.submit, 24)),
    close: plain(words.settings.close),
    blocks: [
      ...(notice === undefined ? [] : [section(notice, { block_id: 'notice' })]),
      {
        type: 'input',
        block_id: importBlocks.kind,
        label: plain(say.kindLabel),
        element: {
          type: 'static_select',
          action_id: `${inputActionId}-0`,
          options,
          ...(initial ? { initial_option: initial } : {}),
        },
      },
      {
        type: 'input',
        block_id: importBlocks.file,
        label: plain(say.fileLabel),
        hint: plain(say.fileHint({ lines: CSV_LIMITS.lines })),
        element: {
          type: 'file_input',
          action_id: `${inputActionId}-0`,
          filetypes: ['csv', 'tsv', 'text'],
          max_files: 1,
        },
      },
      actions(
        RECORD_KINDS.map((one) =>
          button(`${importIds.template}:${one}`, clip(say.templateOf({ kind: say.kind[one] }), 75), { value: one }),
        ),
      ),
      actions(
        RECORD_KINDS.map((one) =>
          button(`${importIds.export}:${one}`, clip(say.exportOf({ kind: say.kind[one] }), 75), { value: one }),
        ),
      ),
    ],
  };
}
