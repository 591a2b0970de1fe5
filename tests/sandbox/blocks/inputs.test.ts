import { describe } from 'vitest';
import { inElement, long, plain, type Row, rich } from './samples.ts';

describe('pickers', () => {
  inElement({ type: 'datepicker' }, [
    [
      'initial_date is YYYY-MM-DD',
      { initial_date: '2026-11-22' },
      { initial_date: '22.11.2026' },
      'must be a date like 2026-11-22',
      '/initial_date',
    ],
    [
      'initial_date is in the calendar',
      { initial_date: '2028-02-29' },
      { initial_date: '2026-02-29' },
      'must be a date like 2026-11-22',
      '/initial_date',
    ],
    ['initial_date is not empty', {}, { initial_date: '' }, 'must be more than 0 characters', '/initial_date'],
  ]);
  inElement({ type: 'timepicker' }, [
    [
      'initial_time is HH:mm',
      { initial_time: '08:30' },
      { initial_time: '8:30' },
      'must be a time like 08:30',
      '/initial_time',
    ],
    [
      'initial_time is of 24 hours',
      { initial_time: '23:59' },
      { initial_time: '24:00' },
      'must be a time like 08:30',
      '/initial_time',
    ],
    [
      'timezone is IANA',
      { timezone: 'Europe/Berlin' },
      { timezone: 'Berlin' },
      'must be an IANA time zone',
      '/timezone',
    ],
  ]);
  inElement({ type: 'datetimepicker' }, [
    [
      'initial_date_time has 10 digits',
      { initial_date_time: 1_795_300_000 },
      { initial_date_time: 1_795_300_000_000 },
      'must be less than 10000000000',
      '/initial_date_time',
    ],
    [
      'initial_date_time has not 9 digits',
      { initial_date_time: 1_000_000_000 },
      { initial_date_time: 999_999_999 },
      'must be greater than 999999999',
      '/initial_date_time',
    ],
    [
      'initial_date_time is a number',
      {},
      { initial_date_time: '1795300000' },
      'must provide a number',
      '/initial_date_time',
    ],
    [
      'initial_date_time is an integer',
      {},
      { initial_date_time: 1_795_300_000.5 },
      'must provide an integer',
      '/initial_date_time',
    ],
    [
      'a datetimepicker has no placeholder',
      {},
      { placeholder: plain() },
      'invalid additional property: placeholder',
      '',
    ],
  ]);
});

