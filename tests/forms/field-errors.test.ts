import { describe, expect, test } from 'vitest';
import type { Form, FormContext, Raw } from '../../src/forms/form.ts';
import { accept } from '../../src/forms/form.ts';
import { type OrderFormId, orderForms } from '../../src/forms/forms.ts';
import { itemForm } from '../../src/forms/pages/item.ts';
import { context, NOW, orderFor, photo, wellFilled } from '../support/forms.ts';
import { ana, farid, greta, inState, item, lena, MORNING, sam } from '../support/workflow.ts';

type Values = Readonly<Record<string, Raw>>;
const noErrors = {};

/** The sentences under the fields of a form that is well filled in but for these values. */
function errorsOf(id: OrderFormId, values: Values, about: FormContext = context(orderFor[id])) {
  const { form } = orderForms[id];
  const start = form.start(about);
  const items = id === 'confirm' ? [item('new')] : start.items;
  return accept(form, { ...start, items, values: { ...start.values, ...wellFilled[id], ...values } }, about).errors;
}

/** Form, field, what is wrong, what is typed, what stands under the field. */
type Case = readonly [OrderFormId, string, string, Raw, string | undefined];

const fillIn = (label: string) => `${label}: please fill this in.`;
const years = 'Choose a date between the years 2000 and 2100.';
const offered = 'Choose one of the options offered.';
const unknown = 'Slack does not tell us who this is. Choose somebody of this workspace, or try again in a moment.';

const texts: readonly Case[] = [
  ['submit', 'title', 'nothing', null, fillIn('Title')],
  ['submit', 'title', 'empty', '', fillIn('Title')],
  ['submit', 'title', 'white space', ' \n\t\u3000 ', fillIn('Title')],
  ['submit', 'title', 'nothing that can be seen', '\u200b\u2060\u00ad\u3164\u200d\ufe0f', fillIn('Title')],
  ['submit', 'title', 'only control characters', '\u0000\u0007\u202e', fillIn('Title')],
  ['submit', 'title', 'a number', 7, fillIn('Title')],
  ['submit', 'title', 'a list', ['Replace'], fillIn('Title')],
  ['submit', 'title', 'just long enough', 'x'.repeat(80), undefined],
  ['submit', 'title', 'too long', 'x'.repeat(81), 'Use at most 80 characters; this has 81.'],
  ['submit', 'title', 'long only by the space around it', ` ${'x'.repeat(80)} `, undefined],
  ['submit', 'client', 'too long', 'x'.repeat(121), 'Use at most 120 characters; this has 121.'],
  ['submit', 'location', 'too long', 'x'.repeat(256), 'Use at most 255 characters; this has 256.'],
  ['submit', 'description', 'missing', null, fillIn('Description of the work')],
  ['submit', 'description', 'too long', 'x'.repeat(3001), 'Use at most 3000 characters; this has 3001.'],
  ['submit', 'contact', 'missing', null, undefined],
  ['submit', 'contact', 'too long', 'x'.repeat(201), 'Use at most 200 characters; this has 201.'],
  ['submit', 'clientReference', 'too long', 'x'.repeat(101), 'Use at most 100 characters; this has 101.'],
  ['approve', 'signature', 'missing', ' ', fillIn('Sign with your full name')],
  ['approve', 'signature', 'too long', 'x'.repeat(121), 'Use at most 120 characters; this has 121.'],
  ['approve', 'comment', 'too long', 'x'.repeat(501), 'Use at most 500 characters; this has 501.'],
  ['reject', 'reason', 'missing', null, fillIn('Reason')],
  ['request_changes', 'reason', 'missing', ' ', fillIn('Reason')],
  ['withdraw', 'reason', 'too long', 'x'.repeat(2001), 'Use at most 2000 characters; this has 2001.'],
  ['reopen', 'reason', 'missing', '\n', fillIn('Reason')],
  ['confirm', 'workDone', 'missing', null, fillIn('Work done')],
  ['confirm', 'reason', 'missing although the items differ', '', fillIn('Reason for the changes')],
];

