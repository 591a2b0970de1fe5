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
