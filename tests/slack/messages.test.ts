import { describe, expect, test } from 'vitest';
import type { OrderSummary } from '../../db/ports.ts';
import { validateView } from '../../sandbox/server/blocks/validate.ts';
import type { ActionType, Entry } from '../../src/order/action.ts';
import { STATES, type WholeOrder } from '../../src/order/order.ts';
import { card, topic } from '../../src/slack/views/card.ts';
import { CAUSES_SHOWN, ROWS_SHOWN } from '../../src/slack/views/desk/failures.ts';
import { entryMessage } from '../../src/slack/views/entry/entry.ts';
import { type HomeOrders, homeView } from '../../src/slack/views/home.ts';
import { historyMessage } from '../../src/slack/views/lists.ts';
import { notice } from '../../src/slack/views/notice.ts';
import { refusalText } from '../../src/slack/views/refusal.ts';
import { type Findings, findMessage, searchModal } from '../../src/slack/views/search.ts';
import { agendaOf } from '../support/agenda.ts';
import { alphabets, crowd, worstEntries, worstOrder } from '../support/extremes.ts';
import { entryWith, idsOn, poisoned } from '../support/hostile.ts';
import { cannotPing, HOSTILE } from '../support/markup.ts';
import { documentsOf, failureOf, fits, messagesAbout, summaryOf } from '../support/messages.ts';
import { words } from '../support/words.ts';
import { actions, inState, MORNING, taken } from '../support/workflow.ts';

const REFUSED = words.forms.notice.title.refused;

const pageOf = (orders: readonly OrderSummary[]): HomeOrders => ({
  page: { s: 'scheduled', b: 900 },
  orders,
  newer: true,
  older: true,
});

const foundIn = (orders: readonly OrderSummary[]): Findings => ({ kind: 'found', orders, more: true });

/** An order with every kind of entry in its history. */
function eventful(): WholeOrder {
  const { entries, ...order } = taken(inState.approved, actions().confirm_partial).order;
  const [, second] = order.versions;
  const all = Object.values(actions()).map((action) => entryWith({ ...order, entries }, action, second ?? null));
  return { ...order, entries: all.map((entry, index) => ({ ...entry, seq: index + 1 })) };
}

describe('every message stands in Slack', () => {
  test.each(STATES)('about an order that is %s', (state) => {
    for (const [where, message] of Object.entries(messagesAbout({ ...inState[state], number: 12 })))
      fits(message, where);
  });

  test.each(Object.entries(alphabets))('with everything as long as it may be, in %s', (_, write) => {
    const { order, entries } = worstEntries(write);
    for (const [where, message] of Object.entries(messagesAbout(order))) fits(message, where);
    expect(Object.keys(entries)).toHaveLength(Object.keys(actions()).length);
    for (const state of STATES) {
      const worst = worstOrder(state, write);
      fits(card(worst, words), state);
      expect(
        validateView({ ...notice(words, words.forms.notice.title.order, ''), blocks: card(worst, words).blocks }),
        state,
      ).toEqual([]);
      expect(topic(worst, words).length, state).toBeLessThanOrEqual(250);
    }
  });

  test('after a thousand entries', () => {
    const order = eventful();
    const entries = Array.from({ length: 1000 }, (_, n) => ({
      ...(order.entries[n % 12] ?? order.entries[0]),
      seq: n + 1,
    }));
    fits(historyMessage(order, entries as Entry[], documentsOf(order), words), 'history');
  });

  test.each(Object.entries(alphabets))('Home, as full as it gets, in %s', (_, write) => {
    const order = worstOrder('approved', write);
    const many = Array.from({ length: 80 }, (_, index) => summaryOf(order, index));
    const rows = many.map((_, index) => failureOf(order, write(3000), index));
    const causes = Array.from({ length: CAUSES_SHOWN }, (_, n) => ({
      error: write(3000),
      remedy: write(3000),
      count: 80,
      key: `cause${n}`,
      newest: rows.slice(0, ROWS_SHOWN),
    }));
    const failures = { total: 5000, causes };
    const home = homeView(
      { mayAct: true, maySubmit: true, ...agendaOf(order, 20), mine: pageOf(many), failures },
      words,
    );
    expect(validateView(JSON.parse(JSON.stringify(home)))).toEqual([]);
  });

  test.each(Object.entries(alphabets))('findings, as many as there can be, in %s', (_, write) => {
    const order = worstOrder('approved', write);
    const many = Array.from({ length: 20 }, (_, index) => summaryOf(order, index));
    for (const findings of [foundIn(many), foundIn([])]) {
      fits(findMessage(write(3000), findings, words), 'find');
      const modal = searchModal({ w: write(500), b: Number.MAX_SAFE_INTEGER }, findings, words);
      expect(validateView(JSON.parse(JSON.stringify(modal)))).toEqual([]);
    }
  });

  test('Home of somebody new, and of somebody from elsewhere', () => {
    for (const mayAct of [true, false]) {
      const home = homeView(
        {
          mayAct,
          maySubmit: mayAct,
          mine: pageOf([]),
          failures: { total: 0, causes: [] },
        },
        words,
      );
      expect(validateView(JSON.parse(JSON.stringify(home)))).toEqual([]);
      expect(JSON.stringify(home).includes(words.forms.button.submit)).toBe(mayAct);
    }
  });

  test.each(Object.entries(alphabets))('a notice with what was typed, in %s', (_, write) => {
    const own = Array.from({ length: 20 }, () => ({ label: write(300), text: write(4000) }));
    const typed = [...own, { label: 'Items', lines: Array.from({ length: 200 }, () => write(400)) }];
    const view = notice(words, write(60), write(5000), typed);
    expect(validateView(JSON.parse(JSON.stringify(view)))).toEqual([]);
  });
});

