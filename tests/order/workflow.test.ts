import { describe, expect, test } from 'vitest';
import { type ActionType, isNote } from '../../src/order/action.ts';
import type { Outcome, State, WholeOrder } from '../../src/order/order.ts';
import type { Actor } from '../../src/order/people.ts';
import type { NewOrder } from '../../src/order/refusal.ts';
import {
  actions,
  actor,
  ana,
  asking,
  askingToEnd,
  doer,
  farid,
  inState,
  lena,
  onHold,
  orderAfter,
  owed,
  sam,
  taken,
  unborn,
} from '../support/workflow.ts';

/** One row of the life-cycle table (the product's description), told with everything that follows from it. */
interface Row {
  readonly from: WholeOrder | NewOrder;
  readonly action: ActionType;
  readonly by: Actor;
  readonly state: State;
  readonly outcome: Outcome | null;
  /** The version it makes, if any. */
  readonly version: number | null;
  /** In this order; pin, topic and bookmark (`sync_channel_metadata`) come along at any place before the end. */
  readonly owed: readonly string[];
}

const DAY = 86_400;
const { submitted, changes_requested, approved, completed, not_performed } = inState;

const rows: Readonly<Record<string, Row>> = {
  'Ana submits: a channel for the office, and a request to Sam': {
    ...{ from: unborn, action: 'submit', by: doer.submit },
    ...{ state: 'submitted', outcome: null, version: null },
    owed: ['open_channel', 'invite Ana, Sam, Lena', 'refresh_card', 'post_entry (1)', 'tell Sam request (1)'],
  },
  'Sam requests changes: Ana is told, the request is settled': {
    ...{ from: submitted, action: 'request_changes', by: doer.request_changes },
    ...{ state: 'changes_requested', outcome: null, version: null },
    owed: ['refresh_card', 'post_entry (2)', 'settle_request (2)', 'tell Ana changes_requested (2)'],
  },
  'Ana resubmits: the old request is settled before the new one is sent': {
    ...{ from: changes_requested, action: 'resubmit', by: doer.resubmit },
    ...{ state: 'submitted', outcome: null, version: null },
    owed: ['refresh_card', 'post_entry (3)', 'settle_request (3)', 'tell Sam request (3)'],
  },
  'Sam approves: the crew is in the channel before version 1 is, then people are told': {
    ...{ from: submitted, action: 'approve', by: doer.approve },
    ...{ state: 'approved', outcome: null, version: 1 },
    owed: [
      'invite Farid, Lena',
      'refresh_card',
      'post_entry (2)',
      'issue_document v1',
      'settle_request (2)',
      'tell Farid crew_joined (2)',
      'tell Ana approved (2)',
      'tell Lena approved (2)',
    ],
  },
  'Ana edits what waits: Sam is asked again': {
    ...{ from: submitted, action: 'edit', by: doer.edit },
    ...{ state: 'submitted', outcome: null, version: null },
    owed: ['refresh_card', 'post_entry (2)', 'settle_request (2)', 'tell Sam request (2)'],
  },
  'Sam hands what waits over to Olga: she is asked instead, Ana is told, Sam leaves': {
    ...{ from: submitted, action: 'hand_over', by: doer.hand_over },
    ...{ state: 'submitted', outcome: null, version: null },
    owed: [
      'invite Olga',
      'remove Sam',
      'refresh_card',
      'post_entry (2)',
      'settle_request (2)',
      'tell Olga request (2)',
      'tell Ana handed_over (2)',
    ],
  },
  'Sam rejects: Ana is told, the channel is closed at once': {
    ...{ from: submitted, action: 'reject', by: doer.reject },
    ...{ state: 'rejected', outcome: 'rejected', version: null },
    owed: [
      'refresh_card',
      'post_entry (2)',
      'settle_request (2)',
      'tell Ana rejected (2)',
      'archive_channel (2) at 3600',
    ],
  },
  'Ana withdraws what waits: nobody has to be told but the channel': {
    ...{ from: submitted, action: 'withdraw', by: doer.withdraw },
    ...{ state: 'withdrawn', outcome: 'withdrawn', version: null },
    owed: ['refresh_card', 'post_entry (2)', 'settle_request (2)', 'archive_channel (2) at 3600'],
  },
  'Sam withdraws what Ana should have changed: Ana is told': {
    ...{ from: changes_requested, action: 'withdraw', by: actor(sam, 'supervisor') },
    ...{ state: 'withdrawn', outcome: 'withdrawn', version: null },
    owed: [
      'refresh_card',
      'post_entry (3)',
      'settle_request (3)',
      'tell Ana withdrawn (3)',
      'archive_channel (3) at 7200',
    ],
  },
  'Lena assigns another crew: who is new and who is off are told': {
    ...{ from: approved, action: 'assign', by: doer.assign },
    ...{ state: 'approved', outcome: null, version: null },
    owed: [
      'invite Greta',
      'remove Farid',
      'refresh_card',
      'post_entry (3)',
      'settle_request (3)',
      'tell Greta crew_joined (3)',
      'tell Farid crew_left (3)',
    ],
  },
  'Farid confirms part of the work: version 2 and its PDF, Sam is told': {
    ...{ from: approved, action: 'confirm_partial', by: doer.confirm_partial },
    ...{ state: 'approved', outcome: null, version: 2 },
    owed: ['refresh_card', 'post_entry (3)', 'issue_document v2', 'tell Sam confirmed (3)'],
  },
  'Farid confirms the finished work as it was ordered': {
    ...{ from: approved, action: 'confirm_final', by: doer.confirm_final },
    ...{ state: 'completed', outcome: 'as_ordered', version: 2 },
    owed: [
      'refresh_card',
      'post_entry (3)',
      'issue_document v2',
      'settle_request (3)',
      'tell Ana closed (3)',
      'tell Sam closed (3)',
      `archive_channel (3) at ${7200 + 7 * DAY}`,
    ],
  },
  'Lena closes the order as it stands': {
    ...{ from: approved, action: 'close', by: actor(lena, 'coordinator') },
    ...{ state: 'completed', outcome: 'as_ordered', version: 2 },
    owed: [
      'refresh_card',
      'post_entry (3)',
      'issue_document v2',
      'settle_request (3)',
      'tell Ana closed (3)',
      'tell Sam closed (3)',
      `archive_channel (3) at ${7200 + 7 * DAY}`,
    ],
  },
  'Farid closes it as not performed: the final PDF says so': {
    ...{ from: approved, action: 'close_not_performed', by: doer.close_not_performed },
    ...{ state: 'not_performed', outcome: 'not_performed', version: 2 },
    owed: [
      'refresh_card',
      'post_entry (3)',
      'issue_document v2',
      'settle_request (3)',
      'tell Ana closed (3)',
      'tell Sam closed (3)',
      `archive_channel (3) at ${7200 + 7 * DAY}`,
    ],
  },
  'Sam reopens a completed order: a channel if the old one is gone, everybody is asked in, crew and requester are told':
    {
      ...{ from: completed, action: 'reopen', by: doer.reopen },
      ...{ state: 'approved', outcome: null, version: null },
      owed: [
        'open_channel',
        'invite Ana, Sam, Lena, Farid',
        'refresh_card',
        'post_entry (4)',
        'tell Farid reopened (4)',
        'tell Ana reopened (4)',
      ],
    },
  'Sam reopens what was not performed': {
    ...{ from: not_performed, action: 'reopen', by: doer.reopen },
    ...{ state: 'approved', outcome: null, version: null },
    owed: [
      'open_channel',
      'invite Ana, Sam, Lena, Farid',
      'refresh_card',
      'post_entry (4)',
      'tell Farid reopened (4)',
      'tell Ana reopened (4)',
    ],
  },
  'Farid starts work': {
    ...{ from: approved, action: 'start_work', by: doer.start_work },
    ...{ state: 'approved', outcome: null, version: null },
    owed: ['refresh_card', 'post_entry (3)'],
  },
  'Farid puts it on hold: the office is told': {
    ...{ from: approved, action: 'hold', by: doer.hold },
    ...{ state: 'approved', outcome: null, version: null },
    owed: ['refresh_card', 'post_entry (3)', 'tell Sam held (3)', 'tell Lena held (3)', 'tell Ana held (3)'],
  },
  'Farid resumes it: whoever works on it is told': {
    ...{ from: onHold, action: 'resume', by: doer.resume },
    ...{ state: 'approved', outcome: null, version: null },
    owed: ['refresh_card', 'post_entry (4)', 'tell Lena resumed (4)'],
  },
  'Lena reschedules it: everybody who stays is told of the new time': {
    ...{ from: approved, action: 'reschedule', by: doer.reschedule },
    ...{ state: 'approved', outcome: null, version: null },
    owed: [
      ...['refresh_card', 'post_entry (3)'],
      ...['tell Farid rescheduled (3)', 'tell Ana rescheduled (3)', 'tell Sam rescheduled (3)'],
    ],
  },
  'Sam accepts extra cost: a version with both approvals, the crew is told': {
    ...{ from: asking, action: 'accept_extra', by: doer.accept_extra },
    ...{ state: 'approved', outcome: null, version: 3 },
    owed: [
      'refresh_card',
      'post_entry (4)',
      'issue_document v3',
      'settle_request (4)',
      'tell Farid extra_accepted (4)',
      'tell Lena extra_accepted (4)',
    ],
  },
  'Sam accepts extra cost of a final confirmation: that ends the order': {
    ...{ from: askingToEnd, action: 'accept_final', by: doer.accept_final },
    ...{ state: 'completed', outcome: 'with_changes', version: 3 },
    owed: [
      'refresh_card',
      'post_entry (4)',
      'issue_document v3',
      'settle_request (4)',
      'tell Ana closed (4)',
      'tell Farid closed (4)',
      'tell Lena closed (4)',
      `archive_channel (4) at ${10_800 + 7 * DAY}`,
    ],
  },
  'Sam disputes extra cost: the crew is told, and confirms again': {
    ...{ from: asking, action: 'dispute_extra', by: doer.dispute_extra },
    ...{ state: 'approved', outcome: null, version: null },
    owed: [
      'refresh_card',
      'post_entry (4)',
      'settle_request (4)',
      'tell Farid extra_disputed (4)',
      'tell Lena extra_disputed (4)',
    ],
  },
  'Farid adds photos: nobody is told by direct message': {
    ...{ from: approved, action: 'add_photos', by: doer.add_photos },
    ...{ state: 'approved', outcome: null, version: null },
    owed: ['refresh_card', 'post_entry (3)'],
  },
  'The client signs: a version, and those who answer for the order are told': {
    ...{ from: approved, action: 'sign', by: doer.sign },
    ...{ state: 'approved', outcome: null, version: 2 },
    owed: ['refresh_card', 'post_entry (3)', 'issue_document v2', 'tell Sam signed (3)', 'tell Ana signed (3)'],
  },
  'Sam is reminded of an order that waits: nothing is posted': {
    ...{ from: submitted, action: 'remind', by: doer.remind },
    ...{ state: 'submitted', outcome: null, version: null },
    owed: ['remind Sam (2)'],
  },
  'a reminder that did not go out is noted, also when the order has ended: nobody is told': {
    ...{ from: completed, action: 'lapse', by: doer.lapse },
    ...{ state: 'completed', outcome: 'as_ordered', version: null },
    owed: [],
  },
};

