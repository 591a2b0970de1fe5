import type { KnownBlock } from '@slack/types';
import type { Import, ImportLine, LineOutcome } from '../../../../db/ports.ts';
import { actions, button, section } from '../../../forms/blocks.ts';
import { bold, clip, escaped } from '../../../forms/mrkdwn.ts';
import { DOUBTS, decodeAbout, missingColumns, unreadableText } from '../../../office/imports/about.ts';
import type { Words } from '../../../words/words.ts';
import { type Message, message } from '../message.ts';
import { importIds } from './ids.ts';
import { changeLine } from './records/editor.ts';

/** Lines with mistakes that the message names; the file has all of them. */
export const MISTAKES_SHOWN = 10;
/** Lines that change something which the message shows in full. */
export const CHANGES_SHOWN = 5;

/** The first lines with mistakes, and the first that change what is on file. */
export interface LinesShown {
  readonly wrong: readonly ImportLine[];
  readonly changing: readonly ImportLine[];
}

/** Columns that were left out which the message names. */
const COLUMNS_SHOWN = 20;
/** Characters of what a line changes: five of them fit a section of 3,000. */
const CHANGE = 500;

const SIGN: Readonly<Partial<Record<Import['state'], string>>> = {
  reading: ':hourglass:',
  applying: ':hourglass:',
  applied: ':white_check_mark:',
  refused: ':warning:',
};

/** How an import stands, for who brought the file. */
export function importMessage(one: Import, { wrong, changing }: LinesShown, words: Words): Message {
  const text = headline(one, words);
  const result = button(importIds.result, words.imports.result, { value: one.id });
  const details = [...countLines(one, words), ...notesOf(one, words)];
  return message(text, [
    section([SIGN[one.state], text].filter(Boolean).join(' ')),
    ...(details.length > 0 ? [section(details.join('\n'))] : []),
    ...changesOf(one, changing, words),
    ...mistakes(one, wrong, words),
    ...buttonsOf(one, words, result),
  ]);
}

function headline(one: Import, words: Words): string {
  const say = words.imports;
  const facts = { kind: say.kind[one.kind], file: escaped(clip(one.file.name, 150)) };
  switch (one.state) {
    case 'reading':
      return say.reading(facts);
    case 'planned':
      return say.planned(facts);
    case 'applying':
      return say.applying({ ...facts, n: one.next, all: linesOf(one) });
    case 'applied':
      return say.applied(facts);
    case 'cancelled':
      return say.cancelled(facts);
    case 'refused': {
      const about = decodeAbout(one.about);
      const why = about && about.code !== 'read' ? escaped(unreadableText(about, one.kind, words)) : '';
      return `${say.refused(facts)}\n${why}`.trim();
    }
  }
}

const linesOf = ({ counts }: Import): number => Object.values(counts).reduce((sum, n) => sum + n, 0);

/** How many lines come, or came, to what. What was added and changed is counted together once it is done. */
function countLines({ state, counts }: Import, { imports: say }: Words): string[] {
  if (state !== 'planned' && state !== 'applied') return [];
  const shown: readonly LineOutcome[] =
    state === 'planned' ? ['add', 'change', 'same', 'wrong'] : ['done', 'moved', 'same', 'wrong'];
  const lines = shown
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `• ${countText(outcome, counts[outcome], say)}`);
  return state === 'planned' && counts.add + counts.change === 0 ? [say.nothing, ...lines] : lines;
}

function countText(outcome: LineOutcome, n: number, say: Words['imports']): string {
  switch (outcome) {
    case 'done':
      return say.done({ n });
    default:
      return say[outcome]({ n });
  }
}

function notesOf({ state, about, kind }: Import, words: Words): string[] {
  const { imports: say } = words;
  const read = state === 'planned' ? decodeAbout(about) : undefined;
  if (read?.code !== 'read') return [];
  const columns = read.unknown.map((one) => escaped(clip(one, 60)));
  const shown = columns.slice(0, COLUMNS_SHOWN).join(', ');
  const more = columns.length - COLUMNS_SHOWN;
  const missing = missingColumns(read, kind, words);
  return [
    ...(missing.length > 0 ? [`:warning: ${say.missing({ n: missing.length, columns: missing.join(', ') })}`] : []),
    ...(read.numbered > 0 ? [`:warning: ${say.numbered({ n: read.numbered })}`] : []),
    ...DOUBTS.flatMap((doubt) => {
      const { n, first } = read.doubts[doubt] ?? { n: 0, first: [] };
      const lines = `${first.join(', ')}${n > first.length ? ' …' : ''}`;
      return n > 0 ? [`:warning: ${say.doubt[doubt]({ n, lines })}`] : [];
    }),
    ...(read.encoding === 'windows-1252' ? [say.windows] : []),
    ...(columns.length > 0 ? [say.unknown({ n: columns.length, columns: shown })] : []),
    ...(more > 0 ? [say.moreColumns({ n: more })] : []),
  ];
}

function changesOf({ state, kind, counts }: Import, changing: readonly ImportLine[], words: Words): KnownBlock[] {
  if (state !== 'planned' || changing.length === 0) return [];
  const { imports: say } = words;
  const lines = changing.map(({ line, name, changes }) => {
    const changed = changes.map((one) => changeLine(kind, one, words)).join('; ');
    return clip(say.changing({ line, name: bold(clip(name, 80)), changes: changed }), CHANGE);
  });
  const more = counts.change - changing.length;
  return [section([...lines, ...(more > 0 ? [say.moreChanges({ n: more, button: say.result })] : [])].join('\n'))];
}

function mistakes({ state, counts }: Import, wrong: readonly ImportLine[], { imports: say }: Words): KnownBlock[] {
  if (state !== 'planned' || wrong.length === 0) return [];
  const lines = wrong.map(({ line, problems }) => say.line({ line, problem: escaped(clip(problems.join('; '), 200)) }));
  const more = counts.wrong - wrong.length;
  return [section([...lines, ...(more > 0 ? [say.more({ n: more })] : [])].join('\n'))];
}

function buttonsOf(
  { id, state, counts }: Import,
  { imports: say }: Words,
  result: ReturnType<typeof button>,
): KnownBlock[] {
  const cancel = button(importIds.cancel, say.cancel, { value: id });
  if (state === 'applied') return [actions([result])];
  if (state === 'reading') return [actions([cancel])];
  if (state !== 'planned') return [];
  const changes = counts.add + counts.change > 0;
  return [
    actions([
      ...(changes ? [button(importIds.apply, say.apply, { value: id, style: 'primary' })] : []),
      ...(changes ? [cancel] : []),
      result,
    ]),
  ];
}
