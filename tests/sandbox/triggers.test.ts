import type { HomeView, ModalView } from '@slack/types';
import { afterEach, expect, test } from 'vitest';
import { connectedApp, errorOf, type Running, webClient } from './test-app.ts';

const view: ModalView = { type: 'modal', title: { type: 'plain_text', text: 'Hello' }, blocks: [{ type: 'divider' }] };

let running: Running;

afterEach(() => running.stop());

/** The trigger of a command that the app acked and did nothing with. */
async function freshTrigger(): Promise<string> {
  let trigger = '';
  running = await connectedApp((app) => {
    app.command('/ticket', async ({ ack, body }) => {
      await ack();
      trigger = body.trigger_id;
    });
  });
  await running.sandbox.people.ana.command('/ticket');
  return trigger;
}

test('a trigger works once', async () => {
  const trigger_id = await freshTrigger();
  const client = webClient(running.sandbox);
  await client.views.open({ trigger_id, view });
  expect(await errorOf(client.views.open({ trigger_id, view }))).toBe('exchanged_trigger_id');
  expect(running.sandbox.complaints.map((complaint) => complaint.kind)).toEqual(['bad_trigger']);
});

test('a trigger lives three seconds', async () => {
  const trigger_id = await freshTrigger();
  running.sandbox.clock.advance(3001);
  expect(await errorOf(webClient(running.sandbox).views.open({ trigger_id, view }))).toBe('expired_trigger_id');
});

test('an invented trigger is refused, and so is a push without a modal', async () => {
  const trigger_id = await freshTrigger();
  const client = webClient(running.sandbox);
  expect(await errorOf(client.views.open({ trigger_id: '1.2.3', view }))).toBe('invalid_trigger_id');
  expect(await errorOf(client.views.push({ trigger_id, view }))).toBe('not_found');
});

test('a view that is refused does not spend the trigger; a fourth modal and a doubled external id are refused', async () => {
  const trigger_id = await freshTrigger();
  const client = webClient(running.sandbox);
  const home: HomeView = { type: 'home', blocks: [] };
  expect(await errorOf(client.apiCall('views.open', { trigger_id, view: home }))).toBe('invalid_arguments');
  await client.views.open({ trigger_id, view: { ...view, external_id: 'one' } });
  const { ben } = running.sandbox.people;
  await ben.command('/ticket');
  const last = running.sandbox.inspector.envelopes().at(-1)?.payload.trigger_id;
  const again = client.views.open({ trigger_id: String(last), view: { ...view, external_id: 'one' } });
  expect(await errorOf(again)).toBe('duplicate_external_id');
});
