import { cleanText } from '../../forms/fields/fields.ts';
import { STATUSES, type Status } from '../../order/progress/status.ts';
import { plainTyping } from '../../order/text/plain-typing.ts';
import { statusText } from '../../words/state.ts';
import { type Words, wordsFor } from '../../words/words.ts';

/** What can follow the slash command. */
export type Subcommand = keyof Words['command']['name'];

/** What is read of a command's text, characters: no subcommand needs more. */
const MAX_LENGTH = 1000;

const english = wordsFor('en');

/** The first word of a text and what follows it. */
export function readCommand(text: string): { name: string; rest: string } {
  const typed = cleanText(text.slice(0, MAX_LENGTH), true);
  const name = /^\S*/.exec(typed)?.[0] ?? '';
  return { name: plainTyping(name).toLowerCase(), rest: typed.slice(name.length).trimStart() };
}

/** Which subcommand a word is, in English or in the reader's language; `new` where there is none. */
export function subcommandNamed(word: string, words: Words): Subcommand | undefined {
  const wanted = folded(word);
  if (wanted === '') return 'new';
  return (Object.keys(english.command.name) as Subcommand[]).find((name) =>
    [english, words].some(({ command }) => spellings(command.name[name]).includes(wanted)),
  );
}

/** Which status a person means by its name, or its first words, in English or in their language: `scheduled`, `awaiting` … */
export function statusNamed(typed: string, words: Words): Status | undefined {
  const wanted = folded(typed).replaceAll('_', ' ').replaceAll('-', ' ');
  if (!wanted) return undefined;
  const named = STATUSES.map((status) => ({
    status,
    names: [...idsOf(status), ...[english, words].flatMap((read) => spellings(statusText(status, read)))],
  }));
  const found =
    named.find(({ names }) => names.includes(wanted)) ??
    named.find(({ names }) => names.some((name) => name.startsWith(`${wanted} `)));
  return found?.status;
}

/** What the product calls it within, as people type it: what is approved is scheduled, until more is known. */
const idsOf = (status: Status): string[] => [
  status.replaceAll('_', ' '),
  ...(status === 'scheduled' ? ['approved'] : []),
];

/** Whether a person asks for orders of every status, in English or in their language: `all`. */
export const isAll = (typed: string, words: Words): boolean =>
  [english, words].some(({ command }) => spellings(command.all).includes(folded(typed)));

/** An order, a version of it, and how its document is wanted: `SO-12 v2 text`; without a version where none is named. */
export function readVersion(
  typed: string,
  words: Words,
): { readonly named: string; readonly version: number | undefined; readonly as?: 'text' } {
  const [before, last] = lastWord(typed);
  if (before && [english, words].some(({ command }) => spellings(command.asText).includes(folded(last))))
    return { ...readVersion(before, words), as: 'text' };
  const digits = /^v\.?0*(\d{1,6})$/i.exec(plainTyping(last))?.[1];
  return before && digits ? { named: before, version: Number(digits) } : { named: typed, version: undefined };
}

/** The last word of a text and what is before it; '' where there is only one. */
function lastWord(typed: string): [before: string, last: string] {
  const [, before = '', last = ''] = /^(.*\S)\s+(\S+)$/.exec(typed.trim()) ?? [];
  return [before, last];
}

/** A word as people type it who leave accents out, or write German without umlauts. */
const spellings = (text: string): string[] => [
  folded(text),
  folded(text.replace(/[äöüß]/gi, (letter) => GERMAN[letter.toLowerCase()] ?? letter)),
];

const GERMAN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** As people type it who leave accents out, or have only a straight apostrophe. */
const folded = (text: string): string =>
  plainTyping(text)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('’', "'")
    .toLowerCase();
