import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/order/action.ts';
import { coveredWith, extraCostOf, lastApproval, type Tolerance } from '../../src/order/amounts/covered.ts';
import { withoutPrices } from '../../src/order/amounts/prices.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import type { Actor } from '../../src/order/people.ts';
import type { Policy } from '../../src/order/policy.ts';
import { stageOf } from '../../src/order/progress/stage.ts';
import { available } from '../../src/order/workflow.ts';
import {
  actions,
  actor,
  ana,
  closure,
  content,
  doer,
  item,
  lena,
  MORNING,
  olga,
  owed,
  refusal,
  report,
  sam,
  taken,
  unborn,
} from '../support/workflow.ts';

const twentyPercent: Partial<Policy> = { tolerance: { percent: 20_000, amount: null } };

/** An order of this price (two items, the other free of charge), as Sam approved it. */
function approvedAt(
  price: string | null,
  how: { policy?: Partial<Policy>; upTo?: number; by?: Actor; currency?: string } = {},
): WholeOrder {
  const { upTo, by, currency = 'EUR', policy = twentyPercent } = how;
  const items = [item('a', { unitPrice: price }), item('b', { unitPrice: price === null ? null : '0' })];
  const submitted = taken(unborn, {
    ...{ type: 'submit', supervisor: sam, coordinator: lena, source: null },
    content: { ...content, items, currency },
  }).order;
  const approve = { ...actions().approve, ...(upTo === undefined ? {} : { upTo }) } as Action;
  return { ...taken(submitted, approve, { policy, ...(by ? { by } : {}) }).order, number: 12 };
}

const itemsAt = (price: string) => [item('a', { unitPrice: price }), item('b', { unitPrice: '0' })];

/** A confirmation that brings the order to this price. */
const confirmed = (price: string, base = 1): Action => ({
  type: 'confirm_partial',
  base,
  items: itemsAt(price),
  report,
});

const finished = (price: string, base = 1): Action => ({
  ...{ type: 'confirm_final', base, items: itemsAt(price), report },
  closure: closure('with_changes', { note: 'All done', acceptance: { kind: 'accepted', name: 'Mr Acme' } }),
});

const how = { policy: twentyPercent };
const question = (order: WholeOrder) => order.progress.question;
const entryAsked = (order: WholeOrder) => question(order)?.entry ?? 0;
const accept = (order: WholeOrder): Action => ({ type: 'accept_extra', question: entryAsked(order) });
const dispute = (order: WholeOrder): Action => ({
  ...{ type: 'dispute_extra', question: entryAsked(order), reason: 'Nobody asked for that' },
});

describe('up to which total an approval covers an order', () => {
  const tolerances: Record<string, { tolerance: Tolerance; amount: number; covers: number; limit?: string }> = {
    'a percentage': { tolerance: { percent: 20_000, amount: null }, amount: 36_000, covers: 43_200 },
    'a percentage of thousandths, cut off to the cent': {
      ...{ tolerance: { percent: 333, amount: null }, amount: 1001, covers: 1004 },
    },
    'an amount': { tolerance: { percent: null, amount: '50' }, amount: 36_000, covers: 41_000 },
    'both, the amount is smaller': { tolerance: { percent: 20_000, amount: '50' }, amount: 36_000, covers: 41_000 },
    'both, the percentage is smaller': { tolerance: { percent: 10_000, amount: '50' }, amount: 36_000, covers: 39_600 },
    none: { tolerance: { percent: null, amount: null }, amount: 36_000, covers: 36_000 },
    'zero percent': { tolerance: { percent: 0, amount: null }, amount: 36_000, covers: 36_000 },
    'nothing approved, a percentage': { tolerance: { percent: 20_000, amount: null }, amount: 0, covers: 0 },
    'nothing approved, an amount': { tolerance: { percent: null, amount: '50' }, amount: 0, covers: 5000 },
    'a credit': { tolerance: { percent: 20_000, amount: null }, amount: -36_000, covers: -36_000 },
    'a limit below the tolerance': {
      ...{ tolerance: { percent: 20_000, amount: null }, amount: 36_000, covers: 40_000, limit: '400' },
    },
    'a limit above the tolerance': {
      ...{ tolerance: { percent: 20_000, amount: null }, amount: 36_000, covers: 43_200, limit: '1000' },
    },
  };

  test.each(Object.entries(tolerances))('%s', (_, { tolerance, amount, covers, limit }) => {
    const order = { currency: 'EUR', decimals: 2 };
    expect(coveredWith(amount, order, { tolerance, limitCurrency: 'EUR' }, limit)).toBe(covers);
  });

  test('an amount of tolerance says nothing about another currency, and a limit covers nothing beyond the total there', () => {
    const yen = { currency: 'JPY', decimals: 0 };
    const settings = { tolerance: { percent: 20_000, amount: '50' }, limitCurrency: 'EUR' };
    expect(coveredWith(10_000, yen, settings)).toBe(12_000);
    expect(coveredWith(10_000, yen, { ...settings, tolerance: { percent: null, amount: '50' } })).toBe(10_000);
    expect(coveredWith(10_000, yen, settings, '5000')).toBe(10_000);
  });

  test('an approval keeps what it covers, whatever the settings say later', () => {
    const order = approvedAt('360');
    expect(order.approval).toMatchObject({ amount: 36_000, covers: 43_200 });
    const wide = { policy: { tolerance: { percent: 1_000_000, amount: null } } };
    expect(question(taken(order, confirmed('432.01'), wide).order)).not.toBeNull();
  });
});

