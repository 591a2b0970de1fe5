import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/order/action.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import {
  actions,
  actor,
  ana,
  closure,
  farid,
  frozen,
  greta,
  inState,
  item,
  lena,
  MORNING,
  orderAfter,
  owed,
  report,
  sam,
  taken,
} from '../support/workflow.ts';

const confirmation = (base: number, ...items: ReturnType<typeof item>[]): Action => ({
  type: 'confirm_partial',
  base,
  items,
  report,
});

describe('versions', () => {
  const story = orderAfter(
    'submit',
    'approve',
    confirmation(1, item('a'), item('b', { quantity: 2500 }), item('c', { unitPrice: '1.99' })),
    confirmation(2, item('a'), item('c', { unitPrice: '1.99' })),
    { type: 'close', base: 3, closure: closure('with_changes', { note: 'All done' }) },
    'reopen',
    { type: 'confirm_final', base: 4, items: [item('a'), item('b')], report },
  );

  test('are counted from 1, whatever is reopened in between', () => {
    expect(story.versions.map(({ n, kind, final }) => [n, kind, final])).toEqual([
      [1, 'original', false],
      [2, 'confirmation', false],
      [3, 'confirmation', false],
      [4, 'closing', true],
      [5, 'confirmation', true],
    ]);
    expect(story.entries.map(({ version }) => version)).toEqual([null, 1, 2, 3, 4, null, 5]);
  });

  test('hold the full item list and what changed against the version before', () => {
    const lists = story.versions.map(({ content }) => content.items.map(({ id }) => id).join(''));
    expect(lists).toEqual(['ab', 'abc', 'ac', 'ac', 'ab']);
    const told = story.versions.map(({ changes }) =>
      changes.map(
        (change) =>
          `${change.type} ${change.type === 'removed' ? change.before.id : change.after.id} ${change.difference}`,
      ),
    );
    expect(told).toEqual([
      [],
      ['changed b 1500', 'added c 199'],
      ['removed b -2500'],
      [],
      ['added b 1000', 'removed c -199'],
    ]);
  });

  test('keep the reports and the closing apart', () => {
    expect(story.versions.map(({ report, closure }) => [report?.workDone, closure?.note])).toEqual([
      [undefined, undefined],
      ['Pump replaced', undefined],
      ['Pump replaced', undefined],
      [undefined, 'All done'],
      ['Pump replaced', undefined],
    ]);
  });

  test('are never changed by what comes later', () => {
    let order: WholeOrder = frozen(orderAfter('submit', 'approve'));
    for (const action of [confirmation(1, item('x')), actions().assign, actions(2).confirm_final]) {
      const kept = order.versions.map((version) => JSON.stringify(version));
      const next = taken(order, action).order;
      expect(next.versions.slice(0, kept.length).map((version) => JSON.stringify(version))).toEqual(kept);
      expect(order.versions).toHaveLength(kept.length);
      order = next;
    }
  });

  test('say who the people were when they were made', () => {
    const order = orderAfter('submit', 'approve', 'assign', { ...confirmation(1, item('a')) });
    expect(order.versions.map(({ crew }) => crew)).toEqual([[farid], [greta]]);
    expect(order.versions[1]).toMatchObject({ requester: ana, supervisor: sam, coordinator: lena, by: farid });
  });

  test.each([
    ['of the person who acts, when the settings name none', '', 'Europe/Lisbon'],
    ['of the settings', 'America/Lima', 'America/Lima'],
  ])('print in the time zone %s', (_, timeZone, wanted) => {
    const { version } = taken(inState.submitted, actions().approve, { policy: { timeZone } });
    expect(version?.timeZone).toBe(wanted);
  });
});

