import { describe, expect, test } from 'vitest';
import { accept } from '../../src/forms/answers.ts';
import type { FormContext } from '../../src/forms/context.ts';
import type { Raw } from '../../src/forms/draft.ts';
import type { Form } from '../../src/forms/form.ts';
import { type OrderFormId, orderForms } from '../../src/forms/forms.ts';
import { itemForm } from '../../src/forms/pages/item.ts';
import { context, NOW, orderFor, photo, wellFilled } from '../support/forms.ts';
import { words } from '../support/words.ts';
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

const say = words.fields.error;
const long = (max: number, length = max + 1) => say.tooLong({ max, length });

const texts: readonly Case[] = [
  ['submit', 'title', 'nothing', null, say.required],
  ['submit', 'title', 'empty', '', say.required],
  ['submit', 'title', 'white space', ' \n\t\u3000 ', say.required],
  ['submit', 'title', 'nothing that can be seen', '\u200b\u2060\u00ad\u3164\u200d\ufe0f', say.required],
  ['submit', 'title', 'only control characters', '\u0000\u0007\u202e', say.required],
  ['submit', 'title', 'a number', 7, say.required],
  ['submit', 'title', 'a list', ['Replace'], say.required],
  ['submit', 'title', 'just long enough', 'x'.repeat(80), undefined],
  ['submit', 'title', 'too long', 'x'.repeat(81), long(80)],
  ['submit', 'title', 'long only by the space around it', ` ${'x'.repeat(80)} `, undefined],
  ['submit', 'client', 'too long', 'x'.repeat(121), long(120)],
  ['submit', 'location', 'too long', 'x'.repeat(256), long(255)],
  ['submit', 'description', 'missing', null, say.required],
  ['submit', 'description', 'too long', 'x'.repeat(3001), long(3000)],
  ['submit', 'contact', 'missing', null, undefined],
  ['submit', 'contact', 'too long', 'x'.repeat(201), long(200)],
  ['submit', 'clientReference', 'too long', 'x'.repeat(101), long(100)],
  ['approve', 'signature', 'missing', ' ', say.required],
  ['approve', 'signature', 'too long', 'x'.repeat(121), long(120)],
  ['approve', 'comment', 'too long', 'x'.repeat(501), long(500)],
  ['reject', 'reason', 'missing', null, say.required],
  ['request_changes', 'reason', 'missing', ' ', say.required],
  ['withdraw', 'reason', 'too long', 'x'.repeat(2001), long(2000)],
  ['reopen', 'reason', 'missing', '\n', say.required],
  ['confirm', 'workDone', 'missing', null, say.required],
  ['confirm', 'reason', 'missing although the items differ', '', say.required],
];

const dates: readonly Case[] = [
  ['submit', 'requestedStart', 'missing', null, say.required],
  ['submit', 'requestedStart', 'text', '2026-11-24', say.date],
  ['submit', 'requestedStart', 'milliseconds', MORNING * 1000, say.date],
  ['submit', 'requestedStart', 'before our time', 946_684_799, say.date],
  ['submit', 'requestedEnd', 'after our time', 4_102_444_800, say.date],
  ['submit', 'requestedStart', 'no whole second', MORNING + 0.5, say.date],
  ['submit', 'requestedStart', 'not a number', Number.NaN, say.date],
  ['submit', 'requestedStart', 'infinite', Number.POSITIVE_INFINITY, say.date],
  ['submit', 'requestedEnd', 'before the start', MORNING, say.endBeforeStart],
  ['submit', 'requestedEnd', 'with the start', MORNING + 86_400, say.endBeforeStart],
  ['approve', 'plannedStart', 'missing', null, undefined],
  ['approve', 'plannedStart', 'negative', -1, say.date],
  ['confirm', 'endedAt', 'before the start', MORNING, say.endBeforeStart],
  ['confirm', 'endedAt', 'an hour ahead, for clocks and zones', NOW + 3600, undefined],
  ['confirm', 'endedAt', 'in the future', NOW + 3601, say.endInFuture],
  ['close', 'endedAt', 'in the future', NOW + 3601, say.endInFuture],
  ['close', 'endedAt', 'missing', null, say.required],
];

