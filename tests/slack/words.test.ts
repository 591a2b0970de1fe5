import { describe, expect, test } from 'vitest';
import type { ActionType, Entry } from '../../src/order/action.ts';
import type { TellKind } from '../../src/order/effect.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import { card, topic } from '../../src/slack/views/card.ts';
import { entryMessage } from '../../src/slack/views/entry/entry.ts';
import { settledRequest } from '../../src/slack/views/inbox/settled.ts';
import { tellMessage } from '../../src/slack/views/tell.ts';
import { seen } from '../support/markup.ts';
import { words } from '../support/words.ts';
import {
  actions,
  asking,
  askingToEnd,
  closure,
  inState,
  onHold,
  orderAfter,
  taken,
  unborn,
} from '../support/workflow.ts';

const { submitted, approved, completed } = inState;

/** The order as each action finds it. */
// biome-ignore format: a table reads best as a table
const before: Readonly<Record<Exclude<ActionType, 'submit'>, WholeOrder>> = {
  request_changes: submitted, approve: submitted, reject: submitted, withdraw: submitted,
  resubmit: inState.changes_requested, reopen: completed, edit: submitted, hand_over: submitted,
  start_work: approved, hold: approved, add_photos: approved, resume: onHold, reschedule: approved, remind: submitted, lapse: completed,
  accept_extra: asking, accept_final: askingToEnd, dispute_extra: asking, sign: approved,
  assign: approved, confirm_partial: approved, confirm_final: approved, close: approved, close_not_performed: approved,
};

/** The order, and the entry that this action made on it. */
function acted(type: ActionType): { order: WholeOrder; entry: Entry } {
  const { order, entry } = taken(type === 'submit' ? unborn : before[type], actions()[type]);
  return { order: { ...order, number: 12 }, entry };
}

describe('the message of an entry says who did what, with the reason', () => {
  // biome-ignore format: a table reads best as a table
  const cases: Readonly<Record<ActionType, string>> = {
    submit:              'SO-000012: Ana Morales submitted the order',
    request_changes:     'SO-000012: Sam Okafor requested changes\nWhich pump?',
    resubmit:            'SO-000012: Ana Morales edited and resubmitted the order',
    edit:                'SO-000012: Ana Morales edited the order',
    hand_over:           'SO-000012: Sam Okafor handed the order over to Olga Stranger\nOn leave',
    approve:             'SO-000012: Sam Okafor approved the order',
    reject:              'SO-000012: Sam Okafor rejected the order\nNot ours',
    withdraw:            'SO-000012: Ana Morales withdrew the order\nSolved itself',
    assign:              'SO-000012: Lena Fischer assigned the crew',
    confirm_partial:     'SO-000012: Farid Haddad confirmed work (version 2)\nPump replaced',
    confirm_final:       'SO-000012: Farid Haddad confirmed the finished work and closed the order (version 2)\nPump replaced',
    close:               'SO-000012: Farid Haddad closed the order as “Completed as ordered”',
    close_not_performed: 'SO-000012: Farid Haddad closed the order as not performed\nClient absent',
    reopen:              'SO-000012: Sam Okafor reopened the order\nIt leaks again',
    start_work:          'SO-000012: Farid Haddad started work',
    hold:                'SO-000012: Farid Haddad put the order on hold\nWaiting for parts\nThe seal is on order',
    resume:              'SO-000012: Farid Haddad resumed the order',
    reschedule:          'SO-000012: Lena Fischer rescheduled the order',
    accept_extra:        'SO-000012: Sam Okafor accepted the extra cost (version 3)',
    accept_final:        'SO-000012: Sam Okafor accepted the extra cost and closed the order (version 3)',
    dispute_extra:       'SO-000012: Sam Okafor disputed the extra cost\nToo dear',
    add_photos:          'SO-000012: Farid Haddad added a photo\nPhotos boiler.jpg',
    sign:                'SO-000012: Peter Jensen, Facility manager signed for the client (version 2)\nClient’s reservations\nThe door squeaks',
    remind:              'SO-000012: Service Orders reminded Sam Okafor',
    lapse:               'SO-000012: Service Orders didn’t send Sam Okafor a reminder',
  };
  test.each(Object.entries(cases) as [ActionType, string][])('%s', (type, text) => {
    const { order, entry } = acted(type);
    expect(entryMessage(order, entry, words).text.startsWith(text)).toBe(true);
  });

  test('a confirmation lists what changed, and the money against both versions', () => {
    const { order, entry } = acted('confirm_partial');
    expect(seen(entryMessage(order, entry, words).blocks).slice(-2)).toEqual([
      '• Changed *Item a*: 1 pcs → 3 pcs (+\u2060€20.00)\n• Added *Item c*: 1 pcs × €10.00 = €10.00 (+\u2060€10.00)\n• Removed *Item b*: was 1 pcs × €10.00 = €10.00 (-\u2060€10.00)',
      '*Total* €40.00 net, €48.40 incl. tax · +\u2060€20.00 vs. approved order (net)',
    ]);
  });

  test('a closing says why the job was not done, and who accepted the work', () => {
    const told = {
      ...actions().close_not_performed,
      closure: closure('not_performed', { reasonCode: 'other', explanation: 'Flood', note: 'Call again' }),
    };
    const { order, entry } = taken(approved, { type: 'close_not_performed', base: 1, closure: told.closure });
    expect(seen(entryMessage(order, entry, words).blocks)).toEqual(
      expect.arrayContaining(['*Reason* Other', '> Flood\n> Call again']),
    );
    const accepted = closure('as_ordered', { acceptance: { kind: 'accepted', name: 'Mr. Jensen' } });
    const closed = taken(approved, { type: 'close', base: 1, closure: accepted });
    expect(seen(entryMessage(closed.order, closed.entry, words).blocks)).toContain(
      '*Client acceptance* accepted by Mr. Jensen',
    );
  });
});