describe('text inputs', () => {
  inElement({ type: 'plain_text_input' }, [
    ['min_length is not negative', { min_length: 0 }, { min_length: -1 }, 'must be greater than -1', '/min_length'],
    ['min_length ends at 3000', { min_length: 3000 }, { min_length: 3001 }, 'must be less than 3001', '/min_length'],
    ['max_length is at least 1', { max_length: 1 }, { max_length: 0 }, 'must be greater than 0', '/max_length'],
    ['max_length ends at 3000', { max_length: 3000 }, { max_length: 3001 }, 'must be less than 3001', '/max_length'],
    [
      'min_length is within max_length',
      { min_length: 5, max_length: 5 },
      { min_length: 6, max_length: 5 },
      '`min_length` must not be greater than `max_length`',
      '/min_length',
    ],
    [
      'initial_value ends at 3000 characters',
      { initial_value: long(3000) },
      { initial_value: long(3001) },
      'must be less than 3001 characters',
      '/initial_value',
    ],
    [
      'initial_value fits max_length',
      { initial_value: long(5), max_length: 5 },
      { initial_value: long(6), max_length: 5 },
      'must be less than 6 characters',
      '/initial_value',
    ],
    ['initial_value is not empty', {}, { initial_value: '' }, 'must be more than 0 characters', '/initial_value'],
    ['multiline is a boolean', { multiline: true }, { multiline: 'true' }, 'must provide a boolean', '/multiline'],
    [
      'placeholder ends at 150 characters',
      { placeholder: plain(long(150)) },
      { placeholder: plain(long(151)) },
      'must be less than 151 characters',
      '/placeholder/text',
    ],
    [
      'dispatch_action_config names triggers',
      { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed', 'on_character_entered'] } },
      { dispatch_action_config: { trigger_actions_on: ['on_blur'] } },
      'must be one of: on_enter_pressed, on_character_entered',
      '/dispatch_action_config/trigger_actions_on/0',
    ],
    [
      'dispatch_action_config is not empty',
      {},
      { dispatch_action_config: {} },
      'missing required field: trigger_actions_on',
      '/dispatch_action_config',
    ],
    [
      'triggers are not empty',
      {},
      { dispatch_action_config: { trigger_actions_on: [] } },
      'must provide at least 1 items',
      '/dispatch_action_config/trigger_actions_on',
    ],
    ['a text input has no confirm', {}, { confirm: {} }, 'invalid additional property: confirm', ''],
  ]);
  inElement({ type: 'number_input', is_decimal_allowed: false }, [
    [
      'is_decimal_allowed is required',
      { is_decimal_allowed: true },
      { is_decimal_allowed: undefined },
      'missing required field: is_decimal_allowed',
      '',
    ],
    ...['initial_value', 'min_value', 'max_value'].map(
      (key): Row => [`${key} is a string`, { [key]: '-5' }, { [key]: -5 }, 'must provide a string', `/${key}`],
    ),
    [
      'initial_value is a numeral',
      { initial_value: '5' },
      { initial_value: 'five' },
      'must be a number written as a string',
      '/initial_value',
    ],
    [
      'decimals only when allowed',
      { is_decimal_allowed: true, initial_value: '0.5' },
      { initial_value: '0.5' },
      'must be a whole number unless `is_decimal_allowed` is true',
      '/initial_value',
    ],
    [
      'min_value is within max_value',
      { min_value: '9', max_value: '10' },
      { min_value: '10', max_value: '9' },
      '`min_value` must not be greater than `max_value`',
      '/min_value',
    ],
    [
      'initial_value is not below min_value',
      { min_value: '1', initial_value: '1' },
      { min_value: '1', initial_value: '0' },
      '`min_value` must not be greater than `initial_value`',
      '/initial_value',
    ],
    [
      'initial_value is not above max_value',
      { max_value: '1', initial_value: '1' },
      { max_value: '1', initial_value: '2' },
      '`initial_value` must not be greater than `max_value`',
      '/initial_value',
    ],
  ]);
  for (const type of ['email_text_input', 'url_text_input']) {
    inElement({ type }, [
      [
        `${type}: initial_value is a string`,
        { initial_value: 'a@example.com' },
        { initial_value: 1 },
        'must provide a string',
        '/initial_value',
      ],
      [
        `${type}: no multiline`,
        { focus_on_load: true },
        { multiline: true },
        'invalid additional property: multiline',
        '',
      ],
    ]);
  }
  inElement({ type: 'rich_text_input', action_id: 'r' }, [
    ['action_id is required', {}, { action_id: undefined }, 'missing required field: action_id', ''],
    [
      'initial_value is rich_text',
      { initial_value: rich({ type: 'text', text: 'x' }) },
      { initial_value: 'x' },
      'must provide an object',
      '/initial_value',
    ],
    ['min_lines from 1', { min_lines: 1 }, { min_lines: 0 }, 'must be greater than 0', '/min_lines'],
    ['max_lines to 100', { max_lines: 100 }, { max_lines: 101 }, 'must be less than 101', '/max_lines'],
    [
      'min_lines within max_lines',
      { min_lines: 2, max_lines: 2 },
      { min_lines: 3, max_lines: 2 },
      '`min_lines` must not be greater than `max_lines`',
      '/min_lines',
    ],
  ]);
  inElement({ type: 'file_input' }, [
    [
      'filetypes are not empty',
      { filetypes: ['pdf'] },
      { filetypes: [] },
      'must provide at least 1 items',
      '/filetypes',
    ],
    ['max_files is at least 1', { max_files: 1 }, { max_files: 0 }, 'must be greater than 0', '/max_files'],
    ['max_files ends at 10', { max_files: 10 }, { max_files: 11 }, 'must be less than 11', '/max_files'],
    ['a file input has no focus', {}, { focus_on_load: true }, 'invalid additional property: focus_on_load', ''],
  ]);
});
