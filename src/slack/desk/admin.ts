import { escaped, mention } from '../../forms/mrkdwn.ts';
import { isGroupId } from '../../office/authority.ts';
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
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  const named = (id: string): string => (isGroupId(id) ? escaped(`@${names.get(id) || id}`) : mention(id));
  return { admin, words, settings, revision, groups, saying: { words, named, currency: settings.money.currency } };
}
