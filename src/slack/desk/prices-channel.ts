import type { PersonRecord } from '../../../db/ports.ts';
import { type GroupMembers, readersWithoutPrices } from '../../office/authority.ts';
import type { Settings } from '../../settings.ts';
import type { LookedAt } from '../../slack-api/office-channel.ts';
import { listOf } from '../../words/list.ts';
import type { Words } from '../../words/words.ts';
import type { Deps } from '../deps.ts';

/** People that a warning names. */
const NAMED = 8;

/** Why a channel cannot get documents with prices, and what to do; undefined where it can. */
export function pricesChannelProblem(
  channel: LookedAt,
  { settings: { pricesChannel: say } }: Words,
): string | undefined {
  switch (channel.kind) {
    case 'fit':
      return undefined;
    case 'hidden':
    case 'unanswered':
      return say[channel.kind];
    default:
      return say[channel.kind]({ channel: channel.name });
  }
}

/** Who in a channel for documents with prices does not see them elsewhere, as a warning; undefined where everybody does. */
export function readersText(
  name: string,
  people: readonly PersonRecord[],
  { settings, groups, words }: { readonly settings: Settings; readonly groups: GroupMembers; readonly words: Words },
): string | undefined {
  const { pricesChannel: say, value } = words.settings;
  const names = readersWithoutPrices(people, settings, groups).map((one) => one.name);
  if (names.length === 0) return undefined;
  const rest = names.length - NAMED;
  const shown = rest > 0 ? [...names.slice(0, NAMED), value.more({ count: rest })] : names;
  return say.readers({ channel: name, names: listOf(shown, words) });
}

/** The same, asked of Slack. `problem`: it cannot get them; `readers`: it can, and somebody else would read them there. */
export async function lookAtPricesChannel(
  { officeChannel, people, groups }: Pick<Deps, 'officeChannel' | 'people' | 'groups'>,
  settings: Settings,
  words: Words,
): Promise<{
  readonly problem?: string | undefined;
  readonly readers?: string | undefined;
  readonly answered: boolean;
}> {
  const channel = await officeChannel(settings.prices.channel);
  const answered = channel.kind !== 'unanswered';
  if (channel.kind !== 'fit') return { problem: pricesChannelProblem(channel, words), answered };
  const [members, known] = await Promise.all([people.findAll(channel.members), groups.members(settings)]);
  return { readers: readersText(channel.name, [...members.values()], { settings, groups: known, words }), answered };
}
