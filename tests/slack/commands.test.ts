import { describe, expect, test } from 'vitest';
import { STATES } from '../../src/order/order.ts';
import { stateWords } from '../../src/order/words.ts';
import { readCommand } from '../../src/slack/commands/commands.ts';
import { stateNamed } from '../../src/slack/views/lists.ts';

describe('what follows the slash command', () => {
  test.each([
    ['', 'new', ''],
    ['   ', 'new', ''],
    ['new', 'new', ''],
    ['NEW', 'new', ''],
    ['list', 'list', ''],
    ['  list   in the field  ', 'list', 'in the field'],
    ['Show SO-12', 'show', 'SO-12'],
    ['find Pump  House', 'find', 'Pump  House'],
    ['history\u00a0SO-12', 'history', 'SO-12'],
    ['show\nSO-12', 'show', 'SO-12'],
    ['fix the pump <!channel>', 'fix', 'the pump <!channel>'],
    ['“Show SO–1”', 'show', 'SO–1”'],
    ['‘list’', 'list', ''],
    ['ｓｈｏｗ　ＳＯ－１', 'show', 'ＳＯ－１'],
    ['LI\u200bST. “in the field”', 'list', '“in the field”'],
    ['\u200b\u2060', 'new', ''],
    ['“”', 'new', ''],
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

describe('a state, as people name it', () => {
  test.each(STATES)('%s: by its name and by the word that is shown', (state) => {
    expect(stateNamed(state)).toBe(state);
    expect(stateNamed(stateWords[state])).toBe(state);
    expect(stateNamed(` ${stateWords[state].toUpperCase()} `)).toBe(state);
  });

  test.each([
    ['waiting', 'submitted'],
    ['waiting for', 'submitted'],
    ['changes', 'changes_requested'],
    ['changes-requested', 'changes_requested'],
    ['in the field', 'approved'],
    ['in', 'approved'],
    ['not', 'not_performed'],
    ['“In the field”', 'approved'],
    ['not–performed.', 'not_performed'],
    ['ＷＡＩＴＩＮＧ', 'submitted'],
  ] as const)('“%s” means %s', (word, state) => {
    expect(stateNamed(word)).toBe(state);
  });

  test.each(['', ' ', 'c', 'wait', 'done', 'constructor', 'all', 'rejected withdrawn'])('“%s” is none', (word) => {
    expect(stateNamed(word)).toBeUndefined();
  });
});
