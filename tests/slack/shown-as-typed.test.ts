import { describe, expect, test } from 'vitest';
import { type Node, parseMrkdwn } from '../../sandbox/ui/text/mrkdwn.ts';
import type { Draft } from '../../src/forms/draft.ts';
import { pagesOf } from '../../src/forms/form.ts';
import { type OrderFormId, orderForms } from '../../src/forms/forms.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import { homeView } from '../../src/slack/views/home.ts';
import { findMessage, searchModal } from '../../src/slack/views/search.ts';
import { agendaOf } from '../support/agenda.ts';
import { context, drawn, orderFor } from '../support/forms.ts';
import { entryWith, poisoned } from '../support/hostile.ts';
import { spoken } from '../support/markup.ts';
import { messagesAbout, summaryOf } from '../support/messages.ts';
import { words } from '../support/words.ts';
import { actions, inState, item, taken } from '../support/workflow.ts';

// biome-ignore format: a list reads best as a list
const typed = [
  '*b* _i_ ~s~ `c` :smile: > q', '*b*', '_i_', '~s~', '`c`', ':fire:', 'a *', '* a', 'M8*40', '2 * 3 * 4', '> q', '＊太字＊', '*', 'A_12_B',
];

/** What stands there for the eye, without what Slack draws itself (people, channels, dates, links of ours). */
const visible = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => ('children' in node ? visible(node.children) : 'text' in node ? node.text : ''))
    .join('')
    .replaceAll('\uFEFF', '');
/** Formatting that we never write; we strike through what was removed, all of it. */
const unmeant = (nodes: readonly Node[], shown: string): Node[] =>
  nodes.flatMap((node) => [
    ...(['italic', 'pre', 'emoji'].includes(node.kind) ? [node] : []),
    ...(node.kind === 'strike' && visible(node.children) !== shown ? [node] : []),
    ...('children' in node ? unmeant(node.children, shown) : []),
  ]);

/** Fails where what was typed is drawn as formatting or loses a sign, or where it breaks our own formatting beside it. */
function shownAsTyped(payload: unknown, text: string, where: string): void {
  const shown = text.replaceAll('`', 'ˋ');
  for (const spoke of spoken(payload)) {
    // What is too long is cut, perhaps within our own bold.
    if (spoke.endsWith('…')) continue;
    const nodes = parseMrkdwn(spoke, true);
    const said = `${where}: ${spoke}`;
    expect(unmeant(nodes, shown), said).toEqual([]);
    const rest = visible(nodes).replaceAll(shown, '');
    const robbed = shown.replaceAll('*', '');
    if (robbed !== shown && robbed.length > 3) expect(rest, said).not.toContain(robbed);
    expect(rest, said).not.toMatch(/[*~`ˋ＊]|:\w+:|(?<!\w)_|_(?!\w)|(?<=\n)> q/);
  }
}

/** An order with every kind of entry in its history, in which everything was typed so. */
function eventful(text: string): WholeOrder {
  const { entries, ...order } = taken(inState.approved, actions().confirm_partial).order;
  const [, second] = order.versions;
  const all = Object.values(actions()).map((action) => entryWith({ ...order, entries }, action, second ?? null));
  return poisoned({ ...order, entries: all.map((entry, index) => ({ ...entry, seq: index + 1 })) }, text);
}

describe('F15 in everything that is said about an order', () => {
  test.each(typed)('%s', (text) => {
    const order = eventful(text);
    for (const [where, message] of Object.entries(messagesAbout(order))) shownAsTyped(message, text, where);
    const waiting = [summaryOf(order)];
    const found = { kind: 'found', orders: waiting, more: true } as const;
    const mine = { page: { s: 'scheduled', b: 900 }, orders: waiting, newer: true, older: true } as const;
    const failures = { total: 0, causes: [] };
    const home = homeView({ mayAct: true, maySubmit: true, ...agendaOf(order, 3), mine, failures }, words);
    for (const view of [home, findMessage(text, found, words), searchModal({ w: text }, found, words)])
      shownAsTyped(view, text, 'search and Home');
  });

  test.each(typed)('%s on the pages of forms', (text) => {
    for (const id of Object.keys(orderForms) as OrderFormId[]) {
      const { form } = orderForms[id];
      const about = context(orderFor[id] && poisoned(orderFor[id], text));
      const start = form.start(about);
      const values = Object.fromEntries(Object.keys(start.values).map((name) => [name, start.values[name] ?? null]));
      const items = [item('a', { description: text, unit: text }), item('new', { description: text, unit: text })];
      const draft: Draft = { ...start, items, values: { ...values, title: text, client: text, workDone: text } };
      for (const page of pagesOf(form, draft, about)) shownAsTyped(drawn(form, draft, about, page.id), text, page.id);
    }
  });
});
