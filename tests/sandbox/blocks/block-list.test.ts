import { describe, expect, it } from 'vitest';
import { validateBlocks } from '../../../sandbox/server/blocks/validate.ts';
import { actions, button, input, long, many, plain, type Sample } from './samples.ts';

const dividers = (count: number) => many(count, () => ({ type: 'divider' }));
const named = (block_id: string): Sample => ({ type: 'divider', block_id });
const table: Sample = { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] };
const focused = (focus_on_load: boolean) => input({ type: 'plain_text_input', focus_on_load });
const container = (child: Sample): Sample => ({ type: 'container', title: plain(), child_blocks: [child] });

describe('a list of blocks', () => {
  it.each([
    ['message', 50],
    ['modal', 100],
    ['home', 100],
  ] as const)('on %s ends at %i', (surface, max) => {
    expect(validateBlocks(surface, dividers(max))).toEqual([]);
    expect(validateBlocks(surface, dividers(max + 1))).toEqual([
      { message: `no more than ${max} items allowed`, pointer: '/blocks' },
    ]);
  });

  it('may be empty in a message only', () => {
    const none = [{ message: 'must provide at least 1 items', pointer: '/blocks' }];
    expect(validateBlocks('message', [])).toEqual([]);
    expect(validateBlocks('modal', [])).toEqual(none);
    expect(validateBlocks('home', [])).toEqual(none);
  });

  it.each([
    {
      rule: 'block_ids are unique',
      accepted: [named('a'), named('b')],
      refused: [named('a'), named('a')],
      message: '`block_id` "a" already exists',
      pointer: '/blocks/1/block_id',
    },
    {
      rule: 'block_ids are unique inside containers too',
      accepted: [named('a'), container(named('b'))],
      refused: [named('a'), container(named('a'))],
      message: '`block_id` "a" already exists',
      pointer: '/blocks/1/child_blocks/0/block_id',
    },
    {
      rule: 'block_id is not empty',
      accepted: [named('a')],
      refused: [named('')],
      message: 'must be more than 0 characters',
      pointer: '/blocks/0/block_id',
    },
    {
      rule: 'action_ids may come again in another block',
      accepted: [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))],
      refused: [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
      message: '`action_id` "a" already exists',
      pointer: '/blocks/0/elements/1/action_id',
    },
    {
      rule: 'one element has the focus',
      accepted: [focused(true), focused(false)],
      refused: [focused(true), focused(true)],
      message: 'only one element may set `focus_on_load` to true',
      pointer: '/blocks/1/element/focus_on_load',
    },
    {
      rule: 'markdown ends at 12000 characters in all',
      accepted: [
        { type: 'markdown', text: long(6000) },
        { type: 'markdown', text: long(6000) },
      ],
      refused: [
        { type: 'markdown', text: long(6000) },
        { type: 'markdown', text: long(6001) },
      ],
      message: 'must be less than 12001 characters',
      pointer: '/blocks/1/text',
    },
    {
      rule: 'one table',
      accepted: [table],
      refused: [table, table],
      message: 'only_one_table_allowed',
      pointer: '/blocks/1',
    },
    {
      rule: 'one table, those in containers counted',
      accepted: [container(table)],
      refused: [table, container(table)],
      message: 'only_one_table_allowed',
      pointer: '/blocks/1/child_blocks/0',
    },
    {
      rule: 'one plan',
      accepted: [{ type: 'plan', title: 'x' }],
      refused: [
        { type: 'plan', title: 'x' },
        { type: 'plan', title: 'y' },
      ],
      message: 'only one plan block allowed',
      pointer: '/blocks/1',
    },
  ])('$rule', ({ accepted, refused, message, pointer }) => {
    expect(validateBlocks('message', accepted)).toEqual([]);
    expect(validateBlocks('message', refused)).toEqual([{ message, pointer }]);
  });
});
