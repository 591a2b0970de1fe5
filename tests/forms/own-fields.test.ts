import { describe, expect, test } from 'vitest';
import { validateView } from '../../sandbox/server/blocks/validate.ts';
import { accept } from '../../src/forms/answers.ts';
import type { FormContext } from '../../src/forms/context.ts';
import type { Draft, Raw } from '../../src/forms/draft.ts';
import { questionsAbout } from '../../src/forms/fields/questions.ts';
import { fieldsIn, pagesOf } from '../../src/forms/form.ts';
import { orderForms } from '../../src/forms/forms.ts';
import { ownValues } from '../../src/forms/own/fields.ts';
import type { Order } from '../../src/order/order.ts';
import { answerTo, type OrderType, OWN_KINDS, type OwnField } from '../../src/order/own-fields.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { ownValue } from '../../src/words/own-value.ts';
import { wordsFor } from '../../src/words/words.ts';
import { blocksOf, context, drawn, wellFilled } from '../support/forms.ts';
import { ownField } from '../support/order-types.ts';
import { words } from '../support/words.ts';
import { inState } from '../support/workflow.ts';

const { error } = words.fields;
const typeOf = (fields: readonly OwnField[]): OrderType => ({
  ...{ id: 't', name: 'Inspection', fields },
  closing: { photos: false, checklist: false, acceptance: false },
});

/** A draft of a new order of this type, with these answers. */
const draftOf = (type: OrderType, values: Record<string, Raw>, about = context(undefined)): Draft => {
  const start = orderForms.submit.form.start(about);
  return { ...start, type, values: { ...start.values, ...values } };
};

/** What one field makes of an answer. */
function answered(field: OwnField, raw: Raw, about: FormContext = context(undefined)) {
  const draft = draftOf(typeOf([field]), {}, about);
  return fieldsIn(orderForms.submit.form, draft, about)[`own-${field.id}`]?.accept(raw, about);
}

describe('what is answered is kept in one way, whatever way it is written', () => {
  const choice = { kind: 'choice', choices: ['230 V', '400 V'] } as const;
  const cases: [field: Partial<OwnField>, raw: Raw, kept: string][] = [
    [{ kind: 'text' }, '  B-4711 ', 'B-4711'],
    [{ kind: 'text' }, 'two\nlines', 'two lines'],
    [{ kind: 'long_text' }, 'two\nlines', 'two\nlines'],
    [{ kind: 'number' }, '1,234.50', '1234.5'],
    [{ kind: 'number' }, '-3', '-3'],
    [{ kind: 'number' }, '0.000001', '0.000001'],
    [{ kind: 'date' }, '2024-02-29', '2024-02-29'],
    [{ kind: 'date' }, '1999-12-31', '1999-12-31'],
    [choice, '400 V', '400 V'],
    [{ kind: 'yes_no' }, 'no', 'no'],
    [{ kind: 'check' }, 'not_applicable', 'not_applicable'],
  ];
  test.each(cases)('%j: %j', (changes, raw, kept) => {
    for (const required of [true, false])
      expect(answered(ownField('f', { ...changes, required }), raw)).toEqual({ ok: kept });
    // It comes back into the form as it was answered.
    const field = ownField('f', changes);
    const about = context(undefined);
    const again = ownValues(typeOf([field]), [answerTo(field, kept)], about)['own-f'] ?? null;
    expect(answered(field, again)).toEqual({ ok: kept });
  });

  const wrong: [field: Partial<OwnField>, raw: Raw, sentence: string][] = [
    [{ kind: 'text' }, 'x'.repeat(201), error.tooLong({ max: 200, length: 201 })],
    [{ kind: 'number' }, 'much', error.number.plain({ decimal: '1.5' })],
    [{ kind: 'number' }, '0.0000001', error.number.decimals({ max: 6 })],
    [{ kind: 'date' }, '2023-02-29', error.day],
    [{ kind: 'date' }, '1899-12-31', error.day],
    [choice, '500 V', error.option],
    [{ kind: 'yes_no' }, 'maybe', error.option],
    [{ kind: 'check' }, 'good', error.option],
  ];
  test.each(wrong)('%j takes no %j', (changes, raw, sentence) => {
    expect(answered(ownField('f', changes), raw)).toEqual({ error: sentence });
  });

  test.each(OWN_KINDS)('%s: nothing, where it is required and where it is not', (kind) => {
    const field = ownField('f', { kind, choices: kind === 'choice' ? ['a', 'b'] : [] });
    for (const nothing of kind === 'date' ? [null] : [null, '']) {
      expect(answered(field, nothing)).toEqual({ ok: '' });
      expect(answered({ ...field, required: true }, nothing)).toHaveProperty('error');
    }
  });

  test('an answer of a menu can be taken back where none is needed, and only there', () => {
    const field = ownField('f', { kind: 'check' });
    const about = context(undefined);
    const draft = draftOf(typeOf([field]), {}, about);
    const element = fieldsIn(orderForms.submit.form, draft, about)['own-f']?.render(null, about);
    const [none] = element && 'options' in element ? (element.options ?? []) : [];
    expect(none?.text.text).toBe(words.fields.noAnswer);
    expect(answered(field, none?.value ?? '')).toEqual({ ok: '' });
    expect(answered({ ...field, required: true }, none?.value ?? '')).toHaveProperty('error');
  });
});

