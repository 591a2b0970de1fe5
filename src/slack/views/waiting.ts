import type { ModalView } from '@slack/types';
import { button, context, section } from '../../forms/blocks.ts';
import { formActions, formOfCallbackId } from '../../forms/ids.ts';
import { leading } from '../../forms/sizes.ts';

/** Bytes of blocks in a view that stands in for a larger one: with its frame it stays an answer that Slack takes. */
const BLOCK_BYTES = 16_000;

/**
 * What stands in for a view that is too large for an answer, until it is drawn. A form's page says that it is loading and
 * can be asked for, so that nobody waits for ever where the drawing is lost; of what is only read, the beginning is shown.
 */
export function waitingFor(view: ModalView): ModalView {
  const { submit, ...rest } = view;
  if (formOfCallbackId(view.callback_id ?? '') !== undefined) return { ...rest, blocks: [loading] };
  const blocks = leading(view.blocks, BLOCK_BYTES).filter(({ type }) => type !== 'input');
  return { ...rest, blocks: [...blocks, context('Loading the rest…')] };
}

const loading = section('Loading this page… If it does not appear, press Continue. What you entered is saved.', {
  block_id: 'loading',
  accessory: button(formActions.reload, 'Continue'),
});
