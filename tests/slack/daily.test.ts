import { describe, expect, test } from 'vitest';
import type { Order } from '../../src/order/order.ts';
import { REMINDERS } from '../../src/order/progress/progress.ts';
import { digestMessage } from '../../src/slack/views/daily/digest.ts';
import { reminderMessage, remindersMessage, type Waiting } from '../../src/slack/views/daily/reminder.ts';
import { tellMessage } from '../../src/slack/views/tell.ts';
import { wordsFor } from '../../src/words/words.ts';
import { alphabets, worstOrder } from '../support/extremes.ts';
import { cannotPing, HOSTILE } from '../support/markup.ts';
import { fits } from '../support/messages.ts';
import { ANY, part, words } from '../support/words.ts';
import { ana, content, inState, MORNING, onHold } from '../support/workflow.ts';

const waiting = (order: Order, changes: Partial<Waiting> = {}): Waiting => ({
  ...{ order, about: 'decision', since: MORNING, channel: 'C123' },
  ...changes,
});
const many = (order: Order, count: number): Waiting[] =>
  Array.from({ length: count }, (_, n) => waiting({ ...order, id: `o${n}`, number: n + 1 }, { since: MORNING - n }));
const digestOf = (orders: readonly Waiting[]) => ({
  visits: orders.map(({ order, channel }) => ({ order, channel })),
  decisions: orders,
  late: orders.map((one) => ({ ...one, about: 'start' as const })),
});

describe('what comes by itself', () => {
  test.each(Object.entries(alphabets))('stands in Slack with everything as long as it may be, in %s', (_, write) => {
    for (const locale of ['en-GB', 'de-DE', 'fr-FR']) {
      const said = wordsFor(locale);
      const order = worstOrder('submitted', write);
      for (const about of REMINDERS) fits(reminderMessage(waiting(order, { about }), undefined, said, 'UTC'), about);
      const recipient = { entry: order.lastEntry, about: 'request' as const, of: undefined };
      const asked = tellMessage(order, recipient, said, undefined);
      fits(reminderMessage(waiting(order), asked, said, 'UTC'), 'request');
      const all = many(worstOrder('approved', write), 100);
      fits(remindersMessage(all, said), 'list');
      const digest = digestMessage(digestOf(all), said, 'UTC');
      if (!digest) throw expect.unreachable();
      fits(digest, 'digest');
    }
  });

  test('nothing that people typed pings, links or formats', () => {
    for (const text of HOSTILE) {
      const order = {
        ...inState.submitted,
        content: { ...content, title: text, client: text, location: text, contact: text },
      };
      const digest = digestMessage(digestOf([waiting(order)]), words, 'UTC');
      for (const message of [
        reminderMessage(waiting(order), undefined, words, 'UTC'),
        remindersMessage(many(order, 2), words),
        digest,
      ])
        cannotPing(message, []);
    }
  });

  test('a list says what has waited longest first, with amounts only where they are seen', () => {
    const order = { ...inState.submitted, number: 1 };
    const unpriced = { ...content, items: content.items.map((item) => ({ ...item, unitPrice: null })) };
    const { text, blocks } = remindersMessage(
      [waiting(order), waiting({ ...order, number: 2, content: unpriced }, { since: MORNING - 1 })],
      words,
    );
    expect(text).toBe('Reminder: 2 orders are waiting for you.\nSO-000002 Replace pump\nSO-000001 Replace pump');
    const rows = blocks.slice(1).map((block) => JSON.stringify(block));
    expect(rows.map((row) => row.includes('€20.00'))).toEqual([false, true]);
    expect(rows.every((row) => row.includes('order_show') && row.includes('<#C123>'))).toBe(true);
  });

  test('several that were proposed with a crew can be approved together; others cannot', () => {
    const proposed = { ...inState.submitted, content: { ...content, proposedCrew: [ana] } };
    const has = (orders: readonly Order[]) =>
      JSON.stringify(
        remindersMessage(
          orders.map((order) => waiting(order)),
          words,
        ),
      ).includes('several_open');
    expect(has([proposed, proposed])).toBe(true);
    expect(has([proposed, inState.submitted])).toBe(false);
  });

  test('a visit says that it is on hold or late, and what waits says since when it is overdue', () => {
    const late = { about: 'start', since: MORNING, due: MORNING } as const;
    const visits = [
      { order: onHold, channel: undefined },
      { order: inState.approved, channel: undefined, late },
    ];
    const shown = JSON.stringify(
      digestMessage({ visits, decisions: [waiting(inState.submitted, { overdue: MORNING })], late: [] }, words, 'UTC'),
    );
    expect(shown).toContain(words.order.holdReason.parts);
    expect(shown).toContain(part(words.inbox.today.late({ waits: words.reminder.waits.start({ date: ANY }) })));
    const overdue = part(words.inbox.overdue({ waits: '', date: ANY }));
    expect(shown).toContain(overdue);
    const reminders = (changes: Partial<Waiting>) =>
      JSON.stringify(
        remindersMessage(
          many(inState.submitted, 2).map((one) => ({ ...one, ...changes })),
          words,
        ),
      );
    expect(reminders({ overdue: MORNING })).toContain(overdue);
    expect(reminders({})).not.toContain(overdue);
  });

  test('a day that brings nothing has no digest', () => {
    expect(digestMessage({ visits: [], decisions: [], late: [] }, words, 'UTC')).toBeUndefined();
  });
});