describe('“Approved up to”', () => {
  test('covers exactly that amount, without the tolerance', () => {
    const order = approvedAt('360', { upTo: 50_000 });
    expect(order.approval).toMatchObject({ amount: 50_000, covers: 50_000 });
    expect(question(taken(order, confirmed('500'), how).order)).toBeNull();
    expect(extraCostOf(taken(order, confirmed('500.01'), how).order)).toEqual({
      ...{ net: 50_001, approved: 50_000, covered: 50_000, difference: 1 },
    });
  });

  test('is the total or more, within the limit of the approver', () => {
    const submitted = taken(unborn, actions().submit).order;
    const upTo = (amount: number) => ({ ...actions().approve, upTo: amount }) as Action;
    expect(refusal(submitted, upTo(1999))).toEqual({ reason: 'up_to_too_low', net: 2000 });
    taken(submitted, upTo(2000));
    const supervisors = [
      { id: sam.id, limit: '100' },
      { id: olga.id, limit: null },
    ];
    const by = { ...doer.approve, limit: '100' };
    expect(refusal(submitted, upTo(10_001), { by, policy: { supervisors } })).toEqual({
      ...{ reason: 'over_limit', net: 10_001, limit: '100', currency: 'EUR', enough: [olga.id] },
    });
    taken(submitted, upTo(10_000), { by, policy: { supervisors } });
  });
});

