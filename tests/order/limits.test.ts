import { describe, expect, test } from 'vitest';
import { couldApprove, limitOf, whoMayApprove } from '../../src/order/permissions.ts';
import { refusalToOpen } from '../../src/order/refusal.ts';
import {
  actions,
  actor,
  ana,
  content,
  decided,
  inState,
  item,
  lena,
  olga,
  policy,
  refusal,
  sam,
  taken,
  unborn,
} from '../support/workflow.ts';

const { submitted, approved } = inState;
const list = [
  { id: sam.id, limit: '19.99' },
  { id: lena.id, limit: '20' },
  { id: olga.id, limit: null },
  { id: ana.id, limit: null },
];
const limited = (limit: string) => ({ ...actor(sam, 'supervisor'), limit });

describe('a supervisor approves up to their limit: two items of 10 each', () => {
  test.each([
    ['19.99', 'refused'],
    ['19.999', 'refused'],
    ['0', 'refused'],
    ['20', 'accepted'],
    ['20.00', 'accepted'],
    ['1000000', 'accepted'],
  ])('%s: %s', (limit, kind) => {
    expect(decided(submitted, actions().approve, { by: limited(limit) }).kind).toBe(kind);
  });

  test('told before the form opens, with whose limit suffices; nobody is sent to who asked for it', () => {
    const asked = (allowOwnApproval: boolean) =>
      refusalToOpen(submitted, 'approve', {
        actor: limited('19.99'),
        policy: { ...policy, supervisors: list, allowOwnApproval },
      });
    const said = { reason: 'over_limit', net: 2000, limit: '19.99', currency: 'EUR' };
    expect(asked(false)).toEqual({ ...said, enough: [lena.id, olga.id] });
    expect(asked(true)).toMatchObject({ enough: [lena.id, olga.id, ana.id] });
    expect(refusalToOpen(submitted, 'reject', { actor: limited('0'), policy })).toBeUndefined();
  });

  test('an order that costs nothing, or gives money back, is within any limit', () => {
    const submit = actions().submit;
    if (submit.type !== 'submit') throw expect.unreachable();
    for (const items of [[], [item('a', { unitPrice: null })], [item('a', { unitPrice: '-5' })]]) {
      const free = taken(unborn, { ...submit, content: { ...content, items } }).order;
      expect(decided(free, actions().approve, { by: limited('0') }).kind).toBe('accepted');
    }
  });
});

describe('a limit says nothing about another currency than it counts in', () => {
  const [dollars, listed] = [
    { ...policy, limitCurrency: 'USD' },
    { ...policy, limitCurrency: 'USD', supervisors: list },
  ];

  test('who has one approves nothing that costs; who has none, and an admin, anything', () => {
    const refused = refusalToOpen(submitted, 'approve', { actor: limited('1000000'), policy: listed });
    expect(refused).toMatchObject({ reason: 'over_limit', currency: 'USD', enough: [olga.id] });
    expect(refusalToOpen(submitted, 'approve', { actor: actor(sam, 'supervisor'), policy: listed })).toBeUndefined();
    const admins = [lena.id];
    expect(whoMayApprove(submitted.content, ana.id, { ...listed, admins })).toEqual([lena.id, olga.id]);
  });

  test('what costs nothing is within any', () => {
    const free = { ...submitted, content: { ...content, items: [item('a', { unitPrice: '-5' })] } };
    expect(refusalToOpen(free, 'approve', { actor: limited('0'), policy: dollars })).toBeUndefined();
  });
});

test('who is on the list no longer has no limit to be told', () => {
  const supervisors = list.filter(({ id }) => id !== sam.id);
  const refused = refusalToOpen(submitted, 'approve', { actor: limited('0'), policy: { ...policy, supervisors } });
  expect(refused).toMatchObject({ reason: 'over_limit', limit: undefined });
});

test('whose limit it is: nobody’s without a list, no admin’s; whom the list does not name approves nothing that costs', () => {
  const member = { id: sam.id, kind: 'member' as const, admin: false };
  expect(limitOf(member, { supervisors: null })).toBeUndefined();
  expect(limitOf(member, { supervisors: list })).toBe('19.99');
  expect(limitOf({ ...member, id: olga.id }, { supervisors: list })).toBeUndefined();
  expect(limitOf({ ...member, id: 'UNOBODY' }, { supervisors: list })).toBe('0');
  expect(limitOf({ ...member, admin: true }, { supervisors: list })).toBeUndefined();
});

test.each([
  ['whose limit is too low', sam.id, {}, false],
  ['whose limit is enough', lena.id, {}, true],
  ['who has none', olga.id, {}, true],
  ['whom the list does not name', 'UNOBODY', {}, false],
  ['an admin, whatever the list says', 'UNOBODY', { admin: true }, true],
  ['who asks for it themselves', ana.id, { admin: true }, false],
])('who could approve what an order costs: %s', (_, id, about, could) => {
  const member = { id, kind: 'member' as const, admin: false, ...about };
  expect(couldApprove(member, submitted, { ...policy, supervisors: list, allowOwnApproval: false })).toBe(could);
});

test('nobody is sent to the order’s own supervisor', () => {
  const theirs = { ...submitted, supervisor: lena };
  const circumstances = { actor: limited('19.99'), policy: { ...policy, supervisors: list } };
  expect(refusalToOpen(theirs, 'approve', circumstances)).toMatchObject({ enough: [olga.id] });
});

describe('where there is a list, only who is on it is named as a supervisor', () => {
  const supervisors = [{ id: olga.id, limit: null }];
  const { submit, edit, resubmit, hand_over } = actions();

  test('in a new order and where an order is handed over', () => {
    expect(refusal(unborn, submit, { policy: { supervisors } })).toEqual({ reason: 'not_supervisor', person: sam });
    if (hand_over.type !== 'hand_over') throw expect.unreachable();
    for (const order of [submitted, approved]) {
      expect(decided(order, hand_over, { policy: { supervisors } }).kind).toBe('accepted');
      expect(refusal(order, { ...hand_over, to: lena }, { policy: { supervisors } })).toMatchObject({ person: lena });
    }
  });

  test('an admin decides whatever the list says: orders are handed over to them, and not submitted', () => {
    const admins = [lena.id, sam.id];
    if (hand_over.type !== 'hand_over') throw expect.unreachable();
    const toAdmin = decided(submitted, { ...hand_over, to: lena }, { policy: { supervisors, admins } });
    expect(toAdmin).toMatchObject({ kind: 'accepted', order: { supervisor: lena } });
    expect(refusal(unborn, submit, { policy: { supervisors, admins } })).toMatchObject({ reason: 'not_supervisor' });
  });

  test('who is on the order already may stay', () => {
    expect(decided(submitted, edit, { policy: { supervisors } }).kind).toBe('accepted');
    expect(decided(inState.changes_requested, resubmit, { policy: { supervisors } }).kind).toBe('accepted');
  });
});
