import { expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import { type Author, SYSTEM } from '../../src/order/people.ts';
import { causeOf } from '../../src/outbox/executor.ts';
import { historyOf } from '../../src/pdf/model/change-list.ts';
import { reopeningsIn } from '../../src/pdf/model/reopenings.ts';
import { signaturesOf } from '../../src/pdf/model/signatures.ts';
import { printerOf } from '../../src/pdf/print.ts';
import { entryMessage } from '../../src/slack/views/entry/entry.ts';
import { settledRequest } from '../../src/slack/views/inbox/settled.ts';
import { historyMessage } from '../../src/slack/views/lists.ts';
import { tellMessage } from '../../src/slack/views/tell.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { words } from '../support/words.ts';
import { actions, ana, closure, farid, inState, taken } from '../support/workflow.ts';

const client: Author = { kind: 'client', id: 'client', name: 'Jo <Doe> & Sons' };
const acceptance = { kind: 'accepted' as const, name: 'Jo' };
const close = { type: 'close' as const, base: 1, closure: closure('as_ordered', { acceptance }) };

/** An order that this author has closed and opened again, and closed once more. */
function endedBy(author: Author): WholeOrder {
  const acts = { ...author, roles: ['crew', 'supervisor'] as const, timeZone: 'UTC' };
  const closed = taken(inState.approved, close, { by: acts }).order;
  const reopened = taken(closed, actions().reopen, { by: acts }).order;
  return taken(reopened, { ...close, base: 2 }, { by: acts }).order;
}

test.each<[string, Author, string, string, string]>([
  ['the app', SYSTEM, 'Service Orders', 'Service Orders', ''],
  ['the client', client, 'Jo &lt;Doe&gt; &amp; Sons', 'Jo <Doe> & Sons', 'Client'],
  ['a person', { ...farid, kind: 'person' }, 'Farid Haddad', 'Farid Haddad', 'Field worker'],
  ['a person without a kind', farid, 'Farid Haddad', 'Farid Haddad', 'Field worker'],
])('%s is named in entries, lists, messages and documents', (_, author, shown, printed, capacity) => {
  const order = endedBy(author);
  const entry = order.entries.at(-1);
  const version = order.versions.at(-1);
  if (!entry || !version) throw expect.unreachable();
  expect(entry.by).toEqual(author);
  expect(version.by).toEqual(author);
  const about = { entry, about: 'closed' as const, of: undefined };
  for (const message of [
    entryMessage(order, entry, words),
    historyMessage(order, order.entries, [], words),
    tellMessage(order, about, words, undefined),
    settledRequest(order, entry, words, undefined),
  ])
    expect(JSON.stringify(message.blocks)).toContain(shown);
  expect(entryMessage(order, entry, words).text).not.toMatch(/undefined|system|<@/);
  const print = printerOf(version);
  const history = historyOf(order.versions, reopeningsIn(order.entries), print);
  expect(history?.rows.map(({ by }) => by)).toEqual(['Sam Okafor', printed, printed, printed]);
  const [, closed, accepted] = signaturesOf(version, [version], print);
  expect(closed?.name).toBe(printed);
  expect(closed?.facts[0]).toBe(capacity || print.dateTime(version.at));
  expect(accepted?.facts.some((fact) => fact.startsWith('Name entered by'))).toBe(author.kind !== 'client');
});

test('what no person did is delivered in the turn of the requester', () => {
  expect(causeOf(endedBy(SYSTEM))).toBe(ana.id);
  expect(causeOf(endedBy(client))).toBe(ana.id);
  expect(causeOf(endedBy(farid))).toBe(farid.id);
});

test('they are stored and read again', async () => {
  const folder = temporaryFolder();
  const store = await openStore(`file:${folder.file('x.db')}`);
  for (const [n, author] of [SYSTEM, client, farid].entries()) {
    const acts = { ...author, roles: ['requester', 'supervisor', 'crew'] as const, timeZone: 'UTC' };
    let order: WholeOrder | undefined;
    for (const action of [actions().submit, actions().approve, close]) {
      const from = order ?? { state: 'new' as const, team: 'T1', id: `O${n}` };
      const how = { by: acts, key: `${n} ${action.type}`, policy: { allowOwnApproval: true } };
      const accepted = taken(from, action, how);
      const saved = await store.commit({ ...accepted, spentDraft: null, now: 0 });
      if (saved.kind !== 'saved') throw expect.unreachable();
      order = { ...accepted.order, ...saved.order };
    }
    expect(await store.history('T1', `O${n}`)).toEqual({ versions: order?.versions, entries: order?.entries });
    expect(order?.versions.at(-1)?.by).toEqual(author);
    expect(order?.requester).toEqual({ id: author.id, name: author.name });
  }
  await store.close();
  folder.remove();
});
