import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/order/action.ts';
import { waitingIn } from '../../src/order/clocks/due.ts';
import type { Order } from '../../src/order/order.ts';
import type { Member } from '../../src/order/permissions.ts';
import { type Awaited, lateWith, namedAs, taskOf, urgencyOf } from '../../src/order/progress/inbox.ts';
import {
  ana,
  asking,
  askingToEnd,
  farid,
  greta,
  inState,
  lena,
  MORNING,
  olga,
  onHold,
  orderAfter,
  policy,
  sam,
} from '../support/workflow.ts';

const DAY = 86_400;
const { clocks } = policy;
const member = (id: string, kind: Member['kind'] = 'member', admin = false): Member => ({ id, kind, admin });

const [SOON, AFTER_START, LONG_AFTER] = [MORNING + 10 * 3600, MORNING + 4 * DAY, MORNING + 30 * DAY];
const guestCrew = orderAfter('submit', 'approve', 'assign');
const costly: Action = {
  type: 'confirm_partial',
  base: 1,
  items: asking.content.items,
  report: asking.latest?.report ?? expect.unreachable(),
};
const disputed = orderAfter('submit', 'approve', costly, 'dispute_extra');
const heldAsking = orderAfter('submit', 'approve', costly, 'hold');
const heldDisputed = orderAfter('submit', 'approve', costly, 'dispute_extra', 'hold');
const asked: Order = { ...inState.submitted, progress: { ...inState.submitted.progress, asked: [olga] } };
const withEva: Order = { ...asking, progress: { ...asking.progress, asked: [olga] } };
const started = orderAfter('submit', 'approve', 'start_work');

describe('what an order asks of somebody', () => {
  // biome-ignore format: a table reads best as a table
  test.each<[string, Order, Member, number, Awaited | undefined]>([
    ['a decision, of its supervisor',                 inState.submitted,         member(sam.id),          SOON,        'decision'],
    ['a decision, of who was asked as well',          asked,                     member(olga.id),         SOON,        'decision'],
    ['nothing of its requester while it waits',       inState.submitted,         member(ana.id),          SOON,        undefined],
    ['nothing of its coordinator while it waits',     inState.submitted,         member(lena.id),         LONG_AFTER,  undefined],
    ['nothing of an admin who is not named',          inState.submitted,         member(olga.id, 'member', true), SOON, undefined],
    ['nothing of a supervisor who is a guest now',    inState.submitted,         member(sam.id, 'guest'), SOON,        undefined],
    ['nothing of a supervisor who has gone',          inState.submitted,         member(sam.id, 'deactivated'), SOON,  undefined],
    ['changes, of its requester',                     inState.changes_requested, member(ana.id),          SOON,        'changes'],
    ['nothing of its supervisor then',                inState.changes_requested, member(sam.id),          SOON,        undefined],
    ['nothing before work is to start',               inState.approved,          member(farid.id),        SOON,        undefined],
    ['a start, of its crew',                          inState.approved,          member(farid.id),        MORNING + 90_000 + 6 * 3600, 'start'],
    ['a start, of its coordinator',                   inState.approved,          member(lena.id),         MORNING + 90_000 + 6 * 3600, 'start'],
    ['nothing of its supervisor, however late',       inState.approved,          member(sam.id),          LONG_AFTER,  undefined],
    ['an end, of its crew',                           inState.approved,          member(farid.id),        LONG_AFTER,  'end'],
    ['an end, of a guest of its crew',                guestCrew,                 member(greta.id, 'guest'), LONG_AFTER, 'end'],
    ['an end of work that was begun',                 started,                   member(lena.id),         LONG_AFTER,  'end'],
    ['nothing of work that was begun in time',        started,                   member(lena.id),         MORNING + 90_000 + 6 * 3600, undefined],
    ['nothing on hold',                               onHold,                    member(farid.id),        LONG_AFTER,  undefined],
    ['extra cost, of its supervisor',                 asking,                    member(sam.id),          SOON,        'extra_cost'],
    ['extra cost of a final confirmation as well',    askingToEnd,               member(sam.id),          SOON,        'extra_cost'],
    ['extra cost, of who was asked as well',          withEva,                   member(olga.id),         SOON,        'extra_cost'],
    ['nothing of the crew while that waits',          asking,                    member(farid.id),        LONG_AFTER,  undefined],
    ['another confirmation where it is disputed',     disputed,                  member(farid.id),        AFTER_START, 'disputed'],
    ['nothing of its supervisor then',                disputed,                  member(sam.id),          AFTER_START, undefined],
    ['extra cost, also on hold',                      heldAsking,                member(sam.id),          LONG_AFTER,  'extra_cost'],
    ['another confirmation, also on hold',            heldDisputed,              member(farid.id),        AFTER_START, 'disputed'],
    ['nothing where it is rejected',                  inState.rejected,          member(sam.id),          LONG_AFTER,  undefined],
    ['nothing where it is completed',                 inState.completed,         member(farid.id),        LONG_AFTER,  undefined],
  ])('%s', (_, order, person, at, about) => {
    expect(taskOf(order, person, clocks, at)?.about).toBe(about);
  });

  test('what is due is due as people are reminded of it', () => {
    const task = taskOf(inState.submitted, member(sam.id), clocks, SOON) ?? expect.unreachable();
    const [waits] = waitingIn(inState.submitted, clocks);
    expect(task).toEqual(waits);
    expect(urgencyOf(task)).toBe(task.due);
    expect(task.due ?? 0).toBeGreaterThanOrEqual(task.since + 4 * 3600);
  });

  test('where nobody is reminded, a decision is never due, and a visit is late once its time has come', () => {
    const never = { decision: null, changes: null, extra_cost: null, start: null, end: null };
    const silent = { ...clocks, after: never };
    const task = taskOf(inState.submitted, member(sam.id), silent, SOON);
    expect(task).toMatchObject({ about: 'decision', due: undefined });
    const start = MORNING + 90_000;
    expect(lateWith(inState.approved, silent, start - 1)).toBeUndefined();
    expect(lateWith(inState.approved, silent, start)?.about).toBe('start');
    expect(lateWith(onHold, silent, LONG_AFTER)).toBeUndefined();
  });

  test('who is named several times is each of them; a guest is crew only', () => {
    const many = { ...inState.approved, coordinator: sam, crew: [sam] };
    expect(namedAs(member(sam.id), many)).toEqual(['supervisor', 'coordinator', 'crew']);
    expect(namedAs(member(sam.id, 'guest'), many)).toEqual(['crew']);
    expect(namedAs(member(olga.id, 'member', true), many)).toEqual([]);
  });
});