const dates: readonly Case[] = [
  ['submit', 'requestedStart', 'missing', null, fillIn('Requested start')],
  ['submit', 'requestedStart', 'text', '2026-11-24', years],
  ['submit', 'requestedStart', 'milliseconds', MORNING * 1000, years],
  ['submit', 'requestedStart', 'before our time', 946_684_799, years],
  ['submit', 'requestedEnd', 'after our time', 4_102_444_800, years],
  ['submit', 'requestedStart', 'no whole second', MORNING + 0.5, years],
  ['submit', 'requestedStart', 'not a number', Number.NaN, years],
  ['submit', 'requestedStart', 'infinite', Number.POSITIVE_INFINITY, years],
  ['submit', 'requestedEnd', 'before the start', MORNING, 'The end must be after the start. Choose a later end.'],
  [
    'submit',
    'requestedEnd',
    'with the start',
    MORNING + 86_400,
    'The end must be after the start. Choose a later end.',
  ],
  ['approve', 'plannedStart', 'missing', null, undefined],
  ['approve', 'plannedStart', 'negative', -1, years],
  ['confirm', 'endedAt', 'before the start', MORNING, 'The end must be after the start. Choose a later end.'],
  ['confirm', 'endedAt', 'an hour ahead, for clocks and zones', NOW + 3600, undefined],
  ['confirm', 'endedAt', 'in the future', NOW + 3601, 'This lies in the future. Choose when the work really ended.'],
  ['close', 'endedAt', 'in the future', NOW + 3601, 'This lies in the future. Choose when the work really ended.'],
  ['close', 'endedAt', 'missing', null, fillIn('Work ended')],
];

const choices: readonly Case[] = [
  ['submit', 'priority', 'missing', null, fillIn('Priority')],
  ['submit', 'priority', 'unknown', 'whenever', offered],
  ['submit', 'priority', 'a name every object has', 'constructor', offered],
  ['submit', 'priority', 'a list', ['urgent'], offered],
  ['close', 'outcome', 'missing', null, fillIn('Outcome')],
  ['close', 'outcome', 'unknown', 'rejected', offered],
  ['close', 'acceptance', 'missing', null, fillIn('Client acceptance')],
  ['close', 'acceptedBy', 'nobody, although the client accepts', ' ', 'Who accepted the work? Enter their name.'],
];

const people: readonly Case[] = [
  ['submit', 'supervisor', 'nobody', null, fillIn('Supervisor')],
  ['submit', 'supervisor', 'empty', '', fillIn('Supervisor')],
  ['submit', 'supervisor', 'a list', [sam.id], fillIn('Supervisor')],
  ['submit', 'supervisor', 'a guest', greta.id, 'Greta Olsen is a guest; choose a full member.'],
  ['submit', 'supervisor', 'an app', 'UBOT', 'Botty is an app, not a person.'],
  ['submit', 'supervisor', 'somebody who left', 'UGONE', "Gone Person's account is deactivated; choose somebody else."],
  [
    'submit',
    'supervisor',
    'somebody from elsewhere',
    'UEXT',
    'Ext Ernal belongs to another organisation; choose somebody of this workspace.',
  ],
  ['submit', 'supervisor', 'somebody Slack does not tell of', 'UWHO', unknown],
  ['submit', 'supervisor', 'oneself', ana.id, 'Nobody approves their own order. Choose somebody else.'],
  ['resubmit', 'supervisor', 'oneself', ana.id, 'Nobody approves their own order. Choose somebody else.'],
  ['submit', 'coordinator', 'nobody', null, undefined],
  ['submit', 'coordinator', 'a guest', greta.id, 'Greta Olsen is a guest; choose a full member.'],
  ['submit', 'coordinator', 'oneself', ana.id, undefined],
  ['approve', 'crew', 'nobody', [], fillIn('Field workers')],
  ['approve', 'crew', 'no list', farid.id, fillIn('Field workers')],
  ['approve', 'crew', 'guests are welcome', [greta.id], undefined],
  ['approve', 'crew', 'an app among them', [farid.id, 'UBOT'], 'Botty is an app, not a person.'],
  ['approve', 'crew', 'several who cannot', ['UBOT', 'UWHO'], `Botty is an app, not a person. ${unknown}`],
  ['approve', 'crew', 'the same person twenty-one times', Array(21).fill(farid.id), undefined],
  ['approve', 'crew', 'too many', Array.from({ length: 21 }, (_, n) => `U${n}`), 'Choose at most 20 people.'],
  ['assign', 'crew', 'somebody who left', ['UGONE'], "Gone Person's account is deactivated; choose somebody else."],
];

const attached: readonly Case[] = [
  ['submit', 'attachments', 'none', null, undefined],
  ['submit', 'attachments', 'twenty', Array(20).fill(photo), undefined],
  ['submit', 'attachments', 'too many', Array(21).fill(photo), 'Attach at most 20 files.'],
  ['submit', 'attachments', 'ids alone', ['F1'], 'These files did not arrive whole. Please attach them again.'],
  ['close', 'photos', 'text', 'F1', 'These files did not arrive whole. Please attach them again.'],
];