/** What changes what a crew can do, or when: their own messages are drawn again. */
const TO_THE_CREW: ReadonlySet<ActionType> = new Set<ActionType>([
  ...(['assign', 'confirm_partial', 'confirm_final', 'close', 'close_not_performed', 'start_work'] as const),
  ...(['hold', 'resume', 'reschedule', 'accept_extra', 'accept_final', 'sign'] as const),
]);

describe('the life cycle', () => {
  test.each(Object.entries(rows))('%s', (_, row) => {
    const accepted = taken(row.from, actions()[row.action], { by: row.by });
    const { order, entry, version, effects } = accepted;
    expect({ state: order.state, outcome: order.outcome }).toEqual({ state: row.state, outcome: row.outcome });
    expect({ made: version?.n ?? null, noted: entry.version }).toEqual({ made: row.version, noted: row.version });
    const besides = ['sync_channel_metadata', 'refresh_crew_messages'];
    expect(owed(effects.filter(({ type }) => !besides.includes(type)))).toEqual(row.owed);
    expect(effects.some(({ type }) => type === 'refresh_crew_messages')).toBe(TO_THE_CREW.has(row.action));
    expect(effects.filter(({ type }) => type === 'sync_channel_metadata')).toHaveLength(isNote(row.action) ? 0 : 1);
    const last = effects.findIndex(({ type }) => type === 'archive_channel');
    expect(last === -1 || last === effects.length - 1, 'a channel is archived last of all').toBe(true);
    expect(entry).toMatchObject({ by: { id: row.by.id, name: row.by.name }, action: { type: row.action } });
    expect(order.entries.at(-1)).toBe(entry);
  });

  test('every row of the table has its story', () => {
    const told = new Set(Object.values(rows).map(({ action }) => action));
    expect([...told].sort()).toEqual(Object.keys(actions()).sort());
  });
});

test('what an order remembers of its submission and approval', () => {
  const order = orderAfter('submit', 'request_changes', 'resubmit', 'approve');
  expect(order).toMatchObject({
    requester: ana,
    supervisor: sam,
    coordinator: lena,
    crew: [farid],
    submission: 2,
    content: { title: 'Replace pump 2' },
    approval: { by: sam, signature: 'Samuel Okafor', comment: '' },
  });
});

test('the state counts from when it was entered, not from the last entry', () => {
  const { approved } = inState;
  const confirmed = taken(approved, actions().confirm_partial).order;
  const assigned = taken(confirmed, actions().assign).order;
  expect([confirmed.stateSince, assigned.stateSince]).toEqual([approved.stateSince, approved.stateSince]);
  const closed = taken(assigned, { ...actions(2).close_not_performed });
  expect(closed.order.stateSince).toBe(closed.entry.at);
});
