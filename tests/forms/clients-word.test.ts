import { describe, expect, test } from 'vitest';
import { accept } from '../../src/forms/answers.ts';
import type { Raw } from '../../src/forms/draft.ts';
import { fieldsIn } from '../../src/forms/form.ts';
import { orderForms } from '../../src/forms/forms.ts';
import { date } from '../../src/forms/mrkdwn.ts';
import type { Order } from '../../src/order/order.ts';
import type { OrderType } from '../../src/order/own-fields.ts';
import { blocksOf, context, drawn } from '../support/forms.ts';
import { words } from '../support/words.ts';
import { actions, inState, taken } from '../support/workflow.ts';

type Values = Readonly<Record<string, Raw>>;
type FormId = 'close' | 'confirm';

const say = words.fields;

/** A closing form that is filled in like this. */
function filled(id: FormId, order: Order, values: Values) {
  const { form } = orderForms[id];
  const about = context(order);
  const start = form.start(about);
  const begun: Values = id === 'close' ? { outcome: 'with_changes', note: 'As agreed' } : { final: ['yes'] };
  return { form, about, draft: { ...start, values: { ...start.values, ...begun, ...values } } };
}

const errorsOf = (id: FormId, order: Order, values: Values) => {
  const { form, draft, about } = filled(id, order, values);
  return accept(form, draft, about).errors;
};

const asked = (id: FormId, order: Order, values: Values): string[] => {
  const { form, draft, about } = filled(id, order, values);
  return (form.ask?.(accept(form, draft, about).answers, draft, about) ?? []).map(({ text }) => text);
};

/** The same order with a type that asks for something before it is closed. */
const demanding = (closing: Partial<OrderType['closing']>, fields: OrderType['fields'] = []): Order => ({
  ...inState.approved,
  content: {
    ...inState.approved.content,
    type: {
      id: 't',
      name: 'Inspection',
      fields,
      closing: { photos: false, checklist: false, acceptance: false, ...closing },
    },
  },
});

const refused = { acceptance: 'refused', acceptedBy: 'Peter Jensen', reservations: 'It leaks' };

describe.each<FormId>(['close', 'confirm'])('where an order needs the client’s acceptance (%s)', (id) => {
  const order = demanding({ acceptance: true });
  const error = say.error.lacking.acceptance({ accepted: say.acceptance.option.accepted });

  test.each<[string, Values]>([
    ['a refusal', refused],
    ['a refusal by nobody, for no reason', { acceptance: 'refused' }],
    ['nobody there, and a name', { acceptance: 'unavailable', acceptedBy: 'Peter Jensen', reservations: 'It leaks' }],
    ['nobody there', { acceptance: 'unavailable' }],
  ])('%s is one mistake, which says what to choose', (_, values) =>
    expect(errorsOf(id, order, values)).toEqual({ acceptance: error }),
  );

  test('an acceptance by nobody still lacks who accepted it', () =>
    expect(errorsOf(id, order, { acceptance: 'accepted' })).toEqual({ acceptedBy: say.error.acceptedBy }));
});

test('what a checklist lacks is named, the line as it is called', () => {
  const line = { kind: 'check', asked: 'confirm', required: false, choices: [], unit: '' } as const;
  const fields = [
    { ...line, id: 'brakes', label: 'Brakes & belt' },
    { ...line, id: 'guards', label: 'Guards' },
  ];
  const order = demanding({ checklist: true }, fields);
  expect(errorsOf('close', order, { acceptance: 'unavailable' })).toEqual({
    outcome: say.error.lacking.checklist({ count: 2, lines: 'Brakes & belt and Guards' }),
  });
});

describe('what is asked of the client is called what it is', () => {
  const page = (values: Values) => {
    const { form, draft, about } = filled('close', inState.approved, values);
    return blocksOf(drawn(form, draft, about, 'client')).find(({ block_id }) => block_id === 'reservations');
  };

  test('who accepts may have reservations; who refuses has a reason, and gives it', () => {
    const label = (text: string) => ({ type: 'plain_text', text, emoji: false });
    expect(page({ acceptance: 'accepted' })).toMatchObject({
      label: label(say.reservationsAlone.label),
      optional: true,
    });
    expect(page({ acceptance: 'refused' })).toMatchObject({ label: label(say.refusalReason.label), optional: false });
  });

  test('where nobody has said which yet, both, and that a reason is required', () => {
    const { form, draft, about } = filled('confirm', inState.approved, {});
    const texts = fieldsIn(form, draft, about).reservations?.texts(about, draft);
    expect(texts).toEqual(say.reservations);
  });
});

describe.each<FormId>(['close', 'confirm'])('a refusal of what the client has signed is asked about (%s)', (id) => {
  const signed = taken(inState.approved, actions(1).sign).order;
  const at = signed.latest?.signed?.at ?? 0;
  const question = words.review.question.refusedAfterSigning({
    ...{ name: 'Peter Jensen', version: 1, date: date(at, words) },
  });

  test('once, with what they signed and when', () => {
    expect(asked(id, signed, refused)).toContain(question);
    expect(asked(id, signed, { ...refused, acceptedBy: 'Marta Gil' })).toContain(question);
  });

  test('and neither an acceptance, nor what nobody has signed', () => {
    expect(asked(id, signed, { ...refused, acceptance: 'accepted' })).not.toContain(question);
    expect(asked(id, inState.approved, refused)).toEqual([]);
  });
});

describe('the client is shown the results of the checklist before they say whether they accept the work', () => {
  const line = { kind: 'check', asked: 'confirm', required: false, choices: [], unit: '' } as const;
  const order = demanding({}, [{ ...line, id: 'brakes', label: 'Brakes' }]);
  const shown = (id: FormId, page: string) => {
    const { form, draft, about } = filled(id, order, { 'own-brakes': 'fail', acceptance: 'unavailable' });
    return JSON.stringify(blocksOf(drawn(form, draft, about, page)));
  };
  const result = words.entry.answer({ label: '*Brakes*', value: words.order.check.fail });

  test.each<[FormId, string]>([
    ['confirm', 'closing'],
    ['close', 'details'],
  ])('%s', (id, page) => expect(shown(id, page)).toContain(result));
});