describe('a field that is not shown is never required', () => {
  const needed = (asked: OwnField['asked']) => ownField(asked, { asked, required: true });
  const type = typeOf([needed('submit'), needed('confirm'), needed('close')]);
  const order: Order = { ...inState.approved, content: { ...inState.approved.content, type } };
  const about = context(order);
  const errorsOf = (form: 'confirm' | 'close', values: Record<string, Raw>) => {
    const bound = orderForms[form].form;
    const start = bound.start(about);
    const draft = { ...start, values: { ...start.values, ...wellFilled[form], ...values } };
    return Object.keys(accept(bound, draft, about).errors).filter((name) => name.startsWith('own-'));
  };

  test.each([
    ['confirm', { final: [] }, ['own-confirm']],
    ['confirm', { final: ['yes'] }, ['own-confirm', 'own-close']],
    ['close', { outcome: 'as_ordered' }, ['own-close']],
    ['close', { outcome: 'not_performed' }, []],
  ] as const)('%s, %j: %j', (form, values, required) => {
    expect(errorsOf(form, { ...values })).toEqual(required);
  });

  test('a new order is asked for its own, and without a type for nothing', () => {
    const errors = (draft: Draft) => Object.keys(accept(orderForms.submit.form, draft, context(undefined)).errors);
    expect(errors(draftOf(type, { ...wellFilled.submit }))).toEqual(['own-submit']);
    const { type: _, ...none } = draftOf(type, { ...wellFilled.submit });
    expect(errors(none)).toEqual([]);
  });
});

test('a copy takes what was answered to the submission, and says nothing of the rest', () => {
  const fields = (['submit', 'confirm', 'close'] as const).map((asked) => ownField(asked, { asked }));
  const type = typeOf(fields);
  const content = { ...inState.completed.content, type, own: fields.map((field) => answerTo(field, 'Answer')) };
  const { form } = orderForms.submit;
  const copied = { content, supervisor: null, coordinator: null, crew: [] };
  const draft = form.start({ ...context(undefined), copied });
  expect(Object.keys(draft.values).filter((name) => name.startsWith('own-'))).toEqual(['own-submit']);
  const asked = questionsAbout(form, draft, context(undefined)).filter(({ id }) => id.startsWith('unused'));
  expect(asked).toEqual([]);
});

