import type { KnownBlock, ModalView } from '@slack/types';
import { formActions, formOfCallbackId } from '../../forms/ids.ts';
import { mrkdwn, plain } from '../../forms/mrkdwn.ts';
import { leading } from '../../forms/sizes.ts';
import { context } from './blocks.ts';

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

const loading: KnownBlock = {
  type: 'section',
  block_id: 'loading',
  text: mrkdwn('Loading this page… If it does not appear, press Continue. What you entered is saved.'),
  accessory: { type: 'button', action_id: formActions.reload, text: plain('Continue') },
};
