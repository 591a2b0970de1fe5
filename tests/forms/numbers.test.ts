import { describe, expect, test } from 'vitest';
import { accept } from '../../src/forms/answers.ts';
import { itemDraft, itemForm, itemFrom, mostAmount } from '../../src/forms/pages/item.ts';
import { context } from '../support/forms.ts';
import { words } from '../support/words.ts';
import { item } from '../support/workflow.ts';

describe('an item, edited without a change, is the same item', () => {
  const one = item('a', { kind: 'expense', description: 'Toll "A7" & more', quantity: 1501, unit: 'km' });
  test.each(['en-GB', 'de-DE', 'es-CL', 'fr-FR', 'de-CH', 'en-IN', 'ar-EG', 'fa-IR', 'ja-JP'])('in %s', (locale) => {
    for (const [currency, decimals] of [
      ['EUR', 2],
      ['CLP', 0],
      ['TND', 3],
      ['CLF', 4],
    ] as const)
      for (const unitPrice of ['19.99', '1999', '-50', '0', '0.1648', '45.125', '0.125', '99999999.123456', null])
        for (const quantity of [1501, 1000, 1, 125_000, -1500, 1_234_567_891, Number.MAX_SAFE_INTEGER]) {
          const line = { ...one, quantity: unitPrice === '99999999.123456' ? 1000 : quantity, unitPrice };
          if (quantity < 0 && unitPrice === '-50') continue;
          const about = context(undefined, { currency, decimals, locale });
          const { answers, errors } = accept(itemForm, itemDraft(line, about), about);
          // The largest quantity may come to more than there can be.
          if (errors.unitPrice === words.fields.error.number.line({ limit: mostAmount(about) })) continue;
          expect(errors).toEqual({});
          const {
            kind = 'material',
            description = '',
            unit = '',
            quantity: read = 0,
            unitPrice: price = null,
          } = answers;
          expect(
            itemFrom({ onFile: null, kind, description, unit, quantity: read, unitPrice: price }, 'a', about),
          ).toEqual(line);
        }
  });
});
