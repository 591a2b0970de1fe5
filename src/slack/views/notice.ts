import type { KnownBlock, ModalView } from '@slack/types';
import { button, context, section } from '../../forms/blocks.ts';
import type { UserInput } from '../../forms/fields/user-input.ts';
import { formActions, formOfCallbackId } from '../../forms/ids.ts';
import { clip, escaped, plain } from '../../forms/mrkdwn.ts';
import { joined, leading } from '../../forms/sizes.ts';
import type { Words } from '../../words/words.ts';
import { type Message, message, words as sentence } from './message.ts';

/** Slack's most for the text of a section, for the blocks of a modal, and for the whole of it (250 kB, with room). */
const SECTION = 3000;
const BLOCKS = 100;
const BYTES = 220_000;

/**
 * A small modal that tells a person something (mrkdwn, escaped), with everything they had put into the form so that
 * it is not lost: their words whole and as they are, to be copied. `ways`: buttons of what they can do instead.
 */
export function notice(
  words: Words,
  title: string,
  text: string,
  typed: readonly UserInput[] = [],
  ways: readonly KnownBlock[] = [],
): ModalView {
  const say = words.notice;
  const kept: KnownBlock[] =
    typed.length > 0
      ? [
          { type: 'divider' },
          section(say.typed),
          ...typed.flatMap((one): KnownBlock[] => [
            context(escaped(one.label)),
            ...('text' in one ? wordSections(one.text) : joined(one.lines).map((text) => section(text))),
          ]),
        ]
      : [];
  return {
    type: 'modal',
    callback_id: NOTICE,
    title: plain(clip(title, 24)),
    close: plain(say.close),
    blocks: [section(text), ...counted([...ways, ...kept], words)],
  };
}

/** As many blocks as a modal takes, and how many there are beyond. */
function counted(blocks: readonly KnownBlock[], { notice }: Words): KnownBlock[] {
  const shown = leading(blocks, BYTES).slice(0, BLOCKS - 1);
  const cut = shown.length < blocks.length ? shown.slice(0, BLOCKS - 2) : shown;
  const rest = blocks.length - cut.length;
  return rest > 0 ? [...cut, context(notice.moreParagraphs({ count: rest }))] : cut;
}

/** Plain text needs no escaping and so keeps its length; no pair of characters is cut in two. */
function wordSections(text: string): KnownBlock[] {
  const parts = text.match(new RegExp(`.{1,${SECTION}}(?![\\uDC00-\\uDFFF])`, 'gs')) ?? [];
  return parts.filter((part) => part.trim()).map((part) => ({ type: 'section', text: plain(part) }));
}

/** Why a form did not open: Slack was late, is in trouble, refuses the app altogether, or the app is at fault. */
export type NotOpened = 'late' | 'trouble' | 'shut' | 'fault';

/** What a person is told instead of the view that did not open: a notice's own words, else what to do. */
export function insteadOf(words: Words, view: ModalView, why: NotOpened, code: string): Message {
  const say = words.notice;
  if (view.callback_id === NOTICE)
    return message(firstWords(view), [{ rows: view.blocks.filter(isKnown), more: (count) => say.more({ count }) }]);
  const form = escaped(view.title.text);
  switch (why) {
    case 'late':
    case 'trouble':
      return sentence(say.notOpened[why]({ form }));
    case 'shut':
    case 'fault':
      return sentence(say.notOpened[why]({ form, code }));
  }
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

/** Bytes of blocks in a view that stands in for a larger one: with its frame it stays an answer that Slack takes. */
const BLOCK_BYTES = 16_000;

/**
 * What stands in for a view that is too large for an answer, until it is drawn. A form's page says that it is loading and
 * can be asked for, so that nobody waits for ever where the drawing is lost; of what is only read, the beginning is shown.
 */
export function waitingFor(words: Words, view: ModalView): ModalView {
  const { submit, ...rest } = view;
  if (formOfCallbackId(view.callback_id ?? '') !== undefined) return { ...rest, blocks: [loading(words)] };
  const blocks = leading(view.blocks, BLOCK_BYTES).filter(({ type }) => type !== 'input');
  return { ...rest, blocks: [...blocks, context(words.notice.loadingRest)] };
}

const loading = ({ notice }: Words): KnownBlock =>
  section(notice.loadingPage, {
    block_id: 'loading',
    accessory: button(formActions.reload, notice.continue),
  });
