import { describe } from 'vitest';
import { accessory, inElement, judge, many, option, plain } from './samples.ts';

describe('choices', () => {
  const ten = many(10, (n) => option(`${n}`));
  const eleven = many(11, (n) => option(`${n}`));
  for (const type of ['checkboxes', 'radio_buttons']) {
    inElement({ type, options: [option()] }, [
      [
        `${type}: at most 10 options`,
        { options: ten },
        { options: eleven },
        'no more than 10 items allowed',
        '/options',
      ],
      [`${type}: at least 1 option`, {}, { options: [] }, 'must provide at least 1 items', '/options'],
      [
        `${type}: values are unique`,
        {},
        { options: [option(), option()] },
        '`value` "a" already exists',
        '/options/1/value',
      ],
      [`${type}: no placeholder`, {}, { placeholder: plain() }, 'invalid additional property: placeholder', ''],
    ]);
  }
  inElement({ type: 'radio_buttons', options: [option('a'), option('b')] }, [
    [
      'initial_option equals an option',
      { initial_option: option('b') },
      { initial_option: option('c') },
      '`initial_option` must match one of the options exactly',
      '/initial_option',
    ],
    [
      'initial_option equals it in every property',
      { initial_option: option('b') },
      { initial_option: option('b', { description: plain() }) },
      '`initial_option` must match one of the options exactly',
      '/initial_option',
    ],
  ]);
  inElement({ type: 'checkboxes', options: [option('a'), option('b')] }, [
    [
      'initial_options equal options',
      { initial_options: [option('b')] },
      { initial_options: [option('b'), option('c')] },
      '`initial_options` must match one of the options exactly',
      '/initial_options/1',
    ],
    [
      'initial_options are not empty',
      { initial_options: [option('a')] },
      { initial_options: [] },
      'must provide at least 1 items',
      '/initial_options',
    ],
    [
      'initial_options do not repeat',
      { initial_options: [option('a'), option('b')] },
      { initial_options: [option('a'), option('a')] },
      'must not repeat an item',
      '/initial_options/1',
    ],
  ]);
  judge([
    {
      rule: 'overflow: at most 5 options',
      accepted: accessory({ type: 'overflow', options: many(5, (n) => option(`${n}`)) }),
      refused: accessory({ type: 'overflow', options: many(6, (n) => option(`${n}`)) }),
      message: 'no more than 5 items allowed',
      at: '/accessory/options',
    },
    {
      rule: 'overflow: at least 1 option',
      accepted: accessory({ type: 'overflow', options: [option()] }),
      refused: accessory({ type: 'overflow', options: [] }),
      message: 'must provide at least 1 items',
      at: '/accessory/options',
    },
  ]);
});