test('a notice keeps people’s own words whole: longer ones in several parts, none cut in a pair', () => {
  for (const text of ['Budget', 'x'.repeat(3000), `${'y'.repeat(2999)}${'😀'.repeat(1600)} <end> & *done*`]) {
    const { blocks } = notice(words, REFUSED, 'No', [{ label: 'Reason', text }]);
    const plain = blocks.flatMap((block) =>
      block.type === 'section' && 'text' in block && block.text?.type === 'plain_text' ? [block.text.text] : [],
    );
    expect(plain.join('')).toBe(text);
    for (const part of plain) expect(part.isWellFormed() && part.length <= 3000).toBe(true);
  }
});

describe('whatever people typed, no message pings, links or forges', () => {
  test.each(STATES)('about an order that is %s', (state) => {
    const order = poisoned({ ...inState[state], number: 12 });
    for (const [where, message] of Object.entries(messagesAbout(order))) cannotPing(message, idsOn(order), where);
  });

  test('about an order that has seen everything', () => {
    const order = poisoned(eventful());
    const ids = [...idsOn(order), 'UFARID', 'UGRETA'];
    for (const [where, message] of Object.entries(messagesAbout(order))) cannotPing(message, ids, where);
    const newest = [failureOf(order, HOSTILE, 1)];
    const failures = {
      total: 4,
      causes: [1, 2].map((count) => ({ error: HOSTILE, remedy: HOSTILE, count, key: 'a', newest })),
    };
    const waiting = [summaryOf(order)];
    cannotPing(
      homeView({ mayAct: true, maySubmit: true, ...agendaOf(order, 3), mine: pageOf(waiting), failures }, words),
      [],
    );
    for (const orders of [waiting, []]) {
      cannotPing(findMessage(HOSTILE, foundIn(orders), words), []);
      cannotPing(searchModal({ w: HOSTILE.slice(0, 500) }, foundIn(orders), words), []);
    }
  });

  test('in everything that can be written about an order at all', () => {
    const { order } = worstEntries(() => HOSTILE);
    const ids = [...idsOn(order), ...crowd('').map(({ id }) => id)];
    for (const [where, message] of Object.entries(messagesAbout(order))) cannotPing(message, ids, where);
  });

  test('in a refusal', () => {
    const order = poisoned(inState.completed);
    const last = order.entries.at(-1);
    const latest = order.versions.at(-1);
    if (!last || !latest) throw new Error('a completed order has both');
    const types = Object.keys(actions()) as ActionType[];
    const texts = [
      ...types.map((action) =>
        refusalText(words, { reason: 'not_allowed', action, allowed: ['requester', 'crew'] }, order),
      ),
      refusalText(words, { reason: 'wrong_state', action: 'approve', state: 'completed', last }, order),
      refusalText(words, { reason: 'stale_submission', last }, order),
      refusalText(words, { reason: 'stale_version', base: 1, latest }, order),
      refusalText(words, { reason: 'not_as_ordered', latest }, order),
    ];
    for (const text of texts) cannotPing(notice(words, REFUSED, text), []);
  });

  test('in the topic, which Slack does not unescape: angle brackets are replaced', () => {
    const order = poisoned(inState.submitted);
    expect(topic(order, words)).not.toMatch(/[<>]/);
    expect(topic({ ...order, content: { ...order.content, client: 'Tom & <Jerry>' }, number: 12 }, words)).toBe(
      words.card.topic({ order: 'SO-000012', client: 'Tom & ‹Jerry›', state: words.order.state.submitted }),
    );
  });
});

test('the instant of an entry is shown in each reader’s zone', () => {
  const order = inState.approved;
  const [entry] = order.entries;
  if (!entry) throw new Error('no entry');
  expect(JSON.stringify(entryMessage(order, entry, words))).toContain(`<!date^${MORNING}^`);
});
