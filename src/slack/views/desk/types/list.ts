import type { KnownBlock, ModalView } from '@slack/types';
import type { KeptRecord } from '../../../../../db/ports.ts';
import { actions, button, section } from '../../../../forms/blocks.ts';
import { bold, clip, plain } from '../../../../forms/mrkdwn.ts';
import type { Words } from '../../../../words/words.ts';
import { deskIds, typeIds } from '../ids.ts';

/** Order types that there may be: they stand on one page, and in one menu. */
export const MAX_TYPES = 90;

/** Every order type, by name; `notice` (mrkdwn) says what has just been done. */
export function typeListView(types: readonly KeptRecord<'type'>[], words: Words, notice?: string): ModalView {
  const { types: say, settings } = words;
  return {
    type: 'modal',
    callback_id: typeIds.list,
    title: plain(clip(say.title, 24)),
    close: plain(settings.close),
    blocks: [
      ...(notice === undefined ? [] : [section(notice, { block_id: 'notice' })]),
      section(say.intro),
      actions([
        ...(types.length < MAX_TYPES ? [button(typeIds.add, say.add, { style: 'primary' })] : []),
        button(deskIds.open, settings.open),
      ]),
      ...(types.length < MAX_TYPES ? [] : [section(say.full({ max: MAX_TYPES }))]),
      ...(types.length === 0 ? [section(say.none({ button: say.add }))] : []),
      ...types.slice(0, MAX_TYPES).map((type) => row(type, words)),
    ],
  };
}

function row({ id, active, data }: KeptRecord<'type'>, words: Words): KnownBlock {
  const { types: say, settings, records } = words;
  const name = bold(data.name);
  const fields = say.count({ list: say.label.fields, count: data.fields.length });
  return section([active ? name : records.inactive({ name }), fields].join('\n'), {
    block_id: `type-${id}`,
    accessory: button(`${typeIds.page}:${id}`, settings.edit, {
      value: id,
      accessibility_label: clip(say.spoken.edit({ name: data.name }), 75),
    }),
  });
}
