import type { Button } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { withoutPrices } from '../../src/order/amounts/prices.ts';
import type { Item } from '../../src/order/content.ts';
import type { TellKind } from '../../src/order/effect.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import { STATUSES } from '../../src/order/progress/status.ts';
import { buttonBlocks } from '../../src/slack/views/buttons.ts';
import { card } from '../../src/slack/views/card.ts';
import { tellMessage } from '../../src/slack/views/tell.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { statusText } from '../../src/words/state.ts';
import { wordsFor } from '../../src/words/words.ts';
import { words } from '../support/words.ts';
import { actions, closure, inState, item, report, taken } from '../support/workflow.ts';

const none = { policy: { tolerance: { percent: 0, amount: null } } };
const approved = taken(inState.submitted, actions().approve, none).order;
const confirm = (order: WholeOrder, items: readonly Item[]) =>
  taken(order, { type: 'confirm_partial', base: order.latest?.n ?? 1, items, report }, none).order;
const asking = confirm(approved, [item('a', { unitPrice: '999' })]);
const disputed = taken(asking, { type: 'dispute_extra', question: 3, reason: 'Too dear' }).order;

const acceptIn = (order: WholeOrder, read = words): Button | undefined =>
  buttonBlocks(order, ['accept'], read)[0]?.elements.find((one): one is Button => one.type === 'button');

describe('Accept', () => {
  test('is pressed once where nobody has disputed anything', () => {
    expect(acceptIn(asking)?.confirm).toBeUndefined();
  });

  test.each(LANGUAGES)('%s: asks whether it is meant, once the extra cost was disputed', (language) => {
    const { confirm: asked } = acceptIn(disputed, wordsFor(language)) ?? {};
    expect(asked?.text?.text).toContain('Sam Okafor');
    expect(asked?.title?.text.length).toBeLessThanOrEqual(100);
    for (const said of [asked?.confirm, asked?.deny]) expect(said?.text.length).toBeLessThanOrEqual(30);
  });

  test('a name of any length leaves the question readable', () => {
    const by = { id: 'U1', name: 'n'.repeat(500) };
    const { question } = disputed.progress;
    if (!question?.disputed) return expect.unreachable();
    const progress = { ...disputed.progress, question: { ...question, disputed: { ...question.disputed, by } } };
    expect(acceptIn({ ...disputed, progress })?.confirm?.text?.text).toMatch(/…? disputed it.*\?$/);
  });
});

test.each(LANGUAGES)('%s: every status has a word of its own', (language) => {
  const said = STATUSES.map((status) => statusText(status, wordsFor(language)));
  expect(new Set(said).size).toBe(STATUSES.length);
});

describe('items that were added without a price', () => {
  const added = [item('c', { unitPrice: null }), item('d', { unitPrice: null })];
  const shown = (order: WholeOrder, about: TellKind) => {
    const { blocks } = tellMessage(order, { entry: order.lastEntry, about, of: undefined }, words, undefined);
    return JSON.stringify(blocks);
  };
  const within = confirm(approved, [...approved.content.items, ...added]);
  const above = confirm(approved, [item('a', { unitPrice: '999' }), added[0] as Item]);

  test('are pointed out to who sees prices, in the message and on the card', () => {
    expect(shown(within, 'confirmed')).toContain('2 added items have no price yet.');
    expect(shown(above, 'extra_cost')).toContain('1 added item has no price yet.');
    expect(JSON.stringify(card(within, words))).toContain('2 added items have no price yet.');
    const closed = taken(within, { type: 'close', base: 2, closure: closure('with_changes') }, none).order;
    expect(shown(closed, 'closed')).toContain('2 added items have no price yet.');
  });

  test('not to others, nor once they have one, nor where nothing has a price, nor what was approved so', () => {
    const free = approved.content.items.map((one) => ({ ...one, unitPrice: null }));
    const unpriced = { ...within, approvedItems: free, content: { ...within.content, items: [...free, ...added] } };
    const time = { worker: { id: 'U1', name: 'Farid' }, day: '2026-11-28' };
    const trip = {
      ...item('t', { kind: 'labour', unit: 'h', unitPrice: null }),
      time: { ...time, activity: 'travel' },
    };
    const onTheRoad = { ...within, content: { ...within.content, items: [...approved.content.items, trip as Item] } };
    const planned = { ...approved, approvedItems: [...approved.content.items, ...added] };
    for (const order of [
      withoutPrices(within),
      confirm(within, [...approved.content.items, item('c'), item('d')]),
      unpriced,
      onTheRoad,
      { ...planned, content: { ...planned.content, items: planned.approvedItems } },
      approved,
    ])
      expect(JSON.stringify(card(order, words))).not.toContain('no price yet');
  });
});
