import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/order/action.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import { basisOf, isDrawing, MAX_DRAWING, standingSignature } from '../../src/order/signing/signature.ts';
import { available } from '../../src/order/workflow.ts';
import { actions, ana, closure, decided, farid, inState, item, report, sam, taken } from '../support/workflow.ts';

const DRAWING = 'M10 10L200 80L300 20';
const sign = (base: number): Action => ({ type: 'sign', base, name: 'P. Jensen', drawing: DRAWING });
const signed = taken(inState.approved, sign(1)).order;
const refusal = (order: WholeOrder, action: Action) => {
  const decision = decided(order, action);
  return decision.kind === 'refused' ? decision.refusal.reason : decision.kind;
};

describe('a drawing is lines in a box, and nothing else', () => {
  test.each([
    ['a line', DRAWING, true],
    ['several', 'M0 0L50 50M600 200L500 100', true],
    ['a touch', 'M10 10L10 10', false],
    ['a point', 'M10 10', false],
    ['nothing', '', false],
    ['what is outside the box', 'M0 0L601 100', false],
    ['below it', 'M0 0L100 201', false],
    ['other commands of a path', 'M0 0C10 10 20 20 300 100', false],
    ['fractions', 'M0.5 0L100 100', false],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0L100 100"/></svg>', false],
    ['HTML', 'M0 0L100 100<script>alert(1)</script>', false],
    ['a picture', 'data:image/png;base64,iVBORw0KGgo=', false],
    ['more than anybody draws', `M0 0${'L100 100'.repeat(MAX_DRAWING / 8)}`, false],
  ])('%s', (_, text, is) => {
    expect(isDrawing(text)).toBe(is);
  });
});

describe('the client signs', () => {
  test('a version of the same content, with the hand in it and not in the history', () => {
    expect(signed.latest).toMatchObject({
      ...{ n: 2, kind: 'signature', final: false, changes: [], report: null, closure: null },
      by: { kind: 'client', name: 'Peter Jensen' },
      signed: { version: 1, name: 'P. Jensen', drawing: DRAWING, drawn: true },
    });
    expect(signed.latest?.content).toEqual(inState.approved.latest?.content);
    expect(JSON.stringify(signed.lastEntry)).not.toContain(DRAWING);
    expect(basisOf(signed.latest ?? { n: 0, kind: 'original' })).toBe(1);
  });

  test.each([
    ['a confirmation', { type: 'confirm_partial', base: 1, items: [item('a')], report }],
    ['a closing', { type: 'close', base: 1, closure: closure('as_ordered') }],
    ['a closing that is not performed', actions(1).close_not_performed],
  ] as const)('and %s that was begun before is not stale, nor one that is begun now', (_, action) => {
    expect(refusal(signed, action)).toBe('accepted');
    expect(refusal(signed, { ...action, base: 2 } as Action)).toBe('accepted');
    expect(refusal(signed, { ...action, base: 3 } as Action)).toBe('stale_version');
    expect(refusal(taken(signed, { ...actions(1).confirm_partial }).order, action)).toBe('stale_version');
  });

  test('once a version, and only what is there', () => {
    expect(refusal(signed, sign(2))).toBe('already_signed');
    expect(refusal(inState.approved, sign(2))).toBe('stale_version');
    const later = taken(signed, actions(1).confirm_partial).order;
    expect(refusal(later, sign(1))).toBe('stale_version');
    expect(refusal(later, sign(3))).toBe('accepted');
  });

  test('after the end as well: it has ended all the same', () => {
    const { order, effects } = taken(inState.completed, sign(2));
    const { outcome, state } = inState.completed;
    expect(order).toMatchObject({ state, outcome, latest: { kind: 'signature', final: true, closure: { outcome } } });
    expect(effects.at(-1)?.type).toBe('archive_channel');
  });

  test('not once it was reopened, until there is something new to sign', () => {
    const { order } = taken(inState.completed, actions(2).reopen);
    const base = order.latest?.n ?? 0;
    expect(available(order, ['client'])).not.toContain('sign');
    expect(refusal(order, sign(base))).toBe('wrong_state');
    const reported = taken(order, actions(base).confirm_partial).order;
    expect(available(reported, ['client'])).toContain('sign');
    expect(refusal(reported, sign(base + 1))).toBe('accepted');
  });

  test.each([
    ['the supervisor and the requester, when nobody is known to have asked', undefined, [sam.id, ana.id]],
    ['both, when a field worker handed over the phone', farid.id, [sam.id, ana.id]],
    ['the requester alone, when the supervisor did', sam.id, [ana.id]],
  ])('this is told to %s', (_, askedBy, people) => {
    const action = { ...sign(1), ...(askedBy === undefined ? {} : { askedBy }) } as Action;
    const { effects } = taken(inState.approved, action);
    const told = effects.flatMap((one) => (one.type === 'tell' && one.about === 'signed' ? [one.person] : []));
    expect(told).toEqual(people);
  });

  test('what they signed still stands after extra cost was approved, and not after anything else', () => {
    const tight = { policy: { tolerance: { percent: 0, amount: null } } };
    const items = [item('a', { quantity: 9000 })];
    const before = taken(inState.submitted, actions().approve, tight).order;
    const waits = taken(before, { type: 'confirm_partial', base: 1, items, report }, tight).order;
    const signedIt = taken(waits, sign(2)).order;
    expect(standingSignature(signedIt)).toMatchObject({ version: 2, name: 'P. Jensen' });
    const question = signedIt.progress.question?.entry ?? 0;
    const approved = taken(signedIt, { type: 'accept_extra', question }, tight).order;
    expect(approved.latest).toMatchObject({ n: 4, kind: 'extra_cost' });
    expect(standingSignature(approved)).toMatchObject({ version: 2, name: 'P. Jensen' });
    const confirmed = taken(approved, { type: 'confirm_partial', base: 4, items, report }).order;
    expect(standingSignature(confirmed)).toBeUndefined();
    const ended = taken(taken(inState.completed, sign(2)).order, actions().reopen).order;
    expect(ended.latest?.kind).toBe('signature');
    expect(standingSignature(ended)).toBeUndefined();
  });

  test('a later version says what was signed, without the hand', () => {
    const { latest } = taken(signed, actions(1).confirm_partial).order;
    expect(latest).toMatchObject({ n: 3, signed: { version: 1, name: 'P. Jensen', drawn: true } });
    expect(latest?.signed?.drawing).toBeUndefined();
  });

  test('a type that asks for the client’s acceptance is closed on it', () => {
    const type = {
      ...{ id: 't', name: 'T', fields: [] },
      closing: { photos: false, checklist: false, acceptance: true },
    };
    const asks = <O extends WholeOrder>(order: O): O => ({ ...order, content: { ...order.content, type } });
    const close = actions(1).close;
    expect(refusal(asks(inState.approved), close)).toBe('lacking');
    expect(refusal(asks(signed), close)).toBe('accepted');
  });
});
