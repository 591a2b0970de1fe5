import { describe, expect, it } from 'vitest';
import { type Surface, validateBlocks } from '../../../sandbox/server/blocks/validate.ts';
import { accessory, actions, button, image, input, mrkdwn, option, plain, rich, type Sample, told } from './samples.ts';

const section = (more: Sample) => ({ type: 'section', ...more });
const context = (...elements: unknown[]) => ({ type: 'context', elements });

describe('surfaces of blocks', () => {
  const raw = { type: 'raw_text', text: 'x' };
  const samples: Record<string, [Sample, Surface[]]> = {
    section: [section({ text: plain() }), ['message', 'modal', 'home']],
    header: [{ type: 'header', text: plain() }, ['message', 'modal', 'home']],
    divider: [{ type: 'divider' }, ['message', 'modal', 'home']],
    image: [image(), ['message', 'modal', 'home']],
    context: [context(plain()), ['message', 'modal', 'home']],
    actions: [actions(button()), ['message', 'modal', 'home']],
    input: [input({ type: 'static_select', options: [option()] }), ['message', 'modal', 'home']],
    rich_text: [rich(), ['message', 'modal', 'home']],
    video: [
      { type: 'video', alt_text: 'x', title: plain(), thumbnail_url: 'https://a.io/t', video_url: 'https://a.io/v' },
      ['message', 'modal', 'home'],
    ],
    markdown: [{ type: 'markdown', text: 'x' }, ['message']],
    table: [{ type: 'table', rows: [[raw]] }, ['message']],
    data_table: [{ type: 'data_table', caption: 'x', rows: [[raw], [raw]] }, ['message']],
    alert: [{ type: 'alert', text: plain() }, ['modal']],
    card: [{ type: 'card', body: mrkdwn() }, ['message', 'home']],
    carousel: [{ type: 'carousel', elements: [{ type: 'card', body: mrkdwn() }] }, ['message', 'home']],
    container: [{ type: 'container', title: plain(), child_blocks: [{ type: 'divider' }] }, ['message']],
    context_actions: [
      { type: 'context_actions', elements: [{ type: 'icon_button', icon: 'trash', text: plain() }] },
      ['message'],
    ],
    plan: [{ type: 'plan', title: 'x' }, ['message']],
    task_card: [{ type: 'task_card', task_id: '1', title: 'x', status: 'pending' }, ['message']],
    data_visualization: [{ type: 'data_visualization', title: 'x', chart: {} }, []],
    file: [{ type: 'file', external_id: 'x', source: 'remote' }, []],
  };
  const everywhere: readonly Surface[] = ['message', 'modal', 'home'];
  const rows = Object.entries(samples).flatMap(([type, [sample, surfaces]]) =>
    everywhere.map((surface) => ({ type, sample, surface, allowed: surfaces.includes(surface) })),
  );
  it.each(rows)('$type on $surface: $allowed', ({ type, sample, surface, allowed }) => {
    const expected = allowed ? [] : [{ message: `unsupported type: ${type}`, pointer: '/blocks/0/type' }];
    expect(validateBlocks(surface, [sample])).toEqual(expected);
  });
});

describe('anything may arrive', () => {
  it.each([
    ['no array', {}, 'must provide an array', '/blocks'],
    ['null', null, 'must provide an array', '/blocks'],
    ['a block of null', [null], 'must provide an object', '/blocks/0'],
    ['a list as block', [[]], 'must provide an object', '/blocks/0'],
    ['no type', [{}], 'missing required field: type', '/blocks/0'],
    ['a number as type', [{ type: 1 }], 'must provide a string', '/blocks/0/type'],
    ['a name of Object.prototype', [{ type: 'constructor' }], 'unsupported type: constructor', '/blocks/0/type'],
    ['no array of elements', [{ type: 'actions', elements: {} }], 'must provide an array', '/blocks/0/elements'],
  ])('%s', (_, blocks, message, pointer) => {
    expect(validateBlocks('message', blocks)).toEqual([{ message, pointer }]);
  });

  it('tells all problems of all blocks at once', () => {
    const problems = told(
      validateBlocks('message', [section({}), accessory(button({ style: 'x', foo: 1 })), { type: 'x' }]),
    );
    expect(problems.map(({ pointer }) => pointer)).toEqual([
      '/blocks/0/type',
      '/blocks/1/accessory',
      '/blocks/1/accessory/style',
      '/blocks/2/type',
    ]);
  });
});
