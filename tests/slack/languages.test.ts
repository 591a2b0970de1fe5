import { describe, expect, test } from 'vitest';
import { validateView } from '../../sandbox/server/blocks/validate.ts';
import { STATES } from '../../src/order/order.ts';
import { card, topic } from '../../src/slack/views/card.ts';
import { CAUSES_SHOWN, ROWS_SHOWN } from '../../src/slack/views/desk/failures.ts';
import { homeView } from '../../src/slack/views/home.ts';
import { notice } from '../../src/slack/views/notice.ts';
import { findMessage, searchModal } from '../../src/slack/views/search.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { keptRemedy } from '../../src/words/remedy.ts';
import { type Words, wordsFor } from '../../src/words/words.ts';
import { agendaOf } from '../support/agenda.ts';
import { englishIn, pseudoWords } from '../support/catalogue.ts';
import { alphabets, worstEntries, worstOrder } from '../support/extremes.ts';
import { failureOf, fits, messagesAbout, summaryOf } from '../support/messages.ts';
import { inState } from '../support/workflow.ts';

/** What grows most when it is escaped, and what a cut may halve. */
const LONGEST = [(length: number) => '&'.repeat(length), (length: number) => '😀'.repeat(Math.floor(length / 2))];

const kanji = alphabets['a script of three bytes a letter'];
if (!kanji) throw new Error('no alphabet without Latin letters');

/** What people of the samples typed. */
const NAMES = /Sam Okafor|Replace pump|#so-000012-acme/g;

const plainJson = (value: unknown) => JSON.parse(JSON.stringify(value));

/** Home of an admin with something of everything, and of somebody who may do nothing and has nothing. */
function homes(words: Words) {
  const order = worstOrder('approved', kanji ?? String);
  const orders = Array.from({ length: 20 }, (_, index) => summaryOf(order, index));
  const remedy = keptRemedy({ say: 'app_removed', channel: '循環' });
  const newest = Array.from({ length: ROWS_SHOWN }, (_, index) => ({ ...failureOf(order, '循環', index), remedy }));
  const causes = Array.from({ length: CAUSES_SHOWN }, (_, n) => ({
    ...{ error: '循環', remedy, count: 80, key: `cause${n}`, newest },
  }));
  const full = { page: { s: 'scheduled', b: 900 }, orders, newer: true, older: true } as const;
  const empty = { page: { s: '' }, orders: [], newer: false, older: false } as const;
  const none = { total: 0, causes: [] };
  return [
    homeView(
      { mayAct: true, maySubmit: true, ...agendaOf(order, 20), mine: full, failures: { total: 5000, causes } },
      words,
    ),
    homeView({ mayAct: true, maySubmit: true, mine: empty, failures: none }, words),
    homeView({ mayAct: false, maySubmit: false, mine: empty, failures: none }, words),
  ];
}

const searches = (words: Words) => {
  const orders = Array.from({ length: 20 }, (_, index) => summaryOf(worstOrder('approved', kanji), index));
  return [orders, []].flatMap((found) => {
    const findings = { kind: 'found', orders: found, more: found.length > 0 } as const;
    return { message: findMessage('循環', findings, words), view: searchModal({ w: '循環' }, findings, words) };
  });
};

const all: [string, Words][] = [
  ...LANGUAGES.map((one): [string, Words] => [one, wordsFor(one)]),
  ['pseudo', pseudoWords],
];

describe.each(all)('in %s', (_, words) => {
  test('everything about an order stands in Slack, short and as long as it may be', () => {
    for (const state of STATES)
      for (const [where, message] of Object.entries(messagesAbout({ ...inState[state], number: 12 }, words)))
        fits(message, `${state}, ${where}`);
    for (const write of LONGEST) {
      for (const [where, message] of Object.entries(messagesAbout(worstEntries(write).order, words)))
        fits(message, where);
      for (const state of STATES) {
        const worst = worstOrder(state, write);
        fits(card(worst, words), state);
        expect(topic(worst, words).length, state).toBeLessThanOrEqual(250);
      }
    }
  });

  test('so do Home, the search and a notice', () => {
    for (const home of homes(words)) expect(validateView(plainJson(home))).toEqual([]);
    for (const { message, view } of searches(words)) {
      fits(message, 'find');
      expect(validateView(plainJson(view))).toEqual([]);
    }
    for (const title of Object.values(words.forms.notice.title))
      expect(validateView(plainJson(notice(words, title, '循環')))).toEqual([]);
  });
});

test('no English is written into what an order’s people read, wherever it stands', () => {
  const written: Record<string, readonly string[]> = {};
  const look = (where: string, payload: unknown) => {
    const english = englishIn(plainJson(payload), NAMES);
    if (english.length > 0) written[where] = english;
  };
  for (const [where, message] of Object.entries(messagesAbout(worstEntries(kanji).order, pseudoWords)))
    look(where, message);
  for (const state of STATES) look(`card, ${state}`, card(worstOrder(state, kanji), pseudoWords));
  look('Home', homes(pseudoWords));
  look('search', searches(pseudoWords));
  expect(written).toEqual({});
});
