import { describe } from 'vitest';
import { actions, button, image, input, judge, long, many, mrkdwn, plain, type Sample } from './samples.ts';

const section = (more: Sample) => ({ type: 'section', ...more });
const context = (...elements: unknown[]) => ({ type: 'context', elements });

describe('section', () => {
  judge([
    {
      rule: 'text or fields',
      accepted: section({ fields: [plain()] }),
      refused: section({}),
      message: 'must define either `text` or `fields`',
      at: '/type',
    },
    {
      rule: 'at most 10 fields',
      accepted: section({ fields: many(10, () => mrkdwn()) }),
      refused: section({ fields: many(11, () => mrkdwn()) }),
      message: 'no more than 10 items allowed',
      at: '/fields',
    },
    {
      rule: 'at least one field',
      accepted: section({ fields: [plain()] }),
      refused: section({ fields: [] }),
      message: 'must provide at least 1 items',
      at: '/fields',
    },
    {
      rule: 'a field ends at 2000 characters',
      accepted: section({ fields: [plain(long(2000))] }),
      refused: section({ fields: [plain(long(2001))] }),
      message: 'must be less than 2001 characters',
      at: '/fields/0/text',
    },
    {
      rule: 'expand is a boolean',
      accepted: section({ text: plain(), expand: true }),
      refused: section({ text: plain(), expand: 1 }),
      message: 'must provide a boolean',
      at: '/expand',
    },
    {
      rule: 'unknown properties are refused',
      accepted: section({ text: plain() }),
      refused: section({ text: plain(), foo: 1 }),
      message: 'invalid additional property: foo',
      at: '',
    },
    {
      rule: 'block_id ends at 255 characters',
      accepted: section({ text: plain(), block_id: long(255) }),
      refused: section({ text: plain(), block_id: long(256) }),
      message: 'must be less than 256 characters',
      at: '/block_id',
    },
  ]);
});

describe('header, divider, image, context', () => {
  judge([
    {
      rule: 'header text is plain_text',
      accepted: { type: 'header', text: plain() },
      refused: { type: 'header', text: mrkdwn() },
      message: 'unsupported type: mrkdwn',
      at: '/text/type',
    },
    {
      rule: 'header text ends at 150 characters',
      accepted: { type: 'header', text: plain(long(150)) },
      refused: { type: 'header', text: plain(long(151)) },
      message: 'must be less than 151 characters',
      at: '/text/text',
    },
    {
      rule: 'a divider holds nothing',
      accepted: { type: 'divider', block_id: 'd' },
      refused: { type: 'divider', text: plain() },
      message: 'invalid additional property: text',
      at: '',
    },
    {
      rule: 'an image is described',
      accepted: image(),
      refused: { type: 'image', image_url: 'https://example.com/a.png' },
      message: 'missing required field: alt_text',
      at: '',
    },
    {
      rule: 'the description ends at 2000 characters',
      accepted: image({ alt_text: long(2000) }),
      refused: image({ alt_text: long(2001) }),
      message: 'must be less than 2001 characters',
      at: '/alt_text',
    },
    {
      rule: 'an image has a source',
      accepted: { type: 'image', alt_text: 'x', slack_file: { id: 'F1' } },
      refused: { type: 'image', alt_text: 'x' },
      message: 'must define either `image_url` or `slack_file`',
      at: '/type',
    },
    {
      rule: 'an image has one source',
      accepted: image(),
      refused: image({ slack_file: { id: 'F1' } }),
      message: 'must define only one of `image_url`, `slack_file`',
      at: '/type',
    },
    {
      rule: 'a slack_file is named by id or url, not both',
      accepted: { type: 'image', alt_text: 'x', slack_file: { url: 'https://files.example.com/a.png' } },
      refused: { type: 'image', alt_text: 'x', slack_file: { id: 'F1', url: 'https://files.example.com/a.png' } },
      message: 'must define only one of `id`, `url`',
      at: '/slack_file',
    },
    {
      rule: 'image_url ends at 3000 characters',
      accepted: image({ image_url: `https://example.com/${long(2980)}` }),
      refused: image({ image_url: `https://example.com/${long(2981)}` }),
      message: 'must be less than 3001 characters',
      at: '/image_url',
    },
    {
      rule: 'image_url is on the web',
      accepted: image(),
      refused: image({ image_url: 'file:///a.png' }),
      message: 'must be a valid URL (https:, http:)',
      at: '/image_url',
    },
    {
      rule: 'image title is plain_text up to 2000 characters',
      accepted: image({ title: plain(long(2000)) }),
      refused: image({ title: plain(long(2001)) }),
      message: 'must be less than 2001 characters',
      at: '/title/text',
    },
    {
      rule: 'a context has 1 to 10 elements',
      accepted: context(...many(10, () => mrkdwn())),
      refused: context(...many(11, () => mrkdwn())),
      message: 'no more than 10 items allowed',
      at: '/elements',
    },
    {
      rule: 'a context is not empty',
      accepted: context(image(), plain()),
      refused: context(),
      message: 'must provide at least 1 items',
      at: '/elements',
    },
    {
      rule: 'a context holds images and text only',
      accepted: context(image()),
      refused: context(button()),
      message: 'unsupported type: button',
      at: '/elements/0/type',
    },
    {
      rule: 'an image element has no title',
      accepted: context(image()),
      refused: context(image({ title: plain() })),
      message: 'invalid additional property: title',
      at: '/elements/0',
    },
  ]);
});

