import { describe } from 'vitest';
import { judge, mrkdwn, rich, type Sample } from './samples.ts';

describe('rich_text', () => {
  const list = (more: Sample) => ({
    type: 'rich_text',
    elements: [
      { type: 'rich_text_list', style: 'bullet', elements: [{ type: 'rich_text_section', elements: [] }], ...more },
    ],
  });
  const pre = (...elements: unknown[]) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements }],
  });
  const leaf = { type: 'text', text: 'x' };
  const at = '/elements/0/elements/0';
  judge([
    {
      rule: 'parts are known',
      accepted: rich(leaf),
      refused: { type: 'rich_text', elements: [leaf] },
      message: 'unsupported type: text',
      at: '/elements/0/type',
    },
    {
      rule: 'leaves are known',
      accepted: rich(leaf),
      refused: rich(mrkdwn()),
      message: 'unsupported type: mrkdwn',
      at: `${at}/type`,
    },
    {
      rule: 'a text leaf is not empty',
      accepted: rich(leaf),
      refused: rich({ type: 'text', text: '' }),
      message: 'must be more than 0 characters',
      at: `${at}/text`,
    },
    {
      rule: 'styles are known',
      accepted: rich({ ...leaf, style: { bold: true } }),
      refused: rich({ ...leaf, style: { big: true } }),
      message: 'invalid additional property: big',
      at: `${at}/style`,
    },
    {
      rule: 'a link has a url',
      accepted: rich({ type: 'link', url: 'https://example.com', text: 'x' }),
      refused: rich({ type: 'link', text: 'x' }),
      message: 'missing required field: url',
      at,
    },
    {
      rule: 'a user is an id',
      accepted: rich({ type: 'user', user_id: 'U1' }),
      refused: rich({ type: 'user', user_id: 'ana' }),
      message: 'must be a user id',
      at: `${at}/user_id`,
    },
    {
      rule: 'a usergroup is an id',
      accepted: rich({ type: 'usergroup', usergroup_id: 'S1' }),
      refused: rich({ type: 'usergroup', usergroup_id: 'U1' }),
      message: 'must be a user group id',
      at: `${at}/usergroup_id`,
    },
    {
      rule: 'a channel is an id',
      accepted: rich({ type: 'channel', channel_id: 'C1' }),
      refused: rich({ type: 'channel', channel_id: '#a' }),
      message: 'must be a channel id',
      at: `${at}/channel_id`,
    },
    {
      rule: 'a team is an id',
      accepted: rich({ type: 'team', team_id: 'T1' }),
      refused: rich({ type: 'team', team_id: 'x' }),
      message: 'must be a team id',
      at: `${at}/team_id`,
    },
    {
      rule: 'an emoji has a name',
      accepted: rich({ type: 'emoji', name: 'wave' }),
      refused: rich({ type: 'emoji' }),
      message: 'missing required field: name',
      at,
    },
    {
      rule: 'a broadcast has a range',
      accepted: rich({ type: 'broadcast', range: 'here' }),
      refused: rich({ type: 'broadcast', range: 'all' }),
      message: 'must be one of: here, channel, everyone',
      at: `${at}/range`,
    },
    {
      rule: 'a colour is hexadecimal',
      accepted: rich({ type: 'color', value: '#1a2b3c' }),
      refused: rich({ type: 'color', value: 'red' }),
      message: 'must be a colour like #1a2b3c',
      at: `${at}/value`,
    },
    {
      rule: 'a date is a whole number of seconds',
      accepted: rich({ type: 'date', timestamp: 1, format: '{date}' }),
      refused: rich({ type: 'date', timestamp: 1.5, format: '{date}' }),
      message: 'must provide an integer',
      at: `${at}/timestamp`,
    },
    {
      rule: 'a list has a style',
      accepted: list({}),
      refused: list({ style: 'dash' }),
      message: 'must be one of: bullet, ordered',
      at: '/elements/0/style',
    },
    {
      rule: 'a list is indented up to 8',
      accepted: list({ indent: 8, offset: 1 }),
      refused: list({ indent: 9 }),
      message: 'must be less than 9',
      at: '/elements/0/indent',
    },
    {
      rule: 'a border is 0 or 1',
      accepted: list({ border: 1 }),
      refused: list({ border: 2 }),
      message: 'must be less than 2',
      at: '/elements/0/border',
    },
    {
      rule: 'a list holds sections',
      accepted: list({}),
      refused: list({ elements: [leaf] }),
      message: 'unsupported type: text',
      at: `${at}/type`,
    },
    {
      rule: 'a list is not empty',
      accepted: list({}),
      refused: list({ elements: [] }),
      message: 'must provide at least 1 items',
      at: '/elements/0/elements',
    },
    {
      rule: 'preformatted text holds text and links',
      accepted: pre(leaf),
      refused: pre({ type: 'user', user_id: 'U1' }),
      message: 'unsupported type: user',
      at: `${at}/type`,
    },
  ]);
});