describe('direct messages', () => {
  // biome-ignore format: a table reads best as a table
  const cases: readonly [TellKind, ActionType, string][] = [
    ['request',           'submit',          'SO-000012: Ana Morales requests your approval for Replace pump (€24.20 incl. tax).'],
    ['changes_requested', 'request_changes', 'SO-000012: Sam Okafor requested changes to Replace pump. Edit and resubmit it.\nWhich pump?'],
    ['approved',          'approve',         'SO-000012: Sam Okafor approved Replace pump.'],
    ['rejected',          'reject',          'SO-000012: Sam Okafor rejected Replace pump.\nNot ours'],
    ['withdrawn',         'withdraw',        'SO-000012: Ana Morales withdrew Replace pump.\nSolved itself'],
    ['crew_joined',       'approve',         'SO-000012: Sam Okafor assigned you to Replace pump.'],
    ['crew_left',         'assign',          'SO-000012: Lena Fischer removed you from Replace pump.'],
    ['confirmed',         'confirm_partial', 'SO-000012: Farid Haddad confirmed work on Replace pump.\nPump replaced'],
    ['closed',            'close',           'SO-000012: Farid Haddad closed Replace pump as “Completed as ordered”.'],
    ['reopened',          'reopen',          'SO-000012: Sam Okafor reopened Replace pump. Work continues.\nIt leaks again'],
  ];
  test.each(cases)('%s', (about, type, text) => {
    const { order, entry } = acted(type);
    const message = tellMessage(order, { entry, about, of: undefined }, words, { channel: 'C1', name: 'so-000012' });
    expect(message.text).toBe(text);
    const buttons = seen(message.blocks.filter((block) => block.type === 'actions'));
    const wanted = {
      request: ['Approve', 'Request changes', 'Reject', 'Hand over'],
      changes_requested: ['Edit and resubmit', 'Withdraw'],
      crew_joined: ['Start work', 'Create confirmation', 'Done as planned', 'Close order', 'Put on hold'],
    };
    expect(buttons).toEqual(about in wanted ? wanted[about as keyof typeof wanted] : []);
  });

  test('a request that is decided shows the outcome where the buttons were', () => {
    const { order, entry } = acted('reject');
    const { blocks } = settledRequest(order, entry, words, undefined);
    expect(blocks.some(({ type }) => type === 'actions')).toBe(false);
    expect(seen(blocks).at(-1)).toMatch(/^\*Rejected\* by Sam Okafor · /);
  });
});

describe('the card is the truth at a glance', () => {
  test('in one sentence, for notifications and screen readers', () => {
    const text = (order: typeof submitted) => card({ ...order, number: 12 }, words).text;
    expect([submitted, approved, orderAfter('submit', 'approve', 'close')].map(text)).toEqual([
      'SO-000012: Replace pump for Acme. Awaiting Sam Okafor’s decision.',
      'SO-000012: Replace pump for Acme. Version 1, assigned to Farid Haddad.',
      'SO-000012: Replace pump for Acme. Completed as ordered.',
    ]);
  });

  test('with the state, the people, the items and the total', () => {
    const texts = seen(card({ ...approved, number: 12 }, words).blocks);
    for (const wanted of [
      'SO-000012 · Replace pump',
      '*Status*\nScheduled · version 1',
      '*Priority*\nHigh',
      '*Client*\nAcme',
      '*Supervisor*\nSam Okafor',
      '*Field worker*\nFarid Haddad',
      '• Item a: 1 pcs × €10.00 = €10.00\n• Item b: 1 pcs × €10.00 = €10.00\n*Total* €20.00 net, €24.20 incl. tax',
    ])
      expect(texts).toContain(wanted);
  });

  test('and the topic says number, client, state and version', () => {
    expect(topic({ ...approved, number: 12 }, words)).toBe('SO-000012 · Acme · Scheduled · v1');
  });
});
