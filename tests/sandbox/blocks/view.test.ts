import { describe, expect, it } from 'vitest';
import { validateView } from '../../../sandbox/server/blocks/validate.ts';
import { input, long, many, mrkdwn, plain, type Sample } from './samples.ts';

const divider = { type: 'divider' };
const modal = (more: Sample = {}): Sample => ({ type: 'modal', title: plain('Order'), blocks: [divider], ...more });
const home = (more: Sample = {}): Sample => ({ type: 'home', blocks: [divider], ...more });
const form = { blocks: [divider, input({ type: 'plain_text_input' })] };

interface ViewCase {
  rule: string;
  accepted: unknown;
  refused: unknown;
  message: string;
  pointer: string;
}

const bounded = (key: string, max: number): ViewCase[] =>
  [modal, home].map((view) => ({
    rule: `${key} of a ${view().type} ends at ${max} characters`,
    accepted: view({ [key]: long(max) }),
    refused: view({ [key]: long(max + 1) }),
    message: `must be less than ${max + 1} characters`,
    pointer: `/view/${key}`,
  }));

const cases: ViewCase[] = [
  ...['title', 'submit', 'close'].flatMap((key) => [
    {
      rule: `${key} ends at 24 characters`,
      accepted: modal({ [key]: plain(long(24)) }),
      refused: modal({ [key]: plain(long(25)) }),
      message: 'must be less than 25 characters',
      pointer: `/view/${key}/text`,
    },
    {
      rule: `${key} is plain_text`,
      accepted: modal({ [key]: plain() }),
      refused: modal({ [key]: mrkdwn() }),
      message: 'unsupported type: mrkdwn',
      pointer: `/view/${key}/type`,
    },
    {
      rule: `a home view has no ${key}`,
      accepted: home(),
      refused: home({ [key]: plain() }),
      message: `invalid additional property: ${key}`,
      pointer: '/view',
    },
  ]),
  {
    rule: 'a modal needs a title',
    accepted: modal(),
    refused: { type: 'modal', blocks: [divider] },
    message: 'missing required field: title',
    pointer: '/view',
  },
  {
    rule: 'a modal with inputs needs submit',
    accepted: modal({ ...form, submit: plain('Send') }),
    refused: modal(form),
    message: 'must define `submit` to use an `input` block in modals',
    pointer: '/view/blocks/1/input',
  },
  ...bounded('private_metadata', 3000),
  ...bounded('callback_id', 255),
  ...bounded('external_id', 255),
  ...[modal, home].flatMap((view) => [
    {
      rule: `a ${view().type} has blocks`,
      accepted: view(),
      refused: Object.fromEntries(Object.entries(view()).filter(([key]) => key !== 'blocks')),
      message: 'missing required field: blocks',
      pointer: '/view',
    },
    {
      rule: `a ${view().type} has at least one block`,
      accepted: view(),
      refused: view({ blocks: [] }),
      message: 'must provide at least 1 items',
      pointer: '/view/blocks',
    },
    {
      rule: `a ${view().type} has at most 100 blocks`,
      accepted: view({ blocks: many(100, () => divider) }),
      refused: view({ blocks: many(101, () => divider) }),
      message: 'no more than 100 items allowed',
      pointer: '/view/blocks',
    },
  ]),
  ...['clear_on_close', 'notify_on_close'].map((key) => ({
    rule: `${key} is a boolean`,
    accepted: modal({ [key]: true }),
    refused: modal({ [key]: 'yes' }),
    message: 'must provide a boolean',
    pointer: `/view/${key}`,
  })),
  {
    rule: 'submit_disabled is for workflow steps',
    accepted: modal(),
    refused: modal({ submit_disabled: true }),
    message: 'invalid additional property: submit_disabled',
    pointer: '/view',
  },
  {
    rule: 'blocks are judged for the surface of the view',
    accepted: modal({ blocks: [{ type: 'alert', text: plain() }] }),
    refused: home({ blocks: [{ type: 'alert', text: plain() }] }),
    message: 'unsupported type: alert',
    pointer: '/view/blocks/0/type',
  },
  {
    rule: 'block_ids are unique',
    accepted: home({ blocks: [divider, { ...divider, block_id: 'a' }] }),
    refused: home({
      blocks: [
        { ...divider, block_id: 'a' },
        { ...divider, block_id: 'a' },
      ],
    }),
    message: '`block_id` "a" already exists',
    pointer: '/view/blocks/1/block_id',
  },
  {
    rule: 'a view has a type',
    accepted: home(),
    refused: {},
    message: 'missing required field: type',
    pointer: '/view',
  },
  {
    rule: 'the type is modal or home',
    accepted: modal(),
    refused: modal({ type: 'workflow_step' }),
    message: 'unsupported type: workflow_step',
    pointer: '/view/type',
  },
  {
    rule: 'a view is an object',
    accepted: modal(),
    refused: 'modal',
    message: 'must provide an object',
    pointer: '/view',
  },
  {
    rule: 'null is not missing',
    accepted: modal(),
    refused: modal({ private_metadata: null }),
    message: 'must provide a string',
    pointer: '/view/private_metadata',
  },
];

describe('views', () => {
  it.each(cases)('$rule', ({ accepted, refused, message, pointer }) => {
    expect(validateView(accepted)).toEqual([]);
    expect(validateView(refused)).toEqual([{ message, pointer }]);
  });

  it('keeps inputs in Home without submit', () => {
    expect(validateView(home(form))).toEqual([]);
  });
});