describe.each([
  ['texts', texts],
  ['dates and times', dates],
  ['choices', choices],
  ['people', people],
  ['files', attached],
] as const)('%s', (_, cases) => {
  test.each(cases)('%s, %s: %s', (id, field, _what, typed, sentence) => {
    expect(errorsOf(id, { [field]: typed })).toEqual(sentence === undefined ? noErrors : { [field]: sentence });
  });
});

describe('rules between fields', () => {
  test('the own order may be approved where the setting allows it', () => {
    expect(errorsOf('submit', { supervisor: ana.id }, context(undefined, { allowOwnApproval: true }))).toEqual(
      noErrors,
    );
  });

  test('another reason than those listed needs an explanation; the listed ones do not', () => {
    const closed = (reasonCode: Raw, explanation: Raw) =>
      errorsOf('close', { outcome: 'not_performed', reasonCode, explanation, endedAt: null, acceptance: null });
    expect(closed('other', ' ')).toEqual({ explanation: 'Say in a few words why the job was not carried out.' });
    expect([closed('other', 'Flood'), closed('weather', '')]).toEqual([noErrors, noErrors]);
    expect(closed(null, 'Flood')).toEqual({ reasonCode: fillIn('Reason') });
  });

  test('changes that no confirmation lists have to be told', () => {
    const sentence = 'Say what was different, or go back and create a confirmation that lists the changes.';
    expect(errorsOf('close', { outcome: 'with_changes', note: '' })).toEqual({ note: sentence });
    const confirmed = { ...inState.approved, content: { ...inState.approved.content, items: [item('a')] } };
    expect(errorsOf('close', { outcome: 'with_changes', note: '' }, context(confirmed))).toEqual(noErrors);
  });

  test('what was confirmed with changes cannot be called done as ordered', () => {
    const confirmed = { ...inState.approved, content: { ...inState.approved.content, items: [item('a')] } };
    expect(errorsOf('close', { outcome: 'as_ordered' }, context(confirmed))).toEqual({ outcome: offered });
  });

  test('a page asks only what stands on it and before it', () => {
    const { form } = orderForms.submit;
    const about = context(undefined);
    const errors = (page: string) => Object.keys(accept(form, form.start(about), about, page).errors);
    expect(errors('job')).toEqual(['title', 'client', 'location', 'description']);
    expect(errors('when')).toEqual([...errors('job'), 'supervisor']);
  });

  test('a client who is not available needs no name', () => {
    expect(errorsOf('close', { acceptance: 'unavailable', acceptedBy: null })).toEqual(noErrors);
  });
});

describe('the item editor', () => {
  const good: Values = { kind: 'labour', description: 'Fitter', quantity: '1.5', unit: 'h', unitPrice: '45.00' };
  const form: Form = itemForm;
  const about = context(undefined);
  test.each([
    ['kind', null, fillIn('Kind')],
    ['kind', 'gift', offered],
    ['description', '', fillIn('Description')],
    ['description', 'x'.repeat(201), 'Use at most 200 characters; this has 201.'],
    ['unit', ' ', undefined],
    ['unit', 'x'.repeat(21), 'Use at most 20 characters; this has 21.'],
    ['quantity', null, fillIn('Quantity')],
    ['quantity', '0', 'Quantity cannot be 0. If this was not used, remove the item instead.'],
    ['quantity', '-0.000', 'Quantity cannot be 0. If this was not used, remove the item instead.'],
    ['quantity', '100000', undefined],
    ['quantity', '9007199254740.992', 'This cannot be more than 9,007,199,254,740.991.'],
    ['quantity', '-9007199254740.992', 'This cannot be less than -9,007,199,254,740.991.'],
    ['unitPrice', null, undefined],
    ['unitPrice', '0', undefined],
    ['unitPrice', '-50', undefined],
    ['unitPrice', '1500000', undefined],
    ['unitPrice', '10000000000', undefined],
    ['unitPrice', '10000000000.000001', 'This cannot be more than €10,000,000,000.00.'],
    ['unitPrice', '-10000000001', 'This cannot be less than -€10,000,000,000.00.'],
    ['unitPrice', '0.1234567', 'Use at most 6 decimals.'],
  ] as const)('%s of %s', (field, typed, sentence) => {
    const draft = { values: { ...good, [field]: typed }, items: [], base: 0, submission: 0 };
    expect(accept(form, draft, about).errors).toEqual(sentence === undefined ? noErrors : { [field]: sentence });
  });
});

test('what nobody was asked is not answered: a form that is well filled in has nothing wrong', () => {
  for (const id of Object.keys(orderForms) as OrderFormId[]) expect(errorsOf(id, {}), id).toEqual(noErrors);
  expect(errorsOf('assign', { coordinator: lena.id })).toEqual(noErrors);
});