describe('a confirmation', () => {
  test('within the covered amount asks nobody', () => {
    const { order, effects } = taken(approvedAt('360'), confirmed('432'), how);
    expect([question(order), stageOf(order)]).toEqual([null, 'in_progress']);
    expect(owed(effects)).toContain('tell Sam confirmed (3)');
  });

  test('above it makes its version, and asks the supervisor', () => {
    const { order, version, effects } = taken(approvedAt('360'), confirmed('2700'), how);
    expect(version).toMatchObject({ n: 2, kind: 'confirmation', final: false });
    expect(question(order)).toMatchObject({ entry: 3, disputed: null, closing: null });
    expect([order.state, stageOf(order)]).toEqual(['approved', 'extra_cost']);
    expect(extraCostOf(order)).toEqual({ net: 270_000, approved: 36_000, covered: 43_200, difference: 234_000 });
    expect(owed(effects)).toContain('tell Sam extra_cost (3)');
    expect(owed(effects)).not.toContain('tell Sam confirmed (3)');
  });

  test('of an order without prices asks nobody; the first price does', () => {
    const order = approvedAt(null);
    const unpriced: Action = {
      ...actions().confirm_partial,
      items: [item('a', { unitPrice: null, quantity: 9000 })],
    } as Action;
    const partly = taken(order, unpriced, how).order;
    expect(question(partly)).toBeNull();
    expect(question(taken(partly, confirmed('1', 2), how).order)).not.toBeNull();
  });

  test('that fills an empty price counts only when the total passes the amount', () => {
    const order = approvedAt('360');
    const filled = (price: string): Action => ({
      ...{ type: 'confirm_partial', base: 1, report },
      items: [item('a', { unitPrice: '360' }), item('b', { unitPrice: price })],
    });
    expect(question(taken(order, filled('72'), how).order)).toBeNull();
    expect(question(taken(order, filled('72.01'), how).order)).not.toBeNull();
  });

  test('that is cheaper withdraws the question; what was asked is settled', () => {
    const asking = taken(approvedAt('360'), confirmed('2700'), how).order;
    const { order, effects } = taken(asking, confirmed('400', 2), how);
    expect(question(order)).toBeNull();
    expect(owed(effects)).toContain('settle_request (4)');
    expect(owed(effects)).toContain('tell Sam confirmed (4)');
    expect(refusal(order, accept(asking), how)).toMatchObject({ reason: 'stale_question' });
  });

  test('that is dearer still asks again; an answer to the question before is stale', () => {
    const asking = taken(approvedAt('360'), confirmed('2700'), how).order;
    const { order, effects } = taken(asking, confirmed('3000', 2), how);
    expect(owed(effects).filter((one) => /settle|tell/.test(one))).toEqual([
      'settle_request (4)',
      'tell Sam extra_cost (4)',
    ]);
    for (const stale of [accept(asking), dispute(asking)])
      expect(refusal(order, stale, how)).toMatchObject({ reason: 'stale_question', last: { seq: 4 } });
  });

  test('of the approver needs no second approval, and says what it accepts', () => {
    const by = actor(sam, 'supervisor', 'crew');
    const { order, version, effects } = taken(approvedAt('360'), confirmed('2700'), { ...how, by });
    expect([question(order), stageOf(order)]).toEqual([null, 'in_progress']);
    expect(version?.accepted).toMatchObject([{ by: sam, amount: 270_000, covers: 324_000 }]);
    expect(owed(effects).filter((one) => one.startsWith('tell'))).toEqual([]);
    expect(taken(approvedAt('360'), finished('2700'), { ...how, by }).order.state).toBe('completed');
  });

  test('of a supervisor whose limit is too low, or of who asked for the order, is no approval', () => {
    const low = { ...actor(sam, 'supervisor', 'crew'), limit: '400' };
    expect(question(taken(approvedAt('360'), confirmed('2700'), { ...how, by: low }).order)).not.toBeNull();
    const own = actor(ana, 'supervisor', 'crew');
    expect(question(taken(approvedAt('360'), confirmed('2700'), { ...how, by: own }).order)).not.toBeNull();
  });

  test('of an order that was approved before amounts were covered asks nobody', () => {
    const order = approvedAt('360');
    const { amount, covers, ...approval } = order.approval ?? expect.unreachable();
    const before = { ...order, approval };
    expect(question(taken(before, confirmed('36000'), how).order)).toBeNull();
    expect(taken(before, finished('36000'), how).order.state).toBe('completed');
  });
});

