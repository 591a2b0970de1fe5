import type { JsonObject } from '../json.ts';
import type { User } from '../workspace/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What a user object tells: the address with `users:read.email` only, the locale where it was asked for. */
export interface Telling {
  email: boolean;
  locale: boolean;
}

/** The user object of `users.info`. */
export function userObject(workspace: Workspace, user: User, options: Telling): JsonObject {
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.handle,
    deleted: user.deleted,
    real_name: user.realName,
    tz: user.tz,
    tz_label: user.tz,
    tz_offset: zoneOffset(user.tz, workspace.clock.now()),
    profile: {
      title: user.title,
      phone: user.phone,
      real_name: user.realName,
      real_name_normalized: user.realName,
      display_name: user.realName,
      display_name_normalized: user.realName,
      ...statusOf(workspace, user),
      team: user.teamId,
      ...(options.email && user.email && !user.isStranger ? { email: user.email } : {}),
    },
    is_admin: user.isAdmin,
    is_owner: user.isOwner,
    is_primary_owner: user.isPrimaryOwner,
    is_restricted: user.isRestricted,
    is_ultra_restricted: user.isUltraRestricted,
    is_bot: user.isBot,
    is_app_user: false,
    is_email_confirmed: !user.isBot,
    ...(user.isStranger ? { is_stranger: true } : {}),
    updated: user.updated,
    ...(options.locale && hasLocale(user) ? { locale: user.locale } : {}),
  };
}

/** Apps have no locale; whether Slack tells that of strangers and of people who have left is not documented. */
const hasLocale = (user: User): boolean => !user.isBot && !user.deleted && !user.isStranger && user.id !== 'USLACKBOT';

/** Slack takes a status away when its time is over. */
function statusOf({ clock }: Workspace, { status }: User): JsonObject {
  const over = status && status.expiration !== 0 && status.expiration * 1000 <= clock.now();
  const { emoji, text, expiration } = status && !over ? status : { emoji: '', text: '', expiration: 0 };
  return { status_text: text, status_emoji: emoji, status_expiration: expiration };
}

function zoneOffset(zone: string, at: number): number {
  const text = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).format(new Date(at));
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(text);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3]) * 60);
}
