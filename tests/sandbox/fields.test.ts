import type { View } from '@slack/types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectedApp, type Running } from './test-app.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const input = (block_id: string, label: string, element: object, more: object = {}) =>
  ({
    type: 'input',
    block_id,
    label: plain(label),
    optional: true,
    element: { action_id: 'v', ...element },
    ...more,
  }) as const;
const options = ['Done', 'Not performed'].map((text) => ({ text: plain(text), value: text }));

const everything = {
  type: 'modal',
  callback_id: 'all',
  title: plain('Everything'),
  submit: plain('Send'),
  blocks: [
    input('client', 'Client', { type: 'external_select', min_query_length: 2 }),
    input('day', 'Day', { type: 'datepicker' }),
    input('at', 'At', { type: 'timepicker' }),
    input('start', 'Start', { type: 'datetimepicker' }),
    input('hours', 'Hours', { type: 'number_input', is_decimal_allowed: true, max_value: '24' }),
    input('mail', 'Mail', { type: 'email_text_input' }),
    input('crew', 'Crew', { type: 'multi_users_select', max_selected_items: 2 }),
    input('tick', 'Final', { type: 'checkboxes', options: [{ text: plain('This finishes the job'), value: 'yes' }] }),
    input('photos', 'Photos', { type: 'file_input', filetypes: ['jpg'], max_files: 1 }),
    input('outcome', 'Outcome', { type: 'static_select', options }, { dispatch_action: true }),
  ],
};

let running: Running;
let values: unknown;

beforeEach(async () => {
  running = await connectedApp((app) => {
    app.command('/ticket', async ({ ack, body, client }) => {
      await ack();
      await client.apiCall('views.open', { trigger_id: body.trigger_id, view: everything });
    });
    app.options('v', async ({ ack, payload }) => {
      await ack({ options: payload.value === 'Acm' ? [{ text: plain('Acme Ltd'), value: 'acme' }] : [] });
    });
    app.action('v', async ({ ack, body, client }) => {
      await ack();
      if (!('view' in body) || body.view === undefined) return;
      const more = input('reason', 'Reason', { type: 'plain_text_input' });
      const view = { ...everything, blocks: [...everything.blocks, more] };
      await client.apiCall('views.update', { view_id: body.view.id, hash: body.view.hash, view });
    });
    app.view('all', async ({ ack, view }) => {
      values = view.state.values;
      await ack();
    });
    app.event('app_home_opened', async ({ event, client }) => {
      const view: View = { type: 'home', blocks: [{ type: 'section', text: plain(`Hello ${event.tab}`) }] };
      await client.views.publish({ user_id: event.user, view });
    });
  });
});

afterEach(() => running.stop());

test('every kind of field takes what a person enters, in the shape Slack sends', async () => {
  const { ana, farid, fiona } = running.sandbox.people;
  await ana.command('/ticket');
  await ana.modal('Everything');
  await ana.fill({
    Client: { search: 'Acm', pick: 'Acme Ltd' },
    Day: '2026-12-01',
    At: '08:30',
    Start: '2026-12-01T08:00:00Z',
    Hours: '7.5',
    Mail: 'a@b.example',
    Crew: [farid, 'fiona'],
    Final: true,
    Photos: [{ name: 'pump.jpg', bytes: Buffer.from('jpeg') }],
    Outcome: 'Not performed',
    Reason: 'Nobody home',
  });
  expect(await ana.submit()).toEqual({ closed: true });
  expect(values).toMatchObject({
    client: { v: { type: 'external_select', selected_option: { value: 'acme' } } },
    day: { v: { selected_date: '2026-12-01' } },
    at: { v: { selected_time: '08:30' } },
    start: { v: { selected_date_time: 1_796_112_000 } },
    hours: { v: { type: 'number_input', value: '7.5' } },
    mail: { v: { value: 'a@b.example' } },
    crew: { v: { selected_users: [farid.id, fiona.id] } },
    tick: { v: { selected_options: [{ value: 'yes' }] } },
    photos: { v: { files: [{ name: 'pump.jpg', size: 4 }] } },
    outcome: { v: { selected_option: { value: 'Not performed' } } },
    reason: { v: { value: 'Nobody home' } },
  });
  expect(running.sandbox.complaints).toEqual([]);
});

test('what the client would not let a person enter is refused', async () => {
  const { ana } = running.sandbox.people;
  await ana.command('/ticket');
  await ana.modal('Everything');
  const refused: [Parameters<typeof ana.fill>[0], string][] = [
    [{ Client: 'A' }, 'offers nothing before 2 characters'],
    [{ Client: 'Zeta' }, 'does not offer "Zeta" but: nothing'],
    [{ Day: '1.12.2026' }, 'a date such as'],
    [{ At: '25:00' }, 'a time such as'],
    [{ Hours: '25' }, 'takes 24 or less'],
    [{ Hours: 'ten' }, 'takes a number'],
    [{ Mail: 'nobody' }, 'an e-mail address'],
    [{ Crew: ['farid', 'fiona', 'felix'] }, 'takes 2 at most'],
    [{ Photos: [{ name: 'a.pdf', bytes: Buffer.from('x') }] }, 'takes jpg'],
    [{ Outcome: 'Perhaps' }, 'does not offer "Perhaps" but: Done "Done"'],
  ];
  for (const [entry, why] of refused) await expect(ana.fill(entry)).rejects.toThrow(why);
});

test('opening the home waits until the app has drawn it', async () => {
  const { ana } = running.sandbox.people;
  expect(ana.home()).toBeUndefined();
  expect((await ana.openHome())?.shown).toBe('Hello home');
});
