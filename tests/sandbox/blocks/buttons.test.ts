import { describe } from 'vitest';
import { accessory, button, judge, long, mrkdwn, plain, type Sample } from './samples.ts';

const workflowButton: Sample = {
  type: 'workflow_button',
  action_id: 'w',
  text: plain(),
  workflow: {
    trigger: { url: 'https://slack.com/shortcuts/Ft1', customizable_input_parameters: [{ name: 'a', value: 'b' }] },
  },
};

describe('button', () => {
  const on = (more: Sample) => accessory(button(more));
  judge([
    {
      rule: 'text ends at 75 characters',
      accepted: on({ text: plain(long(75)) }),
      refused: on({ text: plain(long(76)) }),
      message: 'must be less than 76 characters',
      at: '/accessory/text/text',
    },
    {
      rule: 'text is plain_text',
      accepted: on({}),
      refused: on({ text: mrkdwn() }),
      message: 'unsupported type: mrkdwn',
      at: '/accessory/text/type',
    },
    {
      rule: 'value ends at 2000 characters',
      accepted: on({ value: long(2000) }),
      refused: on({ value: long(2001) }),
      message: 'must be less than 2001 characters',
      at: '/accessory/value',
    },
    {
      rule: 'url ends at 3000 characters',
      accepted: on({ url: `https://a.io/${long(2987)}` }),
      refused: on({ url: `https://a.io/${long(2988)}` }),
      message: 'must be less than 3001 characters',
      at: '/accessory/url',
    },
    {
      rule: 'url is a URL',
      accepted: on({ url: 'slack://open' }),
      refused: on({ url: 'example' }),
      message: 'must be a valid URL',
      at: '/accessory/url',
    },
    {
      rule: 'style is primary or danger',
      accepted: on({ style: 'primary' }),
      refused: on({ style: 'default' }),
      message: 'must be one of: primary, danger',
      at: '/accessory/style',
    },
    {
      rule: 'accessibility_label ends at 75 characters',
      accepted: on({ accessibility_label: long(75) }),
      refused: on({ accessibility_label: long(76) }),
      message: 'must be less than 76 characters',
      at: '/accessory/accessibility_label',
    },
    {
      rule: 'action_id ends at 255 characters',
      accepted: on({ action_id: long(255) }),
      refused: on({ action_id: long(256) }),
      message: 'must be less than 256 characters',
      at: '/accessory/action_id',
    },
    {
      rule: 'a button has no focus',
      accepted: on({}),
      refused: on({ focus_on_load: true }),
      message: 'invalid additional property: focus_on_load',
      at: '/accessory',
    },
    {
      rule: 'a workflow button has a trigger',
      on: 'message',
      accepted: accessory(workflowButton),
      refused: accessory({ ...workflowButton, workflow: {} }),
      message: 'missing required field: trigger',
      at: '/accessory/workflow',
    },
  ]);
});
