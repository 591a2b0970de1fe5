import { describe, expect, test } from 'vitest';
import type { Action, ActionType } from '../../src/order/action.ts';
import { STATES, type State } from '../../src/order/order.ts';
import type { Acting } from '../../src/order/people.ts';
import { refusalToOpen } from '../../src/order/refusal.ts';
import { available } from '../../src/order/workflow.ts';
import { actions, actor, decided, inState, olga, policy, unborn } from '../support/workflow.ts';

/**
 * The life-cycle table of the product's description, written down once more and by hand: which action, where, by whom, to where. `open`: why
 * not, while the order has nothing for it, a hold or extra cost.
 */
// biome-ignore format: a table reads best as a table
const expected: Readonly<Record<ActionType, { from: readonly State[]; by: readonly Acting[]; to: State | 'as before'; open?: string }>> = {
  submit:              { from: [],                                 by: ['requester'],                 to: 'submitted' },
  edit:                { from: ['submitted'],                      by: ['requester'],                 to: 'submitted' },
  hand_over:           { from: ['submitted', 'approved'],          by: ['supervisor'],                to: 'as before' },
  request_changes:     { from: ['submitted'],                      by: ['supervisor', 'substitute'],     to: 'changes_requested' },
  resubmit:            { from: ['changes_requested'],              by: ['requester'],                 to: 'submitted' },
  approve:             { from: ['submitted'],                      by: ['supervisor', 'substitute'],     to: 'approved' },
  reject:              { from: ['submitted'],                      by: ['supervisor', 'substitute'],     to: 'rejected' },
  withdraw:            { from: ['submitted', 'changes_requested'], by: ['requester', 'supervisor'],   to: 'withdrawn' },
  assign:              { from: ['approved'],                       by: ['supervisor', 'coordinator'], to: 'approved' },
  confirm_partial:     { from: ['approved'],                       by: ['crew', 'coordinator'],       to: 'approved' },
  confirm_final:       { from: ['approved'],                       by: ['crew', 'coordinator'],       to: 'completed' },
  close:               { from: ['approved'],                       by: ['crew', 'coordinator'],       to: 'completed' },
  close_not_performed: { from: ['approved'],                       by: ['crew', 'coordinator'],       to: 'not_performed' },
  start_work:          { from: ['approved'],                       by: ['crew', 'coordinator'],       to: 'approved' },
  hold:                { from: ['approved'],                       by: ['crew', 'coordinator', 'supervisor'], to: 'approved' },
  resume:              { from: ['approved'],                       by: ['crew', 'coordinator', 'supervisor', 'system'], to: 'approved', open: 'stale_hold' },
  reschedule:          { from: ['approved'],                       by: ['supervisor', 'coordinator'], to: 'approved' },
  accept_extra:        { from: ['approved'],                       by: ['supervisor', 'substitute'],     to: 'approved', open: 'stale_question' },
  accept_final:        { from: ['approved'],                       by: ['supervisor', 'substitute'],     to: 'completed', open: 'stale_question' },
  dispute_extra:       { from: ['approved'],                       by: ['supervisor', 'substitute'],     to: 'approved', open: 'stale_question' },
  add_photos:          { from: ['approved'],                       by: ['crew', 'coordinator', 'supervisor', 'requester'], to: 'approved' },
  sign:                { from: ['approved', 'completed'],          by: ['client'],                    to: 'as before' },
  remind:              { from: ['submitted', 'changes_requested', 'approved'], by: ['system'],        to: 'as before' },
  lapse:               { from: STATES,                             by: ['system'],                    to: 'as before' },
  reopen:              { from: ['completed', 'not_performed'],     by: ['supervisor'],                to: 'approved' },
};

const roles: readonly Acting[] = ['requester', 'supervisor', 'coordinator', 'crew', 'substitute'];
/** All sets of roles a person can have, the app's own, and the client's. */
const roleSets: readonly (readonly Acting[])[] = Array.from({ length: 32 }, (_, bits) =>
  roles.filter((_, index) => bits & (1 << index)),
).concat([['system'], ['client']]);
const types = Object.keys(expected) as ActionType[];

/** An action as it is right in a state. */
function actionIn(state: State, base: number, type: ActionType): Action {
  const action = actions(base)[type];
  if (action.type !== 'remind') return action;
  return { ...action, about: state === 'submitted' ? 'decision' : state === 'approved' ? 'start' : 'changes' };
}

describe.each(STATES)('an order that is %s', (state) => {
  const order = inState[state];
  const before = JSON.stringify(order);

  test.each(types)('%s', (type) => {
    const { from, by, to, open } = expected[type];
    for (const held of roleSets) {
      const decision = decided(order, actionIn(state, order.versions.length, type), { by: actor(olga, ...held) });
      const told = decision.kind === 'refused' ? decision.refusal.reason : decision.kind;
      const may = by.some((role) => held.includes(role));
      const there = from.includes(state) ? (open ?? 'accepted') : 'wrong_state';
      const wanted = may ? there : 'not_allowed';
      expect(told, `by ${held.join(' and ') || 'nobody in particular'}`).toBe(wanted);
      if (decision.kind === 'accepted') expect(decision.order.state).toBe(to === 'as before' ? state : to);
      if (decision.kind === 'refused' && decision.refusal.reason === 'not_allowed')
        expect(decision.refusal).toEqual({ reason: 'not_allowed', action: type, allowed: by });
      if (decision.kind === 'refused' && decision.refusal.reason === 'wrong_state')
        expect(decision.refusal).toEqual({ reason: 'wrong_state', action: type, state, last: order.entries.at(-1) });
      const opening = refusalToOpen(order, type, { actor: actor(olga, ...held), policy });
      expect(opening?.reason ?? 'accepted', 'asked before the form opens').toBe(wanted);
    }
    expect(JSON.stringify(order)).toBe(before);
  });

  test('offers exactly what would be accepted', () => {
    for (const held of [undefined, ...roleSets]) {
      const wanted = types.filter(
        (type) =>
          !expected[type].open &&
          expected[type].from.includes(state) &&
          (!held || expected[type].by.some((role) => held.includes(role))),
      );
      expect(available(order, held)).toEqual(wanted);
    }
  });
});

describe('an order that does not exist yet', () => {
  test('is submitted by those who may request, and by nobody else', () => {
    for (const held of roleSets) {
      const decision = decided(unborn, actions().submit, { by: actor(olga, ...held) });
      const told = decision.kind === 'refused' ? decision.refusal.reason : decision.kind;
      expect(told).toBe(held.includes('requester') ? 'accepted' : 'not_allowed');
      if (decision.kind === 'accepted') expect(decision.order).toMatchObject({ state: 'submitted', submission: 1 });
    }
  });

  test.each(types.filter((type) => type !== 'submit'))('%s is a fault of the program, or not allowed', (type) => {
    expect(() => decided(unborn, actions()[type], { by: actor(olga, ...roles, 'system', 'client') })).toThrow(
      'needs an order',
    );
    expect(decided(unborn, actions()[type], { by: actor(olga) })).toMatchObject({ refusal: { reason: 'not_allowed' } });
  });
});