const choices: readonly Case[] = [
  ['submit', 'priority', 'missing', null, say.required],
  ['submit', 'priority', 'unknown', 'whenever', say.option],
  ['submit', 'priority', 'a name every object has', 'constructor', say.option],
  ['submit', 'priority', 'a list', ['urgent'], say.option],
  ['close', 'outcome', 'missing', null, say.required],
  ['close', 'outcome', 'unknown', 'rejected', say.option],
  ['close', 'acceptance', 'missing', null, say.required],
  ['close', 'acceptedBy', 'nobody, although the client accepts', ' ', say.acceptedBy],
];

const people: readonly Case[] = [
  ['submit', 'supervisor', 'nobody', null, say.required],
  ['submit', 'supervisor', 'empty', '', say.required],
  ['submit', 'supervisor', 'a list', [sam.id], say.required],
  ['submit', 'supervisor', 'a guest', greta.id, say.person.guest({ name: 'Greta Olsen' })],
  ['submit', 'supervisor', 'an app', 'UBOT', say.person.bot({ name: 'Botty' })],
  ['submit', 'supervisor', 'somebody who left', 'UGONE', say.person.deactivated({ name: 'Gone Person' })],
  ['submit', 'supervisor', 'somebody from elsewhere', 'UEXT', say.person.external({ name: 'Ext Ernal' })],
  ['submit', 'supervisor', 'somebody Slack does not tell of', 'UWHO', say.person.unknown({ name: 'UWHO' })],
  ['submit', 'supervisor', 'oneself', ana.id, say.ownSupervisor],
  ['resubmit', 'supervisor', 'oneself', ana.id, say.ownSupervisor],
  ['edit', 'supervisor', 'oneself', ana.id, say.ownSupervisor],
  ['hand_over', 'to', 'nobody', null, say.required],
  ['hand_over', 'to', 'a guest', greta.id, say.person.guest({ name: 'Greta Olsen' })],
  ['hand_over', 'to', 'who decides now', sam.id, words.refusal.sameSupervisor({ name: sam.name })],
  ['hand_over', 'to', 'who asked for it', ana.id, say.requesterSupervisor({ name: ana.name })],
  ['submit', 'coordinator', 'nobody', null, undefined],
  ['submit', 'coordinator', 'a guest', greta.id, say.person.guest({ name: 'Greta Olsen' })],
  ['submit', 'coordinator', 'oneself', ana.id, undefined],
  ['submit', 'proposedCrew', 'nobody', [], undefined],
  ['submit', 'proposedCrew', 'guests are welcome', [greta.id], undefined],
  ['submit', 'proposedCrew', 'somebody who left', ['UGONE'], say.person.deactivated({ name: 'Gone Person' })],
  ['approve', 'crew', 'nobody', [], say.required],
  ['approve', 'crew', 'no list', farid.id, say.required],
  ['approve', 'crew', 'guests are welcome', [greta.id], undefined],
  ['approve', 'crew', 'an app among them', [farid.id, 'UBOT'], say.person.bot({ name: 'Botty' })],
  [
    'approve',
    'crew',
    'several who cannot',
    ['UBOT', 'UWHO'],
    `${say.person.bot({ name: 'Botty' })} ${say.person.unknown({ name: 'UWHO' })}`,
  ],
  ['approve', 'crew', 'the same person twenty-one times', Array(21).fill(farid.id), undefined],
  ['approve', 'crew', 'too many', Array.from({ length: 21 }, (_, n) => `U${n}`), say.tooManyPeople({ max: 20 })],
  ['assign', 'crew', 'somebody who left', ['UGONE'], say.person.deactivated({ name: 'Gone Person' })],
];

