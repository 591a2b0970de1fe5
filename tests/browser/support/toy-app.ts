import type { App } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value), value });
const input = (block_id: string, element: object, more: object = {}): KnownBlock =>
  ({
    type: 'input',
    block_id,
    label: plain(block_id),
    element: { action_id: 'field', ...element },
    ...more,
  }) as KnownBlock;

/** A form with an element of every kind; some are filled in already. */
export const everything: ModalView = {
  type: 'modal',
  callback_id: 'everything',
  title: plain('Everything'),
  submit: plain('Save'),
  blocks: [
    { type: 'actions', block_id: 'more', elements: [{ type: 'button', action_id: 'push', text: plain('Push') }] },
    input('Name', { type: 'plain_text_input', initial_value: 'Ana', min_length: 3 }),
    input('Count', { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '9' }),
    input('Mail', { type: 'email_text_input' }, { optional: true }),
    input('Day', { type: 'datepicker', initial_date: '2026-12-24' }),
    input('Hour', { type: 'timepicker' }),
    input('Moment', { type: 'datetimepicker', initial_date_time: 1_800_000_000 }),
    input('Person', { type: 'users_select' }),
    input('Part', { type: 'external_select', min_query_length: 2 }),
    input('Colour', { type: 'static_select', options: [option('Red'), option('Green')] }),
    input('Sizes', {
      type: 'checkboxes',
      options: [option('Small'), option('Large')],
      initial_options: [option('Large')],
    }),
    input('Way', { type: 'radio_buttons', options: [option('Road'), option('Rail')] }),
    input('Papers', { type: 'file_input', filetypes: ['pdf', 'png'], max_files: 2 }, { optional: true }),
    input(
      'Kind',
      { type: 'static_select', options: [option('Plain'), option('Fancy')] },
      { dispatch_action: true, optional: true },
    ),
  ],
};

const small = (title: string, blocks: KnownBlock[]): ModalView => ({
  type: 'modal',
  callback_id: 'small',
  title: plain(title),
  blocks,
});

/** What the toy app has been told. */
export interface Told {
  saved: Record<string, Record<string, object>>[];
  presses: string[];
}

/** An app that opens the form, offers parts, pushes views, and forgets to ack when it is told to. */
export function toyApp(told: Told) {
  return (app: App): void => {
    app.command('/ticket', async ({ ack, client, command }) => {
      await ack();
      const view =
        command.text === 'deaf'
          ? {
              ...everything,
              callback_id: 'deaf',
              blocks: [input('Any', { type: 'plain_text_input' }, { optional: true })],
            }
          : everything;
      await client.views.open({ trigger_id: command.trigger_id, view });
    });
    app.options<'block_suggestion'>({ block_id: 'Part' }, async ({ ack, options }) => {
      const parts = ['Pump', 'Pump seal', 'Valve'].filter((part) =>
        part.toLowerCase().includes(options.value.toLowerCase()),
      );
      await ack({ options: parts.map(option) });
    });
    app.view('everything', async ({ ack, view }) => {
      told.saved.push(structuredClone(view.state.values));
      await ack();
    });
    app.view('deaf', async () => {});
    app.action('push', async ({ ack, body, client }) => {
      await ack();
      if (!('trigger_id' in body)) return;
      const again: KnownBlock = {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'push', text: plain('Push') }],
      };
      const depth = 'view' in body && body.view?.previous_view_id ? 3 : 2;
      await client.views.push({
        trigger_id: body.trigger_id,
        view: small(`Layer ${depth}`, depth < 3 ? [again] : [{ type: 'divider' }]),
      });
    });
    app.action('field', async ({ ack, body, client }) => {
      await ack();
      if (!('view' in body) || !body.view) return;
      const blocks = [
        ...everything.blocks,
        { type: 'context', elements: [{ type: 'mrkdwn', text: 'Redrawn' }] } satisfies KnownBlock,
      ];
      await client.views.update({ view_id: body.view.id, view: { ...everything, blocks } });
    });
    app.action(/^press/, async ({ ack, action }) => {
      await ack();
      told.presses.push(action.type === 'button' ? String(action.value) : action.type);
    });
  };
}

/** Blocks of every kind that a message can have here. */
export const zoo = (user: string): KnownBlock[] => [
  { type: 'header', text: plain('A header') },
  {
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: `*bold* _italic_ ~struck~ \`code\` <https://example.com|a link> <@${user}> :tada:\n> quoted &lt;b&gt;`,
    },
  },
  { type: 'section', text: { type: 'mrkdwn', text: '<!date^1800000000^{date_short} at {time}|fallback>' } },
  {
    type: 'section',
    fields: [
      { type: 'mrkdwn', text: '*A*\none' },
      { type: 'mrkdwn', text: '*B*\ntwo' },
    ],
  },
  { type: 'divider' },
  { type: 'context', elements: [plain('Small print')] },
  {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'text', text: 'Rich', style: { bold: true } }] },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'point' }] }],
      },
    ],
  },
  { type: 'table', rows: [[{ type: 'raw_text', text: 'Head' }], [{ type: 'raw_text', text: 'Cell' }]] },
  {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: 'press-sure',
        value: 'sure',
        style: 'danger',
        text: plain('Delete'),
        confirm: { title: plain('Really?'), text: plain('It is gone then.'), confirm: plain('Yes'), deny: plain('No') },
      },
      { type: 'overflow', action_id: 'press-more', options: [option('Copy'), option('Move')] },
    ],
  },
];
