import { expect } from 'vitest';
import type { DocumentRef, OrderSummary, ParkedEffect } from '../../db/ports.ts';
import { textTotal } from '../../sandbox/server/blocks/message-text.ts';
import { validateBlocks } from '../../sandbox/server/blocks/validate.ts';
import type { TellKind } from '../../src/order/effect.ts';
import type { Order, WholeOrder } from '../../src/order/order.ts';
import { stageOf } from '../../src/order/progress/stage.ts';
import type { Status } from '../../src/order/progress/status.ts';
import { card, type Message } from '../../src/slack/views/card.ts';
import { movedMessage, supersededMessage } from '../../src/slack/views/channel-notes.ts';
import { entryMessage } from '../../src/slack/views/entry/entry.ts';
import { inboxMessage } from '../../src/slack/views/inbox/inbox.ts';
import { settledRequest } from '../../src/slack/views/inbox/settled.ts';
import { todayMessage } from '../../src/slack/views/inbox/today.ts';
import { historyMessage, listMessage } from '../../src/slack/views/lists.ts';
import { tellMessage } from '../../src/slack/views/tell.ts';
import { genuineCode, judgedFiles, notGenuine, unreadableCode } from '../../src/slack/views/verified.ts';
import { type Words, wordsFor } from '../../src/words/words.ts';
import { agendaOf } from './agenda.ts';

const kinds: readonly TellKind[] = [
  ...(['request', 'changes_requested', 'approved', 'rejected', 'withdrawn'] as const),
  ...(['crew_joined', 'crew_left', 'confirmed', 'closed', 'reopened'] as const),
  ...(['request_instead', 'supervisor_gone', 'requester_gone', 'coordinator_gone', 'crew_gone'] as const),
  ...(['channel_lost', 'channel_shared', 'took_over', 'handed_over'] as const),
  ...(['extra_cost', 'extra_disputed', 'extra_accepted', 'held', 'resumed', 'rescheduled', 'signed'] as const),
];
const former = { channel: 'C0123456', name: 'so-000012-acme' };
const link = 'https://work.slack.com/archives/C1/p1795000000000100';

/** The order as a list has it. */
export const summaryOf = (order: Order, index = 0): OrderSummary => ({
  id: `O${index}`,
  number: order.number,
  state: order.state,
  outcome: order.outcome,
  stateSince: order.stateSince,
  title: order.content.title,
  client: order.content.client,
  priority: order.content.priority,
  supervisor: order.supervisor.id,
  version: order.latest?.n ?? 0,
  stage: stageOf(order),
  channel: 'C0123456',
});

/** What a list calls it. */
const statusOf = ({ state }: Order): Status => (state === 'approved' ? 'scheduled' : state);

/** Something about the order that was not delivered. */
export const failureOf = (order: Order, text: string, index: number): ParkedEffect => ({
  id: `E${index}`,
  team: order.team,
  order: order.id,
  orderNumber: order.number,
  type: 'issue_document',
  error: text,
  remedy: text,
  parkedAt: 0,
});

/** A PDF for each version. */
export const documentsOf = (order: WholeOrder): DocumentRef[] =>
  order.versions.map(({ n }) => ({
    ...{
      team: order.team,
      order: order.id,
      version: n,
      copy: 'priced' as const,
      language: 'en',
      sha256: 'a'.repeat(64),
      size: 1,
      fileId: 'F1',
    },
    permalink: 'https://work.slack.com/files/U1/F1/so.pdf',
    ...{ channel: 'C1', ts: '1700000000.000100', marked: false },
  }));

/** Every message we send about an order, by what it is. */
export function messagesAbout(order: WholeOrder, words: Words = wordsFor('en-GB')): Record<string, Message> {
  const [first] = order.entries;
  const before = first && 'content' in first.action ? first.action : undefined;
  const told = order.entries.flatMap((entry) =>
    kinds.map((about) => [
      `tell ${about} of ${entry.action.type}`,
      tellMessage(
        order,
        { entry, about, before, of: about.endsWith('_gone') ? order.supervisor : undefined, timeZone: 'Asia/Tokyo' },
        words,
        former,
      ),
    ]),
  );
  const moved = (['archived', 'deleted', 'abandoned'] as const).map((how) => [
    `moved, ${how}`,
    movedMessage(order, { ...former, lost: { how, by: order.supervisor.id, at: 0 } }, words, order.supervisor.name),
  ]);
  const posted = order.entries.map((entry) => [
    `entry ${entry.action.type}`,
    entryMessage(order, entry, words, { before, sourceLink: link }),
  ]);
  const settled = order.entries.map((entry) => [
    `settled by ${entry.action.type}`,
    settledRequest(order, entry, words, 'C0123456'),
  ]);
  const summaries = Array.from({ length: 20 }, (_, index) => summaryOf(order, index));
  const verified = order.versions.flatMap((version) =>
    [true, false].flatMap((maySee): [string, Message][] => {
      const issued = { order, version, copy: 'priced' as const, documents: documentsOf(order) };
      const file = { name: order.content.title, found: { kind: 'genuine', issued, maySee } as const };
      return [
        [`verified v${version.n}, ${maySee}`, genuineCode(issued, maySee, words)],
        [
          `verified files of v${version.n}, ${maySee}`,
          judgedFiles(
            Array.from({ length: 10 }, () => file),
            gaps,
            words,
          ),
        ],
      ];
    }),
  );
  return {
    superseded: supersededMessage(order.number, 2, words),
    'no code': unreadableCode(order.content.title, words),
    'not genuine': notGenuine({ number: order.number, version: 9999, check: 'A'.repeat(12) }, gaps, words),
    ...Object.fromEntries(verified),
    card: card(order, words),
    'card without buttons': card(order, words, []),
    history: historyMessage(order, order.entries, documentsOf(order), words),
    list: listMessage(summaries, undefined, true, words),
    'list of a state': listMessage(summaries, statusOf(order), true, words),
    inbox: inboxMessage(agendaOf(order, 20).inbox, words),
    today: todayMessage(agendaOf(order, 20).today, words),
    'empty list': listMessage([], statusOf(order), false, words),
    ...Object.fromEntries([...told, ...moved, ...posted, ...settled]),
  };
}

/** A backup was restored three times. */
const gaps = [3, 2, 1].map((day) => ({ from: day * 86_400_000, until: day * 86_400_000 + 3_600_000 }));

/** Slack's rules for a message, and what is advised for its text. */
export function fits(message: Message, where: string): void {
  const { text, blocks }: Message = JSON.parse(JSON.stringify(message));
  // One expectation for each of many thousand messages: vitest takes longer to make one than we take to look.
  expect(
    {
      problems: validateBlocks('message', blocks),
      saysSomething: text.trim().length > 0,
      tooLong: text.length > 4000 && text.length,
      tooMuch: textTotal(blocks) > 11_000 && textTotal(blocks),
      halfCharacter: /\\ud[89a-f]/i.exec(JSON.stringify(message))?.[0],
    },
    where,
  ).toEqual({ problems: [], saysSomething: true, tooLong: false, tooMuch: false, halfCharacter: undefined });
}
