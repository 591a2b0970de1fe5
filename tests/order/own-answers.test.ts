import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/order/action.ts';
import { askedBy } from '../../src/order/next-version.ts';
import type { ClosingDemands, OrderType, OwnAnswer, OwnField } from '../../src/order/own-fields.ts';
import { answerTo, mergedAnswers } from '../../src/order/own-fields.ts';
import type { Acceptance, Closure } from '../../src/order/version.ts';
import { actions, closure, decided, item, report, taken, unborn } from '../support/workflow.ts';

const field = (id: string, changes: Partial<OwnField> = {}): OwnField => ({
  ...{ id, kind: 'text', label: `Field ${id}`, asked: 'confirm', required: false, unit: '', choices: [] },
  ...changes,
});
const [meter, pressure, brakes, belt, seal] = [
  field('meter', { asked: 'submit' }),
  field('pressure', { kind: 'number', unit: 'bar' }),
  field('brakes', { kind: 'check' }),
  field('belt', { kind: 'check' }),
  field('seal', { kind: 'check', asked: 'close' }),
] as const;
const early = field('early', { kind: 'check', asked: 'submit' });
const none: ClosingDemands = { photos: false, checklist: false, acceptance: false };
const type = (closing: Partial<ClosingDemands> = {}): OrderType => ({
  ...{ id: 't', name: 'Inspection', fields: [meter, pressure, brakes, belt, seal, early] },
  closing: { ...none, ...closing },
});

const say = (values: Readonly<Record<string, string>>): OwnAnswer[] =>
  type().fields.flatMap((one) => (one.id in values ? [answerTo(one, values[one.id] ?? '')] : []));
const said = (answers: readonly OwnAnswer[] | undefined) =>
  Object.fromEntries((answers ?? []).map(({ field, value }) => [field, value]));

describe('what is answered later stands on top of what was answered before', () => {
  const cases: [
    what: string,
    before: Record<string, string>,
    given: Record<string, string>,
    after: Record<string, string>,
  ][] = [
    ['nothing was said', {}, {}, {}],
    ['a first answer', {}, { brakes: 'pass' }, { brakes: 'pass' }],
    ['another answer', { brakes: 'pass' }, { brakes: 'fail' }, { brakes: 'fail' }],
    [
      'what nobody touched stays',
      { brakes: 'pass', meter: 'B' },
      { belt: 'fail' },
      { meter: 'B', brakes: 'pass', belt: 'fail' },
    ],
    ['an answer that is taken back', { brakes: 'pass', belt: 'pass' }, { brakes: '' }, { belt: 'pass' }],
    ['what is asked elsewhere is not taken', { meter: 'B' }, { meter: 'C', seal: 'pass' }, { meter: 'B' }],
  ];
  test.each(cases)('%s', (_, before, given, after) => {
    const merged = mergedAnswers(type(), say(before), say(given), ['confirm']);
    expect(said(merged)).toEqual(after);
    // In the order of the type's fields.
    expect(merged.map((one) => one.field)).toEqual(
      type()
        .fields.map(({ id }) => id)
        .filter((id) => id in after),
    );
  });

  test('what is no field of the type is not taken', () => {
    const foreign = answerTo(field('foreign'), 'x');
    expect(mergedAnswers(type(), [], [foreign], ['confirm'])).toEqual([]);
  });

  test('label, kind and unit are those of the type, whatever was sent', () => {
    const forged: OwnAnswer = { field: 'pressure', kind: 'text', label: 'Price', unit: '€', value: '4' };
    expect(mergedAnswers(type(), [], [forged], ['confirm'])).toEqual([answerTo(pressure, '4')]);
  });
});

/** An approved order of this type. */
function approved(of: OrderType | undefined, own?: OwnAnswer[]) {
  const { submit, approve } = actions();
  if (submit.type !== 'submit') throw expect.unreachable();
  const content = { ...submit.content, ...(of ? { type: of } : {}), ...(own ? { own } : {}) };
  return taken(taken(unborn, { ...submit, content }).order, approve).order;
}

const photo = { fileId: 'F1', name: 'a.jpg', mimetype: 'image/jpeg', size: 1 };
const items = [item('a'), item('b')];
const accepted: Acceptance = { kind: 'accepted', name: 'Jo' };
const final = (own: OwnAnswer[] = [], changes: Partial<Closure> = {}, photos = false): Action => ({
  ...{ type: 'confirm_final', base: 1, items, report: { ...report, photos: photos ? [photo] : [] } },
  ...{ closure: closure('as_ordered', changes), own },
});
const partial = (own: OwnAnswer[]): Action => ({ type: 'confirm_partial', base: 1, items, report, own });
const close = (own: OwnAnswer[] = [], changes: Partial<Closure> = {}, base = 1): Action => ({
  ...{ type: 'close', base, closure: closure('as_ordered', changes), own },
});

