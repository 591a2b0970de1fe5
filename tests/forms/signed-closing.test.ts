import { describe, expect, test } from 'vitest';
import { type Draft, emptyDraft } from '../../src/forms/draft.ts';
import { orderForms } from '../../src/forms/forms.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import { blocksOf, context, drawn } from '../support/forms.ts';
import { actions, inState, item, report, taken } from '../support/workflow.ts';

const { form } = orderForms.close;
const signed = taken(inState.approved, actions(1).sign).order;

/** What the inputs of a page begin with, by their names. */
function begunWith(order: WholeOrder, page: string, values: Draft['values'] = {}) {
  const about = context(order);
  const start = form.start(about);
  const draft = { ...start, values: { ...start.values, outcome: 'with_changes', ...values } };
  const inputs = blocksOf(drawn(form, draft, about, page)).filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => {
      const { initial_value, initial_option } = element as {
        initial_value?: string;
        initial_option?: { value: string };
      };
      return [String(block_id), initial_value ?? initial_option?.value];
    }),
  );
}

describe('an order that the client has signed is closed', () => {
  test('with their acceptance, as they gave it', () => {
    expect(begunWith(signed, 'details')).toMatchObject({ acceptance: 'accepted', acceptedBy: 'Peter Jensen' });
    expect(begunWith(signed, 'client')).toEqual({
      acceptedAs: 'Facility manager',
      reservations: 'The door squeaks',
    });
  });

  test('a refusal is nobody’s words but those that are typed, and so is what somebody else accepts', () => {
    const empty = { acceptedAs: undefined, reservations: undefined };
    expect(begunWith(signed, 'client', { acceptance: 'refused' })).toEqual(empty);
    expect(begunWith(signed, 'client', { acceptedBy: 'Marta Gil' })).toEqual(empty);
  });

  test('who goes from one answer to another and back finds what was entered for each', () => {
    const leaving = (values: Draft['values'], said: Draft['values']) =>
      form.taken?.({ ...emptyDraft, values: { ...values, ...said } }, context(signed))?.values ?? {};
    const accepted = leaving({}, { acceptance: 'accepted', acceptedBy: 'Peter Jensen' });
    const refused = leaving(
      { ...accepted, acceptedAs: 'Caretaker', reservations: 'It leaks' },
      { acceptance: 'refused' },
    );
    expect(begunWith(signed, 'client', refused)).toEqual({ acceptedAs: undefined, reservations: undefined });
    const again = leaving({ ...refused, acceptedAs: null, reservations: 'It burns' }, { acceptance: 'accepted' });
    expect(begunWith(signed, 'client', again)).toEqual({ acceptedAs: 'Caretaker', reservations: 'It leaks' });
    const back = leaving(again, { acceptance: 'refused' });
    expect(begunWith(signed, 'client', back)).toEqual({ acceptedAs: undefined, reservations: 'It burns' });
    // Who has not seen what the client signed with yet, still does.
    const straight = leaving(leaving(accepted, { acceptance: 'refused' }), { acceptance: 'accepted' });
    expect(begunWith(signed, 'client', straight)).toMatchObject({ reservations: 'The door squeaks' });
  });

  test('what was taken out stays out, and what was typed instead stays in', () => {
    const typed = { acceptedAs: null, reservations: 'It leaks' };
    expect(begunWith(signed, 'client', typed)).toEqual({ acceptedAs: undefined, reservations: 'It leaks' });
  });

  test('also when extra cost was approved since, which changes nothing of what they signed', () => {
    const tight = { policy: { tolerance: { percent: 0, amount: null } } };
    const items = [item('a', { quantity: 9000 })];
    const before = taken(inState.submitted, actions().approve, tight).order;
    const waits = taken(before, { type: 'confirm_partial', base: 1, items, report }, tight).order;
    const signedIt = taken(waits, actions(2).sign).order;
    const question = signedIt.progress.question?.entry ?? 0;
    const approved = taken(signedIt, { type: 'accept_extra', question }, tight).order;
    expect(begunWith(approved, 'details')).toMatchObject({ acceptance: 'accepted', acceptedBy: 'Peter Jensen' });
  });

  test('and not when it was reopened since, or reported on', () => {
    const nothing = { acceptance: undefined, acceptedBy: undefined };
    const reopened = taken(taken(inState.completed, actions(2).sign).order, actions().reopen).order;
    expect(begunWith(reopened, 'details')).toMatchObject(nothing);
    expect(begunWith(taken(signed, actions(1).confirm_partial).order, 'details')).toMatchObject(nothing);
  });
});
