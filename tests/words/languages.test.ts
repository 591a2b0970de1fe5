import { describe, expect, it } from 'vitest';
import { spoken } from '../../src/words/languages.ts';
import { messagesOf } from '../../src/words/message.ts';
import { wordsFor } from '../../src/words/words.ts';

describe('which words a person reads', () => {
  it.each([
    [['de-DE'], 'de', 'de-DE'],
    [['es-ES'], 'es', 'es-ES'],
    [['es-LA'], 'es', 'es-419'],
    [['pt-BR'], 'pt', 'pt-BR'],
    [['fr_CA'], 'fr', 'fr-CA'],
    [['fr'], 'fr', 'fr'],
    [['DE-at'], 'de', 'de-AT'],
    [['ja-JP', 'es-MX'], 'es', 'es-MX'],
    [['es-LA', 'es-AR'], 'es', 'es-AR'],
    [['es-ES', 'es-AR'], 'es', 'es-ES'],
    [['fr', 'de-DE', 'fr-CH'], 'fr', 'fr-CH'],
    [['es-LA', 'de-DE'], 'es', 'es-419'],
    [[undefined, '', 'de-DE'], 'de', 'de-DE'],
    [['x', 'de-DE'], 'de', 'de-DE'],
    [['not a tag', '../../etc'], 'en', 'en-GB'],
    [['ja-JP', 'zh-CN'], 'en', 'en-GB'],
    [['en-US'], 'en', 'en-US'],
    [[], 'en', 'en-GB'],
  ])('%j', (tags, language, locale) => {
    expect(spoken(...tags)).toEqual({ language, locale });
    expect(wordsFor(...tags)).toMatchObject({ language, locale });
  });

  it('keeps the words of a locale ready, and does not grow with every tag that comes', () => {
    expect(wordsFor('de-DE')).toBe(wordsFor('de-DE'));
    for (let n = 0; n < 500; n++) expect(wordsFor(`de-x-${n}`).language).toBe('de');
  });
});

describe('a message', () => {
  const said = messagesOf<{
    items: '{count, plural, one {# item} other {# items}}';
    both: '{name} approved {client}';
  }>({ items: '{count, plural, one {# item} other {# items}}', both: '{name} approved {client}' }, 'en-GB');

  it.each([
    [0, '0 items'],
    [1, '1 item'],
    [2, '2 items'],
    [5, '5 items'],
    [1_000_000, '1,000,000 items'],
  ])('counts %i', (count, text) => {
    expect(said.items({ count })).toBe(text);
  });

  it('keeps a name from right to left where it stands', () => {
    expect(said.both({ name: 'أحمد', client: 'Acme (West)' })).toBe('\u2068أحمد\u2069 approved Acme (West)');
    // One such word at its head does not turn a text of others.
    expect(said.both({ name: 'مضخة pump in hall 3', client: 'Acme' })).toBe(
      '\u2066مضخة pump in hall 3\u2069 approved Acme',
    );
    expect(said.both({ name: 'مضخة التدوير DN 40', client: 'Acme' })).toBe(
      '\u2068مضخة التدوير DN 40\u2069 approved Acme',
    );
  });

  it('shows braces, tags and quotes that somebody typed as they are', () => {
    expect(said.both({ name: '{name} <b>', client: "O'Brien ’{x}’" })).toBe("{name} <b> approved O'Brien ’{x}’");
  });
});
