import { describe, expect, it } from 'vitest';
import { validateBlocks } from '../../../sandbox/server/blocks/validate.ts';
import { accessory, button, judge, long, mrkdwn, NO_SCHEMA, option, plain } from './samples.ts';

const section = (text: unknown) => ({ type: 'section', text });
const asking = (confirm: unknown) => accessory(button({ confirm }));
const confirm = { title: plain(), text: mrkdwn(), confirm: plain('Yes'), deny: plain('No') };
const overflow = (...options: unknown[]) => accessory({ type: 'overflow', options });

describe('text objects', () => {
  judge([
    {
      rule: 'text ends at 3000 characters',
      accepted: section(mrkdwn(long(3000))),
      refused: section(mrkdwn(long(3001))),
      message: 'must be less than 3001 characters',
      at: '/text/text',
    },
    {
      rule: 'text is not empty',
      accepted: section(plain('x')),
      refused: section(plain('')),
      message: 'must be more than 0 characters',
      at: '/text/text',
    },
    {
      rule: 'text is not white space alone',
      accepted: section(plain(' x ')),
      refused: section(plain(' \n ')),
      message: 'must be more than 0 characters',
      at: '/text/text',
    },
    {
      rule: 'text is a string',
      accepted: section(plain('1')),
      refused: section({ type: 'plain_text', text: 1 }),
      message: 'must provide a string',
      at: '/text/text',
    },
    {
      rule: 'text is required',
      accepted: section(plain()),
      refused: section({ type: 'plain_text' }),
      message: 'missing required field: text',
      at: '/text',
    },
    {
      rule: 'a text object is an object',
      accepted: section(plain()),
      refused: section('Text'),
      message: 'must provide an object',
      at: '/text',
    },
    {
      rule: 'null is not missing',
      accepted: { type: 'section', text: plain() },
      refused: { type: 'section', text: plain(), accessory: null },
      message: 'must provide an object',
      at: '/accessory',
    },
    {
      rule: 'the type is known',
      accepted: section(mrkdwn()),
      refused: section({ type: 'markdown', text: 'x' }),
      message: 'unsupported type: markdown',
      at: '/text/type',
    },
    {
      rule: 'emoji belongs to plain_text',
      accepted: section({ ...plain(), emoji: true }),
      refused: section({ ...mrkdwn(), emoji: true }),
      message: 'invalid additional property: emoji',
      at: '/text',
    },
    {
      rule: 'verbatim belongs to mrkdwn',
      accepted: section({ ...mrkdwn(), verbatim: true }),
      refused: section({ ...plain(), verbatim: true }),
      message: 'invalid additional property: verbatim',
      at: '/text',
    },
    {
      rule: 'emoji is a boolean',
      accepted: section({ ...plain(), emoji: false }),
      refused: section({ ...plain(), emoji: 'false' }),
      message: 'must provide a boolean',
      at: '/text/emoji',
    },
  ]);

  it('names the union before what is wrong inside it, as Slack does', () => {
    expect(validateBlocks('message', [section(mrkdwn(long(3001)))])).toEqual([
      { message: NO_SCHEMA, pointer: '/blocks/0/text' },
      { message: 'must be less than 3001 characters', pointer: '/blocks/0/text/text' },
    ]);
  });

  it('takes a property set to undefined as missing', () => {
    expect(validateBlocks('message', [{ ...section(plain()), accessory: undefined }])).toEqual([]);
  });
});

describe('confirm', () => {
  judge([
    ...(['title', 'confirm', 'deny'] as const).flatMap((key) => [
      {
        rule: `${key} is required`,
        accepted: asking(confirm),
        refused: asking(Object.fromEntries(Object.entries(confirm).filter(([name]) => name !== key))),
        message: `missing required field: ${key}`,
        at: '/accessory/confirm',
      },
      {
        rule: `${key} is plain_text`,
        accepted: asking({ ...confirm, [key]: plain() }),
        refused: asking({ ...confirm, [key]: mrkdwn() }),
        message: 'unsupported type: mrkdwn',
        at: `/accessory/confirm/${key}/type`,
      },
    ]),
    ...(
      [
        ['title', 100],
        ['text', 300],
        ['confirm', 30],
        ['deny', 30],
      ] as const
    ).map(([key, max]) => ({
      rule: `${key} ends at ${max} characters`,
      accepted: asking({ ...confirm, [key]: plain(long(max)) }),
      refused: asking({ ...confirm, [key]: plain(long(max + 1)) }),
      message: `must be less than ${max + 1} characters`,
      at: `/accessory/confirm/${key}/text`,
    })),
    {
      rule: 'style is primary or danger',
      accepted: asking({ ...confirm, style: 'danger' }),
      refused: asking({ ...confirm, style: 'warning' }),
      message: 'must be one of: primary, danger',
      at: '/accessory/confirm/style',
    },
  ]);
});

describe('options', () => {
  judge([
    {
      rule: 'text ends at 75 characters',
      accepted: overflow(option('a', { text: plain(long(75)) })),
      refused: overflow(option('a', { text: plain(long(76)) })),
      message: 'must be less than 76 characters',
      at: '/accessory/options/0/text/text',
    },
    {
      rule: 'value ends at 150 characters',
      accepted: overflow(option('a', { value: long(150) })),
      refused: overflow(option('a', { value: long(151) })),
      message: 'must be less than 151 characters',
      at: '/accessory/options/0/value',
    },
    {
      rule: 'value is not empty',
      accepted: overflow(option()),
      refused: overflow(option('a', { value: '' })),
      message: 'must be more than 0 characters',
      at: '/accessory/options/0/value',
    },
    {
      rule: 'value is required',
      accepted: overflow(option()),
      refused: overflow({ text: plain() }),
      message: 'missing required field: value',
      at: '/accessory/options/0',
    },
    {
      rule: 'values are unique',
      accepted: overflow(option('a'), option('b')),
      refused: overflow(option('a'), option('a')),
      message: '`value` "a" already exists',
      at: '/accessory/options/1/value',
    },
    {
      rule: 'description ends at 75 characters',
      accepted: overflow(option('a', { description: plain(long(75)) })),
      refused: overflow(option('a', { description: plain(long(76)) })),
      message: 'must be less than 76 characters',
      at: '/accessory/options/0/description/text',
    },
    {
      rule: 'description is plain_text',
      accepted: overflow(option('a', { description: plain() })),
      refused: overflow(option('a', { description: mrkdwn() })),
      message: 'unsupported type: mrkdwn',
      at: '/accessory/options/0/description/type',
    },
    {
      rule: 'url belongs to overflow',
      accepted: overflow(option('a', { url: 'https://example.com' })),
      refused: accessory({ type: 'static_select', options: [option('a', { url: 'https://example.com' })] }),
      message: 'invalid additional property: url',
      at: '/accessory/options/0',
    },
    {
      rule: 'mrkdwn text belongs to checkboxes and radio buttons',
      accepted: accessory({ type: 'checkboxes', options: [option('a', { text: mrkdwn() })] }),
      refused: accessory({ type: 'static_select', options: [option('a', { text: mrkdwn() })] }),
      message: 'unsupported type: mrkdwn',
      at: '/accessory/options/0/text/type',
    },
  ]);
});
