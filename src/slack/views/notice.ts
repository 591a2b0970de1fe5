import type { KnownBlock, ModalView } from '@slack/types';
import { clip, escaped, mrkdwn, plain } from '../../forms/mrkdwn.ts';
import type { Typed } from '../typed.ts';

/** Slack's most for the text of a section, and for the blocks of a modal. */
const SECTION = 3000;
const BLOCKS = 100;

/**
 * A small modal that tells a person something (mrkdwn, escaped), with everything they had put into the form so that
 * it is not lost: their words whole and as they are, to be copied.
 */
export function notice(title: string, text: string, typed: readonly Typed[] = []): ModalView {
  const kept: KnownBlock[] =
    typed.length > 0
      ? [
          { type: 'divider' },
          { type: 'section', text: mrkdwn('*What you had typed*') },
          ...typed.flatMap((one): KnownBlock[] => [
            { type: 'context', elements: [mrkdwn(clip(escaped(one.label), 2000))] },
            ...('text' in one ? wordSections(one.text) : lineSections(one.lines)),
          ]),
        ]
      : [];
  return {
    type: 'modal',
    callback_id: 'notice',
    title: plain(clip(title, 24)),
    close: plain('Close'),
    blocks: [{ type: 'section', text: mrkdwn(clip(text, SECTION)) } satisfies KnownBlock, ...kept].slice(0, BLOCKS),
  };
}

/** Plain text needs no escaping and so keeps its length; no pair of characters is cut in two. */
function wordSections(text: string): KnownBlock[] {
  const parts = text.match(new RegExp(`.{1,${SECTION}}(?![\\uDC00-\\uDFFF])`, 'gs')) ?? [];
  return parts.filter((part) => part.trim()).map((part) => ({ type: 'section', text: plain(part) }));
}

function lineSections(lines: readonly string[]): KnownBlock[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + line.length < SECTION) texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(clip(line, SECTION));
  }
  return texts.map((text) => ({ type: 'section', text: mrkdwn(text) }));
}