describe('while extra cost waits, disputed or not', () => {
  const asking = taken(approvedAt('360'), confirmed('2700'), how).order;
  const disputed = taken(asking, dispute(asking), how).order;

  test.each([
    ['it waits', asking, false],
    ['it is disputed', disputed, true],
  ])('%s: it cannot be completed', (_, order, isDisputed) => {
    expect(refusal(order, actions(2).close, how)).toMatchObject({
      ...{ reason: 'extra_cost', supervisor: sam, disputed: isDisputed },
      extra: { difference: 234_000, approved: 36_000 },
    });
    const { order: kept } = taken(order, finished('2700', 2), how);
    expect([kept.state, question(kept)?.closing?.note]).toEqual(['approved', 'All done']);
  });

  test.each([
    ['it waits', asking],
    ['it is disputed', disputed],
  ])('%s: hold and not performed stay possible', (_, order) => {
    expect(stageOf(taken(order, actions(2).hold, how).order)).toBe(stageOf(order));
    const { order: ended } = taken(order, actions(2).close_not_performed, how);
    expect(ended.state).toBe('not_performed');
    expect(extraCostOf(ended)?.difference).toBe(234_000);
  });

  test('a dispute tells the crew why, is said once, and can still become an acceptance', () => {
    const { effects } = taken(asking, dispute(asking), how);
    expect(owed(effects).filter((one) => /settle|tell/.test(one))).toEqual([
      ...['settle_request (4)', 'tell Farid extra_disputed (4)', 'tell Lena extra_disputed (4)'],
    ]);
    expect([stageOf(asking), stageOf(disputed)]).toEqual(['extra_cost', 'extra_disputed']);
    expect(question(disputed)).toMatchObject({ entry: 4, disputed: { by: sam, reason: 'Nobody asked for that' } });
    expect(available(disputed, ['supervisor'])).toContain('accept_extra');
    expect(available(disputed, ['supervisor'])).not.toContain('dispute_extra');
    expect(refusal(disputed, dispute(disputed), how)).toMatchObject({ reason: 'stale_question' });
    expect(refusal(disputed, accept(asking), how)).toMatchObject({ reason: 'stale_question' });
    const { version } = taken(disputed, accept(disputed), how);
    expect(version).toMatchObject({ n: 3, kind: 'extra_cost', accepted: [{ amount: 270_000 }] });
  });

  test('a confirmation within the amount settles a dispute, and says so; no other does', () => {
    const settles = (order: WholeOrder, action: Action, by = doer[action.type]) =>
      'settles' in taken(order, action, { ...how, by }).entry.action;
    expect(settles(disputed, confirmed('432', 2))).toBe(true);
    expect(settles(disputed, finished('432', 2))).toBe(true);
    expect(settles(disputed, confirmed('433', 2))).toBe(false);
    expect(settles(disputed, finished('433', 2))).toBe(false);
    expect(settles(asking, confirmed('432', 2))).toBe(false);
    // Of the approver it is an approval.
    expect(settles(disputed, confirmed('433', 2), actor(sam, 'supervisor', 'crew'))).toBe(false);
  });

  test('only a supervisor decides', () => {
    for (const by of [doer.close, doer.assign, doer.submit, actor(olga)])
      for (const action of [accept(asking), dispute(asking)])
        expect(refusal(asking, action, { ...how, by })).toMatchObject({ reason: 'not_allowed' });
  });

  test('handing over asks the new supervisor, and settles what the old one was asked', () => {
    const { effects } = taken(asking, actions().hand_over, how);
    expect(owed(effects).filter((one) => /settle|tell/.test(one))).toEqual([
      ...['settle_request (4)', 'tell Olga extra_cost (4)', 'tell Ana handed_over (4)'],
    ]);
    expect(owed(taken(disputed, actions().hand_over, how).effects)).toContain('tell Olga took_over (5)');
    const { order } = taken(asking, actions().hand_over, how);
    expect(taken(order, accept(asking), { ...how, by: actor(olga, 'supervisor') }).order.progress.question).toBeNull();
  });
});