describe('answers become part of the version', () => {
  test('of a confirmation, with those of the submission', () => {
    const { order } = taken(approved(type(), say({ meter: 'B' })), partial(say({ brakes: 'fail', seal: 'pass' })));
    expect(said(order.content.own)).toEqual({ meter: 'B', brakes: 'fail' });
    expect(order.versions.map(({ content }) => said(content.own))).toEqual([
      { meter: 'B' },
      { meter: 'B', brakes: 'fail' },
    ]);
  });

  test('of a final one, also what the closing asks', () => {
    const { order } = taken(approved(type()), final(say({ brakes: 'pass', seal: 'pass' })));
    expect(said(order.latest?.content.own)).toEqual({ brakes: 'pass', seal: 'pass' });
  });

  test('of a closing', () => {
    const { order } = taken(approved(type(), say({ meter: 'B' })), close(say({ seal: 'fail', brakes: 'pass' })));
    expect(said(order.latest?.content.own)).toEqual({ meter: 'B', seal: 'fail' });
  });

  test('an order without a type takes none', () => {
    const { order } = taken(approved(undefined), partial(say({ brakes: 'fail' })));
    expect(order.content).not.toHaveProperty('own');
  });

  test('its type is that of its submission', () => {
    expect(taken(approved(type()), partial([])).order.content.type).toEqual(type());
  });

  test.each([
    ['confirm_partial', ['confirm']],
    ['confirm_final', ['confirm', 'close']],
    ['close', ['close']],
    ['close_not_performed', []],
    ['approve', []],
  ] as const)('%s answers what is asked in %j', (action, asked) => {
    expect(askedBy({ type: action })).toEqual(asked);
  });
});

describe('what a type asks for before its orders are closed as performed', () => {
  const all = { brakes: 'pass', belt: 'not_applicable', seal: 'fail' };
  const cases: [what: string, closing: Partial<ClosingDemands>, action: Action, lacking: object | undefined][] = [
    ['nothing is asked for', {}, close(), undefined],
    ['a photo, and there is none', { photos: true }, close(), { photos: true }],
    ['a photo, and the closing brings one', { photos: true }, close([], { photos: [photo] }), undefined],
    ['a photo, and the report brings one', { photos: true }, final([], {}, true), undefined],
    ['a photo, and the report brings none', { photos: true }, final(), { photos: true }],
    ['acceptance, and nobody was asked', { acceptance: true }, close(), { acceptance: true }],
    [
      'acceptance, and the client was not there',
      { acceptance: true },
      close([], { acceptance: { kind: 'unavailable' } }),
      { acceptance: true },
    ],
    ['acceptance, given', { acceptance: true }, close([], { acceptance: accepted }), undefined],
    ['the checklist, and nothing of it', { checklist: true }, final(), { lines: [brakes, belt, seal] }],
    ['the checklist, but for one line', { checklist: true }, final(say({ ...all, belt: '' })), { lines: [belt] }],
    ['the checklist, whole, also what failed', { checklist: true }, final(say(all)), undefined],
    [
      'the checklist, at a closing that cannot give it',
      { checklist: true },
      close(say(all)),
      { lines: [brakes, belt] },
    ],
    [
      'a partial confirmation closes nothing',
      { photos: true, checklist: true, acceptance: true },
      partial([]),
      undefined,
    ],
    [
      'what was not performed needs none of it',
      { photos: true, checklist: true, acceptance: true },
      { type: 'close_not_performed', base: 1, closure: closure('not_performed') },
      undefined,
    ],
  ];
  test.each(cases)('%s', (_, closing, action, lacking) => {
    const decision = decided(approved(type(closing)), action);
    if (lacking === undefined) return expect(decision.kind).toBe('accepted');
    const whole = { photos: false, lines: [], acceptance: false, ...lacking };
    expect(decision).toEqual({ kind: 'refused', refusal: { reason: 'lacking', lacking: whole } });
  });

  test('what earlier confirmations brought counts', () => {
    const order = approved(type({ photos: true, checklist: true }));
    const { seal: sealed, ...before } = all;
    const reported = taken(order, { ...partial(say(before)), report: { ...report, photos: [photo] } } as Action).order;
    expect(decided(reported, close(say({ seal: sealed }), {}, 2)).kind).toBe('accepted');
  });

  test('an order without a type is closed without any of it', () => {
    expect(decided(approved(undefined), close()).kind).toBe('accepted');
  });
});
