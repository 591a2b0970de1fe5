import { expect, test } from 'vitest';
import type { Order } from '../../src/order/order.ts';
import { Settings } from '../../src/settings.ts';
import { withLate } from '../../src/slack/home/late.ts';
import { listMessage } from '../../src/slack/views/lists.ts';
import { summaryOf } from '../support/messages.ts';
import { ANY, part, words } from '../support/words.ts';
import { asking, inState, MORNING, onHold, orderAfter } from '../support/workflow.ts';

const { start, end } = words.reminder.late;
const LONG_AFTER = MORNING + 30 * 86_400;
const started = orderAfter('submit', 'approve', 'start_work');

// biome-ignore format: a table reads best as a table
test.each<[string, Order, number, typeof start | typeof end | undefined]>([
  ['that has not begun',        inState.approved,  MORNING + 90_000 + 6 * 3600, start],
  ['that is not done',          started,           LONG_AFTER,                  end],
  ['before it is to begin',     inState.approved,  MORNING + 90_000,            undefined],
  ['on hold',                   onHold,            LONG_AFTER,                  undefined],
  ['whose extra cost waits',    asking,            LONG_AFTER,                  undefined],
  ['that waits for a decision', inState.submitted, LONG_AFTER,                  undefined],
  ['that was completed',        inState.completed, LONG_AFTER,                  undefined],
])('a list says what is late: work %s', async (_, order, at, says) => {
  const asked = { team: order.team, settings: Settings.parse({}), at };
  const orders = await withLate({ order: async () => order }, [summaryOf(order)], asked);
  const shown = JSON.stringify(listMessage(orders, undefined, false, words).blocks);
  for (const say of [start, end]) {
    const text = part(say({ date: ANY }));
    if (say === says) expect(shown).toContain(text);
    else expect(shown).not.toContain(text);
  }
});
