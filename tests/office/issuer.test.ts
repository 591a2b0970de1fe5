import { expect, test } from 'vitest';
import { issuerFor, policyOf } from '../../src/orders.ts';
import { Settings } from '../../src/settings.ts';

const facts = { id: 'c1', externalId: '', taxId: '', address: '', paymentNotes: '' };

// biome-ignore format: a table reads best as a table
test.each([
  ['en-GB', undefined, 'en', 'en-GB'],
  ['en-GB', '',        'en', 'en-GB'],
  ['en-GB', 'de',      'de', 'de'],
  ['de-AT', 'de',      'de', 'de-AT'],
  ['es-419', 'es',    'es', 'es-419'],
  ['de-AT', 'fr',      'fr', 'fr'],
  ['de-AT', 'xx',      'de', 'de-AT'],
])('the documents of a company of %s for a client of %j', (company, language, spoken, locale) => {
  const { issuer } = policyOf(Settings.parse({ document: { locale: company } }));
  const client = language === undefined ? {} : { clientOnFile: { ...facts, language } };
  expect(issuerFor(issuer, client)).toEqual({ ...issuer, language: spoken, locale });
});