describe('a line of the checklist', () => {
  const line = (asked: 'confirm' | 'close') => ownField('line', { kind: 'check', asked });
  const drawnIn = (
    checklist: boolean,
    form: 'confirm' | 'close',
    values: Record<string, Raw>,
    asked: 'confirm' | 'close' = 'close',
  ) => {
    const plain = typeOf([line(asked)]);
    const type = { ...plain, closing: { ...plain.closing, checklist } };
    const about = context({ ...inState.approved, content: { ...inState.approved.content, type } });
    const bound = orderForms[form].form;
    const start = bound.start(about);
    const draft = { ...start, values: { ...start.values, ...wellFilled[form], ...values } };
    const pages = pagesOf(bound, draft, about).filter(({ fields }) => fields.includes('own-line'));
    const inputs = pages.flatMap(({ id }) => blocksOf(drawn(bound, draft, about, id)));
    return {
      optional: inputs.find(({ block_id }) => block_id === 'own-line')?.optional,
      isMissed: 'own-line' in accept(bound, draft, about).errors,
    };
  };

  test.each([
    [true, 'close', { outcome: 'as_ordered' }, { optional: false, isMissed: true }],
    [true, 'confirm', { final: ['yes'] }, { optional: false, isMissed: true }],
    [true, 'confirm', { final: [] }, { optional: undefined, isMissed: false }],
    [true, 'close', { outcome: 'not_performed' }, { optional: undefined, isMissed: false }],
    [false, 'close', { outcome: 'as_ordered' }, { optional: true, isMissed: false }],
  ] as const)(
    'that only the closing asks has to be answered where closing needs it (%j): %s, %j',
    (needed, form, values, is) => {
      expect(drawnIn(needed, form, { ...values })).toEqual(is);
    },
  );

  test.each([
    [true, ['yes'], { optional: false, isMissed: true }],
    [true, [], { optional: true, isMissed: false }],
    [false, ['yes'], { optional: true, isMissed: false }],
  ] as const)(
    'that confirmations ask has to be answered by the one that closes, where that needs it (%j): %j',
    (needed, final, is) => {
      expect(drawnIn(needed, 'confirm', { final: [...final] }, 'confirm')).toEqual(is);
    },
  );
});

describe('six inputs a page', () => {
  test.each([0, 1, 6, 7, 30])('%i fields', (count) => {
    const about = context(undefined);
    const choices = Array.from({ length: 20 }, (_, n) => `${n}`.padEnd(75, 'x'));
    const fields = Array.from({ length: count }, (_, n) =>
      ownField(`f${n}`, {
        asked: 'submit',
        label: 'L'.repeat(100),
        kind: OWN_KINDS[n % 7] ?? 'text',
        unit: 'U',
        choices,
      }),
    );
    const { form } = orderForms.submit;
    const draft = draftOf(typeOf(fields), {});
    const pages = pagesOf(form, draft, about).filter(({ own }) => own);
    expect(pages).toHaveLength(Math.ceil(count / 6));
    expect(pages.flatMap((page) => page.fields)).toEqual(fields.map(({ id }) => `own-${id}`));
    for (const { id } of pages) expect(validateView(drawn(form, draft, about, id))).toEqual([]);
  });
});

test.each(LANGUAGES)('answers in %s: numbers are exact, and words are of the language', (language) => {
  const read = wordsFor(language);
  const say = (kind: OwnField['kind'], value: string, unit = '') => ownValue({ kind, value, unit }, read);
  const digits = '12345678901234567890.123456';
  expect(say('number', digits).replace(/\D/g, '')).toBe(digits.replace('.', ''));
  expect(say('number', '-0.5', 'bar')).toMatch(/^-0[.,]5\u00a0bar$/);
  expect(say('check', 'fail')).toBe(read.order.check.fail);
  expect(say('yes_no', 'yes')).toBe(read.order.yesNo.yes);
  expect(say('date', '2026-11-28')).toMatch(/28.*2026/);
  expect(say('choice', 'pass')).toBe('pass');
});