describe('actions and input', () => {
  judge([
    {
      rule: 'actions hold 1 to 25 elements',
      accepted: actions(...many(25, (n) => button({ action_id: `a${n}` }))),
      refused: actions(...many(26, (n) => button({ action_id: `a${n}` }))),
      message: 'no more than 25 items allowed',
      at: '/elements',
    },
    {
      rule: 'actions are not empty',
      accepted: actions(button()),
      refused: actions(),
      message: 'must provide at least 1 items',
      at: '/elements',
    },
    {
      rule: 'action_ids are unique in a block',
      accepted: actions(button({ action_id: 'a' }), button({ action_id: 'b' })),
      refused: actions(button({ action_id: 'a' }), button({ action_id: 'a' })),
      message: '`action_id` "a" already exists',
      at: '/elements/1/action_id',
    },
    {
      rule: 'an input is labelled',
      accepted: input({ type: 'plain_text_input' }),
      refused: { type: 'input', element: { type: 'plain_text_input' } },
      message: 'missing required field: label',
      at: '',
    },
    {
      rule: 'an input has an element',
      accepted: input({ type: 'plain_text_input' }),
      refused: { type: 'input', label: plain() },
      message: 'missing required field: element',
      at: '',
    },
    {
      rule: 'the label is plain_text',
      accepted: input({ type: 'datepicker' }, { label: plain() }),
      refused: input({ type: 'datepicker' }, { label: mrkdwn() }),
      message: 'unsupported type: mrkdwn',
      at: '/label/type',
    },
    ...['label', 'hint'].map((key) => ({
      rule: `the ${key} ends at 2000 characters`,
      accepted: input({ type: 'datepicker' }, { [key]: plain(long(2000)) }),
      refused: input({ type: 'datepicker' }, { [key]: plain(long(2001)) }),
      message: 'must be less than 2001 characters',
      at: `/${key}/text`,
    })),
    ...['optional', 'dispatch_action'].map((key) => ({
      rule: `${key} is a boolean`,
      accepted: input({ type: 'datepicker' }, { [key]: true }),
      refused: input({ type: 'datepicker' }, { [key]: 'true' }),
      message: 'must provide a boolean',
      at: `/${key}`,
    })),
    {
      rule: 'dispatch_action is not for file_input',
      accepted: input({ type: 'file_input' }),
      refused: input({ type: 'file_input' }, { dispatch_action: true }),
      message: '`dispatch_action` is not allowed with `file_input`',
      at: '/dispatch_action',
    },
  ]);
});
