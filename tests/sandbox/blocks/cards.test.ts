import { describe } from 'vitest';
import { button, image, inMessages, long, many, mrkdwn, plain, rich, type Sample } from './samples.ts';

const cell = (text = 'x'): Sample => ({ type: 'raw_text', text });
const table = (rows: unknown, more: Sample = {}): Sample => ({ type: 'table', rows, ...more });
const card = (more: Sample = {}): Sample => ({ type: 'card', body: mrkdwn(), ...more });
const container = (more: Sample = {}): Sample => ({
  type: 'container',
  title: plain(),
  child_blocks: [{ type: 'divider' }],
  ...more,
});

describe('cards, carousels, containers', () => {
  inMessages([
    {
      rule: 'a card is not empty',
      accepted: card(),
      refused: { type: 'card', subtitle: mrkdwn() },
      message: 'must define either `hero_image` or `title` or `actions` or `body`',
      at: '/type',
    },
    {
      rule: 'card texts are objects',
      accepted: card({ title: mrkdwn() }),
      refused: card({ title: 'Text' }),
      message: 'must provide an object',
      at: '/title',
    },
    {
      rule: 'card texts are mrkdwn',
      accepted: card({ title: mrkdwn() }),
      refused: card({ title: plain() }),
      message: 'unsupported type: plain_text',
      at: '/title/type',
    },
    ...(
      [
        ['title', 150],
        ['subtitle', 150],
        ['body', 200],
      ] as const
    ).map(([key, max]) => ({
      rule: `card ${key} ends at ${max} characters`,
      accepted: card({ [key]: mrkdwn(long(max)) }),
      refused: card({ [key]: mrkdwn(long(max + 1)) }),
      message: `must be less than ${max + 1} characters`,
      at: `/${key}/text`,
    })),
    {
      rule: 'a card has at most 2 buttons',
      accepted: card({ actions: many(2, () => button()) }),
      refused: card({ actions: many(3, () => button()) }),
      message: 'no more than 2 items allowed',
      at: '/actions',
    },
    {
      rule: 'a card has buttons only',
      accepted: card({ actions: [button()] }),
      refused: card({ actions: [{ type: 'datepicker' }] }),
      message: 'unsupported type: datepicker',
      at: '/actions/0/type',
    },
    {
      rule: 'action_ids of a card are unique',
      accepted: card({ actions: [button({ action_id: 'a' }), button({ action_id: 'b' })] }),
      refused: card({ actions: [button({ action_id: 'a' }), button({ action_id: 'a' })] }),
      message: '`action_id` "a" already exists',
      at: '/actions/1/action_id',
    },
    {
      rule: 'card images are image elements',
      accepted: card({ hero_image: image(), icon: image() }),
      refused: card({ icon: button() }),
      message: 'unsupported type: button',
      at: '/icon/type',
    },
    {
      rule: 'a carousel has 1 to 10 cards',
      accepted: { type: 'carousel', elements: many(10, () => card()) },
      refused: { type: 'carousel', elements: many(11, () => card()) },
      message: 'no more than 10 items allowed',
      at: '/elements',
    },
    {
      rule: 'a carousel holds cards only',
      accepted: { type: 'carousel', elements: [card({ block_id: 'c' })] },
      refused: { type: 'carousel', elements: [{ type: 'divider' }] },
      message: 'unsupported type: divider',
      at: '/elements/0/type',
    },
    {
      rule: 'a container has a title',
      accepted: { type: 'container', rich_text_title: rich(), child_blocks: [{ type: 'divider' }] },
      refused: { type: 'container', child_blocks: [{ type: 'divider' }] },
      message: 'must define either `title` or `rich_text_title`',
      at: '/type',
    },
    ...['title', 'subtitle'].map((key) => ({
      rule: `container ${key} ends at 150 characters`,
      accepted: container({ [key]: plain(long(150)) }),
      refused: container({ [key]: plain(long(151)) }),
      message: 'must be less than 151 characters',
      at: `/${key}/text`,
    })),
    {
      rule: 'a container has at most 10 children',
      accepted: container({ child_blocks: many(10, () => ({ type: 'divider' })) }),
      refused: container({ child_blocks: many(11, () => ({ type: 'divider' })) }),
      message: 'no more than 10 items allowed',
      at: '/child_blocks',
    },
    {
      rule: 'a container does not nest',
      accepted: container(),
      refused: container({ child_blocks: [container()] }),
      message: 'unsupported type: container',
      at: '/child_blocks/0/type',
    },
    {
      rule: 'a container holds no file',
      accepted: container({ child_blocks: [table([[cell()]])] }),
      refused: container({ child_blocks: [{ type: 'file' }] }),
      message: 'unsupported type: file',
      at: '/child_blocks/0/type',
    },
    {
      rule: 'children are judged as blocks',
      accepted: container(),
      refused: container({ child_blocks: [{ type: 'header', text: mrkdwn() }] }),
      message: 'unsupported type: mrkdwn',
      at: '/child_blocks/0/text/type',
    },
    {
      rule: 'width is known',
      accepted: container({ width: 'full' }),
      refused: container({ width: 'huge' }),
      message: 'must be one of: narrow, standard, wide, full',
      at: '/width',
    },
    {
      rule: 'only a collapsible container starts collapsed',
      accepted: container({ is_collapsible: true, default_collapsed: true }),
      refused: container({ default_collapsed: true }),
      message: '`default_collapsed` needs `is_collapsible` to be true',
      at: '/default_collapsed',
    },
    {
      rule: 'container icon is an image',
      accepted: container({ icon: image() }),
      refused: container({ icon: plain() }),
      message: 'unsupported type: plain_text',
      at: '/icon/type',
    },
  ]);
});
