import { describe, expect, test } from 'vitest';
import type { Action, Entry } from '../../src/order/action.ts';
import { type Confirmed, confirmedIn } from '../../src/order/amounts/confirmed.ts';
import { formatMoney } from '../../src/order/amounts/money.ts';
import { historyWithoutPrices } from '../../src/order/amounts/prices.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import { asReminded } from '../../src/order/progress/history.ts';
import { historyMessage } from '../../src/slack/views/lists.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { wordsFor } from '../../src/words/words.ts';
import { seen } from '../support/markup.ts';
import { ANY, part } from '../support/words.ts';
import { actions, ana, farid, greta, inState, item, MORNING, report, sam, taken } from '../support/workflow.ts';

const entries = (...actions: Action[]): Entry[] =>
  actions.map((action, n) => ({ seq: n + 1, at: MORNING + n, by: ana, action, version: null, key: `k${n}` }));
const remind = (people: Entry['by'][], asked?: Entry['by'][]): Action => ({
  ...{ type: 'remind', about: 'start', step: 1, people },
  ...(asked ? { asked } : {}),
});
const lapse = (entry: number, ...people: Entry['by'][]): Action => ({ type: 'lapse', entry, people });
const told = (...actions: Action[]) =>
  asReminded(entries(...actions)).map(({ seq, action }) => {
    const names = 'people' in action ? action.people.map(({ id }) => id) : [];
    return `${seq} ${action.type} ${names.join(' ')}`.trim();
  });

test.each<[string, Action[], string[]]>([
  ['everybody was told', [remind([farid, greta])], ['1 remind UFARID UGRETA']],
  ['one of two', [remind([farid, greta]), lapse(1, greta)], ['1 remind UFARID']],
  ['nobody', [remind([farid]), { type: 'start_work' }, lapse(1, farid)], ['1 lapse UFARID', '2 start_work']],
  [
    'nobody, one after the other',
    [remind([farid, greta]), lapse(1, greta), lapse(1, farid)],
    ['1 lapse UGRETA UFARID'],
  ],
  ['nobody, but somebody was asked', [remind([sam], [ana]), lapse(1, sam)], ['1 remind']],
  ['of another reminder', [remind([farid]), remind([greta]), lapse(2, greta)], ['1 remind UFARID', '2 lapse UGRETA']],
])('a history with reminders: %s', (_, actions, lines) => expect(told(...actions)).toEqual(lines));

describe('what confirmations came to', () => {
  const textsOf = ({ blocks }: { readonly blocks: unknown }) => seen(blocks).join('\n');
  const none = { policy: { tolerance: { percent: 0, amount: null } } };
  const approved = taken(inState.submitted, actions().approve, none).order;
  const confirm = (order: WholeOrder, unitPrice: string | null) => {
    const items = [item('a', { unitPrice })];
    return taken(order, { type: 'confirm_partial', base: order.latest?.n ?? 1, items, report }, none).order;
  };
  const asking = confirm(approved, '999');
  const accept = { type: 'accept_extra', question: asking.lastEntry.seq } as const;
  const accepted = taken(asking, accept, none).order;
  const found = (order: WholeOrder) => [...confirmedIn(order, order.entries)];
  const above = { net: 99_900, extra: { difference: 97_900, approved: 2000 } };

  test.each<[string, WholeOrder, Confirmed[]]>([
    ['within what was approved', confirm(approved, '5'), [{ net: 500, extra: undefined }]],
    ['above it', asking, [above]],
    ['above it, and then not any more', confirm(asking, '5'), [above, { net: 500, extra: 'settled' }]],
    ['once it is accepted', confirm(accepted, '999'), [above, { net: 99_900, extra: undefined }]],
    ['without prices', confirm(approved, null), []],
    ['to who sees no prices', historyWithoutPrices(asking), []],
  ])('%s', (_, order, expected) => expect(found(order).map(([, one]) => one)).toEqual(expected));

  test.each(LANGUAGES)('stand in the history, as does what people were reminded of, in %s', (language) => {
    const said = wordsFor(language);
    const remind = { type: 'remind', about: 'extra_cost', step: 1, people: [sam] } as const;
    const order = taken(asking, remind).order;
    const shown = textsOf(historyMessage(order, order.entries, [], said));
    expect(shown).toContain(said.tell.amount.net({ net: formatMoney(99_900, order.content, said.locale) }));
    expect(shown).toContain(said.entry.about.extra_cost);
    expect(shown).toContain(part(said.entry.extraAsked({ difference: ANY })));
    const settled = confirm(asking, '5');
    expect(textsOf(historyMessage(settled, settled.entries, [], said))).toContain(said.entry.extraSettled);
  });
});
