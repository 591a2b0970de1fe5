import type { ModalView } from '@slack/types';
import { section } from '../../../../forms/blocks.ts';
import { bold, clip, plain } from '../../../../forms/mrkdwn.ts';
import type { Words } from '../../../../words/words.ts';
import { encodeType, type TypeState, typeIds } from '../ids.ts';

/** Asks whether an own field is to be removed, and says what that means. */
export const removeFieldView = (
  { state, label }: { readonly state: TypeState; readonly label: string },
  { types: say, settings }: Words,
): ModalView => ({
  type: 'modal',
  callback_id: typeIds.removeField,
  private_metadata: encodeType(state),
  title: plain(clip(say.removing, 24)),
  submit: plain(say.remove),
  close: plain(settings.cancel),
  blocks: [section(`${bold(label)}\n${say.removeField}`, { block_id: 'removed' })],
});
