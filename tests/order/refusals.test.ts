import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/order/action.ts';
import { refusalToOpen } from '../../src/order/refusal.ts';
import {
  actions,
  actor,
  ana,
  closure,
  decided,
  farid,
  inState,
  item,
  orderAfter,
  policy,
  refusal,
  sam,
  taken,
} from '../support/workflow.ts';

const { approve, confirm_partial, close, assign } = actions();
const { submitted, approved, completed, rejected } = inState;
const self = actor(ana, 'requester', 'supervisor');
const noCrew: Action = {
  ...approve,
  type: 'approve',
  crew: [],
  submission: 1,
  coordinator: null,
  plannedStart: null,
  comment: '',
  signature: 'S',
};
const stale: Action = { ...noCrew, submission: 7, crew: [farid] };

describe('nobody approves their own order', () => {
  test('unless the setting allows it', () => {
    expect(refusal(submitted, approve, { by: self })).toEqual({ reason: 'own_order' });
    expect(decided(submitted, approve, { by: self, policy: { allowOwnApproval: true } }).kind).toBe('accepted');
  });

  test('and is told so before the form opens', () => {
    const asked = (allowOwnApproval: boolean) =>
      refusalToOpen(submitted, 'approve', { actor: self, policy: { ...policy, allowOwnApproval } });
    expect([asked(false), asked(true)]).toEqual([{ reason: 'own_order' }, undefined]);
  });

  test('but a requester who may decide can reject, send back or withdraw it', () => {
    for (const type of ['reject', 'request_changes', 'withdraw'] as const)
      expect(decided(submitted, actions()[type], { by: self }).kind).toBe('accepted');
  });
});

describe('what was approved is what the supervisor had before them', () => {
  const resubmitted = orderAfter('submit', 'request_changes', 'resubmit');

  test('an approval of an earlier submission is stale, and says who changed the order', () => {
    expect(refusal(resubmitted, approve)).toEqual({ reason: 'stale_submission', last: resubmitted.entries[2] });
    expect(decided(resubmitted, { ...noCrew, crew: [farid], submission: 2 }).kind).toBe('accepted');
  });
});

test('what is withdrawn is what was seen', () => {
  const again = orderAfter('submit', 'request_changes', 'resubmit');
  expect(refusal(again, actions().withdraw)).toEqual({ reason: 'stale_submission', last: again.entries.at(-1) });
  expect(decided(again, { type: 'withdraw', submission: 2, reason: 'Solved itself' }).kind).toBe('accepted');
});

describe('work is confirmed and closed on top of the latest version', () => {
  const confirmed = taken(approved, confirm_partial).order;

  test.each(['confirm_partial', 'confirm_final', 'close', 'close_not_performed'] as const)('%s', (type) => {
    expect(refusal(confirmed, actions(1)[type])).toEqual({
      reason: 'stale_version',
      base: 1,
      latest: confirmed.versions[1],
    });
    expect(refusal(confirmed, actions(3)[type])).toMatchObject({ reason: 'stale_version', base: 3 });
    if (type !== 'close') expect(decided(confirmed, actions(2)[type]).kind).toBe('accepted');
  });

  test('what was confirmed with changes was not done as ordered', () => {
    expect(refusal(confirmed, actions(2).close)).toEqual({ reason: 'not_as_ordered', latest: confirmed.versions[1] });
    const changed: Action = { type: 'close', base: 2, closure: closure('with_changes') };
    expect(taken(confirmed, changed).order.outcome).toBe('with_changes');
  });

  test('changes that were taken back again leave the order as ordered', () => {
    const back = orderAfter('submit', 'approve', 'confirm_partial', { ...confirmBack(), base: 2 });
    expect(taken(back, actions(3).close).order.outcome).toBe('as_ordered');
  });
});

describe('somebody has to go', () => {
  test('an approval or an assignment without field workers', () => {
    expect(refusal(submitted, noCrew)).toEqual({ reason: 'no_crew' });
    const nobody: Action = { type: 'assign', crew: [], coordinator: null, plannedStart: null };
    expect(refusal(approved, nobody)).toEqual({ reason: 'no_crew' });
  });
});

describe('what is said first when several things are wrong', () => {
  const cases: readonly [string, ReturnType<typeof refusal>['reason'], () => unknown][] = [
    [
      'who may act, before how the order stands',
      'not_allowed',
      () => refusal(rejected, noCrew, { by: actor(farid, 'crew') }).reason,
    ],
    ['how the order stands, before whose it is', 'wrong_state', () => refusal(rejected, stale, { by: self }).reason],
    ['whose order it is, before what was approved', 'own_order', () => refusal(submitted, stale, { by: self }).reason],
    [
      'what was approved, before who goes',
      'stale_submission',
      () => refusal(submitted, { ...noCrew, submission: 7 }).reason,
    ],
    [
      'the version, before the outcome',
      'stale_version',
      () => refusal(orderAfter('submit', 'approve', 'confirm_partial'), close).reason,
    ],
  ];
  test.each(cases)('%s', (_, wanted, told) => {
    expect(told()).toBe(wanted);
  });
});

describe('the same form sent twice', () => {
  test('a key that was only refused may be used again', () => {
    const key = 'the form that was stale';
    expect(decided(approved, actions(5).confirm_partial, { key }).kind).toBe('refused');
    expect(decided(approved, confirm_partial, { key }).kind).toBe('accepted');
  });

  test('two people who act at once: one wins, the other is told by whom', () => {
    const won = taken(submitted, actions().reject, { by: actor(sam, 'supervisor') }).order;
    expect(refusal(won, approve)).toMatchObject({
      reason: 'wrong_state',
      state: 'rejected',
      last: { by: sam, action: { type: 'reject' } },
    });
  });
});

test('reopening asks for a supervisor, and for an order that was closed on site', () => {
  expect(refusal(completed, actions().reopen, { by: actor(farid, 'crew', 'coordinator', 'requester') }).reason).toBe(
    'not_allowed',
  );
  expect(refusal(rejected, actions().reopen).reason).toBe('wrong_state');
  expect(decided(approved, assign).kind).toBe('accepted');
});

/** A confirmation that puts the approved items back. */
function confirmBack(): Extract<Action, { type: 'confirm_partial' | 'confirm_final' }> {
  const { confirm_partial: action } = actions(1);
  if (action.type !== 'confirm_partial') throw new Error('not a confirmation');
  return { ...action, items: [item('a'), item('b')] };
}
