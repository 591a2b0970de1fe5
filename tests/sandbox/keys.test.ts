import type { KnownBlock, View } from '@slack/types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectedApp, type Running, webClient } from './test-app.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string, text: string) => ({ value, text: plain(text) });
const input = (block_id: string, label: string, element: object): KnownBlock =>
  ({ type: 'input', block_id, label: plain(label), element: { action_id: 'field', ...element } }) as KnownBlock;

/** Labels that are the keys of other things, as happens when words change. */
const form: View = {
  type: 'modal',
  callback_id: 'form:ticket',
  title: plain('Report'),
  submit: plain('Send'),
  blocks: [
    input('reason', 'note', { type: 'plain_text_input' }),
    input('note', 'Work done', { type: 'plain_text_input' }),
    input('extra', 'Work left', { type: 'plain_text_input' }),
    input('end', 'End', { type: 'static_select', options: [option('done', 'left'), option('left', 'Left over')] }),
  ],
};

const card: KnownBlock[] = [
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'order:close', text: plain('Reopen') },
      { type: 'button', action_id: 'order:reopen', text: plain('Begin again') },
      { type: 'overflow', action_id: 'more', options: [option('history', 'What happened')] },
    ],
  },
];

let running: Running;
const pressed: string[] = [];
const sent: unknown[] = [];

beforeEach(async () => {
  pressed.length = 0;
  sent.length = 0;
  running = await connectedApp((app) => {
    app.command('/ticket', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: form });
    });
    app.action(/.*/, async ({ ack, action }) => {
      await ack();
      if ('action_id' in action) pressed.push(action.action_id);
    });
    app.view('form:ticket', async ({ ack, view }) => {
      sent.push(view.state.values);
      await ack({ response_action: 'errors', errors: { note: 'Say more' } });
    });
  });
  const client = webClient(running.sandbox);
  const { channel } = await client.conversations.create({ name: 'so-1', is_private: true });
  await client.conversations.invite({ channel: channel?.id ?? '', users: running.sandbox.people.ana.id });
  await client.chat.postMessage({ channel: channel?.id ?? '', text: 'Card', blocks: card });
});

afterEach(() => running.stop());

test('a form goes by its callback_id, a field by its block_id, an option by its value, before any words', async () => {
  const { ana } = running.sandbox.people;
  await ana.command('/ticket');
  await ana.modal('form:ticket');
  await ana.modal('ticket');
  await ana.fill({ note: 'a note', reason: 'a reason', extra: 'more', end: 'left' });
  expect(await ana.submit()).toEqual({ errors: { note: 'Say more' } });
  expect(ana.errors()).toEqual({ note: 'Say more' });
  expect(sent).toMatchObject([
    {
      note: { field: { value: 'a note' } },
      reason: { field: { value: 'a reason' } },
      end: { field: { selected_option: { value: 'left' } } },
    },
  ]);
});

test('words work where there is no such key, and are refused where they fit several things', async () => {
  const { ana } = running.sandbox.people;
  await ana.command('/ticket');
  await ana.modal('Report');
  await ana.fill({ 'Work done': 'all of it', End: 'Left over' });
  await expect(ana.fill({ Work: 'x' })).rejects.toThrow(
    'sees several fields "Work": note "Work done", extra "Work left"',
  );
  await expect(ana.fill({ crew: 'x' })).rejects.toThrow('sees no field "crew"; there is: reason "note", note');
});

test('a button goes by its action_id, whole or after the last colon, before any words', async () => {
  const { ana } = running.sandbox.people;
  expect(ana.messages('so-1').at(-1)).toMatchObject({
    buttons: ['Reopen', 'Begin again', 'What happened'],
    actions: ['close', 'reopen', 'history'],
  });
  await ana.press('reopen');
  await ana.press('order:close');
  await ana.press('history');
  await ana.press('Reopen');
  expect(pressed).toEqual(['order:reopen', 'order:close', 'more', 'order:close']);
  await expect(ana.press('e')).rejects.toThrow('say which (nth) of close "Reopen", reopen "Begin again"');
});
