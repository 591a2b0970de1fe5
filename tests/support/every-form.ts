import { describe, expect, test } from 'vitest';
import type { FormContext } from '../../src/forms/context.ts';
import type { Draft } from '../../src/forms/draft.ts';
import { type OrderForm, type OrderFormId, orderForms } from '../../src/forms/forms.ts';
import { wordsFor } from '../../src/words/words.ts';
import { pseudoWords } from './catalogue.ts';
import { worstItems, worstOrder } from './extremes.ts';
import { context, orderFor, photo, wellFilled } from './forms.ts';
import { crew, everyPage, longest } from './pages.ts';

export const forms = Object.entries(orderForms) as [OrderFormId, OrderForm][];
/** Every language, and one that is made of none, longer than all. */
export const LOCALES = ['en-GB', 'es-LA', 'pt-BR', 'de-DE', 'fr-FR', 'pseudo'];
export const spokenIn = (locale: string) => (locale === 'pseudo' ? pseudoWords : wordsFor(locale));
/** What a form's title, its buttons and those beside them have room for. */
export const SHORT = 24;

/** What a reader of this locale has before them. */
export function reader(locale: string, order: FormContext['order'], changes: Partial<FormContext> = {}): FormContext {
  const words = spokenIn(locale);
  return context(order, { words, locale: words.locale, ...changes });
}

/** Draws every page of every form in these languages, as it opens, filled in and at its longest. */
export const everyForm = (locales: readonly string[]): void =>
  describe.each(locales)('in %s', (locale) => {
    const words = spokenIn(locale);

    test.each(forms)('every page of %s stands in Slack, as it opens, filled in and at its longest', (id, { form }) => {
      const about = reader(locale, orderFor[id], { newerCurrency: 'CLF' });
      const start = form.start(about);
      expect(form.title(words).length).toBeLessThanOrEqual(SHORT);
      expect(form.submit(words).length).toBeLessThanOrEqual(SHORT);
      everyPage(form, start, about);
      everyPage(form, { ...start, values: { ...start.values, ...wellFilled[id] } }, about);
      for (const write of [(length: number) => '&'.repeat(length), (length: number) => 'ם'.repeat(length)]) {
        const worst = reader(locale, orderFor[id] && worstOrder(orderFor[id].state, write));
        const files = Array(20).fill({ ...photo, name: write(255) });
        // Only where it is asked for, one draws other pages than the other.
        for (const outcome of 'outcome' in form.fields ? ['with_changes', 'not_performed'] : ['with_changes'])
          for (const items of [[], worstItems(200, write), worstItems(200, write, 'other')]) {
            const values = { ...form.start(worst).values, ...longest(form, write), crew, outcome };
            const draft: Draft = {
              ...form.start(worst),
              items,
              values: { ...values, attachments: files, photos: files, final: ['yes'] },
            };
            everyPage(form, draft, worst);
          }
      }
    });
  });
