import { describe, expect, test } from 'vitest';
import { STATES } from '../../src/order/order.ts';
import { isAll, readCommand, stateNamed, subcommandNamed } from '../../src/slack/commands/typed.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { wordsFor } from '../../src/words/words.ts';

describe('what follows the slash command', () => {
  test.each([
    ['', '', ''],
    ['   ', '', ''],
    ['new', 'new', ''],
    ['NEW', 'new', ''],
    ['list', 'list', ''],
    ['  list   changes requested  ', 'list', 'changes requested'],
    ['Show SO-12', 'show', 'SO-12'],
    ['find Pump  House', 'find', 'Pump  House'],
    ['history\u00a0SO-12', 'history', 'SO-12'],
    ['show\nSO-12', 'show', 'SO-12'],
    ['fix the pump <!channel>', 'fix', 'the pump <!channel>'],
    ['“Show SO–1”', 'show', 'SO–1”'],
    ['‘list’', 'list', ''],
    ['ｓｈｏｗ　ＳＯ－１', 'show', 'ＳＯ－１'],
    ['LI\u200bST. “changes requested”', 'list', '“changes requested”'],
    ['\u200b\u2060', '', ''],
    ['“”', '', ''],
  ])('“%s”', (text, name, rest) => {
    expect(readCommand(text)).toEqual({ name, rest });
  });

  test('is read at once, however long and odd it is', () => {
    const begun = performance.now();
    readCommand(' '.repeat(40_000));
    readCommand(`list ${'x '.repeat(20_000)}`);
    readCommand(`list${' '.repeat(40_000)}x${' '.repeat(40_000)}y`);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

describe('a subcommand', () => {
  const { name } = wordsFor('en').command;
  const names = Object.keys(name) as (keyof typeof name)[];

  test.each(LANGUAGES)('%s: by the English word and by one’s own, also without accents', (language) => {
    const words = wordsFor(language);
    for (const one of names)
      for (const word of [name[one], words.command.name[one], words.command.name[one].toUpperCase()])
        expect([word, subcommandNamed(word, words)]).toEqual([word, one]);
  });

  test.each([
    ['pt', 'historico', 'history'],
    ['de', 'prufen', 'verify'],
    ['de', 'pruefen', 'verify'],
    ['fr', '«\u00a0vérifier\u00a0»', 'verify'],
    ['es', 'ＡＹＵＤＡ', 'help'],
    ['en', '', 'new'],
    ['en', 'hilfe', undefined],
    ['de', 'ayuda', undefined],
    ['de', 'constructor', undefined],
  ] as const)('%s: “%s” is %s', (language, word, subcommand) => {
    expect(subcommandNamed(word, wordsFor(language))).toBe(subcommand);
  });
});

test.each(LANGUAGES)(
  '%s: orders in every state are asked for by a word of one’s own, or “all”, which is no state',
  (language) => {
    const words = wordsFor(language);
    for (const word of ['all', ` ${words.command.all.toUpperCase()} `]) {
      expect(isAll(word, words)).toBe(true);
      expect(stateNamed(word, words)).toBeUndefined();
    }
    expect(isAll(words.order.state.approved, words)).toBe(false);
    expect(isAll('', words)).toBe(false);
  },
);

describe('a state, as people name it', () => {
  const english = wordsFor('en');

  test.each(STATES)('%s: by its name and by the word that is shown, in English and in one’s own language', (state) => {
    for (const language of LANGUAGES) {
      const words = wordsFor(language);
      const shown = words.order.state[state];
      for (const word of [state, english.order.state[state], shown, ` ${shown.toUpperCase()} `])
        expect([language, word, stateNamed(word, words)]).toEqual([language, word, state]);
    }
  });

  test.each([
    ['en', 'awaiting', 'submitted'],
    ['en', 'changes', 'changes_requested'],
    ['en', 'changes-requested', 'changes_requested'],
    ['en', 'not', 'not_performed'],
    ['en', '“Scheduled”', 'approved'],
    ['en', 'not–performed.', 'not_performed'],
    ['en', 'ＡＷＡＩＴＩＮＧ', 'submitted'],
    ['de', 'wartet auf', 'submitted'],
    ['de', 'Zuruckgezogen', 'withdrawn'],
    ['de', 'Zurueckgezogen', 'withdrawn'],
    ['es', 'pendiente', 'submitted'],
    ['fr', 'termine', 'completed'],
  ] as const)('%s: “%s” means %s', (language, word, state) => {
    expect(stateNamed(word, wordsFor(language))).toBe(state);
  });

  test.each(['', ' ', 'c', 'awa', 'done', 'constructor', 'all', 'rejected withdrawn'])('“%s” is none', (word) => {
    expect(stateNamed(word, english)).toBeUndefined();
  });
});
