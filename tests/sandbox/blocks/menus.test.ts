import { describe } from 'vitest';
import { actions, type Case, inElement, input, judge, long, many, mrkdwn, option, plain } from './samples.ts';

describe('menus', () => {
  const group = (...values: string[]) => ({ label: plain('Group'), options: values.map((value) => option(value)) });
  const hundred = many(100, (n) => option(`${n}`));
  for (const type of ['static_select', 'multi_static_select']) {
    inElement({ type }, [
      [
        `${type}: options or option_groups`,
        { option_groups: [group('a')] },
        {},
        'must define either `options` or `option_groups`',
        '/type',
      ],
      [
        `${type}: not both`,
        { options: [option()] },
        { options: [option('a')], option_groups: [group('b')] },
        'must define only one of `options`, `option_groups`',
        '/type',
      ],
      [
        `${type}: at most 100 options`,
        { options: hundred },
        { options: [...hundred, option('x')] },
        'no more than 100 items allowed',
        '/options',
      ],
      [
        `${type}: at least 1 option`,
        { options: [option()] },
        { options: [] },
        'must provide at least 1 items',
        '/options',
      ],
      [
        `${type}: at most 100 groups`,
        { option_groups: many(100, (n) => group(`${n}`)) },
        { option_groups: many(101, (n) => group(`${n}`)) },
        'no more than 100 items allowed',
        '/option_groups',
      ],
      [
        `${type}: a group is not empty`,
        { option_groups: [group('a')] },
        { option_groups: [group()] },
        'must provide at least 1 items',
        '/option_groups/0/options',
      ],
      [
        `${type}: a group label ends at 75 characters`,
        { option_groups: [{ ...group('a'), label: plain(long(75)) }] },
        { option_groups: [{ ...group('a'), label: plain(long(76)) }] },
        'must be less than 76 characters',
        '/option_groups/0/label/text',
      ],
      [
        `${type}: values are unique over groups`,
        { option_groups: [group('a'), group('b')] },
        { option_groups: [group('a'), group('a')] },
        '`value` "a" already exists',
        '/option_groups/1/options/0/value',
      ],
    ]);
  }
  inElement({ type: 'static_select' }, [
    [
      'initial_option equals an option',
      { options: [option()], initial_option: option() },
      { options: [option()], initial_option: option('b') },
      '`initial_option` must match one of the options exactly',
      '/initial_option',
    ],
    [
      'initial_option equals a grouped option',
      { option_groups: [group('a')], initial_option: option() },
      { option_groups: [group('a')], initial_option: option('b') },
      '`initial_option` must match one of the options exactly',
      '/initial_option',
    ],
    [
      'no max_selected_items on a single menu',
      { options: [option()] },
      { options: [option()], max_selected_items: 1 },
      'invalid additional property: max_selected_items',
      '',
    ],
  ]);
  inElement({ type: 'multi_static_select', options: [option('a'), option('b')] }, [
    [
      'initial_options equal options',
      { initial_options: [option('a')] },
      { initial_options: [option('c')] },
      '`initial_options` must match one of the options exactly',
      '/initial_options/0',
    ],
    [
      'max_selected_items is at least 1',
      { max_selected_items: 1 },
      { max_selected_items: 0 },
      'must be greater than 0',
      '/max_selected_items',
    ],
    [
      'initial_options fit max_selected_items',
      { max_selected_items: 2, initial_options: [option('a'), option('b')] },
      { max_selected_items: 1, initial_options: [option('a'), option('b')] },
      '`initial_options` must not hold more than `max_selected_items`',
      '/initial_options',
    ],
  ]);
  inElement({ type: 'external_select' }, [
    [
      'min_query_length is not negative',
      { min_query_length: 0 },
      { min_query_length: -1 },
      'must be greater than -1',
      '/min_query_length',
    ],
    [
      'an external menu has no options',
      { initial_option: option() },
      { options: [option()] },
      'invalid additional property: options',
      '',
    ],
  ]);
  const initials: Array<[type: string, key: string, id: string, message: string]> = [
    ['users_select', 'initial_user', 'U1', 'must be a user id'],
    ['channels_select', 'initial_channel', 'C1', 'must be a channel id'],
    ['conversations_select', 'initial_conversation', 'D1', 'must be a conversation id'],
  ];
  for (const [type, key, id, message] of initials) {
    inElement({ type }, [[`${key} is an id`, { [key]: id }, { [key]: 'ana' }, message, `/${key}`]]);
    inElement({ type: `multi_${type}` }, [
      [`${key}s are ids`, { [`${key}s`]: [id] }, { [`${key}s`]: ['ana'] }, message, `/${key}s/0`],
      [
        `${key}s are not empty`,
        { [`${key}s`]: [id] },
        { [`${key}s`]: [] },
        'must provide at least 1 items',
        `/${key}s`,
      ],
      [
        `${key}s do not repeat`,
        { [`${key}s`]: [id] },
        { [`${key}s`]: [id, id] },
        'must not repeat an item',
        `/${key}s/1`,
      ],
    ]);
  }
  inElement({ type: 'conversations_select' }, [
    [
      'a filter is not empty',
      { filter: { exclude_bot_users: true } },
      { filter: {} },
      'must define either `include` or `exclude_external_shared_channels` or `exclude_bot_users`',
      '/filter',
    ],
    [
      'a filter includes known kinds',
      { filter: { include: ['im', 'private'] } },
      { filter: { include: ['dm'] } },
      'must be one of: im, mpim, private, public',
      '/filter/include/0',
    ],
    [
      'a filter includes a kind once',
      { filter: { include: ['im'] } },
      { filter: { include: ['im', 'im'] } },
      'must not repeat an item',
      '/filter/include/1',
    ],
    [
      'a filter includes something',
      { filter: { include: ['im'] } },
      { filter: { include: [] } },
      'must provide at least 1 items',
      '/filter/include',
    ],
  ]);
  judge([
    ...['conversations_select', 'channels_select'].flatMap((type): Case[] => [
      {
        rule: `${type}: response_url_enabled in inputs only`,
        accepted: input({ type, response_url_enabled: true }),
        refused: actions({ type, response_url_enabled: true }),
        message: '`response_url_enabled` is only allowed in an `input` block of a modal',
        at: '/elements/0/response_url_enabled',
      },
      {
        rule: `${type}: response_url_enabled in modals only`,
        on: 'message',
        accepted: input({ type }),
        refused: input({ type, response_url_enabled: true }),
        message: '`response_url_enabled` is only allowed in an `input` block of a modal',
        at: '/element/response_url_enabled',
      },
    ]),
  ]);
  inElement({ type: 'users_select' }, [
    [
      'placeholder ends at 150 characters',
      { placeholder: plain(long(150)) },
      { placeholder: plain(long(151)) },
      'must be less than 151 characters',
      '/placeholder/text',
    ],
    [
      'placeholder is plain_text',
      { placeholder: plain() },
      { placeholder: mrkdwn() },
      'unsupported type: mrkdwn',
      '/placeholder/type',
    ],
    [
      'focus_on_load is a boolean',
      { focus_on_load: true },
      { focus_on_load: 1 },
      'must provide a boolean',
      '/focus_on_load',
    ],
  ]);
});
