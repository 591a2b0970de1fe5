import { expect, test } from 'vitest';
import { documentModel } from '../../src/pdf/document.ts';
import { catalogues } from '../../src/words/words.ts';
import { approvedOrder, issuer } from '../pdf/orders.ts';
import { documentsOfEveryKind, type Language } from '../support/every-language.ts';

// The one that is written, and the one with the longest words; all of them are among the proofs.
documentsOfEveryKind(['en', 'de']);

test.each([
  ['en-US', 'en', 'en-US'],
  ['EN', 'en', 'en'],
  ['de-AT', 'de', 'de-AT'],
  ['de-DE', 'en', 'en'],
  ['es-LA', 'es', 'es-419'],
  ['ja-JP', 'de', 'de'],
  ['he-IL', 'en', 'en'],
  ['no such locale', 'en', 'en'],
  ['de-DE', 'a language to come', 'en-GB'],
])('with the locale %s, issued in %s, a document is in %s', (locale, language, is) => {
  const { metadata, words } = documentModel(approvedOrder({}, { issuer: { ...issuer, locale, language } }), 1);
  expect(metadata.language).toBe(is);
  const { document } = catalogues[is.slice(0, 2) as Language];
  expect(document).toMatchObject({ title: { ...words.title } });
});

test('names that are read from the right keep their place in a sentence', () => {
  const client = 'شركة النور (444)';
  const order = approvedOrder({ client }, { issuer: { ...issuer, locale: 'de-DE', language: 'de' } });
  const model = documentModel(order, 1);
  expect(model.unprinted).toBe('');
  expect(model.client[0]?.value).toBe(client);
});