const attached: readonly Case[] = [
  ['submit', 'attachments', 'none', null, undefined],
  ['submit', 'attachments', 'twenty', Array(20).fill(photo), undefined],
  ['submit', 'attachments', 'too many', Array(21).fill(photo), say.tooManyFiles({ max: 20 })],
  ['submit', 'attachments', 'ids alone', ['F1'], say.incompleteFiles],
  ['close', 'photos', 'text', 'F1', say.incompleteFiles],
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
    expect(closed('other', ' ')).toEqual({ explanation: say.explanation });
    expect([closed('other', 'Flood'), closed('weather', '')]).toEqual([noErrors, noErrors]);
    expect(closed(null, 'Flood')).toEqual({ reasonCode: say.required });
  });

  test('changes that no confirmation lists have to be told', () => {
    expect(errorsOf('close', { outcome: 'with_changes', note: '' })).toEqual({ note: say.note });
    const confirmed = { ...inState.approved, content: { ...inState.approved.content, items: [item('a')] } };
    expect(errorsOf('close', { outcome: 'with_changes', note: '' }, context(confirmed))).toEqual(noErrors);
  });

  test('somebody of whom Slack tells nothing is called what the order calls them', () => {
    const about = context(orderFor.assign);
    const people = new Map([...about.people].filter(([id]) => id !== farid.id));
    expect(errorsOf('assign', { crew: [farid.id, 'UWHO'] }, { ...about, people })).toEqual({
      crew: [farid.name, 'UWHO'].map((name) => say.person.unknown({ name })).join(' '),
    });
  });

  test('what was confirmed with changes cannot be called done as ordered', () => {
    const confirmed = { ...inState.approved, content: { ...inState.approved.content, items: [item('a')] } };
    expect(errorsOf('close', { outcome: 'as_ordered' }, context(confirmed))).toEqual({ outcome: say.option });
  });

  test('a page asks only what stands on it and before it', () => {
    const { form } = orderForms.submit;
    const about = context(undefined);
    const errors = (page: string) => Object.keys(accept(form, form.start(about), about, page).errors);
    expect(errors('job')).toEqual(['title', 'client', 'location', 'description']);
    expect(errors('when')).toEqual([...errors('job'), 'supervisor']);
  });

  test('a client who is not available needs no name', () => {
    expect(
      errorsOf('close', { acceptance: 'unavailable', acceptedBy: null, acceptedAs: null, reservations: null }),
    ).toEqual(noErrors);
  });
});

describe('the item editor', () => {
  const good: Values = { kind: 'labour', description: 'Fitter', quantity: '1.5', unit: 'h', unitPrice: '45.00' };
  const form: Form = itemForm;
  const about = context(undefined);
  test.each([
    ['kind', null, say.required],
    ['kind', 'gift', say.option],
    ['description', '', say.required],
    ['description', 'x'.repeat(201), long(200)],
    ['unit', ' ', undefined],
    ['unit', 'x'.repeat(21), long(20)],
    ['quantity', null, say.required],
    ['quantity', '0', say.number.zero],
    ['quantity', '-0.000', say.number.zero],
    ['quantity', '100000', undefined],
    ['quantity', '9007199254740.992', say.number.most({ limit: '9,007,199,254,740.991' })],
    ['quantity', '-9007199254740.992', say.number.least({ limit: '-9,007,199,254,740.991' })],
    ['unitPrice', null, undefined],
    ['unitPrice', '0', undefined],
    ['unitPrice', '-50', undefined],
    ['unitPrice', '1500000', undefined],
    ['unitPrice', '10000000000', undefined],
    ['unitPrice', '10000000000.000001', say.number.most({ limit: '€10,000,000,000.00' })],
    ['unitPrice', '-10000000001', say.number.least({ limit: '-\u2060€10,000,000,000.00' })],
    ['unitPrice', '0.1234567', say.number.decimals({ max: 6 })],
  ] as const)('%s of %s', (field, typed, sentence) => {
    const draft = { values: { ...good, [field]: typed }, items: [], base: 0, submission: 0 };
    expect(accept(form, draft, about).errors).toEqual(sentence === undefined ? noErrors : { [field]: sentence });
  });
});

test('what nobody was asked is not answered: a form that is well filled in has nothing wrong', () => {
  for (const id of Object.keys(orderForms) as OrderFormId[]) expect(errorsOf(id, {}), id).toEqual(noErrors);
  expect(errorsOf('assign', { coordinator: lena.id })).toEqual(noErrors);
});
