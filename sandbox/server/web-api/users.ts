import { Refusal } from '../access/refusal.ts';
import { type Args, flag, type Methods, optional, page, required } from '../calls/method.ts';
import type { JsonObject } from '../json.ts';
import { type Telling, userObject } from '../objects/user.ts';
import type { World } from '../world.ts';

/** users.*, and the few methods about teams, bots, user groups and who is not to be disturbed. */
export const users: Methods = {
  'users.info': { scopes: ['users:read'], tier: 'T4', handler: info },
  'dnd.info': { scopes: ['dnd:read'], tier: 'T3', handler: dndInfo },
  'users.list': { scopes: ['users:read'], tier: 'T2', handler: list },
  'users.lookupByEmail': { scopes: ['users:read.email'], tier: 'T3', handler: lookupByEmail },
  'team.info': { scopes: ['team:read'], tier: 'T3', handler: teamInfo },
  'bots.info': { scopes: ['users:read'], tier: 'T3', handler: botsInfo },
  'usergroups.list': { scopes: ['usergroups:read'], tier: 'T2', handler: listGroups },
  'usergroups.users.list': { scopes: ['usergroups:read'], tier: 'T2', handler: listGroupUsers },
};

const asked = (args: Args, world: World): Telling => ({
  email: world.scopes.has('users:read.email'),
  locale: flag(args, 'include_locale'),
});

function info(args: Args, world: World): JsonObject {
  const { workspace } = world;
  const user = workspace.users.get(required(args, 'user'));
  if (user === undefined) throw new Refusal('user_not_found');
  const shares = workspace.allChannels().some((one) => one.members.has(user.id) && one.members.has(workspace.bot.id));
  if (user.isStranger && !shares) throw new Refusal('user_not_visible');
  return { user: userObject(workspace, user, asked(args, world)) };
}

/** Of others Slack tells only when, not whether they chose it by themselves just now. Somebody without a schedule has 1 for both. */
function dndInfo(args: Args, { workspace }: World): JsonObject {
  const user = workspace.users.get(required(args, 'user'));
  if (user === undefined || user.isStranger) throw new Refusal('user_not_found');
  const { dnd } = user;
  const passed = dnd === undefined || dnd.until <= workspace.seconds();
  return {
    dnd_enabled: !passed,
    next_dnd_start_ts: passed ? 1 : dnd.from,
    next_dnd_end_ts: passed ? 1 : dnd.until,
  };
}

function list(args: Args, world: World): JsonObject {
  const own = [...world.workspace.users.values()].filter((user) => !user.isStranger);
  const { items, next } = page(args, own, { max: 999 });
  const members = items.map((user) => userObject(world.workspace, user, asked(args, world)));
  return { members, cache_ts: world.workspace.seconds(), response_metadata: { next_cursor: next } };
}

function lookupByEmail(args: Args, world: World): JsonObject {
  const email = required(args, 'email').toLowerCase();
  const found = [...world.workspace.users.values()].find(
    (user) => user.email === email && !user.deleted && !user.isStranger,
  );
  if (found === undefined) throw new Refusal('users_not_found');
  return { user: userObject(world.workspace, found, { email: true, locale: false }) };
}

function teamInfo(_: Args, { workspace }: World): JsonObject {
  const { teamId, teamName, domain } = workspace;
  return { team: { id: teamId, name: teamName, domain, email_domain: 'northwind.example', icon: {} } };
}

function botsInfo(args: Args, { workspace }: World): JsonObject {
  if ((optional(args, 'bot') ?? workspace.botId) !== workspace.botId) throw new Refusal('bot_not_found');
  const { botId, appId, bot } = workspace;
  return {
    bot: {
      id: botId,
      deleted: false,
      name: bot.realName,
      updated: bot.updated,
      app_id: appId,
      user_id: bot.id,
      icons: {},
    },
  };
}

function listGroups(_: Args, { workspace }: World): JsonObject {
  const groups = groupsOf(workspace).map(({ id, name, members }) => ({
    id,
    team_id: workspace.teamId,
    is_usergroup: true,
    name,
    handle: name.toLowerCase().replaceAll(' ', '-'),
    description: '',
    date_delete: 0,
    user_count: members.length,
  }));
  return { usergroups: groups };
}

function listGroupUsers(args: Args, { workspace }: World): JsonObject {
  const id = required(args, 'usergroup');
  const group = groupsOf(workspace).find((one) => one.id === id);
  if (group === undefined) throw new Refusal('no_such_subteam');
  return { users: [...group.members] };
}

/** On the free plan user groups are not part of it. */
function groupsOf({ userGroups }: World['workspace']) {
  if (userGroups === undefined) throw new Refusal('plan_upgrade_required');
  return [...userGroups.values()];
}
