import { z } from 'zod';
import type { PersonRecord } from '../../../db/ports.ts';
import { cleanText } from '../../forms/fields/fields.ts';

const SlackUser = z.object({
  id: z.string(),
  team_id: z.string().nullish(),
  name: z.string().nullish(),
  updated: z.number().nullish().catch(undefined),
  deleted: z.boolean().nullish(),
  real_name: z.string().nullish(),
  tz: z.string().nullish(),
  locale: z.string().max(35).nullish().catch(undefined),
  is_bot: z.boolean().nullish(),
  is_admin: z.boolean().nullish(),
  is_owner: z.boolean().nullish(),
  is_restricted: z.boolean().nullish(),
  is_ultra_restricted: z.boolean().nullish(),
  is_stranger: z.boolean().nullish(),
  enterprise_user: z.object({ teams: z.array(z.string()).nullish() }).nullish(),
  profile: z.object({ real_name: z.string().nullish(), display_name: z.string().nullish() }).nullish(),
});

/** What Slack's user object says of a person; undefined for what is none. */
export function readUser(team: string, user: unknown, fetchedAt: number): PersonRecord | undefined {
  const parsed = SlackUser.safeParse(user);
  if (!parsed.success) return undefined;
  const { id, profile, real_name, name, tz, locale, is_admin, is_owner, updated } = parsed.data;
  return {
    team,
    id,
    name: [profile?.real_name, real_name, profile?.display_name, name].map(tidyName).find(Boolean) ?? id,
    timeZone: tz || 'UTC',
    kind: kindOf(team, parsed.data),
    admin: Boolean(is_admin || is_owner),
    fetchedAt,
    updated: Number.isSafeInteger(updated) && updated ? updated : 0,
    locale: locale ?? '',
  };
}

/** People name themselves: one line of visible characters, Slack's 80 at most. */
const tidyName = (name: string | null | undefined): string =>
  cleanText(
    cleanText((name ?? '').slice(0, 1000), false)
      .slice(0, 80)
      .replace(/[\uD800-\uDBFF]$/, ''),
    false,
  );

function kindOf(team: string, user: z.infer<typeof SlackUser>): PersonRecord['kind'] {
  if (user.deleted) return 'deactivated';
  if (user.is_bot || user.id === 'USLACKBOT') return 'bot';
  const here = !user.team_id || user.team_id === team || user.enterprise_user?.teams?.includes(team);
  if (user.is_stranger || !here) return 'external';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : 'member';
}
