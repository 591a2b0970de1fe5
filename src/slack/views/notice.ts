import type { KnownBlock, ModalView } from '@slack/types';
import { clip, mrkdwn, plain } from '../../forms/mrkdwn.ts';

/** A small modal that tells a person something, with anything they had typed so that it is not lost. mrkdwn, escaped. */
export function notice(title: string, text: string, typed: readonly string[] = []): ModalView {
  const kept: KnownBlock[] =
    typed.length > 0
      ? [
          { type: 'divider' },
          { type: 'section', text: mrkdwn('*What you had typed*') },
          ...typed.slice(0, 20).map((part): KnownBlock => ({ type: 'section', text: mrkdwn(clip(part, 3000)) })),
        ]
      : [];
  return {
    type: 'modal',
    callback_id: 'notice',
    title: plain(clip(title, 24)),
    close: plain('Close'),
    blocks: [{ type: 'section', text: mrkdwn(clip(text, 3000)) }, ...kept],
  };
}
