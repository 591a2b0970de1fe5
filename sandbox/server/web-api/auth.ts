import type { Methods } from '../calls/method.ts';

/** auth.* and api.test. */
export const auth: Methods = {
  'auth.test': {
    scopes: [],
    tier: 'special',
    handler: (_, { workspace }) => ({
      url: workspace.url,
      team: workspace.teamName,
      user: workspace.bot.handle,
      team_id: workspace.teamId,
      user_id: workspace.bot.id,
      bot_id: workspace.botId,
      is_enterprise_install: false,
    }),
  },
  'api.test': { scopes: [], tier: 'T4', token: 'none', handler: (args) => ({ args }) },
};