describe('how an order ends', () => {
  const finals: readonly [string, WholeOrder, Action, string][] = [
    ['a final confirmation without changes', inState.approved, actions().confirm_final, 'as_ordered'],
    [
      'a final confirmation with changes',
      inState.approved,
      { type: 'confirm_final', base: 1, items: [item('a')], report },
      'with_changes',
    ],
    [
      'a final confirmation that takes earlier changes back',
      orderAfter('submit', 'approve', 'confirm_partial'),
      actions(2).confirm_final,
      'as_ordered',
    ],
    ['a closing as ordered', inState.approved, actions().close, 'as_ordered'],
    [
      'a closing with changes',
      inState.approved,
      { type: 'close', base: 1, closure: closure('with_changes') },
      'with_changes',
    ],
    ['a closing without the job done', inState.approved, actions().close_not_performed, 'not_performed'],
  ];
  test.each(finals)('%s', (_, order, action, outcome) => {
    expect(taken(order, action).order.outcome).toBe(outcome);
  });

  test('a reopened order has no outcome, and may end otherwise', () => {
    const reopened = taken(inState.not_performed, actions().reopen).order;
    expect(reopened.outcome).toBeNull();
    expect(taken(reopened, actions(2).close).order.outcome).toBe('as_ordered');
  });
});

describe('who is told', () => {
  const told = (order: WholeOrder, action: Action, by = actor(sam, 'supervisor')) =>
    owed(taken(order, action, { by }).effects).filter((line) => line.startsWith('tell'));
  const crewed = (...crew: (typeof farid)[]): Action => ({
    type: 'approve',
    submission: 1,
    crew,
    coordinator: null,
    plannedStart: null,
    comment: '',
    signature: 'S',
  });

  test('nobody of their own doing', () => {
    expect(told(inState.submitted, crewed(sam, farid))).toEqual([
      'tell Farid crew_joined (2)',
      'tell Ana approved (2)',
    ]);
    expect(told(inState.approved, actions().close, actor(ana, 'coordinator'))).toEqual(['tell Sam closed (3)']);
  });

  test('nobody twice of one thing: a requester on the crew learns that they are on it', () => {
    expect(told(inState.submitted, crewed(ana, farid))).toEqual([
      'tell Ana crew_joined (2)',
      'tell Farid crew_joined (2)',
    ]);
  });

  test('nobody who stays on the crew', () => {
    const both: Action = { type: 'assign', crew: [farid, greta], coordinator: null, plannedStart: null };
    expect(told(inState.approved, both)).toEqual(['tell Greta crew_joined (3)']);
    expect(told(inState.approved, { ...both, crew: [farid] })).toEqual([]);
  });

  test('somebody who decides for themselves gets no request', () => {
    const own: Action = {
      type: 'submit',
      content: inState.submitted.content,
      supervisor: ana,
      coordinator: null,
      source: null,
    };
    const { effects } = taken({ state: 'new', team: 'T1', id: 'O1' }, own);
    expect(owed(effects)).toContain('invite Ana');
    expect(effects.filter(({ type }) => type === 'tell')).toEqual([]);
  });

  test('a workspace admin who decides instead of the supervisor: the requester is told', () => {
    expect(told(inState.submitted, actions().reject, actor(greta, 'supervisor'))).toEqual(['tell Ana rejected (2)']);
  });
});

describe('when the channel is archived', () => {
  const when = (order: WholeOrder, action: Action, archiveAfterDays: number) => {
    const { effects } = taken(order, action, { at: MORNING, policy: { archiveAfterDays } });
    return effects.flatMap((effect) => (effect.type === 'archive_channel' ? [effect.notBefore - MORNING] : []));
  };
  test.each([
    ['rejected and withdrawn orders at once', inState.submitted, 'reject', 7, [0]],
    ['withdrawn orders at once', inState.changes_requested, 'withdraw', 7, [0]],
    ['closed orders after the days in the settings', inState.approved, 'close', 7, [604_800]],
    ['on the same day where the settings say so', inState.approved, 'confirm_final', 0, [0]],
    ['after part of a day, in whole seconds', inState.approved, 'close_not_performed', 0.3333333, [28_800]],
    ['open orders not at all', inState.approved, 'confirm_partial', 7, []],
    ['reopened orders not at all', inState.completed, 'reopen', 7, []],
  ] as const)('%s', (_, order, type, days, wanted) => {
    expect(when(order, actions()[type], days)).toEqual(wanted);
  });
});
