import type { View } from '@slack/types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectedApp, type Running } from './test-app.ts';

const form = (title = 'Ticket'): View => ({
  type: 'modal',
  callback_id: 'ticket',
  title: { type: 'plain_text', text: title },
  submit: { type: 'plain_text', text: 'Send' },
  notify_on_close: true,
  blocks: [
    {
      type: 'input',
      block_id: 'subject',
      label: { type: 'plain_text', text: 'Subject' },
      element: { type: 'plain_text_input', action_id: 'v', max_length: 20 },
    },
    {
      type: 'input',
      block_id: 'who',
      optional: true,
      label: { type: 'plain_text', text: 'Who' },
      element: { type: 'users_select', action_id: 'v' },
    },
    {
      type: 'actions',
      block_id: 'more',
      elements: [{ type: 'button', action_id: 'push', text: { type: 'plain_text', text: 'More' } }],
    },
  ],
});

let running: Running;
let answer:
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update' | 'push'; view: View }
  | { response_action: 'clear' }
  | undefined;
const closed: boolean[] = [];
const submitted: unknown[] = [];

beforeEach(async () => {
  answer = undefined;
  closed.length = 0;
  submitted.length = 0;
  running = await connectedApp((app) => {
    app.command('/ticket', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: form() });
    });
    app.action('push', async ({ ack, body, client }) => {
      await ack();
      if ('trigger_id' in body) await client.views.push({ trigger_id: body.trigger_id, view: form('Second') });
    });
    app.view('ticket', async ({ ack, view }) => {
      submitted.push(view.state.values);
      if (answer === undefined) await ack();
      else await ack(answer);
    });
    app.view({ type: 'view_closed', callback_id: 'ticket' }, async ({ ack, body }) => {
      closed.push('is_cleared' in body && body.is_cleared === true);
      await ack();
    });
  });
});

afterEach(() => running.stop());

test('a command opens a form, and an empty ack closes it', async () => {
  const { ana, sam } = running.sandbox.people;
  await ana.command('/ticket');
  const modal = await ana.modal('Ticket');
  expect(modal.fields.map((field) => field.label)).toEqual(['Subject', 'Who']);
  await ana.fill({ Subject: 'Pump', Who: sam });
  expect(await ana.submit()).toEqual({ closed: true });
  expect(submitted).toEqual([
    {
      subject: { v: { type: 'plain_text_input', value: 'Pump' } },
      who: { v: { type: 'users_select', selected_user: sam.id } },
    },
  ]);
  expect(ana.topModal()).toBeUndefined();
  expect(running.sandbox.complaints).toEqual([]);
});

test('the client refuses empty required fields, long texts and unknown labels', async () => {
  const { ana } = running.sandbox.people;
  await ana.command('/ticket');
  await ana.modal();
  await expect(ana.submit()).rejects.toThrow('"Subject": please complete this required field');
  await expect(ana.fill({ Subject: 'x'.repeat(21) })).rejects.toThrow('takes 20 characters');
  await expect(ana.fill({ Nothing: 'x' })).rejects.toThrow(
    'sees no field "Nothing"; there is: subject "Subject", who "Who"',
  );
  await expect(ana.fill({ Who: 'dora' })).rejects.toThrow('deactivated');
  await expect(ana.press('Send it')).rejects.toThrow('there is: push "More"');
});

test('errors stand under their fields and the modal stays', async () => {
  const { ana } = running.sandbox.people;
  answer = { response_action: 'errors', errors: { subject: 'Say more' } };
  await ana.command('/ticket');
  await ana.modal();
  await ana.fill({ Subject: 'Pump' });
  expect(await ana.submit()).toEqual({ errors: { subject: 'Say more' } });
  expect(ana.errors()).toEqual({ subject: 'Say more' });
  expect(running.sandbox.complaints).toEqual([]);
});

test('an error for a block that is no input shows the banner and is complained of', async () => {
  const { ana } = running.sandbox.people;
  answer = { response_action: 'errors', errors: { nowhere: 'Say more' } };
  await ana.command('/ticket');
  await ana.modal();
  await ana.fill({ Subject: 'Pump' });
  expect(await ana.submit()).toEqual({ trouble: 'We had some trouble connecting. Try again?' });
  expect(running.sandbox.complaints.map((complaint) => complaint.kind)).toEqual(['bad_ack']);
  expect(ana.topModal()?.trouble).toBeDefined();
});

test('an update keeps what was typed where the ids are the same', async () => {
  const { ana } = running.sandbox.people;
  answer = { response_action: 'update', view: form('Checked') };
  await ana.command('/ticket');
  const before = await ana.modal();
  await ana.fill({ Subject: 'Pump' });
  await ana.submit();
  const after = await ana.modal('Checked');
  expect(after.id).toBe(before.id);
  expect(after.hash).not.toBe(before.hash);
  expect(after.fields[0]?.value).toEqual({ type: 'plain_text_input', value: 'Pump' });
});

test('views stack three deep, back leaves one, X clears all', async () => {
  const { ana } = running.sandbox.people;
  await ana.command('/ticket');
  await ana.modal();
  await ana.press('More');
  await ana.modal('Second');
  await ana.press('More');
  await running.sandbox.workspace.waitFor((workspace) => workspace.stacks.get(ana.id)?.length === 3);
  await ana.back();
  expect(closed).toEqual([false]);
  await ana.closeModal(true);
  expect(closed).toEqual([false, true]);
  expect(ana.topModal()).toBeUndefined();
});

test('a form delivered twice does not disturb a closed modal', async () => {
  const { ana } = running.sandbox.people;
  await ana.command('/ticket');
  await ana.modal();
  await ana.fill({ Subject: 'Pump' });
  await ana.submit();
  await ana.redeliverLast();
  expect(submitted).toHaveLength(2);
  expect(running.sandbox.complaints).toEqual([]);
});
