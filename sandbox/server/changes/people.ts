import { newId } from '../ids.ts';
import { userObject } from '../objects/user.ts';
import type { User } from '../workspace/entities.ts';
import { knownLocale } from '../workspace/locales.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What can change about a person. */
export type PersonChange = Partial<Omit<User, 'id' | 'key'>>;

/** Changes a person; the app is told by `user_change`, whose user object always names the locale. */
export function changePerson(workspace: Workspace, user: User, change: PersonChange): void {
  if (change.locale !== undefined) knownLocale(change.locale);
  Object.assign(user, change, { updated: workspace.seconds() });
  workspace.announce({ type: 'user_change', user: userObject(workspace, user, { email: false, locale: true }) });
  workspace.changed();
}

/** The person sets their Slack to another language; nothing happens when it is in that one already. */
export function setLanguage(workspace: Workspace, user: User, code: string): void {
  const locale = knownLocale(code);
  if (user.locale !== locale) changePerson(workspace, user, { locale });
}

/** Puts exactly these people into a user group; the app is told of it by `subteam_members_changed`. */
export function setUserGroup(workspace: Workspace, name: string, members: string[]): string {
  workspace.userGroups ??= new Map();
  const known = [...workspace.userGroups.values()].find((one) => one.name === name);
  const id = known?.id ?? newId('S');
  const before = known?.members ?? [];
  workspace.userGroups.set(id, { id, name, members });
  workspace.announce({
    type: 'subteam_members_changed',
    subteam_id: id,
    team_id: workspace.teamId,
    added_users: members.filter((one) => !before.includes(one)),
    removed_users: before.filter((one) => !members.includes(one)),
  });
  workspace.changed();
  return id;
}
