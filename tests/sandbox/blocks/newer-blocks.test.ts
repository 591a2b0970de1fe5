import { describe } from 'vitest';
import { button, inMessages, judge, long, many, mrkdwn, plain, rich, type Sample } from './samples.ts';

const card = (more: Sample = {}): Sample => ({ type: 'card', body: mrkdwn(), ...more });
const video = (more: Sample = {}): Sample => ({
  type: 'video',
  alt_text: 'x',
  title: plain(),
  thumbnail_url: 'https://example.com/t.png',
  video_url: 'https://example.com/v',
  ...more,
});
const task = (more: Sample = {}): Sample => ({
  type: 'task_card',
  task_id: '1',
  title: 'x',
  status: 'pending',
  ...more,
});
const contextActions = (...elements: unknown[]): Sample => ({ type: 'context_actions', elements });
const trash = (more: Sample = {}): Sample => ({ type: 'icon_button', icon: 'trash', text: plain(), ...more });
const thumbs = (more: Sample = {}): Sample => ({
  type: 'feedback_buttons',
  positive_button: { text: plain('Good'), value: 'good' },
  negative_button: { text: plain('Bad'), value: 'bad' },
  ...more,
});

describe('alert, markdown, video, plan, task_card, context_actions', () => {
  judge([
    {
      rule: 'an alert has a text',
      accepted: { type: 'alert', text: mrkdwn() },
      refused: { type: 'alert' },
      message: 'missing required field: text',
      at: '',
    },
    {
      rule: 'an alert has a known level',
      accepted: { type: 'alert', text: plain(), level: 'error' },
      refused: { type: 'alert', text: plain(), level: 'fatal' },
      message: 'must be one of: default, info, warning, error, success',
      at: '/level',
    },
  ]);
  inMessages([
    {
      rule: 'markdown ends at 12000 characters',
      accepted: { type: 'markdown', text: long(12_000) },
      refused: { type: 'markdown', text: long(12_001) },
      message: 'must be less than 12001 characters',
      at: '/text',
    },
    ...['alt_text', 'title', 'thumbnail_url', 'video_url'].map((key) => ({
      rule: `a video has ${key}`,
      accepted: video(),
      refused: Object.fromEntries(Object.entries(video()).filter(([name]) => name !== key)),
      message: `missing required field: ${key}`,
      at: '',
    })),
    {
      rule: 'video title is below 200 characters',
      accepted: video({ title: plain(long(199)) }),
      refused: video({ title: plain(long(200)) }),
      message: 'must be less than 200 characters',
      at: '/title/text',
    },
    {
      rule: 'video description is below 200 characters',
      accepted: video({ description: plain(long(199)) }),
      refused: video({ description: plain(long(200)) }),
      message: 'must be less than 200 characters',
      at: '/description/text',
    },
    {
      rule: 'video author is below 50 characters',
      accepted: video({ author_name: long(49) }),
      refused: video({ author_name: long(50) }),
      message: 'must be less than 50 characters',
      at: '/author_name',
    },
    ...['video_url', 'title_url'].map((key) => ({
      rule: `${key} is https`,
      accepted: video({ [key]: 'https://example.com' }),
      refused: video({ [key]: 'http://example.com' }),
      message: 'must be a valid URL (https:)',
      at: `/${key}`,
    })),
    {
      rule: 'a plan title is a string',
      accepted: { type: 'plan', title: 'x', tasks: [task()] },
      refused: { type: 'plan', title: plain() },
      message: 'must provide a string',
      at: '/title',
    },
    {
      rule: 'a plan holds task cards',
      accepted: { type: 'plan', title: 'x', tasks: [task()] },
      refused: { type: 'plan', title: 'x', tasks: [card()] },
      message: 'unsupported type: card',
      at: '/tasks/0/type',
    },
    {
      rule: 'a task has a known status',
      accepted: task({ details: rich(), output: rich() }),
      refused: task({ status: 'done' }),
      message: 'must be one of: pending, in_progress, complete, error',
      at: '/status',
    },
    {
      rule: 'task details are rich_text',
      accepted: task({ details: rich() }),
      refused: task({ details: plain() }),
      message: 'unsupported type: plain_text',
      at: '/details/type',
    },
    {
      rule: 'task sources are urls',
      accepted: task({ sources: [{ type: 'url', url: 'https://a.io', text: 'x' }] }),
      refused: task({ sources: [{ type: 'url', url: 'a', text: 'x' }] }),
      message: 'must be a valid URL',
      at: '/sources/0/url',
    },
    {
      rule: 'context actions hold at most 5',
      accepted: contextActions(...many(5, () => trash())),
      refused: contextActions(...many(6, () => trash())),
      message: 'no more than 5 items allowed',
      at: '/elements',
    },
    {
      rule: 'context actions hold feedback and icon buttons',
      accepted: contextActions(thumbs(), trash()),
      refused: contextActions(button()),
      message: 'unsupported type: button',
      at: '/elements/0/type',
    },
    {
      rule: 'action_ids of context actions are unique',
      accepted: contextActions(trash({ action_id: 'a' }), thumbs({ action_id: 'b' })),
      refused: contextActions(trash({ action_id: 'a' }), thumbs({ action_id: 'a' })),
      message: '`action_id` "a" already exists',
      at: '/elements/1/action_id',
    },
    {
      rule: 'the icon is trash',
      accepted: contextActions(trash()),
      refused: contextActions(trash({ icon: 'pen' })),
      message: 'must be one of: trash',
      at: '/elements/0/icon',
    },
    {
      rule: 'an icon button is shown to user ids',
      accepted: contextActions(trash({ visible_to_user_ids: ['U1'] })),
      refused: contextActions(trash({ visible_to_user_ids: ['ana'] })),
      message: 'must be a user id',
      at: '/elements/0/visible_to_user_ids/0',
    },
    {
      rule: 'both feedback buttons have a value',
      accepted: contextActions(thumbs()),
      refused: contextActions(thumbs({ negative_button: { text: plain() } })),
      message: 'missing required field: value',
      at: '/elements/0/negative_button',
    },
  ]);
});
