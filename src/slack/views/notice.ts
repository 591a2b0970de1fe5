import type { KnownBlock, ModalView } from '@slack/types';
import { context, section } from '../../forms/blocks.ts';
import { clip, escaped, plain } from '../../forms/mrkdwn.ts';
import { leading } from '../../forms/sizes.ts';
import type { UserInput } from '../../forms/user-input.ts';
import { type Message, message, words } from './message.ts';

/** Slack's most for the text of a section, for the blocks of a modal, and for the whole of it (250 kB, with room). */
const SECTION = 3000;
const BLOCKS = 100;
const BYTES = 220_000;

/**
 * A small modal that tells a person something (mrkdwn, escaped), with everything they had put into the form so that
 * it is not lost: their words whole and as they are, to be copied.
 */
export function notice(title: string, text: string, typed: readonly UserInput[] = []): ModalView {
  const kept: KnownBlock[] =
    typed.length > 0
      ? [
          { type: 'divider' },
          section('*What you had typed*'),
          ...typed.flatMap((one): KnownBlock[] => [
            context(escaped(one.label)),
            ...('text' in one ? wordSections(one.text) : lineSections(one.lines)),
          ]),
        ]
      : [];
  return {
    type: 'modal',
    callback_id: NOTICE,
    title: plain(clip(title, 24)),
    close: plain('Close'),
    blocks: [section(text), ...counted(kept)],
  };
}

/** As many blocks as a modal takes, and how many there are beyond. */
function counted(blocks: readonly KnownBlock[]): KnownBlock[] {
  const shown = leading(blocks, BYTES).slice(0, BLOCKS - 1);
  const cut = shown.length < blocks.length ? shown.slice(0, BLOCKS - 2) : shown;
  const rest = blocks.length - cut.length;
  return rest > 0 ? [...cut, context(`… and ${rest} more paragraphs`)] : cut;
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
  return texts.map((text) => section(text));
}

/** Why a form did not open: Slack was late, is in trouble, refuses the app altogether, or the app is at fault. */
export type NotOpened = 'late' | 'trouble' | 'shut' | 'fault';

/** What a person is told instead of the view that did not open: a notice's own words, else what to do. */
export function insteadOf(view: ModalView, why: NotOpened, code: string): Message {
  if (view.callback_id === NOTICE)
    return message(firstWords(view), [{ rows: view.blocks.filter(isKnown), more: (count) => `… and ${count} more` }]);
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
