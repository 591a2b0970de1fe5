import { escaped, mention } from '../../forms/mrkdwn.ts';
import { groupsNamed, isGroupId } from '../../office/authority.ts';
import type { Saying } from '../../office/say.ts';
import type { Settings } from '../../settings.ts';
import type { Words } from '../../words/words.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../people/people.ts';
import type { OfferedGroup } from '../views/desk/page.ts';
import { readersWords } from '../words-for.ts';

/** An admin at the settings, as they are now. */
export interface AtDesk {
  readonly admin: Person;
  readonly words: Words;
  readonly settings: Settings;
  /** How often they have been changed. */
  readonly revision: number;
  readonly groups: readonly OfferedGroup[];
  /** User groups that are listed and give nobody anything: nobody is in them, or they are gone. */
  readonly idleGroups: readonly string[];
  readonly saying: Saying;
}

/** How long somebody waits for Slack to name its user groups. Milliseconds. */
const GROUPS_WAIT = 700;

/**
 * The settings for who asks for them now; only their words where they are no admin. `wait`: for Slack to name its user groups,
 * milliseconds.
 */
export async function atDesk(
  deps: Deps,
  person: string,
  wait = GROUPS_WAIT,
): Promise<AtDesk | { readonly refused: Words }> {
  const [admin, { settings, revision }] = await Promise.all([
    deps.people.find(person),
    deps.store.settingsAsOf(deps.team),
  ]);
  const words = readersWords(admin, settings);
  if (!admin?.admin || admin.kind !== 'member') return { refused: words };
  const groups = await deps.groups.offered(wait);
  const listed = groupsNamed(settings);
  const kept = new Map((await deps.store.userGroups(deps.team, listed)).map((one) => [one.id, one]));
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const isGone = (id: string) => deps.groups.areListed() && !names.has(id);
  const isEmpty = (id: string) => kept.get(id)?.members.length === 0;
  const groupText = (id: string): string => {
    const name = escaped(`@${names.get(id) || kept.get(id)?.name || id}`);
    const { value } = words.settings;
    return isGone(id) ? value.goneGroup({ name }) : isEmpty(id) ? value.emptyGroup({ name }) : name;
  };
  const named = (id: string): string => (isGroupId(id) ? groupText(id) : mention(id));
  const saying = { words, named, currency: settings.money.currency, zone: settings.document.timeZone };
  const idleGroups = listed.filter((id) => isGone(id) || isEmpty(id));
  return { admin, words, settings, revision, groups, idleGroups, saying };
}
