import type { KnownBlock } from '@slack/types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectedApp, type Running, webClient } from './test-app.ts';

interface Seen {
  action: string;
  trigger: string;
  ts: string;
  value: unknown;
}

let running: Running;
let channel: string;
const seen: Seen[] = [];
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const options = ['Low', 'High'].map((text) => ({ text: plain(text), value: text.toLowerCase() }));

const blocks: KnownBlock[] = [
  {
    type: 'actions',
    block_id: 'a',
    elements: [
      {
        type: 'button',
        action_id: 'approve',
        text: plain('Approve'),
        value: '1',
        confirm: { title: plain('Sure?'), text: plain('Yes?'), confirm: plain('Yes'), deny: plain('No') },
      },
      { type: 'static_select', action_id: 'priority', placeholder: plain('Priority'), options },
      { type: 'overflow', action_id: 'more', options: [{ text: plain('History'), value: 'history' }] },
    ],
  },
];

beforeEach(async () => {
  seen.length = 0;
  running = await connectedApp((app) => {
    app.action(/.*/, async ({ ack, body, action }) => {
      await ack();
      if (!('action_ts' in action) || !('action_id' in action) || !('trigger_id' in body)) return;
      const chosen = 'selected_option' in action ? action.selected_option?.value : undefined;
      const value = 'value' in action ? action.value : chosen;
      seen.push({ action: String(action.action_id), trigger: String(body.trigger_id), ts: action.action_ts, value });
    });
  });
  const client = webClient(running.sandbox);
  channel = (await client.conversations.create({ name: 'so-1', is_private: true })).channel?.id ?? '';
  await client.conversations.invite({ channel, users: running.sandbox.people.ana.id });
  await client.chat.postMessage({ channel, text: 'Card', blocks });
});

afterEach(() => running.stop());

test('buttons, menus and overflow entries are used by their visible words', async () => {
  const { ana } = running.sandbox.people;
  await ana.press('Approve');
  await ana.choose('Priority', 'High', { channel: 'so-1' });
  await ana.press('History');
  expect(seen.map((one) => [one.action, one.value])).toEqual([
    ['approve', '1'],
    ['priority', 'high'],
    ['more', 'history'],
  ]);
  expect(running.sandbox.complaints).toEqual([]);
});

test('people press only what they see', async () => {
  const { ana, ben } = running.sandbox.people;
  await expect(ana.press('Reject')).rejects.toThrow(
    'sees no "Reject" to press or choose; there is: approve "Approve", history "History"',
  );
  await expect(ben.press('Approve')).rejects.toThrow('there is: nothing');
  await expect(ana.choose('Priority', 'Urgent')).rejects.toThrow('does not offer "Urgent" but: low "Low", high "High"');
});

test('a double press is two interactions, a redelivery is the same one again', async () => {
  const { ana } = running.sandbox.people;
  await ana.doublePress('Approve');
  expect(new Set(seen.map((one) => one.trigger)).size).toBe(2);
  expect(new Set(seen.map((one) => one.ts)).size).toBe(2);
  await ana.redeliverLast();
  expect(seen[2]).toEqual(seen.find((one) => one.trigger === seen[2]?.trigger));
});

test('message shortcuts are known by their names, and the screen shows the card', async () => {
  const { ana } = running.sandbox.people;
  const [message] = ana.messages('so-1').slice(-1);
  await expect(ana.messageShortcut('New ticket', message ?? { ts: '' })).rejects.toThrow(
    'there are: from_message "Ticket from message"',
  );
  expect(ana.screen()).toContain('[Approve]');
});
