import type { KnownBlock, ModalView } from '@slack/types';
import { clip, escaped, mrkdwn, plain } from '../../forms/mrkdwn.ts';
import type { Message } from './card.ts';

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
    callback_id: NOTICE,
    title: plain(clip(title, 24)),
    close: plain('Close'),
    blocks: [{ type: 'section', text: mrkdwn(clip(text, 3000)) }, ...kept],
  };
}

/** A few words as a message. mrkdwn, escaped. */
export const words = (text: string): Message => ({ text, blocks: [{ type: 'section', text: mrkdwn(text) }] });

/** Why a form did not open: Slack was late, is in trouble, refuses the app altogether, or the app is at fault. */
export type NotOpened = 'late' | 'trouble' | 'shut' | 'fault';

/** What a person is told instead of the view that did not open: a notice's own words, else what to do. */
export function insteadOf(view: ModalView, why: NotOpened, code: string): Message {
  if (view.callback_id === NOTICE) return { text: firstWords(view), blocks: view.blocks.filter(isKnown) };
  const form = `\u201c${escaped(view.title.text)}\u201d`;
  const unchanged = 'Nothing was changed';
  const sentences: Record<NotOpened, string> = {
    late: `Slack did not open ${form} in time. ${unchanged}; please try again.`,
    trouble: `Slack is in trouble or very busy, so ${form} may not have opened. ${unchanged}; please try again in a minute.`,
    shut: `Slack refuses the app just now (${code}), so ${form} did not open. ${unchanged}. Please tell a workspace admin.`,
    fault: `${form} could not be opened (${code}). ${unchanged}. Please tell a workspace admin.`,
  };
  return words(sentences[why]);
}

const NOTICE = 'notice';

const isKnown = (block: ModalView['blocks'][number]): block is KnownBlock => block.type !== 'input';

function firstWords({ blocks }: ModalView): string {
  for (const block of blocks) {
    if (block.type === 'header' && 'text' in block) return escaped(block.text.text);
    if (block.type === 'section' && 'text' in block && block.text) return block.text.text;
  }
  return '';
}