describe('accepting extra cost', () => {
  const asking = taken(approvedAt('360'), confirmed('2700'), how).order;

  test('makes the next version with both approvals, and covers the new amount with its tolerance', () => {
    const { order, version, effects } = taken(asking, accept(asking), how);
    expect(version).toMatchObject({
      n: 3,
      kind: 'extra_cost',
      final: false,
      changes: [],
      approval: { amount: 36_000 },
    });
    expect(version?.accepted).toMatchObject([{ by: sam, amount: 270_000, covers: 324_000, at: MORNING + 3 * 3600 }]);
    expect([question(order), order.state, stageOf(order)]).toEqual([null, 'approved', 'in_progress']);
    expect(owed(effects)).toEqual([
      ...['refresh_card', 'sync_channel_metadata', 'post_entry (4)', 'issue_document v3', 'settle_request (4)'],
      ...['tell Farid extra_accepted (4)', 'tell Lena extra_accepted (4)', 'refresh_crew_messages'],
    ]);
    expect(question(taken(order, confirmed('3240', 3), how).order)).toBeNull();
    expect(question(taken(order, confirmed('3240.01', 3), how).order)).not.toBeNull();
    expect(taken(order, actions(3).close_not_performed, how).order.state).toBe('not_performed');
  });

  test('completes an order whose final confirmation waits for it, as that said', () => {
    const kept = taken(approvedAt('360'), finished('2700'), how).order;
    expect(kept.lastEntry.action.type).toBe('confirm_partial');
    const { order, version, entry, effects } = taken(kept, accept(kept), how);
    expect([order.state, order.outcome, entry.action.type]).toEqual(['completed', 'with_changes', 'accept_final']);
    expect(version).toMatchObject({ n: 3, kind: 'extra_cost', final: true, report: null });
    expect(version?.closure).toMatchObject({ note: 'All done', acceptance: { kind: 'accepted', name: 'Mr Acme' } });
    expect(owed(effects)).toContain('tell Farid closed (4)');
  });

  test('completes nothing that is not to be: an action by the other name is what the order makes of it', () => {
    const { order, entry } = taken(asking, { type: 'accept_final', question: entryAsked(asking) }, how);
    expect([order.state, entry.action.type]).toEqual(['approved', 'accept_extra']);
  });

  test('is for a supervisor whose limit suffices; the refusal says whose does', () => {
    const supervisors = [
      { id: sam.id, limit: '500' },
      { id: olga.id, limit: '2700' },
    ];
    const by = { ...doer.accept_extra, limit: '500' };
    expect(refusal(asking, accept(asking), { by, policy: { ...twentyPercent, supervisors } })).toEqual({
      ...{ reason: 'over_limit', net: 270_000, limit: '500', currency: 'EUR', enough: [olga.id] },
    });
    const olgas = { ...actor(olga, 'supervisor'), limit: '2700' };
    const { version } = taken(asking, accept(asking), { by: olgas, policy: { ...twentyPercent, supervisors } });
    expect(version?.accepted, 'never beyond her limit').toMatchObject([{ amount: 270_000, covers: 270_000 }]);
  });

  test('is not for who asked for the order, unless the setting allows it', () => {
    const by = actor(ana, 'supervisor');
    expect(refusal(asking, accept(asking), { ...how, by })).toEqual({ reason: 'own_order' });
    taken(asking, accept(asking), { by, policy: { ...twentyPercent, allowOwnApproval: true } });
  });

  test('is not possible where nothing is asked', () => {
    expect(refusal(approvedAt('360'), { type: 'accept_extra', question: 2 }, how)).toMatchObject({
      reason: 'stale_question',
    });
  });
});

test('reopening what was not performed asks about its extra cost; reopening what was accepted does not', () => {
  const asking = taken(approvedAt('360'), confirmed('2700'), how).order;
  const ended = taken(asking, actions(2).close_not_performed, how).order;
  const admin = actor(olga, 'supervisor');
  const { order, effects } = taken(ended, actions().reopen, { ...how, by: admin });
  expect(question(order)).toMatchObject({ entry: order.lastEntry.seq, disputed: null });
  expect(owed(effects)).toContain('tell Sam extra_cost (5)');

  const kept = taken(approvedAt('360'), finished('2700'), how).order;
  const completed = taken(kept, accept(kept), how).order;
  expect(question(taken(completed, actions().reopen, how).order)).toBeNull();
});

test('who sees no prices finds no amount of an approval anywhere', () => {
  const asking = taken(approvedAt('360', { upTo: 40_000 }), confirmed('2700'), how).order;
  const accepted = taken(asking, accept(asking), how).order;
  for (const order of [asking, accepted]) {
    expect(lastApproval(withoutPrices(order))).not.toHaveProperty('amount');
    expect(JSON.stringify(withoutPrices(order))).not.toMatch(/270000|36000|43200|40000|324000|2700/);
    expect(extraCostOf(withoutPrices(order))).toBeUndefined();
  }
});
