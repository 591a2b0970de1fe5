import { describe, expect, test } from 'vitest';
import { STATUSES } from '../../src/order/progress/status.ts';
import { isAll, readCommand, statusNamed, subcommandNamed } from '../../src/slack/commands/typed.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { statusText } from '../../src/words/state.ts';
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
      expect(statusNamed(word, words)).toBeUndefined();
    }
    expect(isAll(words.order.state.approved, words)).toBe(false);
    expect(isAll('', words)).toBe(false);
  },
);

describe('a status, as people name it', () => {
  const english = wordsFor('en');

  test.each(STATUSES)(
    '%s: by its name and by the word that is shown, in English and in one’s own language',
    (status) => {
      for (const language of LANGUAGES) {
        const words = wordsFor(language);
        const shown = statusText(status, words);
        for (const word of [status, statusText(status, english), shown, ` ${shown.toUpperCase()} `])
          expect([language, word, statusNamed(word, words)]).toEqual([language, word, status]);
      }
    },
  );

  test.each([
    ['en', 'awaiting', 'submitted'],
    ['en', 'changes', 'changes_requested'],
    ['en', 'changes-requested', 'changes_requested'],
    ['en', 'not', 'not_performed'],
    ['en', '“Scheduled”', 'scheduled'],
    ['en', 'approved', 'scheduled'],
    ['en', 'extra', 'extra_cost'],
    ['de', 'Mehrkosten', 'extra_cost'],
    ['fr', 'surcout', 'extra_cost'],
    ['pt', 'em-andamento', 'in_progress'],
    ['en', 'not–performed.', 'not_performed'],
    ['en', 'ＡＷＡＩＴＩＮＧ', 'submitted'],
    ['de', 'wartet auf', 'submitted'],
    ['de', 'Zuruckgezogen', 'withdrawn'],
    ['de', 'Zurueckgezogen', 'withdrawn'],
    ['es', 'pendiente', 'submitted'],
    ['fr', 'termine', 'completed'],
  ] as const)('%s: “%s” means %s', (language, word, status) => {
    expect(statusNamed(word, wordsFor(language))).toBe(status);
  });

  test.each(['', ' ', 'c', 'awa', 'done', 'constructor', 'all', 'rejected withdrawn'])('“%s” is none', (word) => {
    expect(statusNamed(word, english)).toBeUndefined();
  });
});
