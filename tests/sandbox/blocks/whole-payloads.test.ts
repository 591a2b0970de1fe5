import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { expect, it } from 'vitest';
import { validateBlocks, validateView } from '../../../sandbox/server/blocks/validate.ts';

const order: KnownBlock[] = [
  { type: 'header', text: { type: 'plain_text', text: 'Order 42: pump in hall 3', emoji: true } },
  {
    type: 'section',
    block_id: 'facts',
    fields: [
      { type: 'mrkdwn', text: '*Status*\nSubmitted' },
      { type: 'mrkdwn', text: '*For*\n<@U0A1B2C3D>' },
    ],
  },
  { type: 'divider' },
  { type: 'context', elements: [{ type: 'mrkdwn', text: 'Version 1 · <!date^1795300000^{date_short}|22 Nov>' }] },
  {
    type: 'actions',
    block_id: 'decide',
    elements: [
      {
        type: 'button',
        action_id: 'approve',
        style: 'primary',
        text: { type: 'plain_text', text: 'Approve' },
        value: '42.1',
      },
      {
        type: 'button',
        action_id: 'cancel',
        style: 'danger',
        text: { type: 'plain_text', text: 'Cancel' },
        confirm: {
          title: { type: 'plain_text', text: 'Cancel order 42?' },
          text: { type: 'mrkdwn', text: 'This *cannot* be undone.' },
          confirm: { type: 'plain_text', text: 'Cancel order' },
          deny: { type: 'plain_text', text: 'Keep' },
        },
      },
    ],
  },
];

const form: ModalView = {
  type: 'modal',
  callback_id: 'submit',
  private_metadata: '{"page":1}',
  title: { type: 'plain_text', text: 'New order' },
  submit: { type: 'plain_text', text: 'Next' },
  close: { type: 'plain_text', text: 'Cancel' },
  clear_on_close: false,
  notify_on_close: true,
  blocks: [
    {
      type: 'input',
      block_id: 'site',
      label: { type: 'plain_text', text: 'Site' },
      dispatch_action: true,
      element: {
        type: 'static_select',
        action_id: 'value',
        options: [
          { text: { type: 'plain_text', text: 'North' }, value: 'north' },
          { text: { type: 'plain_text', text: 'South' }, value: 'south' },
        ],
        initial_option: { text: { type: 'plain_text', text: 'South' }, value: 'south' },
      },
    },
    {
      type: 'input',
      block_id: 'work',
      label: { type: 'plain_text', text: 'Work' },
      hint: { type: 'plain_text', text: 'What has to be done' },
      element: { type: 'plain_text_input', action_id: 'value', multiline: true, max_length: 2000, focus_on_load: true },
    },
    {
      type: 'input',
      block_id: 'due',
      optional: true,
      label: { type: 'plain_text', text: 'Due' },
      element: { type: 'datepicker', action_id: 'value', initial_date: '2026-12-01' },
    },
    {
      type: 'input',
      block_id: 'quantity',
      label: { type: 'plain_text', text: 'Quantity' },
      element: { type: 'number_input', action_id: 'value', is_decimal_allowed: true, min_value: '0' },
    },
    {
      type: 'input',
      block_id: 'photos',
      optional: true,
      label: { type: 'plain_text', text: 'Photos' },
      element: { type: 'file_input', action_id: 'value', filetypes: ['jpg', 'png'], max_files: 5 },
    },
  ],
};

const home: HomeView = { type: 'home', callback_id: 'home', blocks: order };

it('accepts an ordinary card, form and home', () => {
  expect(validateBlocks('message', order)).toEqual([]);
  expect(validateView(form)).toEqual([]);
  expect(validateView(home)).toEqual([]);
});
