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

/**
 * The channel of these settings, asked of Slack. `problem`: it cannot get them. `readers`: who would read them there, as a
 * warning; people are looked up for it, which takes longer. `trouble`: the same, in sentences that say which channel they are about.
 */
export async function lookAtPricesChannel(
  { officeChannel, people, groups }: Pick<Deps, 'officeChannel' | 'people' | 'groups'>,
  settings: Settings,
  words: Words,
) {
  const channel = await officeChannel(settings.prices.channel);
  const problem = pricesChannelProblem(channel, words);
  async function readers(): Promise<string | undefined> {
    if (channel.kind !== 'fit') return undefined;
    const [members, known] = await Promise.all([people.findAll(channel.members), groups.members(settings)]);
    return readersText(channel.name, [...members.values()], { settings, groups: known, words });
  }
  return {
    answered: channel.kind !== 'unanswered',
    problem,
    readers,
    async trouble(): Promise<string | undefined> {
      if (problem === undefined) return readers();
      const { line, label } = words.settings;
      return channel.kind === 'hidden' ? line({ label: label.prices.channel, value: problem }) : problem;
    },
  };
}
