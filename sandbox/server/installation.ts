import type { World } from './world.ts';

/** Removes the app: it is out of every channel, its token is refused, and it hears of that and of nothing after it. */
export function uninstall({ workspace, grants }: World): void {
  for (const channel of workspace.allChannels()) channel.members.delete(workspace.bot.id);
  grants.revokeToken('account_inactive');
  workspace.installed = false;
  workspace.announce({ type: 'tokens_revoked', tokens: { oauth: [], bot: [workspace.bot.id] } });
  workspace.announce({ type: 'app_uninstalled' });
  workspace.changed();
}

/** Installs it again, with a new token; the bot user is the same one, in no channel. */
export function install({ workspace, grants }: World): void {
  grants.reinstall();
  workspace.installed = true;
  workspace.changed();
}
